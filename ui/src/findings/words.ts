import { address } from '../frame/place.svelte'
import type { Fact, Finding, FindingCounts, MendPlace } from '../lib/bindings'
import type { Shape } from '../kit/shape'

/** How the page of a workflow calls a fact; permissions and what is missing here stand alone. */
const FACT: Partial<Record<Fact, string>> = {
  owner: 'Owner',
  approver: 'Approver',
  'kill-switch-owner': 'Kill switch',
  raci: 'RACI row',
  'next-review': 'Next review',
  'write-stage': 'Write stage',
  'data-risks': 'Data risk',
  'rollback-plan': 'Rollback plan',
  logs: 'Logs',
  metrics: 'Metrics',
  certifications: 'Certifications',
  permissions: 'Allowed actions',
}

/** The address at which a finding is mended. */
export function mendAddress({ screen, about, fact }: MendPlace): string {
  if (screen === 'people') return address('settings', 'people')
  return address(screen, about ?? undefined, fact ? FACT[fact] : undefined)
}

/** What tells one finding from another. */
export function keyOf({ rule, about, part }: Finding): string {
  return [rule, about, part ?? ''].join(' ')
}

/** `WF-0007`, `decisions`; the workspace as a whole has no reference of its own. */
export function referenceOf({ about }: { about: string }): string {
  return about === 'workspace' ? '' : about
}

export function shapeOf({ blocks }: { blocks: boolean }): Shape {
  return blocks ? 'breach' : 'attention'
}

/** `9 found, 3 blocking, 1 put off` */
export function countWords({ all, blocking, put_off }: FindingCounts): string {
  if (all === 0) return 'none found'
  return [
    `${all} found`,
    blocking ? `${blocking} blocking` : '',
    put_off ? `${put_off} put off` : '',
  ]
    .filter(Boolean)
    .join(', ')
}
