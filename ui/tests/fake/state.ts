import type {
  ActionRow,
  AbsenceRow,
  EvidencePiece,
  CadencesView,
  Finding,
  DecisionView,
  LogRow,
  MetricView,
  NotificationsView,
  Past,
  PermitRow,
  PersonChoice,
  PersonRow,
  Problem,
  RegisterRow,
  RaciView,
  ReviewView,
  RoleRow,
  TeamRow,
} from '../../src/lib/bindings'
import { sampleActions } from './actions'
import { sampleCadences } from './cadences'
import { sampleFindings } from './findings'
import { sampleDecisions, samplePermits } from './decisions'
import { sampleEvidence } from './evidence'
import { sampleFrameworks, type Asked } from './frameworks'
import { METRICS } from './metrics-samples'
import { ABSENCES, DEPUTIES, PEOPLE, ROLES, sampleReview, TEAMS, WORKFLOWS } from './samples'
import { samplePolicies, type Kept } from './policies'
import { sampleRaci } from './raci'
import { sampleAudit } from './retier'
import { sampleTroubles, type Troubles } from './stops'

/** What the fake desk starts with. */
export type Scene =
  | 'none'
  | 'asked'
  | 'empty'
  | 'full'
  | 'long'
  | 'huge'
  | 'locked'
  | 'signed-out'
  | 'damaged'
  | 'closed'
  | 'audit'

export interface State {
  open: boolean
  /** The request that the app was started with. */
  startedWith: string | null
  demo: boolean
  name: string
  person: string | null
  locked: boolean
  readOnly: string | null
  unremembered: string | null
  past: Past | null
  fails: boolean
  verified: boolean
  entry: number
  workflows: RegisterRow[]
  people: PersonRow[]
  roles: RoleRow[]
  metrics: MetricView[]
  findings: Finding[]
  teams: TeamRow[]
  absences: AbsenceRow[]
  raci: RaciView
  cadences: CadencesView
  decisions: DecisionView[]
  permits: PermitRow[]
  review: ReviewView
  actions: ActionRow[]
  troubles: Troubles
  evidence: EvidencePiece[]
  frameworks: Asked[]
  policies: Kept[]
  log: LogRow[]
  /** Whether something happened while whoever is signed in was away. */
  news: boolean
  wanted: NotificationsView
  asked: { name: string; request: unknown }[]
  refusals: Map<string, Problem>
}

export const PASSPHRASE = 'correct horse'
export const NOW = '2026-11-16T10:18:27+01:00'

export function makeState(scene: Scene): State {
  const long = scene === 'long'
  const state: State = {
    open: scene !== 'none' && scene !== 'asked',
    startedWith: scene === 'asked' ? 'grant-read-request' : null,
    demo: scene === 'full' || scene === 'closed',
    name: long ? LONG_NAME : 'Northwind Telemetry',
    person: scene === 'locked' || scene === 'signed-out' ? null : 'PER-0001',
    locked: scene === 'locked',
    readOnly: scene === 'damaged' ? 'Two entries of this file cannot be read.' : null,
    unremembered: null,
    past: null,
    fails: scene === 'damaged',
    verified: scene !== 'empty',
    entry: 4829,
    workflows: scene === 'empty' ? [] : structuredClone(WORKFLOWS),
    people: structuredClone(PEOPLE),
    metrics: scene === 'empty' ? [] : structuredClone(METRICS),
    findings: scene === 'empty' ? [] : sampleFindings(),
    roles: ROLES.map((role) => ({
      ...role,
      deputies: scene === 'empty' ? [] : structuredClone(DEPUTIES[role.role] ?? []),
    })),
    teams: scene === 'empty' ? [] : structuredClone(TEAMS),
    absences: scene === 'empty' ? [] : structuredClone(ABSENCES),
    raci: sampleRaci(scene === 'empty' ? 'none' : scene === 'huge' ? 'large' : 'full'),
    cadences: sampleCadences(scene, ROLES),
    decisions: scene === 'empty' ? [] : sampleDecisions(),
    permits: scene === 'empty' ? [] : samplePermits(),
    review: scene === 'audit' ? sampleAudit() : sampleReview(scene === 'closed'),
    actions: scene === 'empty' ? [] : sampleActions(),
    troubles: sampleTroubles(scene === 'empty'),
    evidence: scene === 'empty' ? [] : sampleEvidence(),
    frameworks: sampleFrameworks(scene === 'empty'),
    policies: scene === 'empty' ? [] : samplePolicies({ people: PEOPLE }),
    log: [],
    news: scene === 'full' || scene === 'long',
    wanted: { on: true, quiet_from: '18:00', quiet_to: '08:00', quiet_weekends: true },
    asked: [],
    refusals: new Map(),
  }
  if (long) stretch(state)
  if (scene === 'huge') multiply(state)
  state.log = makeLog(state, scene === 'huge' ? 5000 : 60)
  return state
}

const LONG_NAME =
  'Gesellschaft für außergewöhnlich lange Bezeichnungen und Vertriebssteuerung mbH & Co. KG'
const NAMES = [
  'مساعد تسجيل العملاء المحتملين في الشرق الأوسط وشمال أفريقيا',
  '潜在客户评分助手（亚太地区企业客户）',
  'लीड स्कोरिंग सहायक उत्तर भारत',
  '🚀 Outreach 👩‍💻 for enterprise accounts with an exceptionally long descriptive name',
]

function stretch(state: State): void {
  state.workflows.forEach((row, index) => {
    row.name = NAMES[index % NAMES.length] ?? row.name
    row.owner = 'Maximiliane-Friederike von Hohenzollern-Sigmaringen'
    row.approver = 'Executive sponsor for revenue operations in all regions'
  })
  state.people.forEach((row, index) => (row.name = NAMES[index % NAMES.length] ?? row.name))
  state.review.attendance.forEach(
    (row, index) => (row.name = NAMES[index % NAMES.length] ?? row.name),
  )
  state.review.items.forEach(
    (item) => (item.title += ' and everything else that came up this week'),
  )
  const nth = (index: number) => NAMES[index % NAMES.length] ?? ''
  const more = ', wherever it is asked for and by whomever, in every region and segment we sell to'
  state.decisions.forEach(({ row, differences }, index) => {
    row.title += more
    row.by_name = nth(index)
    if (row.workflow) row.workflow_name = nth(index + 1)
    differences.forEach((one) => (one.after = one.after && one.after + more))
  })
  const { exceptions, overrides, stops } = state.troubles
  exceptions.forEach((row, index) => {
    row.what += more
    row.workflow_name = nth(index)
    row.routed_name = nth(index + 1)
  })
  overrides.forEach((row, index) => {
    row.workflow_name = nth(index)
    row.chose += more
    row.team_name = nth(index + 1)
  })
  stops.forEach((row, index) => (row.workflow_name = nth(index)))
  state.findings.forEach((row, index) => {
    row.about_name = nth(index)
    row.says += more
  })
  state.actions.forEach((row, index) => {
    row.what += more
    row.who_name = nth(index)
  })
  state.policies.forEach(({ versions, people }, index) => {
    versions.forEach((one) => {
      one.title = `${nth(index)}${more}`
      one.by_name = nth(index + 1)
      one.sections = one.sections.map(({ heading, body }) => ({
        heading: `${heading}${more}`,
        body,
      }))
    })
    people.forEach((one, place) => (one.name = nth(place)))
  })
  state.teams.forEach((row, index) => (row.name = nth(index)))
  state.permits.forEach((row) => (row.allows.says += more))
}

function multiply(state: State): void {
  const [first] = state.workflows
  if (!first) return
  state.workflows = Array.from({ length: 500 }, (_, index) => ({
    ...first,
    ...state.workflows[index % state.workflows.length],
    workflow: `WF-${String(index + 1).padStart(4, '0')}`,
  }))
}

function makeLog(state: State, length: number): LogRow[] {
  const events = [
    { event: 'item.answered', says: 'overrides: attention', about: state.review.review },
    { event: 'workflow.registered', says: 'Lead scoring, ICP v4 registered', about: 'WF-0001' },
    { event: 'attendance.stated', says: 'Jonas Weidmann present', about: state.review.review },
    { event: 'key.enrolled', says: 'Key 5f0c21aa of Amara Nwosu enrolled', about: 'PER-0003' },
  ]
  return Array.from({ length }, (_, index) => {
    const entry = state.entry - index
    const what = events[index % events.length] ?? { event: 'item.answered', says: '', about: null }
    const by = state.people[index % 3]
    return {
      entry,
      at: new Date(Date.parse(NOW) - index * 47 * 60_000).toISOString(),
      by: by?.person ?? '',
      by_name: by?.name ?? '',
      ...what,
      why: index % 5 ? null : 'Week 46',
      texts: index % 4 === 1 ? [{ path: '/event/facts/name', text: 'Lead scoring, ICP v4' }] : [],
      hash: '51be 0c93',
    }
  })
}

export function record(
  state: State,
  event: string,
  says: string,
  about: string | null = null,
): void {
  state.entry += 1
  const me = state.people.find(({ person }) => person === state.person)
  state.log.unshift({
    entry: state.entry,
    at: NOW,
    by: state.person ?? '',
    by_name: me?.name ?? '',
    event,
    says,
    about,
    why: null,
    texts: [],
    hash: '9f3c 41d7',
  })
}

export function problem(code: string, says: string): Problem {
  return { code, says }
}

/** Refuses what needs somebody signed in, and a wrong passphrase. */
export function check(state: State, passphrase?: string): void {
  if (!state.person) throw problem('signed-out', 'Nobody is signed in.')
  if (passphrase !== undefined && passphrase !== PASSPHRASE)
    throw problem('passphrase-wrong', 'The passphrase does not open the key.')
}

export function choice(state: State, reference: string): PersonChoice {
  const row = state.people.find(({ person }) => person === reference)
  const held = row?.roles.map(({ role }) => role) ?? []
  return {
    person: reference,
    name: row?.name ?? '–',
    roles: row?.roles.map(({ name }) => name) ?? [],
    keeper: held.includes('revops') || held.includes('executive-sponsor'),
    sponsor: held.includes('executive-sponsor'),
  }
}
