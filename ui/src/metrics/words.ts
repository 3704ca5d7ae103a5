import type { Shape } from '../kit/shape'
import type { Class, Derived, Direction, Mark, MetricState, Span, Unit } from '../lib/bindings'

/** Where a metric stands, in a word or two beside its shape. */
export const STATE: Record<MetricState, { shape: Shape; word: string }> = {
  emergency: { shape: 'breach', word: 'two periods worse' },
  breach: { shape: 'breach', word: 'past its limit' },
  worse: { shape: 'attention', word: 'worse than baseline' },
  missing: { shape: 'retired', word: 'missing' },
  warned: { shape: 'attention', word: 'wants attention' },
  unjudged: { shape: 'open', word: 'no baseline' },
  held: { shape: 'fine', word: 'in line' },
  'not-measured': { shape: 'draft', word: 'not measured yet' },
  retired: { shape: 'na', word: 'measured no longer' },
}

export const MARK: Record<Mark, Shape> = {
  missing: 'retired',
  nothing: 'na',
  running: 'now',
  unjudged: 'open',
  held: 'fine',
  warned: 'attention',
  worse: 'attention',
  breach: 'breach',
}

export const CLASS: Record<Class, string> = {
  quality: 'Quality',
  business: 'Business',
  risk: 'Risk',
  drift: 'Drift',
  adoption: 'Adoption',
  operations: 'Operations',
}

/** What the desk counts itself. */
export const DERIVED: Record<Derived, string> = {
  'override-rate': 'Override rate',
  'approval-queue-time': 'Approval queue time',
  'sla-breaches': 'SLA breaches',
  'sample-error-rate': 'Sample error rate',
  'reviews-held': 'Reviews held',
  'findings-open': 'Findings open',
}

/** How the desk counts it: what its values mean follows from that. */
export const COUNTED: Record<Derived, { unit: Unit; direction: Direction }> = {
  'override-rate': { unit: 'count', direction: 'lower' },
  'approval-queue-time': { unit: 'hours', direction: 'lower' },
  'sla-breaches': { unit: 'count', direction: 'lower' },
  'sample-error-rate': { unit: 'percent', direction: 'lower' },
  'reviews-held': { unit: 'percent', direction: 'higher' },
  'findings-open': { unit: 'count', direction: 'lower' },
}

export const UNIT: Record<Unit, string> = {
  count: 'Things counted',
  percent: 'Per cent',
  minutes: 'Minutes',
  hours: 'Hours',
  days: 'Days',
  money: 'Money',
  points: 'Points',
}

export const SPAN: Record<Span, string> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
}

export const DIRECTION: Record<Direction, string> = {
  higher: 'Higher is better',
  lower: 'Lower is better',
}

export function options<T extends string>(words: Record<T, string>): { value: T; word: string }[] {
  return Object.entries<string>(words).map(([value, word]) => ({ value: value as T, word }))
}
