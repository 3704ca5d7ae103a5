import type { Shape } from '../kit/shape'
import type {
  DecisionRow,
  DecisionState,
  DecisionsView,
  How,
  PermitState,
  RightShown,
  VoteVerdict,
} from '../lib/bindings'
import { span } from '../lib/format'

export const STATE: Record<DecisionState, { shape: Shape; word: string }> = {
  proposed: { shape: 'now', word: 'Proposed' },
  approved: { shape: 'waits', word: 'Approved, not applied' },
  rejected: { shape: 'breach', word: 'Rejected' },
  lapsed: { shape: 'na', word: 'Lapsed' },
  withdrawn: { shape: 'retired', word: 'Withdrawn' },
  stale: { shape: 'attention', word: 'Stale' },
  applied: { shape: 'fine', word: 'Applied' },
  'rolled-back': { shape: 'retired', word: 'Rolled back' },
}

/** What a state means for whoever wanted the change, and what to do; nothing where it speaks for itself. */
export const MEANS: Partial<Record<DecisionState, string>> = {
  approved:
    'Every approval is there. Something stood in the way of applying it; once that is gone, apply it.',
  rejected:
    'Somebody who approves refused it, so nothing changed. Read why, then propose something else.',
  lapsed:
    'Its time passed before every approval was there. Nothing changed; propose it anew if it is still wanted.',
  stale:
    'What it would change was changed since it was proposed, so no vote can count. Look at how it stands now, then propose it anew.',
  withdrawn: 'It was taken back before it was decided. Nothing changed.',
  'rolled-back': 'It was applied, and a later decision put back what stood before.',
}

export const VERDICT: Record<VoteVerdict, { shape: Shape; word: string; verb: string }> = {
  approve: { shape: 'fine', word: 'approves', verb: 'Approve' },
  refuse: { shape: 'breach', word: 'refuses', verb: 'Refuse' },
  agree: { shape: 'fine', word: 'agrees', verb: 'Agree' },
  object: { shape: 'attention', word: 'objects', verb: 'Object' },
}

export const PERMIT: Record<PermitState, { shape: Shape; word: string }> = {
  open: { shape: 'open', word: 'Open' },
  'used-up': { shape: 'fine', word: 'Used up' },
  expired: { shape: 'na', word: 'Expired' },
  revoked: { shape: 'retired', word: 'Revoked' },
  exceeded: { shape: 'breach', word: 'Exceeded' },
}

/** Whether a reference is a permit's, which stands in the list of them and has no page. */
export function isPermit(reference: string): boolean {
  return reference.startsWith('PRM-')
}

export const HOW: Record<How, string> = {
  any: 'any of them',
  all: 'all of them',
  'in-order': 'all, in this order',
}

/** Whether two sides are too long to be read beside each other: then one is told from the other by word. */
export function isLong(before: string | null, after: string | null): boolean {
  return (before?.length ?? 0) + (after?.length ?? 0) > 320
}

export function titleOf({ title }: Pick<DecisionRow, 'title'>): string {
  return title ?? '(erased)'
}

export function isOpen({ state }: Pick<DecisionRow, 'state'>): boolean {
  return state === 'proposed' || state === 'approved'
}

/** Less than this before it lapses, a decision's clock asks for attention. */
export const NEAR = 24 * 3_600_000

/** What is left until a decision lapses. */
export interface Left {
  words: string
  near: boolean
  /** Of the time it had when it was proposed, 0 to 1. */
  share: number
}

/** What is left until it lapses; nothing of one that lapses no more. */
export function left(row: DecisionRow, now: Date): Left | undefined {
  if (row.state !== 'proposed') return undefined
  const until = Date.parse(row.until)
  const rest = until - now.getTime()
  const whole = until - Date.parse(row.at)
  return rest > 0 ? { words: span(rest), near: rest < NEAR, share: rest / whole } : undefined
}

/** What the decision waits for now, in a few words. */
export function waitsFor(row: DecisionRow): string {
  if (row.state === 'approved') return 'being applied'
  if (row.hears.length) return `${row.hears.join(', ')} to be heard`
  return row.wants.length ? row.wants.join(', ') : '–'
}

/** Part of the queue. */
export interface Group {
  title: string
  rows: DecisionRow[]
}

/** The queue: what waits for me, what I proposed, what is open, what is settled. */
export function queue(view: DecisionsView, me: string | undefined): Group[] {
  const mine = (row: DecisionRow) => !row.asked_of_me && row.by === me
  return [
    { title: 'Waits for you', rows: view.open.filter((row) => row.asked_of_me) },
    { title: 'Proposed by you', rows: view.open.filter(mine) },
    { title: 'Open', rows: view.open.filter((row) => !row.asked_of_me && !mine(row)) },
    { title: 'Settled', rows: view.over },
  ].filter(({ rows }) => rows.length > 0)
}

/** `+0.08`, `−16 days`: how far a figure moves, where both are figures of one unit. */
export function moved(before: string | null, after: string | null): string {
  const figure = /^(-?\d+(?:\.\d+)?)(\D.*)?$/
  const [was, is] = [figure.exec(before ?? ''), figure.exec(after ?? '')]
  if (!was || !is || (was[2] ?? '') !== (is[2] ?? '')) return ''
  const decimals = Math.max(...[was[1], is[1]].map((one) => one?.split('.')[1]?.length ?? 0))
  const by = Number(is[1]) - Number(was[1])
  const sign = by < 0 ? '−' : '+'
  return by === 0 ? '' : `${sign}${Math.abs(by).toFixed(decimals)}${was[2] ?? ''}`
}

/** `RevOps or Security`, `CRO, then Sponsor`: who approves, as the right counts them. */
export function approvers({ approve, how }: Pick<RightShown, 'approve' | 'how'>): string {
  const join: Record<How, string> = { any: ' or ', all: ' and ', 'in-order': ', then ' }
  return approve.map(({ name }) => name).join(join[how]) || 'nobody'
}
