/** Days as operations take them (`2026-11-16`), read, moved and written without any time zone. */

const DAY = 86_400_000

/** The day typed, as `2026-11-16`; also read: `16.11.2026`, `2026/11/16`, `20261116`. */
export function readDay(typed: string): string | undefined {
  const words = typed.trim()
  const found =
    /^(?<y>\d{4})[-/. ]?(?<m>\d{1,2})[-/. ]?(?<d>\d{1,2})$/.exec(words) ??
    /^(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>\d{4})$/.exec(words)
  const { y = '', m = '', d = '' } = found?.groups ?? {}
  const iso = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return found && isDay(iso) ? iso : undefined
}

/** Whether it is a day that exists, written as operations take it. */
export function isDay(iso: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return false
  const at = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso)
}

/** So many days later, or earlier. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** So many months later, or earlier; the last day of a shorter month. */
export function addMonths(iso: string, months: number): string {
  const at = new Date(`${iso}T00:00:00Z`)
  const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(at.getUTCDate(), last))
  return first.toISOString().slice(0, 10)
}

/** `Mon 16 Nov 2026` */
export function dayWords(iso: string): string {
  const at = new Date(`${iso}T00:00:00Z`)
  const name = (what: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...what, timeZone: 'UTC' }).format(at).slice(0, 3)
  return `${name({ weekday: 'short' })} ${at.getUTCDate()} ${name({ month: 'short' })} ${at.getUTCFullYear()}`
}

/** `from 1 Jul 2026`, `1 Jul 2026 to 3 Aug 2026` without the weekdays. */
export function spanWords(from: string, to: string | null): string {
  return to === null ? `from ${shortDay(from)}` : `${shortDay(from)} to ${shortDay(to)}`
}

/** `16 Nov 2026` */
export function shortDay(iso: string): string {
  return dayWords(iso).slice(4)
}

/** `9:05`, `0905` and `09.05` as `09:05`; nothing when it is no time of the day. */
export function readTime(typed: string): string | undefined {
  const found = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/.exec(typed.trim())
  return found ? `${found[1]?.padStart(2, '0')}:${found[2]}` : undefined
}
