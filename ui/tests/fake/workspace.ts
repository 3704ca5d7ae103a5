import type { Frame, Verification } from '../../src/lib/bindings'
import type { Desk } from './desk'
import { check, choice, NOW, problem, record, type State } from './state'

const HEX = '51be0c93a7d1f2083c6e5b49d8a01f77e2c4b6905d3f8a1c7e90b2d4f6a81c35'

export function frame(state: State): Frame {
  return {
    now: NOW,
    zone: 'Europe/Berlin',
    recent: [
      { id: 'r1', name: 'Northwind Telemetry', file: 'northwind.countersign', there: true },
      { id: 'r2', name: 'Pilot', file: 'pilot.countersign', there: false },
    ].slice(0, state.open ? 2 : 0),
    workspace: state.open
      ? {
          id: 'ws1',
          name: state.name,
          file: 'northwind.countersign',
          demo: state.demo,
          opens_with: state.demo ? 'northwind demo' : null,
          zone: 'Europe/Berlin',
          read_only: state.readOnly,
          past: state.past,
          person: state.person ? choice(state, state.person) : null,
          here: ['PER-0001', 'PER-0002'].map((person) => choice(state, person)),
          locked: state.locked,
          idle_minutes: 10,
          reviews_waiting: state.review.state === 'closed' ? 0 : 1,
          actions_late: state.actions.filter(({ state: at }) => at === 'late').length,
          foot: {
            entry: state.entry,
            head: '51be 0c93',
            head_full: `${state.entry}:${HEX}`,
            integrity: state.verified ? (state.fails ? 'fails' : 'holds') : 'unchecked',
            completeness: state.verified ? (state.fails ? 'fails' : 'holds') : 'unchecked',
            rules: state.verified && !state.fails ? 'holds' : 'unchecked',
          },
          clock: null,
          gone_back: null,
          unremembered: state.unremembered,
          stop_list: state.troubles.list.trouble,
          exceptions_open: state.troubles.exceptions.filter(({ stage }) => stage !== 'resolved')
            .length,
          unattributed: state.troubles.stops
            .filter(({ by_name }) => by_name === null)
            .map(({ stop }) => stop),
        }
      : null,
  }
}

function verification(state: State): Verification {
  state.verified = true
  const verdict = state.fails ? 'fails' : 'holds'
  return {
    headline: state.fails
      ? 'do not rely on it, 2 things do not hold'
      : 'it agrees with itself, nothing in it was altered and nothing is missing',
    integrity: { verdict, says: state.fails ? 'Something was altered.' : 'Nothing was altered.' },
    completeness: {
      verdict,
      says: state.fails ? 'Something is missing.' : 'Nothing is missing, nothing was cut off.',
    },
    rules: state.fails
      ? { verdict: 'unchecked', says: 'Not judged: it takes a record that was not altered.' }
      : { verdict: 'holds', says: 'Nothing was done that the rules of its moment refuse.' },
    anchored: false,
    rests_on: 'Consistent with itself, not anchored: no key or head kept outside was given.',
    demo: state.demo,
    entries: state.entry,
    texts: [9120, 1, 0],
    head: `${state.entry}:${HEX}`,
    faults: state.fails
      ? [
          {
            code: 'signature-invalid',
            entry: 4102,
            place: null,
            says: 'The signature of entry 4102 does not fit its bytes.',
          },
          {
            code: 'text-missing',
            entry: 3977,
            place: '/event/note',
            says: 'Words that entry 3977 commits to are missing, and nobody erased them.',
          },
        ]
      : [],
    notes: ['Three people enrolled by one person.'],
  }
}

function open(state: State, person: string): Frame {
  Object.assign(state, { open: true, person, locked: false })
  return frame(state)
}

export const workspace = {
  frame,
  choose_file: (_state, { purpose, suggested }) => ({
    grant: `grant-${purpose}`,
    name: suggested ?? (purpose === 'read-inventory' ? 'inventory.csv' : 'file.pem'),
  }),
  started_with: (state) => {
    const grant = state.startedWith
    state.startedWith = null
    return { grant, name: grant && 'DEC-0020.countersign-request' }
  },
  cancel: () => ({}),
  create_workspace(state, request) {
    if (request.passphrase.length < 8)
      throw problem('passphrase-short', 'A passphrase needs at least 8 characters.')
    Object.assign(state, { name: request.name, workflows: [], entry: 6 })
    return open(state, 'PER-0001')
  },
  open_demo: (state) => open(state, 'PER-0001'),
  open_workspace: (state) => open(state, 'PER-0001'),
  open_recent: (state) => open(state, 'PER-0001'),
  close_workspace(state) {
    state.open = false
    return frame(state)
  },
  sign_in(state, { person, passphrase }) {
    check({ ...state, person }, passphrase)
    return open(state, person)
  },
  lock(state) {
    Object.assign(state, { person: null, locked: true })
    return frame(state)
  },
  stay: frame,
  look_back(state, { as_of }) {
    const entry = /^\d+$/.test(as_of) ? Number(as_of) : state.entry - 20
    const row = state.log.find((one) => one.entry <= entry)
    if (!row) throw problem('no-such-moment', `There is no entry ${as_of}.`)
    const at = /^\d+$/.test(as_of)
      ? row.at
      : `${as_of.slice(0, 10)}T${as_of.slice(11) || '23:59'}:00`
    state.past = { entry: row.entry, at }
    return frame(state)
  },
  return_to_now(state) {
    state.past = null
    return frame(state)
  },
  verify: (state) => verification(state),
  acknowledge_clock: frame,
  declare_restore: frame,
  back_up: () => ({ name: 'copy.countersign', bytes: 4096, sha256: HEX, entry: null }),
  export_register(state, { form }) {
    check(state)
    record(state, 'export.made', 'Register exported')
    return { name: `register.${form}`, bytes: 4096, sha256: HEX, entry: state.entry }
  },
  export_decision(state, { decision, form }) {
    check(state)
    record(state, 'export.made', `decision exported as ${form}`, decision)
    return { name: `${decision}.${form}`, bytes: 4096, sha256: HEX, entry: state.entry }
  },
  export_minutes(state, { review, form }) {
    check(state)
    record(state, 'export.made', 'Minutes exported', review)
    return { name: `minutes.${form}`, bytes: 4096, sha256: HEX, entry: state.entry }
  },
  minutes_text: ({ review }) => ({ text: `# ${review.name}\n\n${review.review}\n` }),
  minutes_copied(state, { review }) {
    check(state)
    record(state, 'export.made', 'minutes exported as md', review)
    return { entry: state.entry }
  },
  export_pack(state) {
    check(state)
    record(state, 'export.made', 'Pack exported')
    return { name: 'pack.zip', bytes: 4096, sha256: HEX, entry: state.entry }
  },
} satisfies Partial<Desk>
