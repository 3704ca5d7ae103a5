import { address } from '../frame/place.svelte'
import type { DecisionView, RegisterRow } from '../lib/bindings'
import type { Start } from './draft.svelte'
import { toGoLive } from './live'

/** Whether it ended without changing anything, so that it may be proposed anew. */
export function mayBeAnew({ row }: DecisionView): boolean {
  return ['rejected', 'lapsed', 'stale', 'withdrawn'].includes(row.state)
}

/**
 * The same proposal again, on what stands now. Nothing where it was put together on a screen of its
 * own (`whereMade`): there it is made again, from what stands there.
 */
export function anew(view: DecisionView, register: readonly RegisterRow[]): Start | undefined {
  const { row, undoes, request, differences } = view
  const words: Start = {
    kind: row.kind,
    title: row.title ?? '',
    rationale: view.rationale ?? '',
    rollbackPlan: view.rollback_plan ?? '',
    lead: `As ${row.decision} was, held against what stands now.`,
    workflow: row.workflow ?? undefined,
  }
  if (request) return { ...words, request }
  if (undoes) return { ...words, change: { of: 'undo', decision: undoes } }
  const known = register.find(({ workflow }) => workflow === row.workflow)
  if (!known) return undefined
  if (row.kind === 'launch' || row.kind === 'restart') {
    const again = toGoLive(known)
    return again?.kind === row.kind ? { ...words, change: again.change } : undefined
  }
  const apart = differences.filter(({ outside }) => outside)
  return apart.length === differences.length ? { ...words, outside: apart } : undefined
}

/** The address at which such a change is put together; nothing where that is the sheet itself. */
export function whereMade({ row }: DecisionView): string | undefined {
  if (row.workflow) return address('register', row.workflow)
  if (row.kind === 'raci-matrix') return address('raci')
  if (row.kind === 'policy-adoption') return address('policies')
  return row.kind === 'rule-setting' ? address('settings', 'rules') : undefined
}
