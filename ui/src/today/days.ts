import { isoDay } from '../lib/format'

/** Whether two moments fall on one day of the zone. */
export function sameDay(one: Date, other: Date, zone?: string): boolean {
  return isoDay(one, zone) === isoDay(other, zone)
}

/** `Thu` */
export function weekday(at: Date, zone?: string): string {
  return written(at, { weekday: 'short' }, zone)
}

/** `15 Dec` */
export function shortDay(at: Date, zone?: string): string {
  return written(at, { day: 'numeric', month: 'short' }, zone)
}

/** `Monday 16 November` */
export function longDay(at: Date, zone?: string): string {
  return written(at, { weekday: 'long', day: 'numeric', month: 'long' }, zone).replace(',', '')
}

function written(at: Date, parts: Intl.DateTimeFormatOptions, zone?: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    ...parts,
    ...(zone ? { timeZone: zone } : {}),
  }).format(at)
}
