const wanted = arguments[0]
const plain = (words) => (words ?? '').replace(/\s+/g, ' ').trim()
const seen = (it) => it.getClientRects().length > 0 && getComputedStyle(it).visibility === 'visible'
const names = (it) => [it.getAttribute('aria-label') ?? it.innerText, it.title].map(plain)
const kinds = 'button, a[href], summary, [role=button], [role=option], [role=menuitem], [role=radio], [role=tab], label'
const top = [...document.querySelectorAll('dialog[open], [role=dialog]')].filter(seen).at(-1) ?? document
const all = [...top.querySelectorAll(kinds)].filter(seen)
const named = (test) => all.find((it) => names(it).some(test))
return named((name) => name === wanted) ?? named((name) => name.startsWith(wanted)) ?? null
