import type { CadenceRhythm as Rhythm } from '../lib/bindings'

export const DAYS = [
  { value: 'Mon', word: 'Monday' },
  { value: 'Tue', word: 'Tuesday' },
  { value: 'Wed', word: 'Wednesday' },
  { value: 'Thu', word: 'Thursday' },
  { value: 'Fri', word: 'Friday' },
  { value: 'Sat', word: 'Saturday' },
  { value: 'Sun', word: 'Sunday' },
] as const
export type Day = (typeof DAYS)[number]['value']

/** The rhythms a form offers; a rule says what these do not. */
export const RHYTHMS = [
  { value: 'business-day', word: 'Every business day' },
  { value: 'week', word: 'Once a week' },
  { value: 'month', word: 'Once a month, on a business day' },
  { value: 'quarter', word: 'Once a quarter, on a business day' },
  { value: 'rule', word: 'By a recurrence rule' },
  { value: 'as-it-is', word: 'As it is' },
] as const
export type Kind = (typeof RHYTHMS)[number]['value']

/** What a form shows of a rhythm. */
export interface Shown {
  kind: Kind
  day: Day
  nth: number | null
  rule: string
}

export function show(rhythm: Rhythm): Shown {
  const plain: Shown = { kind: 'as-it-is', day: 'Mon', nth: 4, rule: 'FREQ=WEEKLY;BYDAY=MO' }
  if (rhythm.every === 'business-day') return { ...plain, kind: 'business-day' }
  if (rhythm.every === 'week') return { ...plain, kind: 'week', day: rhythm.on }
  if (rhythm.every === 'rule') return { ...plain, kind: 'rule', rule: rhythm.rule }
  if (rhythm.every === 'month' && rhythm.on.the === 'business-day')
    return { ...plain, kind: 'month', nth: rhythm.on.nth }
  if (rhythm.every === 'quarter' && rhythm.on.the === 'in-month') {
    const { month, on } = rhythm.on
    if (month === 1 && on.the === 'business-day') return { ...plain, kind: 'quarter', nth: on.nth }
  }
  return plain
}

/** The rhythm a form says; `was` where it leaves it as it is. */
export function read({ kind, day, nth, rule }: Shown, was: Rhythm): Rhythm {
  const on = { the: 'business-day' as const, nth: nth ?? 1 }
  switch (kind) {
    case 'business-day':
      return { every: 'business-day' }
    case 'week':
      return { every: 'week', on: day }
    case 'month':
      return { every: 'month', on }
    case 'quarter':
      return { every: 'quarter', on: { the: 'in-month', month: 1, on } }
    case 'rule':
      return { every: 'rule', rule: rule.trim() }
    case 'as-it-is':
      return was
  }
}
