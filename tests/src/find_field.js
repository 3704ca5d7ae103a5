const wanted = arguments[0]
const plain = (words) => words.replace(/\s+/g, ' ').trim()
const seen = (it) => it.getClientRects().length > 0
const top = [...document.querySelectorAll('dialog[open], [role=dialog]')].filter(seen).at(-1) ?? document
const fields = [...top.querySelectorAll('input, textarea, select, [role=combobox], [contenteditable]')].filter(seen)
const names = (it) => [it.getAttribute('aria-label'), ...[...(it.labels ?? [])].map((label) => label.innerText)]
const named = (test) => fields.find((it) => names(it).some((name) => name !== null && test(plain(name))))
return named((name) => name === wanted) ?? named((name) => name.startsWith(wanted)) ?? null
