import type { RaciMark } from '../lib/bindings'

/** What is marked in a row; roles as one string, each between commas. */
export interface Marked {
  bad: string
  noted: string
  shape: 'breach' | 'attention'
}

/** What is marked in each row, as strings that stay equal while nothing changes. */
export function gathered(marks: RaciMark[]): Map<number, Marked> {
  const found = new Map<number, Marked>()
  for (const { rows, roles, blocks, breaks } of marks) {
    for (const row of rows) {
      const one = found.get(row) ?? { bad: ',', noted: ',', shape: 'attention' }
      const cells = roles.map((role) => `${role},`).join('')
      if (blocks || breaks) found.set(row, { ...one, bad: one.bad + cells, shape: 'breach' })
      else found.set(row, { ...one, noted: one.noted + cells })
    }
  }
  return found
}
