import type {
  ActionKind,
  AbsenceRow,
  AttendanceRow,
  CertificationShown,
  DataRisk,
  ItemRow,
  Kind,
  Outcome,
  PermissionShown,
  Permitted,
  PersonRow,
  Phase,
  PlaceRow,
  RegisterRow,
  ReviewView,
  RoleRow,
  Status,
  TeamRow,
  Tier,
  WriteStage,
} from '../../src/lib/bindings'

export function blankWorkflow(workflow: string, name: string): RegisterRow {
  return {
    workflow,
    name,
    status: 'draft',
    found_live: false,
    tier: null,
    tier_stated: false,
    write_stage: null,
    phase: null,
    kind: null,
    owner: null,
    owner_known: false,
    owner_person: null,
    approver: null,
    approver_role: null,
    approver_people: [],
    kill_switch_owner: null,
    kill_switch_person: null,
    raci: null,
    data_risks: null,
    guardrails: [],
    kpis: [],
    metrics: [],
    permitted: 0,
    bottleneck: null,
    outcome: null,
    ai_does: null,
    human_does: null,
    governance: null,
    vendor: null,
    product: null,
    model: null,
    system_of_record: null,
    logs: null,
    rollback_plan: null,
    certifications: [],
    vendor_retention: null,
    vendor_training: null,
    cost_benefit: null,
    next_review: null,
    review_late: false,
    since_entry: 41,
    changed_entry: 41,
  }
}

const TIERS: (Tier | null)[] = [
  null,
  'suggest',
  'draft',
  'execute-with-approval',
  'execute-autonomously',
]
const STAGES: (WriteStage | null)[] = [
  null,
  'read-only-assist',
  'draft-mode',
  'conditional-write',
  'automated-write',
]

type Row = [string, Kind, number, Status, string | null, string, DataRisk[] | null, number]
const ROWS: Row[] = [
  ['Lead scoring, ICP v4', 'lead-scoring', 3, 'live', 'Felix Adeyemi', 'CRO', ['personal-data'], 6],
  ['Inbound routing', 'routing', 3, 'live', 'Kenji Morita', 'RevOps', ['personal-data'], 5],
  ['First-touch email drafts', 'outreach', 2, 'live', 'Amara Nwosu', 'CMO', ['personal-data'], 4],
  ['Follow-up sequencing', 'sequencing', 3, 'paused', 'Amara Nwosu', 'CMO', ['personal-data'], 7],
  [
    'Call summaries',
    'call-summary',
    2,
    'live',
    'Ilse Verbeek',
    'Sales leader',
    ['personal-data', 'customer-confidential'],
    4,
  ],
  [
    'Pipeline forecast',
    'forecasting',
    1,
    'live',
    'Jonas Weidmann',
    'CRO',
    ['customer-confidential'],
    2,
  ],
  [
    'Firmographic enrichment',
    'enrichment',
    3,
    'live',
    'Dana Petrescu',
    'RevOps',
    ['personal-data'],
    6,
  ],
  [
    'Contact de-duplication',
    'de-duplication',
    4,
    'live',
    'Dana Petrescu',
    'RevOps',
    ['personal-data'],
    8,
  ],
  [
    'Next best action',
    'next-best-action',
    1,
    'live',
    'Jonas Weidmann',
    'CRO',
    ['personal-data'],
    3,
  ],
  [
    'Renewal risk notes',
    'renewal',
    1,
    'live',
    'Nour Haddad',
    'CRO',
    ['customer-confidential', 'contract-terms'],
    3,
  ],
  [
    'Discount guidance',
    'deal-desk',
    2,
    'live',
    'Luc Fontaine',
    'CFO',
    ['pricing', 'contract-terms'],
    5,
  ],
  ['Bounce suppression', 'sequencing', 4, 'live', 'Amara Nwosu', 'RevOps', ['personal-data'], 8],
  [
    'Proposal assembly',
    'content',
    2,
    'live',
    'Ilse Verbeek',
    'Legal',
    ['pricing', 'contract-terms'],
    5,
  ],
  ['SDR outreach agent', 'agent', 3, 'stopped', 'Felix Adeyemi', 'CMO', ['personal-data'], 7],
  ['Account research briefs', 'content', 1, 'retired', 'Nour Haddad', 'CRO', [], 2],
  [
    'Contract clause finder',
    'deal-desk',
    2,
    'draft',
    'Salome Duarte',
    'Legal',
    ['customer-confidential'],
    3,
  ],
  ['Territory rebalancing', 'routing', 0, 'draft', null, 'CRO', null, 0],
]

const HOLDERS: Record<string, string[]> = {
  CRO: ['Tobias Lindqvist'],
  RevOps: ['Maren Okafor'],
  CMO: ['Priya Raman'],
  Legal: ['Salome Duarte'],
  'Sales leader': ['Jonas Weidmann'],
}

const PHASES: Phase[] = ['data-sourcing', 'campaign-execution', 'pipeline-progression']
const PERSONS = new Map([
  ['Maren Okafor', 'PER-0001'],
  ['Jonas Weidmann', 'PER-0003'],
  ['Amara Nwosu', 'PER-0004'],
  ['Ilse Verbeek', 'PER-0006'],
  ['Dana Petrescu', 'PER-0007'],
  ['Salome Duarte', 'PER-0008'],
])
const CERTIFICATIONS: CertificationShown[] = [
  {
    standard: 'soc-2',
    words: 'SOC 2',
    expires: '2027-03-31',
    evidence: 'Report of 2026',
    validity: 'valid',
  },
  {
    standard: 'gdpr-dpa',
    words: 'GDPR/DPA',
    expires: '2026-12-15',
    evidence: null,
    validity: 'running-out',
  },
]

/** What a workflow of this tier may do. */
export function samplePermissions(row: RegisterRow): PermissionShown[] {
  const tier = row.tier ? TIERS.indexOf(row.tier) : 0
  const rows = ACTIONS.map(([action, words, always_approved], index): PermissionShown => {
    const stated = index <= tier * 2 && tier > 0
    const at = Math.min(stated ? Math.max(1, tier - (index % 3)) : 0, always_approved ? 3 : 4)
    return {
      action,
      words,
      permitted: PERMITTED_AT[at] ?? 'blocked',
      stated,
      roles: index === 2 && stated ? ['revops'] : [],
      role_names: index === 2 && stated ? ['RevOps'] : [],
      condition: null,
      limits: {
        per_day: at === 4 ? 400 : null,
        discount_percent: null,
        export_rows: null,
        approval_hours: at === 3 ? 24 : null,
        window: at === 4 ? { days: [], from: '06:00', to: '20:00' } : null,
        segments: [],
        first_touch_excluded: false,
        risky_excluded: false,
        enriched_only: false,
      },
      limited: ['', '', '', 'approvals count 24 h', '400 a day; 06:00 to 20:00'][at] ?? '',
      always_approved,
    }
  })
  return rows.sort((a, b) => PERMITTED_AT.indexOf(b.permitted) - PERMITTED_AT.indexOf(a.permitted))
}

const PERMITTED_AT: Permitted[] = ['blocked', 'tier1', 'tier2', 'tier3', 'tier4']
const ACTIONS: [ActionKind, string, string | null][] = [
  ['summarise', 'Summarise', null],
  ['recommend', 'Recommend', null],
  ['generate-internal-text', 'Generate internal text', null],
  ['generate-external-message', 'Generate external message', null],
  ['send-external-message', 'Send external message', null],
  ['enrich-firmographic-field', 'Enrich firmographic field', null],
  [
    'enrich-regulated-field',
    'Enrich regulated or contractual field',
    'regulated and contractual facts are approved every time',
  ],
  ['create-draft-record', 'Create draft record', null],
  ['merge-records', 'Merge or normalise records', null],
  ['change-stage', 'Change stage', 'lifecycle changes are approved every time'],
  ['change-amount-or-close-date', 'Change amount or close date', null],
  [
    'change-score-or-threshold',
    'Change score or threshold',
    'scoring changes are approved every time',
  ],
  ['change-routing', 'Change routing', 'routing changes are approved every time'],
  ['export-data', 'Export or sync data', 'exports and syncs are approved every time'],
  ['change-permission', 'Change permission', 'permission changes are approved every time'],
  ['apply-discount', 'Apply discount', null],
  ['publish', 'Publish', 'brand and public statements are approved every time'],
  ['pause-itself', 'Pause itself', null],
]

export const WORKFLOWS: RegisterRow[] = ROWS.map(
  ([name, kind, tier, status, owner, approver, risks, guardrails], index) => ({
    ...blankWorkflow(`WF-${String(index + 1).padStart(4, '0')}`, name),
    kind,
    tier: TIERS[tier] ?? null,
    tier_stated: tier > 0,
    write_stage: STAGES[tier] ?? null,
    status,
    found_live: status === 'live',
    phase: PHASES[index % 3] ?? null,
    permitted: tier,
    next_review: tier
      ? `2026-${index % 4 ? '12' : '11'}-${String((index % 27) + 1).padStart(2, '0')}`
      : null,
    review_late: tier > 0 && index % 4 === 0 && index < 15,
    certifications: tier > 2 ? CERTIFICATIONS : [],
    vendor_retention: tier > 2 ? '30 days after deletion' : null,
    vendor_training: tier > 2 ? 'opted-out' : null,
    owner,
    owner_known: owner !== 'Nour Haddad',
    owner_person: PERSONS.get(owner ?? '') ?? null,
    approver,
    approver_people: HOLDERS[approver] ?? [],
    kill_switch_owner: tier === 4 ? owner : null,
    data_risks: risks,
    guardrails: Array.from({ length: guardrails }, (_, at) => `At most ${(at + 1) * 100} a day`),
    kpis: ['Wrong merges 0.2 %, limit 0.5 %'],
    ai_does: 'Merges contacts that match above 0.97',
    human_does: 'Settles 0.90 to 0.97 by hand',
    governance: 'Undo list per merge, 30 days',
    vendor: 'Clearpair',
    product: 'Match',
    model: '3.2',
    system_of_record: 'CRM',
    logs: tier > 1 ? 'CRM audit trail' : null,
    rollback_plan: tier > 1 ? 'Undo list' : null,
  }),
)

const ROLE_NAMES: [string, string][] = [
  ['executive-sponsor', 'Executive sponsor'],
  ['revops', 'RevOps'],
  ['security', 'Security'],
  ['sales-leader', 'Sales leader'],
  ['marketing-ops', 'Marketing ops'],
  ['enablement-lead', 'Enablement lead'],
  ['data-engineering', 'Data/engineering'],
  ['legal', 'Legal'],
]

export const ROLES: RoleRow[] = ROLE_NAMES.map(([role, name]) => ({
  role,
  name,
  holders: [],
  deputies: [],
  on_call: [],
  acting: [],
  uncovered: [],
}))

const HELD: [string, string[], boolean][] = [
  ['Maren Okafor', ['revops'], true],
  ['Tobias Lindqvist', ['executive-sponsor'], true],
  ['Jonas Weidmann', ['sales-leader'], true],
  ['Amara Nwosu', ['marketing-ops'], false],
  ['Rafael Castellanos', ['security'], false],
  ['Ilse Verbeek', ['enablement-lead'], false],
  ['Dana Petrescu', ['data-engineering'], false],
  ['Salome Duarte', ['legal'], false],
]

export const PEOPLE: PersonRow[] = HELD.map(([name, roles, key], index) => ({
  person: `PER-${String(index + 1).padStart(4, '0')}`,
  name,
  contact: index < 2 ? `${name.split(' ')[0]?.toLowerCase()}@northwind.example` : null,
  left: false,
  roles: roles.map((role) => ({
    role,
    name: ROLES.find((one) => one.role === role)?.name ?? role,
    from: '2026-06-01',
    to: null,
  })),
  teams: [],
  away: null,
  stands_in: [],
  keys: key
    ? [
        {
          key: `5f0c21a${index}`,
          fingerprint: `${index}f3c41d7`.repeat(8),
          in_force: true,
          since_entry: index + 1,
          here: index < 2,
        },
      ]
    : [],
  waiting: null,
}))

const place = (index: number, from: string, to: string | null = null): PlaceRow => ({
  person: PEOPLE[index]?.person ?? '',
  name: PEOPLE[index]?.name ?? '',
  from,
  to,
  today: true,
  away: false,
})

export const TEAMS: TeamRow[] = [
  {
    team: 'TEAM-0001',
    name: 'Inside sales',
    manager: 'PER-0003',
    manager_name: 'Jonas Weidmann',
    manager_left: false,
    disbanded_on: null,
    members: [place(2, '2026-06-01'), place(3, '2026-06-01'), place(5, '2026-09-01', '2026-12-31')],
  },
  {
    team: 'TEAM-0002',
    name: 'Field sales DACH',
    manager: null,
    manager_name: null,
    manager_left: false,
    disbanded_on: null,
    members: [],
  },
]

/** Deputies of a role, by the person's place in PEOPLE. */
export const DEPUTIES: Record<string, PlaceRow[]> = {
  'executive-sponsor': [place(2, '2026-06-01')],
  security: [place(6, '2026-06-01'), place(0, '2026-10-01', '2026-12-31')],
}

export const ABSENCES: AbsenceRow[] = [
  {
    absence: 'ABS-0002',
    person: 'PER-0005',
    name: 'Rafael Castellanos',
    from: '2026-11-12',
    to: '2026-11-20',
    reason: 'on leave',
    state: 'now',
    cover: [],
  },
  {
    absence: 'ABS-0003',
    person: 'PER-0008',
    name: 'Salome Duarte',
    from: '2026-12-07',
    to: null,
    reason: null,
    state: 'coming',
    cover: [],
  },
  {
    absence: 'ABS-0001',
    person: 'PER-0002',
    name: 'Tobias Lindqvist',
    from: '2026-08-03',
    to: '2026-08-14',
    reason: null,
    state: 'past',
    cover: [],
  },
]

const AGENDA: [string, string, number, Outcome | null, number][] = [
  ['opens-replies-meetings', 'Opens, replies, meetings', 5, 'attention', 340],
  ['anomalies', 'Anomalies', 5, 'breach', 295],
  ['errors-reported', 'Errors reported by reps', 4, 'fine', 150],
  ['adoption', 'Adoption', 3, 'fine', 130],
  ['overrides', 'Overrides and repeats', 5, null, 0],
  ['exceptions', 'Exceptions and clocks', 5, null, 0],
  ['random-actions', 'Ten AI actions, tested', 6, null, 0],
  ['outbound-emails', 'Outbound emails, 10 %', 5, null, 0],
  ['lead-scores', 'Lead-score spot checks', 4, null, 0],
  ['enrichment', 'Enrichment overwrites', 3, null, 0],
  ['sequences', 'Sequence adherence', 3, null, 0],
  ['crm-notes', 'Same-day CRM notes', 2, null, 0],
  ['dossiers', 'Dossiers 48 h ahead', 2, null, 0],
  ['approval-queue', 'Approval queue time', 3, null, 0],
  ['coaching', 'Coaching', 3, null, 0],
  ['two-week-emergency', 'Two-week emergency', 2, null, 0],
]

function items(closed: boolean): ItemRow[] {
  return AGENDA.map(([item, title, minutes, outcome, seconds], index) => {
    const found = outcome ?? (closed ? 'fine' : null)
    return {
      item,
      number: index + 1,
      title,
      group: null,
      question:
        'Who overrules the AI, and who keeps doing it? Three in 14 days by one team is a repeat.',
      minutes,
      outcome: found,
      note:
        found && found !== 'fine'
          ? 'Replies fell to 2.1 % in EMEA; Amara looks at the copy.'
          : null,
      seconds: closed && !seconds ? 60 : seconds,
      figures:
        index % 2
          ? []
          : [
              { figure: 'workflows.live', label: 'Workflows live', value: '12' },
              {
                figure: 'workflows.found-live',
                label: 'Found live, no launch decision',
                value: '4',
              },
              { figure: 'workflows.stopped', label: 'Stopped or paused', value: '2' },
            ],
      guidance: index % 2 ? null : 'Look at the fourteen days before, by team and workflow.',
      metrics: [],
      pulls: item === 'exceptions' ? (['findings', 'drills'] as const).slice() : [],
      tiers: [],
      raised: [],
      sample:
        item === 'random-actions'
          ? {
              title: 'AI actions of the week',
              size: { by: 'number' as const, rows: 10 },
              of_messages: false,
              ready: true,
              rows: [
                {
                  sample: 'SMP-0001',
                  title: 'AI actions of the week',
                  of: '10 of 7,402 rows of BAT-0001 (Salesforce)',
                  batch: 'BAT-0001',
                  tester: 'Maren Okafor',
                  reviewer: 'Tobias Lindqvist',
                  stage: 'confirmed' as const,
                  drawn: 10,
                  tested: 10,
                  errors: 1,
                  says: '1 of 10 tested, of 7,402, was in error. At 95\u202f% confidence at most 2,914 of the 7,402 were (39.4\u202f%).',
                  doubtful: [
                    {
                      row: 184,
                      note: 'Names a competitor; the required reading by a person is not on record.',
                    },
                  ],
                },
              ],
            }
          : item === 'outbound-emails'
            ? {
                title: 'Outbound emails',
                size: { by: 'percent' as const, percent: 10 },
                of_messages: true,
                ready: false,
                rows: [],
              }
            : null,
    }
  })
}

export function sampleReview(closed: boolean): ReviewView {
  const all = items(closed)
  const attendance: AttendanceRow[] = PEOPLE.filter((_, index) => index !== 1).map(
    (row, index) => ({
      person: row.person,
      name: row.name ?? '',
      roles: row.roles.map(({ name }) => name),
      presence:
        index < 3 || closed ? 'present' : index === 3 ? 'delegate' : index === 6 ? 'excused' : null,
      delegate: index === 3 && !closed ? 'R. Castellanos' : null,
      chair: index === 0,
    }),
  )
  return {
    review: 'WEEKLY-2026-W47',
    name: 'Weekly governance call',
    due: '2026-11-16T10:00:00+01:00',
    state: closed ? 'closed' : 'open',
    opens: '2026-11-16T00:00:00+01:00',
    next_due: '2026-11-23T10:00:00+01:00',
    opened: '2026-11-16T10:00:00+01:00',
    minutes: 60,
    chair: 'PER-0001',
    chair_name: 'Maren Okafor',
    yours: !closed,
    may_chair: false,
    chairs_taken: [],
    held: null,
    items: all,
    offers_evidence: false,
    left: all.filter(({ outcome }) => !outcome).length,
    attendance,
    reached: 4,
    required: 7,
    quorum: 5,
    vacant: [],
    carried_in: all.slice(0, 2).map((item) => ({ ...item, outcome: item.outcome ?? 'attention' })),
    carried_actions: [],
    addenda: [],
    closed: closed
      ? {
          person: 'PER-0001',
          name: 'Maren Okafor',
          at: '2026-11-16T11:02:40+01:00',
          fingerprint: '0f3c41d7'.repeat(8),
          entry: 4835,
          head: `4835:${'51be0c93'.repeat(8)}`,
        }
      : null,
    countersigned_by: null,
    may_countersign: false,
    countersigned: null,
    narrative: closed
      ? 'All reviews were held. One kill switch was drilled, none is overdue.'
      : null,
    statement: null,
  }
}
