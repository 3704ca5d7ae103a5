import type { EvidenceAsked, RightGiven, RightShown } from '../lib/bindings'

/** Evidence that a right can ask to be shown. */
export const EVIDENCE: Record<EvidenceAsked, string> = {
  samples: 'samples',
  'no-open-high-exception': 'no high exception open',
  'metrics-hold': 'metrics hold',
  'drift-stable': 'no drift',
  'drill-passed': 'drill passed',
  'rollback-plan': 'rollback plan',
}

/** A right as it is given back: roles by their identifiers. */
export function given(right: RightShown): RightGiven {
  const roles = (of: RightShown['approve']) => of.map(({ role }) => role)
  const { kind, workflow, consult_first, how, hours, evidence } = right
  return {
    kind,
    workflow,
    propose: roles(right.propose),
    consult: roles(right.consult),
    consult_first,
    approve: roles(right.approve),
    how,
    hours,
    evidence: [...evidence],
  }
}

/** The whole set, with one right of it changed. */
export function changed(all: readonly RightShown[], right: RightGiven): RightGiven[] {
  const same = (one: RightShown) => one.kind === right.kind && one.workflow === right.workflow
  return all.map((one) => (same(one) ? right : given(one)))
}
