import type { LogOrigin } from '../lib/bindings'
import { readTime } from '../lib/days'

/** Where a log comes from, as it is being typed. */
export interface Origin {
  source: string
  query: string
  by: string
  /** `2026-11-16`, or empty. */
  day: string
  /** A time of that day. */
  time: string
  workflow: string | undefined
}

export const UNSAID: Origin = {
  source: '',
  query: '',
  by: '',
  day: '',
  time: '',
  workflow: undefined,
}

/** When the log was pulled: nothing where that is not said, undefined where it makes no sense. */
export function pulledAt({ day, time }: Origin, today: string): string | null | undefined {
  if (!day && !time.trim()) return null
  const read = readTime(time)
  return day && day <= today && read ? `${day}T${read}` : undefined
}

/** What the desk is told; undefined while something of it is missing. */
export function stated(origin: Origin, today: string): LogOrigin | undefined {
  const { source, query, by, workflow } = origin
  const at = pulledAt(origin, today)
  if (at === undefined || !source.trim()) return undefined
  return { source, query, pulled_at: at, pulled_by: by, workflow: workflow ?? null }
}
