import type { ActionKind, BatchRow, LogPreset, Treatment } from '../lib/bindings'
import { shortDay, spanWords } from '../lib/days'
import { count, quantity } from '../lib/format'

/** What a log can say of an action, as people call it, in the order of telling. */
export const FIELD: Readonly<Record<string, string>> = {
  id: 'Id',
  time: 'Time',
  workflow: 'Workflow or agent',
  person: 'Person acting',
  action: 'Kind of action',
  instruction: 'Instruction hash',
  'data-sources': 'Data sources',
  'data-as-of': 'Data as of',
  system: 'Tool or system',
  target: 'Target',
  written: 'Field written',
  'source-system': 'Source system',
  rule: 'Updating rule',
  before: 'Before',
  after: 'After',
  generated: 'Generated hash',
  edited: 'Edited hash',
  sent: 'Sent hash',
  confidence: 'Confidence',
  drivers: 'Drivers',
  approver: 'Approver',
  'approved-at': 'Approved at',
  'approval-reason': 'Approval reason',
  permit: 'Ticket or permit',
  'send-count': 'Sent to',
  'export-rows': 'Rows exported',
  'export-to': 'Exported to',
  segment: 'Segment',
  score: 'Score',
  discount: 'Discount in percent',
  status: 'Status',
  errors: 'Errors',
  retries: 'Retries',
  outcome: 'Outcome',
}

/** The kinds of action on the register, the most harmless first. */
export const KIND: Record<ActionKind, string> = {
  summarise: 'Summarise',
  recommend: 'Recommend',
  'generate-internal-text': 'Generate internal text',
  'generate-external-message': 'Generate external message',
  'send-external-message': 'Send external message',
  'enrich-firmographic-field': 'Enrich firmographic field',
  'enrich-regulated-field': 'Enrich regulated or contractual field',
  'create-draft-record': 'Create draft record',
  'merge-records': 'Merge or normalise records',
  'change-stage': 'Change stage',
  'change-amount-or-close-date': 'Change amount or close date',
  'change-score-or-threshold': 'Change score or threshold',
  'change-routing': 'Change routing',
  'export-data': 'Export or sync data',
  'change-permission': 'Change permission',
  'apply-discount': 'Apply discount',
  publish: 'Publish',
  'pause-itself': 'Pause itself',
}

/** What becomes of a column at the door. */
export const TREATMENT: Record<Treatment, string> = {
  keep: 'Kept as written',
  mask: 'First letter only',
  hash: 'Keyed hash',
  drop: 'Left out',
}

/** Systems whose columns need not be mapped by hand. */
export const PRESET: Record<LogPreset, string> = {
  'hubspot-activity': 'HubSpot account activity',
  'salesforce-setup-audit': 'Salesforce Setup Audit Trail',
  'otel-genai': 'OpenTelemetry GenAI spans',
}

/** The columns of rejected rows. */
export const REJECTED = ['Code', 'Reason'] as const

/** `2026-09-03 to 2026-09-30`: from the first row to the last. */
export function covers({ first, last }: Pick<BatchRow, 'first' | 'last'>): string {
  if (!first || !last) return 'No time'
  const [from, to] = [first.slice(0, 10), last.slice(0, 10)]
  return from === to ? shortDay(from) : spanWords(from, to)
}

/** What is to be known of a batch's completeness, in a sentence; none where nothing is. */
export function completeness(batch: Pick<BatchRow, 'empty_days' | 'gaps'>): string {
  if (!batch.empty_days) return 'No day between the first and the last is without a row.'
  const longest = batch.gaps.reduce((a, b) => (b.days > a.days ? b : a), batch.gaps[0]!)
  const { from, to } = longest
  const run = from === to ? shortDay(from) : spanWords(from, to)
  return `${count(batch.empty_days, 'day')} without a row in ${count(batch.gaps.length, 'gap')}; the longest is ${run}.`
}

/** A size in bytes as people say it. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${quantity(Math.round(bytes / 1000))} kB`
  return `${quantity(Math.round(bytes / 1_000_000))} MB`
}
