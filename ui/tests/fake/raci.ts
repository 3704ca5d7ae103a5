import type { RaciMark, RaciMatrix, RaciRole, RaciTerms, RaciView } from '../../src/lib/bindings'
import type { Desk } from './desk'
import { check, NOW, problem, record, type State } from './state'

const ROLES: [string, string, string[]][] = [
  ['cro', 'CRO', ['Tobias Lindqvist']],
  ['cmo', 'CMO', ['Priya Raman']],
  ['ciso', 'CISO', ['Henrik Aalto']],
  ['cfo', 'CFO', ['Gunnar Nyholm']],
  ['revops', 'RevOps', ['Maren Okafor']],
  ['sales-leader', 'Sales leader', ['Jonas Weidmann', 'Ines Duarte']],
  ['marketing-ops', 'Marketing ops', ['Amara Nwosu']],
  ['security', 'Security', ['Henrik Aalto']],
  ['legal', 'Legal', ['Sofia Duarte']],
  ['data-engineering', 'Data/engineering', ['Dana Petrescu']],
  ['deal-desk', 'Deal desk', ['Lou Fontaine']],
  ['gtm-engineer', 'GTM engineer', ['Kenji Morita']],
  ['forward-deployed-engineer', 'Forward deployed engineer', []],
]

const DECISIONS: [string, string][] = [
  ['ICP scoring change', 'cro:A revops:R sales-leader:C marketing-ops:C'],
  ['External message policy', 'cmo:A marketing-ops:R sales-leader:C legal:C'],
  ['Sales agent permissions', 'cro:A gtm-engineer:R revops:C security:C'],
  ['Proof-of-concept data access', 'ciso:A gtm-engineer:R sales-leader:C legal:C'],
  ['Pricing exception', 'cfo:A deal-desk:R cro:C revops:C'],
]
const ALL = 'sales-leader:C marketing-ops:C security:C legal:C data-engineering:C'
const GOVERNANCE: [string, string][] = [
  ['Inventory and tiering', `revops:RA ${ALL}`],
  ['Approval thresholds: pricing, exports', 'revops:R security:A legal:C data-engineering:C'],
  ['Approval thresholds: sends', 'revops:R marketing-ops:A security:C legal:C data-engineering:C'],
  ['Legal language and claims', 'legal:RA revops:C sales-leader:C marketing-ops:C security:C'],
  ['Data access and vendor security', 'security:RA revops:C legal:C data-engineering:C'],
  ['Logging and audit trail', 'revops:R security:A data-engineering:R'],
  ['Monitoring, KPIs and KRIs', `revops:RA ${ALL}`],
  ['Incident response', 'revops:R security:A data-engineering:R sales-leader:C legal:C'],
  ['Quarterly review and re-tiering', `revops:RA ${ALL}`],
]

function terms(id: string, name: string, activities: [string, string][]): RaciTerms {
  const rows = activities.map(([activity, cells], index) => ({
    row: `${id}/${index + 1}`,
    activity,
    cells: Object.fromEntries(cells.split(' ').map((cell) => cell.split(':') as [string, string])),
    accountable: null,
  }))
  const roles = ROLES.map(([role]) => role).filter((role) => rows.some(({ cells }) => cells[role]))
  return { name, roles, rows, accountable_at_most: null }
}

function held(matrix: string, in_force: RaciTerms): RaciMatrix {
  const none = { draft: null, draft_by: null, draft_at: null }
  const since = { since_entry: 4, seen: 4 }
  return { matrix, in_force, ...since, ...none, marks: marksOf(in_force), governs: [] }
}

/** Two matrices; one with a draft in which two are accountable, or 60 activities by 25 roles. */
export function sampleRaci(scene: 'none' | 'full' | 'large'): RaciView {
  const view: RaciView = { matrices: [], roles: roles(), may_edit: true, as_of: 4829 }
  if (scene === 'none') return view
  if (scene === 'large') return large(view)
  const decisions = held('decisions', terms('decisions', 'Decisions', DECISIONS))
  const governance = held('governance', terms('governance', 'Governance', GOVERNANCE))
  governance.governs = [
    {
      row: 'governance/8',
      workflows: [
        { workflow: 'WF-0001', name: 'Lead scoring, ICP v4' },
        { workflow: 'WF-0006', name: 'SDR drafting assistant' },
      ],
    },
  ]
  view.matrices = [decisions, governance]
  return view
}

function large(view: RaciView): RaciView {
  view.roles = Array.from({ length: 25 }, (_, index) => ({
    role: `role-${index + 1}`,
    name: `Role number ${index + 1}`,
    people: [{ person: 'PER-0001', name: 'Maren Okafor' }],
  }))
  const rows = Array.from({ length: 60 }, (_, row) => ({
    row: `large/${row + 1}`,
    activity: `Activity number ${row + 1}`,
    cells: Object.fromEntries(
      view.roles.map(({ role }, index) => [
        role,
        index === row % 25 ? 'RA' : ('CI'[index % 2] ?? ''),
      ]),
    ),
    accountable: null,
  }))
  const across = view.roles.map(({ role }) => role)
  view.matrices = [held('large', { name: 'Large', roles: across, rows, accountable_at_most: null })]
  return view
}

function roles(): RaciRole[] {
  return ROLES.map(([role, name, people]) => ({
    role,
    name,
    people: people.map((called, index) => ({ person: `PER-00${index + 10}`, name: called })),
  }))
}

/** Stands in for the rules, which are the desk's: it only knows that one role is accountable. */
function marksOf({ rows, roles: across }: RaciTerms): RaciMark[] {
  const marks = rows.flatMap(({ activity, cells }, place): RaciMark[] => {
    const accountable = across.filter((role) => cells[role]?.includes('A'))
    if (accountable.length === 1) return []
    const named = accountable.map((id) => ROLES.find(([role]) => role === id)?.[1] ?? id)
    const many = accountable.length > 1
    return [
      {
        rule: 'raci.one-accountable',
        blocks: true,
        breaks: false,
        title: many ? 'Two are Accountable' : 'Nobody is Accountable',
        says: many
          ? `${activity} names ${named.join(' and ')}.`
          : `No role answers for ${activity}.`,
        why: 'With two owners each waits for the other; with none, nobody answers.',
        mend: 'Keep one A in the row and make the others C.',
        rows: [place],
        roles: accountable,
        workflows: [],
      },
    ]
  })
  const vacant = rows.findIndex(({ cells }) => cells['forward-deployed-engineer'])
  if (vacant < 0) return marks
  return [
    ...marks,
    {
      rule: 'raci.role-held',
      blocks: false,
      breaks: false,
      title: 'Forward deployed engineer is vacant',
      says: `Responsible for ${rows[vacant]?.activity}.`,
      why: 'A letter for an empty chair is work and advice that never come.',
      mend: 'Give somebody the role under People, or its letters to a role held.',
      rows: [vacant],
      roles: ['forward-deployed-engineer'],
      workflows: [],
    },
  ]
}

function find(state: State, matrix: string | null, seen: number): RaciMatrix {
  check(state)
  const id = matrix ?? `matrix-${state.raci.matrices.length}`
  let found = state.raci.matrices.find((one) => one.matrix === id)
  if (!found) {
    const none = { in_force: null, since_entry: null, draft: null, draft_by: null, draft_at: null }
    found = { matrix: id, ...none, seen: 0, marks: [], governs: [] }
    state.raci.matrices.push(found)
  }
  if (found.seen !== seen)
    throw problem('moved-on', `${id} was changed by entry ${found.seen} since you looked.`)
  return found
}

/** The view again, its parts new as a real desk's are. */
function again(state: State): RaciView {
  state.raci = structuredClone(state.raci)
  state.raci.as_of = state.entry
  return state.raci
}

function numbered(matrix: string, given: RaciTerms): RaciTerms {
  const rows = given.rows.map((row, index) => ({
    ...row,
    row: row.row ?? `${matrix}/${index + 100}`,
  }))
  return { ...structuredClone(given), rows }
}

export const raci: Pick<
  Desk,
  | 'raci'
  | 'lint_raci'
  | 'keep_raci_draft'
  | 'discard_raci_draft'
  | 'preview_raci_import'
  | 'import_raci'
  | 'export_raci'
  | 'export_operating_model'
> = {
  raci: (state) => ({ ...again(state), may_edit: !!state.person }),
  lint_raci: (_, { terms: given }) => ({ marks: marksOf(given) }),
  keep_raci_draft: (state, { matrix, seen, terms: given }) => {
    const found = find(state, matrix, seen)
    record(state, 'raci.drafted', `Draft of RACI ${given.name} kept`, found.matrix)
    const draft = numbered(found.matrix, given)
    const by = { draft_by: 'Maren Okafor', draft_at: NOW }
    Object.assign(found, { draft, ...by, seen: state.entry, marks: marksOf(draft) })
    return { matrix: found.matrix, view: again(state) }
  },
  discard_raci_draft: (state, { matrix, seen }) => {
    const found = find(state, matrix, seen)
    record(state, 'raci.discarded', 'RACI draft given up', matrix)
    const marks = found.in_force ? marksOf(found.in_force) : []
    Object.assign(found, { draft: null, draft_by: null, seen: state.entry, marks })
    state.raci.matrices = state.raci.matrices.filter(({ in_force }) => in_force)
    return again(state)
  },
  preview_raci_import: () => ({
    file: 'renewals.csv',
    sha256: 'ab'.repeat(32),
    matrix: null,
    terms: terms('renewals', 'renewals', DECISIONS.slice(0, 2)),
    unknown_roles: ['Pirate'],
    unknown_people: [],
    rejected: [],
    marks: [],
  }),
  import_raci: (state) => {
    const given = terms('renewals', 'renewals', DECISIONS.slice(0, 2))
    return raci.keep_raci_draft(state, { matrix: null, seen: 0, terms: given })
  },
  export_raci: (state, { form }) => saved(state, 'raci', form),
  export_operating_model: (state) => saved(state, 'operating-model', 'pdf'),
}

function saved(state: State, what: string, form: string) {
  record(state, 'export.made', `${what} exported as ${form}`)
  return { name: `${what}.${form}`, bytes: 4096, sha256: 'ab'.repeat(32), entry: state.entry }
}
