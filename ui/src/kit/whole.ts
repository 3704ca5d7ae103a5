/** Shows words that are cut for want of room whole, once the mouse rests on them. */
export function whole({ target }: MouseEvent): void {
  const cut = target instanceof Element ? target.closest<HTMLElement>('.cut, h1') : null
  if (!cut || (cut.title && cut.dataset['whole'] === undefined)) return
  if (cut.scrollWidth > cut.clientWidth) {
    cut.title = cut.innerText
    cut.dataset['whole'] = ''
  } else {
    cut.removeAttribute('title')
    delete cut.dataset['whole']
  }
}
