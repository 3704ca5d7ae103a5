import type { ExceptionRow } from '../lib/bindings'
import { isOpen } from './words'

/** What can be done about an exception. */
export type Deed =
  | 'acknowledge'
  | 'resume'
  | 'resolve'
  | 'wait'
  | 'assign'
  | 'severity'
  | 'link'
  | 'action'
  | 'postmortem'
  | 'reopen'

export interface Act {
  deed: Deed
  word: string
  keys: string
  /** Why it cannot be done now. */
  blocked?: string | undefined
}

/** The deeds that an exception's stage allows, the likeliest first. */
export function acts(row: ExceptionRow, blocked: string | undefined): Act[] {
  const theirs = `${row.routed_name}, RevOps or the executive sponsor see to it`
  const kept = blocked ?? (row.mine ? undefined : theirs)
  const act = (deed: Deed, word: string, keys: string, why: string | undefined): Act => ({
    deed,
    word,
    keys,
    blocked: why,
  })
  const learnt = row.postmortem ? 'Amend the postmortem' : 'Write the postmortem'
  const action = act('action', 'Raise an action item', 'T', blocked)
  if (!isOpen(row)) {
    const again = blocked ?? (row.may_reopen ? undefined : theirs)
    return [
      act('reopen', 'Reopen', 'R', again),
      ...(row.severe || row.postmortem ? [act('postmortem', learnt, 'P', again)] : []),
      action,
      act('link', 'Link a decision', 'D', again),
    ]
  }
  const waits = row.stage === 'waiting'
  return [
    ...(row.stage === 'open' || row.stage === 'reopened'
      ? [act('acknowledge', 'Acknowledge', 'A', kept)]
      : []),
    act('resolve', 'Resolve', 'Enter', kept ?? row.waits_for ?? undefined),
    waits ? act('resume', 'Go on', 'W', kept) : act('wait', 'Wait', 'W', kept),
    act('assign', 'Hand over', 'H', kept),
    ...(row.may_set.length ? [act('severity', 'Set its severity', 'S', blocked)] : []),
    action,
    act('link', 'Link a decision', 'D', kept),
    ...(row.severe ? [act('postmortem', learnt, 'P', kept)] : []),
  ]
}
