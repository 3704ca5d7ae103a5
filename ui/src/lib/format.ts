/** How moments, names and numbers are written. Entry numbers are names and take no separator. */

const MINUTE = 60_000

/** `Mon 16 Nov 2026, 10:18:27`, in the zone given (the machine's by default). */
export function moment(at: Date, zone?: string): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      ...(zone ? { timeZone: zone } : {}),
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const { weekday, day, year, hour, minute, second } = parts
  const month = parts['month']?.slice(0, 3) ?? ''
  return `${weekday} ${day} ${month} ${year}, ${hour}:${minute}:${second}`
}

/** `Mon 16 Nov 2026` */
export function day(at: Date, zone?: string): string {
  return moment(at, zone).split(',')[0] ?? ''
}

/** `10:18:27` */
export function clock(at: Date, zone?: string): string {
  return moment(at, zone).split(', ')[1] ?? ''
}

/** `Mon 16 Nov 2026, 10:18` */
export function toTheMinute(at: Date, zone?: string): string {
  return moment(at, zone).slice(0, -3)
}

/** Seconds as a timer shows them, in minutes however many: `3:12`, `62:07`. */
export function timer(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** What is left or over, coarsely: `19 min`, `4 h 54 m`, `2 days`. */
export function span(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / MINUTE)
  if (minutes < 60) return `${minutes} min`
  if (minutes < 48 * 60)
    return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} m`
  return `${Math.floor(minutes / 1440)} days`
}

/** A quantity with separators: `4,836`. */
export function quantity(value: number): string {
  return value.toLocaleString('en-GB')
}

/** `EUR 12,000.50`, as the desk's own sentences have it: the amount as stated, never rounded. */
export function money(amount: string, currency: string): string {
  const [whole = '', rest] = amount.replace('-', '−').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${currency}\u00a0${grouped}${rest ? `.${rest}` : ''}`
}

/** `1 row`, `2 rows`. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${quantity(value)} ${value === 1 ? one : many}`
}

/** Up to two first letters of a name, whole characters in any script. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words
  return picked
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}

/** The first eight digits of a root as two groups of four. */
export function shortHead(root: string): string {
  return root.slice(0, 8).replace(/(.{4})(?=.)/g, '$1 ')
}

/** A fingerprint in groups of four, to be read aloud and compared. */
export function inFours(hex: string): string {
  return hex.match(/.{1,4}/g)?.join(' ') ?? hex
}

/** `F. Adeyemi`: how a person is named in a dense table. A single name stays as it is. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = [...(words[0] ?? '')][0]
  return words.length > 1 && /\p{Script=Latin}/u.test(first ?? '')
    ? `${first}. ${words.slice(1).join(' ')}`
    : name
}

/** `2026-11-16`: the day in the zone given, as operations take it. */
export function isoDay(at: Date, zone?: string): string {
  // Put together from its parts: no locale writes a day this way in every web view.
  const parts = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(zone ? { timeZone: zone } : {}),
  }).formatToParts(at)
  const of = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? ''
  return `${of('year')}-${of('month')}-${of('day')}`
}

/** Words amid others: their first letter small, unless they begin with a period such as `W46`. */
export function amid(words: string): string {
  return /^\S*\d\b/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)
}
