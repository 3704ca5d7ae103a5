import type { PeopleView } from '../../src/lib/bindings'
import type { Desk } from './desk'
import { check, record, type State } from './state'

const view = ({ people, roles }: State): PeopleView => ({
  people,
  roles,
  machine_enrolled: true,
})
const row = (state: State, reference: string) => {
  const found = state.people.find(({ person }) => person === reference)
  if (!found) throw new Error(`no person ${reference}`)
  return found
}
const roleName = ({ roles }: State, role: string) =>
  roles.find((one) => one.role === role)?.name ?? role

export const people = {
  people: view,
  add_person(state, { name, contact, roles }) {
    check(state)
    const person = `PER-${String(state.people.length + 1).padStart(4, '0')}`
    const held = roles.map((role) => ({
      role,
      name: roleName(state, role),
      from: '2026-11-16',
      to: null,
    }))
    state.people.push({
      person,
      name,
      contact: contact || null,
      left: false,
      roles: held,
      keys: [],
    })
    record(state, 'person.added', `${name} added`, person)
    return view(state)
  },
  give_role(state, { person, role, from, to }) {
    check(state)
    row(state, person).roles.push({ role, name: roleName(state, role), from, to })
    return view(state)
  },
  end_role(state, { person, role, on }) {
    check(state)
    const held = row(state, person).roles.find((one) => one.role === role)
    if (held) held.to = on
    return view(state)
  },
  record_leaving(state, { person, passphrase }) {
    check(state, passphrase)
    Object.assign(row(state, person), { left: true, roles: [] })
    return view(state)
  },
  enrol_key(state, { person, passphrase }) {
    check(state, passphrase)
    record(state, 'key.enrolled', 'Key enrolled', person)
    row(state, person).keys.unshift({
      key: 'a1b2c3d4',
      fingerprint: '9f3c41d7'.repeat(8),
      in_force: true,
      since_entry: state.entry,
      here: true,
    })
    return view(state)
  },
  replace_key(state, { passphrase }) {
    check(state, passphrase)
    return view(state)
  },
  retire_key(state, { person, key, passphrase }) {
    check(state, passphrase)
    const held = row(state, person).keys.find((one) => one.key === key)
    if (held) held.in_force = false
    return view(state)
  },
  enrol_machine(state, { passphrase }) {
    check(state, passphrase)
    return view(state)
  },
  save_key_file: () => ({ name: 'key.pem', bytes: 400, sha256: '0'.repeat(64), entry: null }),
  bring_key_file(state, { passphrase }) {
    check(state, passphrase)
    return view(state)
  },
} satisfies Partial<Desk>
