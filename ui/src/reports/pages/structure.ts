/** A node of a page's structure: what it is, and what lies in it. */
interface Node {
  role: string
  alt?: string
  children: readonly (Node | Content)[]
}

/** Words of the page, by the id that they carry where they are laid over it. */
interface Content {
  type: string
  id?: string
}

/** What a screen reader calls each kind of part; parts that only group carry no name. */
const ROLES: Record<string, string> = {
  P: 'paragraph',
  L: 'list',
  LI: 'listitem',
  Table: 'table',
  THead: 'rowgroup',
  TBody: 'rowgroup',
  TFoot: 'rowgroup',
  TR: 'row',
  TH: 'columnheader',
  TD: 'cell',
  Figure: 'img',
}

/**
 * The order and the kinds of a page's parts, for screen readers: headings, paragraphs, tables and
 * lists that own the words laid over the page, which lie in the order in which they are drawn.
 */
export function structure(tree: Node): HTMLElement {
  const made = document.createElement('div')
  made.className = 'structure'
  for (const child of tree.children) made.append(part(child))
  return made
}

function part(node: Node | Content): HTMLElement {
  const made = document.createElement('span')
  if (!('role' in node)) {
    // A link is a button of its own over the page; here its words stand.
    if (node.type === 'content' && node.id) made.setAttribute('aria-owns', node.id)
    return made
  }
  const level = /^H([1-6])$/.exec(node.role)?.[1]
  const role = level ? 'heading' : ROLES[node.role]
  if (role) made.setAttribute('role', role)
  if (level) made.setAttribute('aria-level', level)
  if (node.alt) made.setAttribute('aria-label', node.alt)
  for (const child of node.children) made.append(part(child))
  return made
}
