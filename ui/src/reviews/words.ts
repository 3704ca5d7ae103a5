import type { Outcome, Presence, PulledMark, ReviewRow, ReviewState } from '../lib/bindings'
import type { Shape } from '../kit/shape'

export const STATE: Record<ReviewState, { shape: Shape; word: string }> = {
  coming: { shape: 'open', word: 'to come' },
  due: { shape: 'now', word: 'due' },
  late: { shape: 'attention', word: 'late' },
  open: { shape: 'now', word: 'open' },
  closed: { shape: 'fine', word: 'closed' },
  missed: { shape: 'breach', word: 'missed' },
}

export const OUTCOME: Record<Outcome, { shape: Shape; word: string }> = {
  fine: { shape: 'fine', word: 'Fine' },
  attention: { shape: 'attention', word: 'Attention' },
  breach: { shape: 'breach', word: 'Breach' },
  'not-applicable': { shape: 'na', word: 'n.a.' },
}

export const PRESENCE: Record<Presence, { shape: Shape; word: string }> = {
  present: { shape: 'fine', word: 'present' },
  delegate: { shape: 'fine', word: 'delegate' },
  excused: { shape: 'na', word: 'excused' },
  absent: { shape: 'breach', word: 'absent' },
}

/** How a row of evidence stands. */
export const PULLED: Record<PulledMark, Shape> = {
  breach: 'breach',
  attention: 'attention',
  waiting: 'waits',
  fine: 'fine',
  told: 'na',
}

/** What a review found, each outcome with its shape; outcomes that did not occur are left out. */
export function found(row: ReviewRow): { shape: Shape; word: string }[] {
  const [fine, attention, breach, na] = row.found
  return [
    { shape: 'fine' as const, word: `${fine} fine`, number: fine },
    { shape: 'attention' as const, word: `${attention} attention`, number: attention },
    { shape: 'breach' as const, word: `${breach} breach`, number: breach },
    { shape: 'na' as const, word: `${na} n.a.`, number: na },
  ].filter(({ number }) => number > 0)
}

/** What a countersigner is asked for, here and on another machine. */
export const STATEMENT_HINT =
  'In your own words: what went right, what did not, what changes. It is signed with the rest.'

/** What may come out of an item while it is talked about. */
export type Raised = 'action' | 'exception' | 'decision' | 'override'
