import type {
  ChangeShown,
  Given,
  HistoryRow,
  RegisterRow,
  RegisterView,
  RejectedRow,
  Status,
  WorkflowPage,
} from '../../src/lib/bindings'
import type { Desk } from './desk'
import { blankWorkflow, samplePermissions, WORKFLOWS } from './samples'
import { check, NOW, problem, record, type State } from './state'

const TIERS = [null, 'suggest', 'draft', 'execute-with-approval', 'execute-autonomously']

export function view({ workflows, entry }: State): RegisterView {
  const sum = (at: number) => workflows.filter(({ tier }) => tier === TIERS[at]).length
  return {
    workflows,
    live: workflows.filter(({ status }) => status === 'live').length,
    tiers: [sum(1), sum(2), sum(3), sum(4), sum(0)],
    as_of: entry,
  }
}

const NOTED: RejectedRow[] = [
  {
    line: 5,
    column: 'Phase',
    code: 'not-recognised',
    says: '“Nowhere” is not one phase of: data sourcing, outreach. The field is left empty.',
    row: 'Lead scoring',
  },
]

const REJECTED: RejectedRow[] = [
  {
    line: 7,
    column: 'Tier',
    code: 'unknown-tier',
    says: '“5” is no tier; write 1 to 4.',
    row: 'Competitor alerts',
  },
  {
    line: 12,
    column: null,
    code: 'too-many-cells',
    says: 'The row has 14 cells, the head 12.',
    row: 'Deck builder',
  },
]

const histories = new WeakMap<State, Map<string, HistoryRow[]>>()

function history(state: State, workflow: string): HistoryRow[] {
  const all = histories.get(state) ?? new Map<string, HistoryRow[]>()
  histories.set(state, all)
  const rows = all.get(workflow) ?? [
    {
      entry: 212,
      at: '2026-10-26T09:12:00+01:00',
      by_name: 'Rafael Castellanos',
      why: 'Two wrong merges in one week',
      changes: [{ fact: 'Send external message', before: 'tier 4', after: 'tier 3 (400 a day)' }],
    },
    { entry: 41, at: '2026-09-14T08:00:00+02:00', by_name: 'Maren Okafor', why: null, changes: [] },
  ]
  all.set(workflow, rows)
  return rows
}

function rowOf(state: State, workflow: string): RegisterRow {
  const row = state.workflows.find((one) => one.workflow === workflow)
  if (!row) throw problem('unknown', `${workflow} is not known in this workspace.`)
  return row
}

const NEXT: Record<Status, Status[]> = {
  draft: ['paused', 'retired'],
  live: ['paused', 'retired'],
  paused: ['draft', 'retired'],
  stopped: ['retired'],
  retired: ['draft'],
}

function page(state: State, workflow: string): WorkflowPage {
  const row = rowOf(state, workflow)
  return {
    row: structuredClone(row),
    permissions: samplePermissions(row),
    next: NEXT[row.status],
    history: structuredClone(history(state, workflow)),
  }
}

/** Enough of describing for the screens: words, lists and choices. */
function describe(state: State, row: RegisterRow, { fact, to }: Given): void {
  if (fact === 'owner' || fact === 'kill-switch-owner') {
    const name = state.people.find(({ person }) => person === to)?.name ?? null
    if (fact === 'owner')
      Object.assign(row, { owner: name, owner_person: to, owner_known: name !== null })
    else Object.assign(row, { kill_switch_owner: name, kill_switch_person: to })
  } else if (fact === 'name') {
    const taken = state.workflows.find((one) => one !== row && one.name === to)
    if (taken) throw problem('name-taken', `${taken.workflow} is already called “${to}”.`)
    row.name = to
  } else if (fact !== 'permission' && fact !== 'certifications' && fact !== 'cost-benefit')
    Object.assign(row, { [fact.replaceAll('-', '_')]: to === '' ? null : to })
}

function changed(before: RegisterRow, after: RegisterRow): ChangeShown[] {
  const told = (value: unknown) => (value === null ? null : String(value))
  return (Object.keys(after) as (keyof RegisterRow)[])
    .filter((key) => key !== 'changed_entry' && told(before[key]) !== told(after[key]))
    .map((key) => ({ fact: key, before: told(before[key]), after: told(after[key]) }))
}

export const register = {
  register: view,
  add_workflow(state, { name, ...facts }) {
    check(state)
    const taken = state.workflows.find((row) => row.name?.toLowerCase() === name.toLowerCase())
    if (taken)
      throw problem(
        'name-taken',
        `${taken.workflow} is already called “${name}”; choose another name.`,
      )
    const workflow = `WF-${String(state.workflows.length + 1).padStart(4, '0')}`
    record(state, 'workflow.registered', `${name} registered`, workflow)
    state.workflows.push({ ...blankWorkflow(workflow, name), ai_does: facts.ai_does || null })
    return { workflow, register: view(state) }
  },
  workflow: (state, { workflow }) => page(state, workflow),
  describe_workflow(state, { workflow, seen, given, why }) {
    check(state)
    const row = rowOf(state, workflow)
    if (row.changed_entry > seen)
      throw problem('changed-meanwhile', `${workflow} was changed since you looked.`)
    const before = structuredClone(row)
    for (const one of given) describe(state, row, one)
    record(state, 'workflow.described', `${row.name ?? ''} described anew`, workflow)
    row.changed_entry = state.entry
    history(state, workflow).unshift({
      entry: state.entry,
      at: NOW,
      by_name: 'Maren Okafor',
      why: why || null,
      changes: changed(before, row),
    })
    return page(state, workflow)
  },
  set_workflow_status(state, { workflow, status, why }) {
    check(state)
    const row = rowOf(state, workflow)
    const before = row.status
    row.status = status
    record(state, 'workflow.status-set', `Now ${status}`, workflow)
    row.changed_entry = state.entry
    const changes = [{ fact: 'Status', before, after: status }]
    history(state, workflow).unshift({
      entry: state.entry,
      at: NOW,
      by_name: 'Maren Okafor',
      why,
      changes,
    })
    return page(state, workflow)
  },
  preview_import: (state, { reading, update }) => ({
    file: 'inventory.csv',
    sheets: [],
    remembered: false,
    updated: update
      ? [
          {
            line: 3,
            workflow: 'WF-0002',
            name: 'Inbound routing',
            changes: [{ fact: 'Vendor', before: 'Clearpair', after: 'Fathomdata' }],
          },
        ]
      : [],
    sha256: '0'.repeat(64),
    encoding: 'UTF-16LE',
    delimiter: 'semicolon',
    rows: 20,
    columns: [
      { place: 1, column: 'Workflow', field: 'name' },
      { place: 2, column: 'Colour', field: reading.columns['#2'] ?? null },
    ],
    accepted: WORKFLOWS.slice(0, 16),
    skipped: [],
    rejected: REJECTED,
    noted: NOTED,
    taken_in_before: state.workflows.length ? 41 : null,
  }),
  import_workflows(state) {
    check(state)
    state.workflows = structuredClone(WORKFLOWS)
    record(state, 'import.recorded', 'inventory.csv taken in: 16 of 18 rows')
    const told = { rejected: REJECTED, noted: NOTED }
    return { registered: 16, updated: 0, skipped: 0, ...told, register: view(state) }
  },
  save_rejected: () => ({ name: 'rejected.csv', bytes: 200, sha256: '0'.repeat(64), entry: null }),
} satisfies Partial<Desk>
