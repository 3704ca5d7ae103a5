import type {
  PoliciesView,
  PolicyGiven,
  PolicyPage,
  PolicyPerson,
  PolicyRow,
  PolicyVersion,
  PolicyWaiting,
  RoleNamed,
} from '../../src/lib/bindings'
import type { Desk } from './desk'
import { check, NOW, problem, record, type State } from './state'

const USE = [
  {
    heading: 'What this is for',
    body: 'AI takes routine work off our hands, and we want it used. What it writes, scores or changes goes out under our name all the same, so somebody has to answer for it.\n\nIt is a safe lane, not a ban: what cannot hurt stays quick, and only what can hurt is gated.',
  },
  {
    heading: 'Customer data',
    body: 'Use the least that does the job, in the tools the register names for it.\n\nAllowed:\n- business contact details and firmographic facts whose source is recorded;\n- what a customer told us, for the purpose they told it for.\n\nProhibited:\n- passwords, keys, tokens and payment details, in any prompt or any field;\n- customer data to a vendor who trains models on it, or whose terms Security has not read.',
  },
  {
    heading: 'Call recordings and notes',
    body: '- A call is recorded only where everybody on it was told at its start and nobody objected.\n- A summary is a draft: whoever was on the call reads it before it is filed.\n- Recordings are deleted after 90 days, also at the vendor.',
  },
  {
    heading: 'What AI may do unattended',
    body: 'How freely a workflow acts is set for each kind of action. A tier is earned one step at a time, on evidence, by decision.\n\nAnybody may stop any workflow, at any hour, without asking.',
  },
]

const LATER = USE.map(({ heading, body }) => ({
  heading,
  body: heading.startsWith('Call')
    ? '- A call is recorded only where everybody on it was told at its start and nobody objected; where one person says no, the recording is off.\n- A summary is a draft: whoever was on the call reads it before it is filed, and corrects what was not said.\n- Recordings are deleted after 60 days, also at the vendor.\n- Recordings are not used to rate people.'
    : body,
}))

const TRAINING = [
  {
    heading: 'Reading a suggestion',
    body: 'A suggestion is worth what stands behind it. Look at four things, in this order:\n\n- What is it about?\n- Why? The two or three drivers shown.\n- How fresh is its data?\n- How sure is it?',
  },
  {
    heading: 'When to override, and how',
    body: 'Override when you know something it does not: a call it has not heard, a reorganisation, a mistake in the record. Nobody counts your overrides against you.',
  },
]

const version = (
  number: number,
  title: string,
  sections: PolicyVersion['sections'],
  more: Partial<PolicyVersion> = {},
): PolicyVersion => ({
  version: number,
  at: `2026-0${number + 5}-0${number}T09:12:00+02:00`,
  by_name: 'Maren Okafor',
  entry: 40 + number * 260,
  hash: `${number}f3c41d7a90b55e2`.repeat(4),
  title,
  kind: 'acceptable-use',
  sections,
  roles: [],
  again_days: 365,
  adopted: [],
  in_force: false,
  ...more,
})

const adopted = (decision: string, at: string, entry: number, until: string | null = null) => [
  { decision, at, until, entry },
]

/** What the fake desk keeps of a policy. */
export interface Kept {
  policy: string
  versions: PolicyVersion[]
  people: PolicyPerson[]
  proposed: PolicyRow['proposed']
  retired: PolicyRow['retired']
}

/** One in force with a draft over it, one that waits for me, a training somebody is late with. */
export function samplePolicies(state: Pick<State, 'people'>): Kept[] {
  const person = (index: number, ask: PolicyPerson['ask'], entry: number | null): PolicyPerson => ({
    person: state.people[index]?.person ?? '',
    name: state.people[index]?.name ?? '',
    roles: state.people[index]?.roles.map(({ name }) => name) ?? [],
    ask,
    entry,
  })
  const done = (on: string) => ({ state: 'attested' as const, on, until: '2027-08-04' })
  const waits = { state: 'waits' as const, on: null, until: '2026-11-27' }
  const late = { state: 'late' as const, on: null, until: '2026-11-09' }
  const use = 'Acceptable use of AI in sales'
  const rules = 'Do’s and don’ts of selling with AI'
  const training = 'Working with AI suggestions'
  const sdr: RoleNamed[] = [
    { role: 'sales-leader', name: 'Sales leader' },
    { role: 'sdr', name: 'SDR' },
  ]
  return [
    {
      policy: 'POL-0001',
      versions: [
        version(3, use, [...USE, { heading: 'Audit', body: 'Nobody picks what is drawn.' }]),
        version(2, use, LATER, {
          in_force: true,
          adopted: adopted('DEC-0019', '2026-08-04T16:02:00+02:00', 1210),
        }),
        version(1, use, USE, {
          adopted: adopted(
            'DEC-0006',
            '2026-06-08T11:40:00+02:00',
            388,
            '2026-08-04T16:02:00+02:00',
          ),
        }),
      ],
      people: [
        person(4, late, null),
        person(2, waits, null),
        ...[0, 1, 3, 5].map((index) => person(index, done('2026-08-05'), 1240 + index)),
      ],
      proposed: null,
      retired: null,
    },
    {
      policy: 'POL-0002',
      versions: [
        version(1, rules, USE.slice(1), {
          kind: 'dos-and-donts',
          again_days: null,
          in_force: true,
          adopted: adopted('DEC-0031', '2026-11-13T10:00:00+01:00', 4700),
        }),
      ],
      people: [person(0, waits, null), person(1, done('2026-11-13'), 4712)],
      proposed: null,
      retired: null,
    },
    {
      policy: 'POL-0003',
      versions: [version(1, training, TRAINING, { kind: 'training', roles: sdr, again_days: 365 })],
      people: [],
      proposed: { decision: 'DEC-0034', version: 1 },
      retired: null,
    },
    {
      policy: 'POL-0004',
      versions: [
        version(1, 'Trying out call summaries', USE.slice(2, 3), {
          kind: 'other',
          adopted: adopted(
            'DEC-0008',
            '2026-06-15T10:00:00+02:00',
            402,
            '2026-10-30T15:12:00+01:00',
          ),
        }),
      ],
      people: [],
      proposed: null,
      retired: {
        version: 1,
        decision: 'DEC-0029',
        at: '2026-10-30T15:12:00+01:00',
        entry: 4512,
      },
    },
  ]
}

const KINDS = {
  'acceptable-use': 'Acceptable use',
  'dos-and-donts': 'Do’s and don’ts',
  training: 'Training',
  other: 'Policy',
}

function row({ policy, versions, people, proposed, retired }: Kept, me: string | null): PolicyRow {
  const inForce = versions.find(({ in_force }) => in_force)
  const told = inForce ?? versions[0]
  return {
    policy,
    title: told?.title ?? null,
    kind: told?.kind ?? 'other',
    kind_words: KINDS[told?.kind ?? 'other'],
    versions: versions[0]?.version ?? 0,
    in_force: inForce?.version ?? null,
    since: inForce?.adopted[0]?.at ?? null,
    adopted: inForce?.adopted.at(-1)?.at ?? null,
    retired,
    proposed,
    roles: told?.roles ?? [],
    asked: people.length,
    attested: people.filter(({ ask }) => ask.state === 'attested').length,
    late: people.filter(({ ask }) => ask.state === 'late').length,
    mine: people.find(({ person }) => person === me)?.ask ?? null,
  }
}

const rolesOf = (state: State) => state.roles.map(({ role, name }) => ({ role, name }))

function list(state: State): PoliciesView {
  return {
    rows: state.policies.map((one) => row(one, state.person)),
    may_write: state.person !== null,
    roles: rolesOf(state),
    attest_days: 14,
    as_of: state.entry,
  }
}

function find(state: State, policy: string): Kept {
  const found = state.policies.find((one) => one.policy === policy)
  if (!found) throw problem('unknown', `There is no ${policy} here.`)
  return found
}

function page(state: State, policy: string): PolicyPage {
  const one = find(state, policy)
  return {
    row: row(one, state.person),
    versions: one.versions,
    people: one.people,
    may_write: state.person !== null,
    roles: rolesOf(state),
    attest_days: 14,
    as_of: state.entry,
  }
}

function write(state: State, policy: string, given: PolicyGiven): void {
  const kept = state.policies.find((one) => one.policy === policy)
  const number = (kept?.versions[0]?.version ?? 0) + 1
  record(state, number === 1 ? 'policy.drafted' : 'policy.revised', given.title, policy)
  const roles = rolesOf(state).filter(({ role }) => given.roles.includes(role))
  const made = version(number, given.title, given.sections, {
    at: NOW,
    entry: state.entry,
    kind: given.kind,
    roles,
    again_days: given.again_days,
  })
  if (kept) kept.versions.unshift(made)
  else state.policies.push({ policy, versions: [made], people: [], proposed: null, retired: null })
}

/** What Today asks of whoever is signed in. */
export function policiesWaiting(state: State): PolicyWaiting[] {
  return list(state).rows.flatMap(({ mine, policy, title, kind, in_force }) =>
    mine && mine.state !== 'attested'
      ? [
          {
            policy,
            title,
            kind,
            version: in_force ?? 1,
            until: mine.until ?? '',
            late: mine.state === 'late',
          },
        ]
      : [],
  )
}

export const policies = {
  policies: (state) => list(state),
  policy: (state, { policy }) => page(state, policy),
  draft_policy(state, { given }) {
    check(state)
    const policy = `POL-${String(state.policies.length + 1).padStart(4, '0')}`
    write(state, policy, given)
    return page(state, policy)
  },
  revise_policy(state, { policy, given }) {
    check(state)
    write(state, policy, given)
    return page(state, policy)
  },
  take_start_up_policies(state) {
    check(state)
    state.policies = samplePolicies(state).map((one) => ({
      ...one,
      versions: one.versions.slice(-1).map((first) => ({ ...first, adopted: [], in_force: false })),
      people: [],
      proposed: null,
      retired: null,
    }))
    record(state, 'policy.drafted', 'Acceptable use of AI in sales written', 'POL-0001')
    return list(state)
  },
  attest_policy(state, { policy, passphrase }) {
    check(state, passphrase)
    const mine = find(state, policy).people.find(({ person }) => person === state.person)
    if (!mine) throw problem('not-asked', `${policy} does not ask you to attest it.`)
    record(state, 'policy.attested', `${mine.name} attests it`, policy)
    mine.ask = { state: 'attested', on: NOW.slice(0, 10), until: '2027-11-16' }
    mine.entry = state.entry
    return page(state, policy)
  },
  request_attestation(state, { policy }) {
    const told = find(state, policy).versions.find(({ in_force }) => in_force)
    if (!told) throw problem('not-in-force', `No version of ${policy} is in force yet.`)
    return {
      file: { name: `${policy}.json`, bytes: 9_400, sha256: '0'.repeat(64), entry: null },
      request: {
        sha256: '0'.repeat(64),
        workspace: state.name,
        ws: '1a58n2maha58n2maha58n2maha',
        known: true,
        asks: {
          kind: 'attestation',
          policy,
          version: told.version,
          title: told.title ?? '',
          kind_words: KINDS[told.kind],
          whom: 'Everybody',
          again: 'With each new version',
          sections: told.sections,
          subject: told.hash,
        },
        expires: '2026-11-30T10:18:27.000Z',
        signers: [],
        refused: null,
      },
    }
  },
  export_policy(state, { policy }) {
    check(state)
    record(state, 'export.made', 'policy exported as pdf', policy)
    return { name: `${policy}.pdf`, bytes: 48_200, sha256: '0'.repeat(64), entry: state.entry }
  },
  export_policies(state) {
    check(state)
    record(state, 'export.made', 'policies exported as csv')
    return { name: 'policies.csv', bytes: 812, sha256: '0'.repeat(64), entry: state.entry }
  },
} satisfies Partial<Desk>
