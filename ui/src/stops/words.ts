import type { Shape } from '../kit/shape'
import type { DrillRow, StopRow, StopState } from '../lib/bindings'
import { dayWords } from '../lib/days'
import { count, span } from '../lib/format'

export const STATE: Record<StopState, { shape: Shape; word: string }> = {
  waiting: { shape: 'attention', word: 'to confirm' },
  confirmed: { shape: 'fine', word: 'confirmed' },
  lifted: { shape: 'na', word: 'live again' },
}

/** Seconds as people say them: `40 s`, `12 min`, `4 h 54 m`. */
export function seconds(value: number): string {
  return value < 60 ? `${value} s` : span(value * 1000)
}

/** How long it took until every system stood still, or has taken so far. */
export function timeToStop(row: StopRow, now: Date): string {
  if (row.seconds !== null) return seconds(row.seconds)
  if (row.state === 'lifted') return '–'
  return `${seconds(Math.max(0, Math.floor((now.getTime() - Date.parse(row.at)) / 1000)))} so far`
}

/** In how many systems it is confirmed: `1 of 2`. */
export function confirmedWords({ systems }: StopRow): string {
  return `${systems.filter((one) => one.confirmed_at !== null).length} of ${systems.length}`
}

/** Who stopped it. */
export function byWords(row: StopRow): string {
  if (row.by_name === null) return 'nobody has said who'
  return row.by_machine ? `${row.by_name}, while nobody was signed in` : row.by_name
}

/** When the next drill is due, as a person says it. */
export function drillWords({ days, due, under_way }: DrillRow): string {
  if (under_way) return `${under_way} is under way`
  if (days < 0) return `${count(-days, 'day')} over`
  return days === 0 ? 'today' : dayWords(due)
}
