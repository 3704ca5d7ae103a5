/** Editing a matrix: each change makes a new one and leaves what did not change as it was. */
import type { RaciRow, RaciTerms } from '../lib/bindings'

export const LETTERS = ['R', 'A', 'C', 'I'] as const
export type Letter = (typeof LETTERS)[number]

/** A cell, by the places of its row and its role. */
export interface Cell {
  row: number
  role: number
}

export function lettersAt(row: RaciRow | undefined, role: string | undefined): string {
  return (role && row?.cells[role]) || ''
}

/** Sets or takes away a letter; letters always stand in the order R A C I. */
export function toggled(letters: string, letter: Letter): string {
  return LETTERS.filter((one) => letters.includes(one) !== (one === letter)).join('')
}

export function withLetters(terms: RaciTerms, { row, role }: Cell, letters: string): RaciTerms {
  const id = terms.roles[role]
  const old = terms.rows[row]
  if (id === undefined || old === undefined || lettersAt(old, id) === letters) return terms
  const cells = { ...old.cells }
  if (letters) cells[id] = letters
  else delete cells[id]
  return withRow(terms, row, settled(old, { ...old, cells }))
}

/** Whoever is named accountable is named for the A as it stood; with another A the name goes. */
function settled(was: RaciRow, is: RaciRow): RaciRow {
  const carrying = (row: RaciRow) =>
    Object.keys(row.cells)
      .filter((role) => lettersAt(row, role).includes('A'))
      .sort()
      .join()
  return is.accountable && carrying(was) !== carrying(is) ? { ...is, accountable: null } : is
}

export function withRow(terms: RaciTerms, place: number, row: RaciRow): RaciTerms {
  return { ...terms, rows: terms.rows.map((one, index) => (index === place ? row : one)) }
}

export function withActivity(terms: RaciTerms, place: number, activity: string): RaciTerms {
  const row: RaciRow = { row: null, activity, cells: {}, accountable: null }
  return { ...terms, rows: terms.rows.toSpliced(place, 0, row) }
}

export function withoutActivity(terms: RaciTerms, place: number): RaciTerms {
  return { ...terms, rows: terms.rows.toSpliced(place, 1) }
}

export function withActivityMoved(terms: RaciTerms, from: number, to: number): RaciTerms {
  return { ...terms, rows: moved(terms.rows, from, to) }
}

/** The roles across, in order; the letters of a role that goes, go with it. */
export function withRoles(terms: RaciTerms, roles: string[]): RaciTerms {
  const gone = terms.roles.filter((role) => !roles.includes(role))
  const rows = terms.rows.map((row) => {
    if (!gone.some((role) => role in row.cells)) return row
    const kept = Object.entries(row.cells).filter(([role]) => !gone.includes(role))
    return { ...row, cells: Object.fromEntries(kept) }
  })
  return { ...terms, roles, rows }
}

export function moved<T>(list: T[], from: number, to: number): T[] {
  const one = list[from]
  if (one === undefined || to < 0 || to >= list.length) return list
  return list.toSpliced(from, 1).toSpliced(to, 0, one)
}

/** What differs between two matrices. */
export interface Difference {
  cells: number
  added: number
  removed: number
  renamed: number
  /** Roles that came or went, the order, the name, the limit. */
  rest: string[]
}

export function difference(was: RaciTerms | null, is: RaciTerms): Difference {
  const before = new Map((was?.rows ?? []).map((row) => [row.row, row]))
  const kept = new Set(is.rows.map(({ row }) => row))
  const found: Difference = { cells: 0, added: 0, removed: 0, renamed: 0, rest: [] }
  for (const row of is.rows) {
    const old = row.row === null ? undefined : before.get(row.row)
    if (!old) found.added += 1
    else if (old !== row) {
      found.cells += changedRoles(old, row).length
      if (old.activity !== row.activity) found.renamed += 1
      if (old.accountable !== row.accountable) found.cells += 1
    }
  }
  found.removed = (was?.rows ?? []).filter(({ row }) => !kept.has(row)).length
  if (was && was.name !== is.name) found.rest.push('name')
  if (was && was.roles.join() !== is.roles.join()) found.rest.push('roles')
  if (was && (was.accountable_at_most ?? null) !== (is.accountable_at_most ?? null))
    found.rest.push('limit')
  const order = (terms: RaciTerms | null) =>
    (terms?.rows ?? []).map(({ row }) => row).filter((row) => before.has(row) && kept.has(row))
  if (order(was).join() !== order(is).join()) found.rest.push('order')
  return found
}

/** The roles whose letters differ between two versions of a row. */
export function changedRoles(was: RaciRow | undefined, is: RaciRow): string[] {
  if (was === is) return []
  const roles = new Set([...Object.keys(was?.cells ?? {}), ...Object.keys(is.cells)])
  return [...roles].filter((role) => lettersAt(was, role) !== lettersAt(is, role))
}

/** The difference in words: “2 cells changed, 1 activity added”; nothing when there is none. */
export function inWords({ cells, added, removed, renamed, rest }: Difference): string {
  const many = (count: number, one: string, more: string, did: string) =>
    count ? [`${count} ${count === 1 ? one : more} ${did}`] : []
  return [
    ...many(cells, 'cell', 'cells', 'changed'),
    ...many(added, 'activity', 'activities', 'added'),
    ...many(removed, 'activity', 'activities', 'removed'),
    ...many(renamed, 'activity', 'activities', 'renamed'),
    ...(rest.length ? [`${rest.join(', ')} changed`] : []),
  ].join(', ')
}
