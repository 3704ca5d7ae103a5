import type { RaciMark, RaciRow, RaciTerms } from '../lib/bindings'
import { gathered } from './marked'
import { changedRoles, type Cell } from './terms'

/** An activity as the grid draws it. Lists of roles are one string each, between commas. */
export interface Line {
  row: RaciRow
  roles: string[]
  /** The role that is chosen, where this row is; -1 elsewhere. */
  chosen: number
  changed: string
  bad: string
  noted: string
  shape: 'breach' | 'attention' | undefined
  governs: number
}

/** What the lines are made of. */
export interface Drawn {
  terms: RaciTerms
  /** As it is in force. */
  base: RaciTerms | null
  marks: RaciMark[]
  at: Cell
  /** How many workflows an activity governs. */
  governs: Map<string, number>
}

/**
 * The lines of a grid, time after time. A line that says the same as before is the same object, so
 * that a keystroke in a large matrix wakes its own line and none of the others.
 */
export function drawing(): (drawn: Drawn) => Line[] {
  let before: Line[] = []
  return ({ terms, base, marks, at, governs }) => {
    const was = new Map(base?.rows.map((row) => [row.row, row]))
    const marked = gathered(marks)
    before = terms.rows.map((row, place) => {
      const found = marked.get(place)
      const line: Line = {
        row,
        roles: terms.roles,
        chosen: at.row === place ? at.role : -1,
        changed: `,${changedRoles(was.get(row.row ?? ''), row).join()},`,
        bad: found?.bad ?? '',
        noted: found?.noted ?? '',
        shape: found?.shape,
        governs: governs.get(row.row ?? '') ?? 0,
      }
      const old = before[place]
      return old && same(old, line) ? old : line
    })
    return before
  }
}

function same(one: Line, other: Line): boolean {
  return (Object.keys(one) as (keyof Line)[]).every((key) => one[key] === other[key])
}
