import type {
  DecisionActs,
  DecisionKind,
  DecisionRow,
  DecisionsView,
  DecisionState,
  DecisionView,
  KindShown,
  PermitRow,
  Problem,
  RightShown,
  SeatRow,
  VoteRow,
} from '../../src/lib/bindings'
import type { Desk } from './desk'
import { check, NOW, problem, record, type State } from './state'

const ROLE_NAMES: Record<string, string> = {
  revops: 'RevOps',
  'executive-sponsor': 'Executive sponsor',
  security: 'Security',
  legal: 'Legal',
  'sales-leader': 'Sales leader',
  'marketing-ops': 'Marketing ops',
  'data-engineering': 'Data/engineering',
}
const named = (role: string) => ({ role, name: ROLE_NAMES[role] ?? role })

const WORDS: Record<DecisionKind, string> = {
  launch: 'Launch',
  'tier-or-stage': 'Tier or stage change',
  threshold: 'Threshold change',
  guardrail: 'Guardrail change',
  rollback: 'Rollback',
  restart: 'Restart after stop',
  'override-policy': 'Override policy',
  'pricing-exception': 'Pricing exception',
  'data-export': 'Data export',
  'mass-send': 'Mass send or sequence launch',
  'template-approval': 'Template approval',
  'permission-or-routing': 'Permission or routing change',
  'message-policy': 'Message policy',
  'vendor-approval': 'Vendor approval',
  'policy-adoption': 'Policy adoption',
  'rule-setting': 'Rule setting',
  'raci-matrix': 'RACI matrix',
  other: 'Other',
}

const PERMITS: DecisionKind[] = [
  'pricing-exception',
  'data-export',
  'mass-send',
  'template-approval',
]
const WORKFLOW: DecisionKind[] = ['launch', 'tier-or-stage', 'threshold', 'guardrail', 'restart']

function right(kind: DecisionKind, consult: string[] = []): RightShown {
  const approve = kind === 'threshold' ? ['revops'] : ['executive-sponsor']
  const evidence: RightShown['evidence'] =
    kind === 'tier-or-stage'
      ? [
          'samples',
          'no-open-high-exception',
          'metrics-hold',
          'drift-stable',
          'drill-passed',
          'rollback-plan',
        ]
      : kind === 'threshold' || kind === 'launch'
        ? ['rollback-plan']
        : []
  const hours = kind === 'data-export' || kind === 'rollback' ? 24 : 72
  const names = (roles: string[]) => roles.map((role) => named(role).name).join(' or ')
  return {
    kind,
    kind_words: WORDS[kind],
    workflow: null,
    propose: [named('revops'), named('data-engineering')],
    consult: consult.map(named),
    consult_first: kind === 'launch',
    approve: approve.map(named),
    how: 'any',
    hours,
    evidence,
    says: `proposed by RevOps or Data/engineering; approved by ${names(approve)}; in ${hours} h`,
  }
}

const REFUSED: Problem = problem('own-proposal', 'PER-0001 proposed it; somebody else approves it.')
const OVER: Problem = problem(
  'decision-over',
  'It is decided; propose it anew if it is still wanted.',
)
const UNASKED: Problem = problem('not-entitled', 'Being consulted on this is for other roles.')

function acts(state: DecisionState, asked: DecisionRow['asked_of_me']): DecisionActs {
  const open = state === 'proposed'
  const vote = open ? (asked === 'approve' ? null : REFUSED) : OVER
  return {
    approve: vote,
    refuse: vote,
    consult: open && asked === 'consult' ? null : UNASKED,
    withdraw: open && asked === null ? null : open ? UNASKED : OVER,
    apply: problem('not-approved', 'It is not approved yet; it waits for RevOps.'),
    roll_back:
      state === 'applied'
        ? null
        : problem('nothing-to-undo', 'It was not applied, so there is nothing to roll back.'),
  }
}

interface Told {
  decision: string
  kind: DecisionKind
  title: string
  state: DecisionState
  by: [string, string]
  workflow?: [string, string]
  asked?: DecisionRow['asked_of_me']
  at?: string
  until?: string
  differences?: DecisionView['differences']
  request?: DecisionView['request']
  votes?: VoteRow[]
  hears?: string[]
}

function vote(
  by: string,
  by_name: string,
  verdict: VoteRow['verdict'],
  role: string,
  reason: string | null = null,
): VoteRow {
  const at = '2026-11-15T11:02:00+01:00'
  const roles = [named(role).name]
  return { by, by_name, verdict, roles, instead_of: [], reason, signed: at, at, entry: 4802 }
}

function told(one: Told): DecisionView {
  const votes = one.votes ?? []
  const approved = votes.filter(({ verdict }) => verdict === 'approve')
  const shown = right(one.kind, votes.length || one.hears ? ['sales-leader', 'marketing-ops'] : [])
  const seats: SeatRow[] = [
    ...shown.consult.map((role): SeatRow => {
      const place = votes.findIndex(({ roles }) => roles.includes(role.name))
      const heard = place >= 0 ? place : null
      return {
        part: 'consult',
        role,
        people: [role.role === 'sales-leader' ? 'Jonas Weidmann' : 'Amara Nwosu'],
        mine: false,
        waited_for: heard === null && !!one.hears,
        vote: heard,
      }
    }),
    ...shown.approve.map((role): SeatRow => {
      const place = votes.findIndex(({ verdict }) => verdict === 'approve' || verdict === 'refuse')
      return {
        part: 'approve',
        role,
        people: [role.role === 'revops' ? 'Maren Okafor' : 'Tobias Lindqvist'],
        mine: role.role === 'revops',
        waited_for: one.state === 'proposed',
        vote: place >= 0 ? place : null,
      }
    }),
  ]
  const open = one.state === 'proposed'
  return {
    row: {
      decision: one.decision,
      kind: one.kind,
      kind_words: WORDS[one.kind],
      title: one.title,
      workflow: one.workflow?.[0] ?? null,
      workflow_name: one.workflow?.[1] ?? null,
      state: one.state,
      by: one.by[0],
      by_name: one.by[1],
      at: one.at ?? '2026-11-13T13:35:00Z',
      until: one.until ?? '2026-11-16T14:35:00+01:00',
      hears: one.hears ?? [],
      wants: open ? shown.approve.map(({ name }) => name) : [],
      approvals: approved.length,
      needed: 1,
      asked_of_me: one.asked ?? null,
      entry: 4791,
    },
    differences: one.differences ?? [],
    stays: one.differences ? 30 - one.differences.length : null,
    request: one.request ?? null,
    rationale:
      'SDRs overrode 11 scores in six weeks, nearly all on job title. Of 46 deals won in Q3, 17 began below 62.',
    rollback_plan: 'Put back icp 4.1.2 and 62, then rescore open leads, about 20 minutes.',
    evidence: shown.evidence.map((asked) => ({
      asked,
      asked_words: asked === 'rollback-plan' ? 'Rollback plan' : asked,
      there: asked !== 'samples',
      known: asked === 'metrics-hold' ? '3 of 3 metrics hold' : null,
      wants: '13 weeks of its own samples; none is on the record',
      words: null,
      at: [],
    })),
    right: shown,
    seats,
    votes,
    rules: open
      ? [
          { says: 'Whoever proposed it does not approve it', holds: true },
          { says: 'Nothing changed underneath since it was proposed', holds: true },
          { says: 'No rule stands in the way of applying it', holds: true },
        ]
      : [],
    subject: `3f9a07c2b81e44d0${one.decision.slice(-4).padStart(48, '0')}`,
    may: acts(one.state, one.asked ?? null),
    settled:
      one.state === 'applied' || one.state === 'withdrawn' || one.state === 'rolled-back'
        ? {
            applied: one.state !== 'withdrawn',
            by_name: 'Tobias Lindqvist',
            at: '2026-11-12T09:14:00+01:00',
            entry: 4760,
          }
        : null,
    undoes: null,
    undone_by: one.state === 'rolled-back' ? 'DEC-0033' : null,
    undone:
      one.state === 'rolled-back'
        ? {
            applied: true,
            by_name: 'Tobias Lindqvist',
            at: '2026-11-13T16:02:00+01:00',
            entry: 4791,
          }
        : null,
    known_at: open ? null : '2026-11-12T09:14:00+01:00',
    permit: one.kind === 'data-export' && one.state === 'applied' ? 'PRM-0004' : null,
  }
}

const MAREN: [string, string] = ['PER-0001', 'Maren Okafor']
const FELIX: [string, string] = ['PER-0009', 'Felix Adeyemi']
const SCORING: [string, string] = ['WF-0001', 'Lead scoring, ICP v4']
const THRESHOLD: DecisionView['differences'] = [
  { field: 'Model', before: 'icp 4.1.2', after: 'icp 4.2.0', outside: false },
  { field: 'Qualified from score', before: '62', after: '58', outside: true },
  { field: 'Weight, intent signals', before: '0.20', after: '0.28', outside: true },
  { field: 'Weight, job title', before: '0.30', after: '0.22', outside: true },
  { field: 'Signals counted for', before: '30 days', after: '14 days', outside: true },
]
const status = (before: string, after: string) => [
  { field: 'Status', before, after, outside: false },
]

/** Decisions in every state. */
export function sampleDecisions(): DecisionView[] {
  return [
    told({
      decision: 'DEC-0034',
      kind: 'threshold',
      title: 'Lower the qualified threshold',
      state: 'proposed',
      by: FELIX,
      workflow: SCORING,
      asked: 'approve',
      differences: THRESHOLD,
      votes: [
        vote(
          'PER-0004',
          'Jonas Weidmann',
          'agree',
          'sales-leader',
          'Fine if capacity holds at 40 a week',
        ),
        vote('PER-0003', 'Amara Nwosu', 'agree', 'marketing-ops'),
      ],
    }),
    told({
      decision: 'DEC-0035',
      kind: 'data-export',
      title: 'Contacts for the Berlin event',
      state: 'proposed',
      by: FELIX,
      asked: 'approve',
      until: '2026-11-16T18:00:00+01:00',
      request: {
        what: 'Contacts in EMEA who asked for an invitation, to the event agency.',
        permit: {
          class: 'batch',
          last_day: '2026-11-20',
          count: 400,
          counts: 'rows',
          discount_percent: null,
          to: 'Event agency',
          segments: ['EMEA'],
          says: 'one batch; at most 400 rows; to Event agency; for EMEA; until 2026-11-20',
        },
      },
    }),
    told({
      decision: 'DEC-0036',
      kind: 'launch',
      title: 'Launch the renewal risk assistant',
      state: 'proposed',
      by: MAREN,
      workflow: ['WF-0009', 'Renewal risk assistant'],
      until: '2026-11-18T09:00:00+01:00',
      differences: status('Draft', 'Live'),
      hears: ['Legal'],
    }),
    told({
      decision: 'DEC-0033',
      kind: 'rollback',
      title: 'Roll back DEC-0028',
      state: 'applied',
      by: MAREN,
      workflow: SCORING,
      differences: status('Live', 'Draft'),
      votes: [
        vote(
          'PER-0002',
          'Tobias Lindqvist',
          'approve',
          'executive-sponsor',
          'As agreed in the call.',
        ),
      ],
    }),
    told({
      decision: 'DEC-0032',
      kind: 'guardrail',
      title: 'Drop the daily cap',
      state: 'rejected',
      by: MAREN,
      workflow: SCORING,
      differences: [
        { field: 'Guardrails', before: 'At most 400 a day', after: null, outside: false },
      ],
      votes: [
        vote(
          'PER-0002',
          'Tobias Lindqvist',
          'refuse',
          'executive-sponsor',
          'Not before a clean month.',
        ),
      ],
    }),
    told({
      decision: 'DEC-0031',
      kind: 'other',
      title: 'A pilot with a partner',
      state: 'lapsed',
      by: FELIX,
      request: { what: 'A pilot with one partner, for a month.', permit: null },
    }),
    told({
      decision: 'DEC-0030',
      kind: 'tier-or-stage',
      title: 'Tier 3 for lead scoring',
      state: 'stale',
      by: MAREN,
      workflow: SCORING,
      differences: [
        { field: 'Change score or threshold', before: 'Tier 2', after: 'Tier 3', outside: false },
      ],
    }),
    told({
      decision: 'DEC-0029',
      kind: 'message-policy',
      title: 'Names in subject lines',
      state: 'withdrawn',
      by: FELIX,
    }),
    told({
      decision: 'DEC-0028',
      kind: 'launch',
      title: 'Launch lead scoring',
      state: 'rolled-back',
      by: MAREN,
      workflow: SCORING,
      differences: status('Draft', 'Live'),
      votes: [vote('PER-0002', 'Tobias Lindqvist', 'approve', 'executive-sponsor')],
    }),
  ]
}

function beyond(used: number, most: number): string {
  return `It was used for ${used}, and allows ${most}.`
}

/** A permit that is open, and one that was used beyond what it allows. */
export function samplePermits(): PermitRow[] {
  const permit = (permit: string, used: number, state: PermitRow['state']): PermitRow => ({
    permit,
    decision: 'DEC-0024',
    kind: 'data-export',
    kind_words: WORDS['data-export'],
    workflow: null,
    allows: {
      class: 'standing',
      last_day: '2026-12-31',
      count: 1000,
      counts: 'rows',
      discount_percent: null,
      to: 'Data warehouse',
      segments: [],
      says: 'standing; at most 1,000 rows; to Data warehouse; until 2026-12-31',
    },
    state,
    used,
    beyond: state === 'exceeded' ? beyond(used, 1000) : null,
    uses: [{ count: used, on: '2026-11-11', pointer: 's3://exports/2026-11-11' }],
    entry: 4410,
  })
  return [permit('PRM-0004', 400, 'open'), permit('PRM-0003', 1020, 'exceeded')]
}

function kinds(): KindShown[] {
  return (Object.keys(WORDS) as DecisionKind[]).map((kind) => ({
    kind,
    words: WORDS[kind],
    takes: WORKFLOW.includes(kind)
      ? ['workflow']
      : kind === 'raci-matrix'
        ? ['raci']
        : kind === 'rule-setting'
          ? ['rights']
          : kind === 'rollback'
            ? ['undo']
            : ['request'],
    facts: kind === 'threshold' ? ['permissions', 'kpis', 'metrics', 'model'] : [],
    permits: PERMITS.includes(kind),
    counts: kind === 'data-export' ? 'rows' : kind === 'mass-send' ? 'sends' : null,
    right: right(kind),
    refused: null,
  }))
}

function view({ decisions, permits }: State): DecisionsView {
  const rows = decisions.map(({ row }) => row)
  const isOpen = ({ state }: DecisionRow) => state === 'proposed' || state === 'approved'
  const order = (row: DecisionRow) => `${row.asked_of_me ? 0 : 1}${row.until}`
  return {
    open: rows.filter(isOpen).toSorted((a, b) => order(a).localeCompare(order(b))),
    over: rows.filter((row) => !isOpen(row)),
    waiting: rows.filter((row) => isOpen(row) && row.asked_of_me).length,
    kinds: kinds(),
    permits,
  }
}

function find({ decisions }: State, decision: string): DecisionView {
  const found = decisions.find(({ row }) => row.decision === decision)
  if (!found) throw problem('unknown', `${decision} is not known in this workspace.`)
  return found
}

function end(one: DecisionView, state: DecisionState, entry: number): void {
  Object.assign(one.row, { state, asked_of_me: null, wants: [], hears: [] })
  one.may = acts(state, null)
  one.settled = { applied: state === 'applied', by_name: 'Maren Okafor', at: NOW, entry }
}

export const decisions = {
  decisions: view,
  decision: (state, { decision }) => find(state, decision),
  preview_decision: (_, { kind, change }) => ({
    differences:
      change.of === 'workflow'
        ? change.outside.map(({ field, before, after }) => ({
            field,
            before,
            after,
            outside: true,
          }))
        : [],
    right: right(kind),
    evidence: [],
    until: '2026-11-19T10:18:27+01:00',
    refused: null,
  }),
  propose_decision(state, { kind, title, rationale }) {
    if (!rationale.trim()) throw problem('blank', 'The rationale is blank; give it some words.')
    const decision = `DEC-${String(37 + state.decisions.length - 9).padStart(4, '0')}`
    const one = told({ decision, kind, title, state: 'proposed', by: MAREN, at: NOW })
    state.decisions.unshift(one)
    record(state, 'decision.proposed', `${WORDS[kind]} proposed: ${title}`, decision)
    return one
  },
  give_votes(state, { votes, passphrase }) {
    check(state, passphrase)
    for (const { decision, verdict, reason } of votes) {
      const one = find(state, decision)
      if (verdict === 'refuse' && !reason.trim())
        throw problem('reason-missing', 'Saying no needs a reason; say why in a sentence.')
      one.votes.push(vote('PER-0001', 'Maren Okafor', verdict, 'revops', reason || null))
      record(state, 'decision.voted', `Maren Okafor: ${verdict}`, decision)
      if (verdict === 'approve') end(one, 'applied', state.entry)
      else if (verdict === 'refuse') end(one, 'rejected', state.entry)
    }
    return view(state)
  },
  request_votes(state, { decision }) {
    const one = find(state, decision)
    const { kind_words, title, by, by_name, workflow, workflow_name, kind, until } = one.row
    const { differences, request, rationale, rollback_plan, evidence, undoes, subject } = one
    const proposal = { kind_words, title, by, by_name, workflow, workflow_name, differences }
    const whole = { ...proposal, request, rationale, rollback_plan, evidence, undoes, subject }
    return {
      file: { name: `${decision}.json`, bytes: 2400, sha256: '0'.repeat(64), entry: null },
      request: {
        sha256: '0'.repeat(64),
        workspace: state.name,
        ws: '1a58n2maha58n2maha58n2maha',
        known: true,
        asks: {
          ...whole,
          kind: 'vote',
          decision,
          decision_kind: kind,
          right: right(kind),
          stays: [],
        },
        expires: until,
        signers: [],
        refused: null,
      },
    }
  },
  withdraw_decision(state, { decision }) {
    const one = find(state, decision)
    record(state, 'decision.withdrawn', 'Withdrawn', decision)
    end(one, 'withdrawn', state.entry)
    return one
  },
  apply_decision(state, { decision }) {
    const one = find(state, decision)
    record(state, 'decision.applied', 'Approved and applied', decision)
    end(one, 'applied', state.entry)
    return one
  },
  decision_rights: () => ({
    rights: (Object.keys(WORDS) as DecisionKind[]).map((kind) => right(kind)),
    since: 5,
    refused: null,
  }),
  use_permit(state, { permit, count, on, pointer }) {
    const one = state.permits.find((row) => row.permit === permit)
    if (!one) throw problem('unknown', `${permit} is not known in this workspace.`)
    record(state, 'permit.used', `Used for ${count} on ${on}`, permit)
    one.uses.push({ count, on, pointer })
    one.used += count
    const most = one.allows.count ?? Infinity
    one.state = one.used > most ? 'exceeded' : one.used === most ? 'used-up' : 'open'
    one.beyond = one.used > most ? beyond(one.used, most) : null
    return view(state)
  },
  raise_permit(state, { permit }) {
    const one = state.permits.find((row) => row.permit === permit)
    if (!one?.beyond) {
      throw problem('permit-answered', `Nothing went beyond ${permit} that nobody answered for.`)
    }
    one.beyond = null
    record(state, 'exception.raised', `${permit} was used beyond what it allows`, permit)
    return view(state)
  },
} satisfies Partial<Desk>
