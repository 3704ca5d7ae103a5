const wanted = arguments[0]
const plain = (words) => words.replace(/\s+/g, ' ').trim()
const seen = (it) => it.getClientRects().length > 0 && getComputedStyle(it).visibility === 'visible'
const name = (it) => plain(it.getAttribute('aria-label') ?? it.innerText ?? '')
const kinds = 'button, a[href], summary, [role=button], [role=option], [role=menuitem], [role=radio], [role=tab], label'
const top = [...document.querySelectorAll('dialog[open], [role=dialog]')].filter(seen).at(-1) ?? document
const all = [...top.querySelectorAll(kinds)].filter(seen)
return all.find((it) => name(it) === wanted) ?? all.find((it) => name(it).startsWith(wanted)) ?? null
