/** Reads the tables of README.md and INDEX.md, to show what the sender wrote there, as plain text. */

/** The rows of the first table whose header has these cells, each row a list of plain texts. */
export function tableUnder(markdown: string, header: string[]): string[][] {
  const lines = markdown.split('\n')
  const at = lines.findIndex((line) => cells(line).join('|') === header.join('|'))
  if (at < 0) return []
  const rows: string[][] = []
  for (const line of lines.slice(at + 2)) {
    if (!line.startsWith('|')) break
    rows.push(cells(line))
  }
  return rows
}

/** The first heading. */
export const titleOf = (markdown: string): string => plain(/^# (.*)$/m.exec(markdown)?.[1] ?? '')

function cells(line: string): string[] {
  if (!line.startsWith('|') || !line.trimEnd().endsWith('|')) return []
  const inner = line.trimEnd().slice(1, -1)
  return inner.split(/(?<!\\)\|/).map((cell) => plain(cell.trim()))
}

/** Without the signs that only give a shape: code marks, and the stroke before an escaped sign. */
const plain = (text: string) => text.replace(/`/g, '').replace(/\\([!-/:-@[-`{-~])/g, '$1')
