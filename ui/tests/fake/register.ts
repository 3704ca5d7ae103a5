import type { RegisterView, RejectedRow } from '../../src/lib/bindings'
import type { Desk } from './desk'
import { blankWorkflow, WORKFLOWS } from './samples'
import { check, problem, record, type State } from './state'

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
  preview_import: (state) => ({
    file: 'inventory.csv',
    sha256: '0'.repeat(64),
    encoding: 'UTF-16LE',
    delimiter: 'semicolon',
    rows: 20,
    columns: [
      { column: 'Workflow', field: 'name' },
      { column: 'Colour', field: null },
    ],
    accepted: WORKFLOWS.slice(0, 16),
    skipped: [],
    rejected: REJECTED,
    taken_in_before: state.workflows.length ? 41 : null,
  }),
  import_workflows(state) {
    check(state)
    state.workflows = structuredClone(WORKFLOWS)
    record(state, 'import.recorded', 'inventory.csv taken in: 16 of 18 rows')
    return { registered: 16, skipped: 0, rejected: REJECTED, register: view(state) }
  },
  save_rejected: () => ({ name: 'rejected.csv', bytes: 200, sha256: '0'.repeat(64), entry: null }),
} satisfies Partial<Desk>
