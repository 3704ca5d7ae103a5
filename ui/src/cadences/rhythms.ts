import type { CadenceRhythm as Rhythm, DayOfMonth, OnHoliday } from '../lib/bindings'

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

export const RHYTHMS = [
  { value: 'business-day', word: 'Every business day' },
  { value: 'day', word: 'Daily, on chosen days' },
  { value: 'week', word: 'Once a week' },
  { value: 'month', word: 'Once a month' },
  { value: 'quarter', word: 'Once a quarter' },
  { value: 'rule', word: 'By a recurrence rule' },
] as const satisfies readonly { value: Rhythm['every']; word: string }[]

/** How a day of a month is chosen. */
export const CHOICES = [
  { value: 'business-day', word: 'A business day' },
  { value: 'weekday', word: 'A day of the week' },
  { value: 'date', word: 'A day by its number' },
] as const satisfies readonly { value: DayOfMonth['the']; word: string }[]

/** Where in a quarter. */
export const IN_QUARTER = [
  { value: '1', word: 'In its first month' },
  { value: '2', word: 'In its second month' },
  { value: '3', word: 'In its third month' },
  { value: 'after-end', word: 'Days after the quarter before has ended' },
] as const
type InQuarter = (typeof IN_QUARTER)[number]['value']

const PLACES = ['First', 'Second', 'Third', 'Fourth']
const place = (nth: number) => PLACES[nth - 1] ?? `${nth}th`

export const NTH_WEEKDAYS = [
  ...[1, 2, 3, 4].map((value) => ({ value, word: place(value) })),
  { value: -1, word: 'Last' },
]
const FIFTEEN = Array.from({ length: 15 }, (_, index) => index + 1)
export const NTH_BUSINESS_DAYS = [
  ...FIFTEEN.map((value) => ({ value, word: place(value) })),
  ...FIFTEEN.map((back) => ({
    value: -back,
    word: back === 1 ? 'Last' : `${place(back)} from last`,
  })),
]

/** What a day off does; `usual` leaves it to the rhythm. */
export type DayOff = OnHoliday | 'usual'

export function daysOff(every: Rhythm['every']): { value: DayOff; word: string }[] {
  const daily = every === 'business-day' || every === 'day'
  const seldom = every === 'month' || every === 'quarter'
  return [
    { value: 'usual', word: daily ? 'As usual: none is held' : 'As usual: it moves' },
    ...(seldom ? [] : [{ value: 'skip' as const, word: 'None is held' }]),
    { value: 'move', word: 'It moves to the next business day' },
    { value: 'keep', word: 'It stays where it is' },
  ]
}

/** Everything a form can say of a rhythm, also what another kind of it would want. */
export interface Shown {
  every: Rhythm['every']
  /** Of `day`. */
  days: Day[]
  /** Of `week`. */
  day: Day
  /** Of `month` and `quarter`. */
  the: DayOfMonth['the']
  businessDay: number
  nth: number
  weekday: Day
  date: number | null
  within: InQuarter
  after: number | null
  rule: string
}

export function show(rhythm: Rhythm): Shown {
  const plain: Shown = {
    every: rhythm.every,
    days: ['Mon', 'Wed', 'Fri'],
    day: 'Mon',
    the: 'business-day',
    businessDay: 4,
    nth: 1,
    weekday: 'Mon',
    date: 15,
    within: '1',
    after: 14,
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
  }
  switch (rhythm.every) {
    case 'business-day':
      return plain
    case 'day':
      return { ...plain, days: rhythm.on }
    case 'week':
      return { ...plain, day: rhythm.on }
    case 'month':
      return { ...plain, ...ofMonth(rhythm.on) }
    case 'quarter':
      if (rhythm.on.the === 'days-after-end')
        return { ...plain, within: 'after-end', after: rhythm.on.days }
      return { ...plain, ...ofMonth(rhythm.on.on), within: within(rhythm.on.month) }
    case 'rule':
      return { ...plain, rule: rhythm.rule }
  }
}

/** The rhythm a form says. A number that is missing is sent as none, and the desk says so. */
export function read(shown: Shown): Rhythm {
  switch (shown.every) {
    case 'business-day':
      return { every: 'business-day' }
    case 'day':
      return { every: 'day', on: DAYS.map(({ value }) => value).filter(chosen(shown.days)) }
    case 'week':
      return { every: 'week', on: shown.day }
    case 'month':
      return { every: 'month', on: dayOfMonth(shown) }
    case 'quarter':
      if (shown.within === 'after-end')
        return { every: 'quarter', on: { the: 'days-after-end', days: shown.after ?? 0 } }
      return {
        every: 'quarter',
        on: { the: 'in-month', month: Number(shown.within), on: dayOfMonth(shown) },
      }
    case 'rule':
      return { every: 'rule', rule: shown.rule.trim().toUpperCase() }
  }
}

const chosen = (days: readonly Day[]) => (day: Day) => days.includes(day)

function within(month: number): InQuarter {
  return month === 2 ? '2' : month === 3 ? '3' : '1'
}

function ofMonth(on: DayOfMonth): Partial<Shown> {
  switch (on.the) {
    case 'business-day':
      return { the: on.the, businessDay: on.nth }
    case 'weekday':
      return { the: on.the, nth: on.nth, weekday: on.day }
    case 'date':
      return { the: on.the, date: on.day }
  }
}

function dayOfMonth({ the, businessDay, nth, weekday, date }: Shown): DayOfMonth {
  switch (the) {
    case 'business-day':
      return { the, nth: businessDay }
    case 'weekday':
      return { the, nth, day: weekday }
    case 'date':
      return { the, day: date ?? 0 }
  }
}
