import type { MonthDay, ReviewRow } from '../lib/bindings'
import { addDays, addMonths, dayWords } from '../lib/days'
import { clock, count } from '../lib/format'
import { STATE } from './words'

const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

/** `November 2026` */
export function monthWords(month: string): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`
}

/** Where a key leads from a day: by day, week and month, to the ends of its week. */
export function step(day: string, key: string): string | undefined {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return addDays(day, -weekday)
    case 'End':
      return addDays(day, 6 - weekday)
    case 'PageUp':
      return addMonths(day, -1)
    case 'PageDown':
      return addMonths(day, 1)
    default:
      return undefined
  }
}

/** The days in rows of seven, Monday first. */
export function weeks(days: readonly MonthDay[]): MonthDay[][] {
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    days.slice(week * 7, week * 7 + 7),
  )
}

/** `10:00` in the zone given. */
export function timeOf(row: ReviewRow, zone: string): string {
  return clock(new Date(row.due), zone).slice(0, 5)
}

/** A day as a screen reader says it. */
export function spoken(day: MonthDay, today: string, zone: string): string {
  const reviews = day.reviews.map(
    (row) => `${row.name}, ${STATE[row.state].word}, ${timeOf(row, zone)}`,
  )
  return [
    dayWords(day.date),
    ...(day.date === today ? ['today'] : []),
    ...(day.holiday ? [`holiday: ${day.holiday}`] : day.business ? [] : ['no business day']),
    ...(reviews.length ? [count(reviews.length, 'review'), ...reviews] : ['no review']),
  ].join('. ')
}
