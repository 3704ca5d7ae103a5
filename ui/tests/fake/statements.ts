import type { Asks, RequestView, StatementRow } from '../../src/lib/bindings'
import type { Desk } from './desk'
import { people } from './people'
import { check, problem, record, type State } from './state'

type KeyAsked = Extract<Asks, { kind: 'key-replacement' }>

const NEW = 'c4d2e9f0'
const EXPIRES = '2026-11-23T09:18:27.000Z'

function asks(state: State, person: string): KeyAsked {
  const row = state.people.find((one) => one.person === person)
  const old = row?.keys.find(({ in_force }) => in_force)
  return {
    kind: 'key-replacement',
    person,
    name: row?.name ?? null,
    key: NEW,
    fingerprint: 'b7e1d3a9'.repeat(8),
    old: old?.key ?? '',
    old_fingerprint: old?.fingerprint ?? '',
  }
}

function request(state: State, person: string): RequestView & { asks: KeyAsked } {
  return {
    sha256: '0'.repeat(64),
    workspace: state.name,
    ws: '1a58n2maha58n2maha58n2maha',
    known: state.open,
    asks: asks(state, person),
    expires: EXPIRES,
    signers: state.people
      .filter((row) => row.person !== person && row.keys.some(({ here }) => here))
      .map((row) => ({
        person: row.person,
        name: row.name,
        key: row.keys[0]?.key ?? '',
        refused: null,
      })),
    refused: null,
  }
}

/** The closed review as it is asked of the sponsor, whose key lies here too. */
export function countersignature(state: State): RequestView {
  const { review } = state
  const items = review.items.map(({ item, title, outcome, note, figures, tiers }) => {
    return { item, title, outcome: outcome ?? 'fine', note, shown: figures, tiers }
  })
  return {
    ...request(state, LOST),
    known: false,
    asks: {
      kind: 'countersignature',
      review: review.review,
      name: review.name,
      by: review.closed?.person ?? '',
      by_name: review.closed?.name ?? '',
      counted: `${items.length} items`,
      items,
      narrative: review.narrative,
      root: review.closed?.head ?? '',
      subject: '5f'.repeat(32),
    },
    signers: [{ person: LOST, name: null, key: 'a1b2c3d4', refused: null }],
  }
}

/** The sponsor is the one who lost a key; Jonas and Amara answer, one more file each time. */
const LOST = 'PER-0002'
const ANSWERS: StatementRow[] = [
  {
    file: 'yes-jonas.json',
    by: 'PER-0004',
    name: 'Jonas Weidmann',
    roles: ['Sales leader'],
    verdict: 'approve',
    reason: 'I heard him read it on the phone',
    at: '2026-11-16T09:40:00.000Z',
    refused: null,
  },
  {
    file: 'yes-amara.json',
    by: 'PER-0003',
    name: 'Amara Nwosu',
    roles: ['Marketing ops'],
    verdict: 'approve',
    reason: null,
    at: '2026-11-16T09:52:00.000Z',
    refused: null,
  },
]

export const statements = {
  request_key(state, { person }) {
    const row = state.people.find((one) => one.person === person)
    const asked = request(state, person)
    if (row) {
      const { key, fingerprint } = asked.asks
      row.waiting = { key, fingerprint, expires: EXPIRES, expired: false }
    }
    const file = { name: 'new-key-request.json', bytes: 900, sha256: asked.sha256, entry: null }
    return { file, request: asked, people: people.people(state) }
  },
  open_request: (state) => (state.review.closed ? countersignature(state) : request(state, LOST)),
  sign_request(state, { passphrase }) {
    check(state, passphrase)
    return { name: 'yes.json', bytes: 700, sha256: '0'.repeat(64), entry: null }
  },
  open_statements(state, { grants }) {
    const rows = ANSWERS.slice(0, grants.length)
    const refused =
      rows.length < 2
        ? problem(
            'too-few-statements',
            `Replacing the key of ${LOST} takes two people of other roles; 1 valid given.`,
          )
        : null
    return { asks: asks(state, LOST), statements: rows, refused }
  },
  take_statements(state, { passphrase }) {
    check(state, passphrase)
    record(state, 'key.replaced', `Key ${NEW} takes the place of a lost one`, LOST)
    const row = state.people.find((one) => one.person === LOST)
    row?.keys.forEach((key) => (key.in_force = false))
    row?.keys.unshift({
      key: NEW,
      fingerprint: 'b7e1d3a9'.repeat(8),
      in_force: true,
      since_entry: state.entry,
      here: false,
    })
    return people.people(state)
  },
} satisfies Partial<Desk>
