import type { RegisterColumn, RegisterRow } from '../lib/bindings'
import { approverWords, KIND, nameOf, PHASE, RISK, STAGE_WORD, STATUS, TIER } from './words'

/** A column of the register: its head, how wide it is, what it sorts and groups by. */
export interface Column {
  head: string
  /** In rem; the workflow's name takes what is left. */
  width: number
  /** What rows sort by; null comes last, whichever way they are sorted. */
  by: (row: RegisterRow) => string | number | null
  /** Figures stand at the right. */
  figures?: boolean
}

export const COLUMNS: Record<RegisterColumn, Column> = {
  reference: { head: 'Ref', width: 5.5, by: ({ workflow }) => Number(workflow.slice(3)) },
  name: { head: 'Workflow', width: 14, by: nameOf },
  phase: { head: 'Phase', width: 9.5, by: ({ phase }) => place(PHASE, phase) },
  kind: { head: 'Kind', width: 7.125, by: ({ kind }) => kind && KIND[kind] },
  tier: { head: 'Tier', width: 3, by: ({ tier }) => tier && TIER[tier].number },
  stage: { head: 'Writes', width: 6.75, by: ({ write_stage }) => place(STAGE_WORD, write_stage) },
  status: { head: 'Status', width: 6.5, by: ({ status }) => place(STATUS, status) },
  'found-live': { head: 'Found live', width: 5.5, by: (row) => (row.found_live ? 0 : 1) },
  owner: { head: 'Owner', width: 6.5, by: ({ owner }) => owner },
  approver: { head: 'Approver', width: 6.5, by: (row) => row.approver && approverWords(row) },
  'kill-switch': { head: 'Kill switch', width: 6.5, by: (row) => row.kill_switch_owner },
  risk: {
    head: 'Data risk',
    width: 7.75,
    by: (row) => row.data_risks && row.data_risks.map((risk) => RISK[risk].word).join(' '),
  },
  guardrails: {
    head: 'Guardrails',
    width: 5.25,
    by: (row) => row.guardrails.length,
    figures: true,
  },
  permitted: { head: 'Actions', width: 4.5, by: (row) => row.permitted, figures: true },
  vendor: { head: 'Vendor', width: 7, by: ({ vendor }) => vendor },
  model: { head: 'Model', width: 6, by: ({ model }) => model },
  certifications: {
    head: 'Certified',
    width: 8,
    by: (row) => row.certifications.map(({ words }) => words).join(', ') || null,
  },
  'next-review': { head: 'Review', width: 8.25, by: (row) => row.next_review },
  raci: { head: 'RACI row', width: 8, by: ({ raci }) => raci },
  kpis: { head: 'KPIs', width: 9, by: (row) => row.kpis[0] ?? null },
  logs: { head: 'Logs', width: 8, by: ({ logs }) => logs },
}

/** What is shown unless somebody chose otherwise. */
export const USUAL: readonly RegisterColumn[] = [
  'reference',
  'name',
  'kind',
  'tier',
  'stage',
  'status',
  'owner',
  'approver',
  'risk',
  'guardrails',
  'next-review',
]

/** What rows can be put in groups by, with the name of a row's group. */
export const GROUPS: Partial<Record<RegisterColumn, (row: RegisterRow) => string>> = {
  phase: ({ phase }) => (phase ? PHASE[phase] : 'Phase not stated'),
  kind: ({ kind }) => (kind ? KIND[kind] : 'Kind not stated'),
  tier: ({ tier }) => (tier ? `${TIER[tier].number} ${TIER[tier].word}` : 'No tier'),
  status: ({ status }) => STATUS[status].word,
  owner: ({ owner }) => owner ?? 'Vacant',
  vendor: ({ vendor }) => vendor ?? 'No vendor stated',
}

function place(table: object, key: string | null): number | null {
  return key === null ? null : Object.keys(table).indexOf(key)
}
