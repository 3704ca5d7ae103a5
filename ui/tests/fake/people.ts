import type {
  AbsenceRow,
  AbsenceState,
  ActingRow,
  PeoplePreview,
  PeopleView,
  PersonRow,
  Place,
  PlaceRow,
  RoleRow,
} from '../../src/lib/bindings'
import type { Desk } from './desk'
import { check, problem, record, type State } from './state'

const view = (state: State): PeopleView => ({
  people: state.people.map((one) => person(state, one)),
  roles: state.roles.map((one) => role(state, one)),
  teams: state.teams.map((team) => ({
    ...team,
    members: team.members.filter(({ to }) => runs(to)),
  })),
  absences: state.absences
    .map((one) => absence(state, one))
    .toSorted((one, other) => STATES.indexOf(one.state) - STATES.indexOf(other.state)),
  today: TODAY,
  machines: [],
  machine_enrolled: true,
})
const row = (state: State, reference: string) => {
  const found = state.people.find(({ person }) => person === reference)
  if (!found) throw new Error(`no person ${reference}`)
  return found
}
const roleName = ({ roles }: State, role: string) =>
  roles.find((one) => one.role === role)?.name ?? role

const LIST: PeoplePreview = {
  file: 'people.csv',
  sha256: '0'.repeat(64),
  rows: 4,
  columns: [
    { place: 1, column: 'Full name', field: 'name' },
    { place: 2, column: 'Team', field: 'team' },
    { place: 3, column: 'Shoe size', field: null },
  ],
  taken_in_before: null,
  people: [
    { line: 2, name: 'Luc Fontaine', fate: 'added', says: 'Legal, Inside sales' },
    { line: 3, name: 'Maren Okafor', fate: 'skipped', says: '' },
    { line: 4, name: 'Jonas Weidmann', fate: 'changed', says: 'contact' },
  ],
  rejected: [
    {
      line: 5,
      column: null,
      code: 'unknown-role',
      says: '“Chief of staff” is no role here. Define it under Roles, or write one there is.',
      row: 'Rolf Ohnerolle',
    },
  ],
}

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
      teams: [],
      away: null,
      stands_in: [],
      keys: [],
      waiting: null,
    })
    record(state, 'person.added', `${name} added`, person)
    return view(state)
  },
  preview_people: () => LIST,
  import_people(state) {
    check(state)
    const { people, rejected } = LIST
    return { people, rejected, view: view(state) }
  },
  save_rejected_people: () => ({
    name: 'people-rejected.csv',
    bytes: 160,
    sha256: '0'.repeat(64),
    entry: null,
  }),
  change_person(state, { person, name, contact }) {
    check(state)
    Object.assign(row(state, person), { name, contact: contact || null })
    return view(state)
  },
  define_role(state, { role, name }) {
    check(state)
    const taken = state.roles.find((one) => one.role !== role && same(one.name, name))
    if (taken) throw problem('name-taken', `${taken.role} is already called “${name}”.`)
    const known = state.roles.find((one) => one.role === role)
    if (known) known.name = name
    else state.roles.push({ ...NO_ROLE, role: `own-${state.roles.length}`, name })
    return view(state)
  },
  name_deputies(state, { role, deputies }) {
    check(state)
    roleRow(state, role).deputies = deputies.map((one) => place(state, one))
    return view(state)
  },
  set_on_call(state, { role, order }) {
    check(state)
    roleRow(state, role).on_call = order.map((one) => place(state, one))
    return view(state)
  },
  record_absence(state, { absence, person, from, to, reason }) {
    check(state)
    const other = state.absences.find(
      (one) =>
        one.absence !== absence &&
        one.person === person &&
        from <= (one.to ?? '9999') &&
        one.from <= (to ?? '9999'),
    )
    if (other)
      throw problem(
        'away-already',
        `${person} is away on some of these days already (${other.absence}); change that absence.`,
      )
    state.absences = state.absences.filter((one) => one.absence !== absence)
    state.absences.push({
      absence: absence ?? `ABS-${String(state.absences.length + 1).padStart(4, '0')}`,
      person,
      name: row(state, person).name ?? person,
      from,
      to,
      reason: reason || null,
      state: 'coming',
      cover: [],
    })
    return view(state)
  },
  withdraw_absence(state, { absence }) {
    check(state)
    state.absences = state.absences.filter((one) => one.absence !== absence)
    return view(state)
  },
  set_team(state, { team, name, manager, members }) {
    check(state)
    const taken = state.teams.find((one) => one.team !== team && same(one.name ?? '', name))
    if (taken) throw problem('name-taken', `${taken.team} is already called “${name}”.`)
    const manager_name = manager && row(state, manager).name
    const known = state.teams.find((one) => one.team === team)
    if (known) Object.assign(known, { name, manager, manager_name, manager_left: false })
    else
      state.teams.push({
        team: `TEAM-${String(state.teams.length + 1).padStart(4, '0')}`,
        name,
        manager,
        manager_name,
        manager_left: false,
        disbanded_on: null,
        members: members.map((person) => place(state, { person, from: TODAY, to: null })),
      })
    return view(state)
  },
  disband_team(state, { team, on }) {
    check(state)
    Object.assign(teamRow(state, team), { disbanded_on: on, members: [] })
    return view(state)
  },
  join_team(state, { team, ...given }) {
    check(state)
    teamRow(state, team).members.push(place(state, given))
    return view(state)
  },
  leave_team(state, { team, person, on }) {
    check(state)
    const member = teamRow(state, team).members.find((one) => one.person === person)
    if (member) member.to = on
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

const TODAY = '2026-11-16'
const STATES: AbsenceState[] = ['now', 'coming', 'past']
const NO_ROLE = { holders: [], deputies: [], on_call: [], acting: [], uncovered: [] }

const runs = (to: string | null) => to === null || TODAY <= to
const covers = (from: string, to: string | null) => from <= TODAY && runs(to)
const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase()
const awayToday = ({ absences }: State, person: string) =>
  absences.find((one) => one.person === person && covers(one.from, one.to))

function roleRow({ roles }: State, role: string): RoleRow {
  const found = roles.find((one) => one.role === role)
  if (!found) throw problem('unknown', `${role} is not known in this workspace.`)
  return found
}
function teamRow({ teams }: State, team: string): State['teams'][number] {
  const found = teams.find((one) => one.team === team)
  if (!found) throw problem('unknown', `${team} is not known in this workspace.`)
  return found
}

function place(state: State, { person, from, to }: Place): PlaceRow {
  const name = row(state, person).name ?? person
  return { person, name, from, to, today: covers(from, to), away: !!awayToday(state, person) }
}

/** The first deputy who is here. */
function deputy(state: State, role: RoleRow): PlaceRow | undefined {
  return role.deputies.find((one) => covers(one.from, one.to) && !awayToday(state, one.person))
}

function role(state: State, one: RoleRow): RoleRow {
  const holders = state.people.flatMap(({ person, roles }) =>
    roles
      .filter((held) => held.role === one.role && runs(held.to))
      .map((held) => place(state, { person, ...held })),
  )
  const stand_in = deputy(state, one)
  const acting = holders
    .filter(({ today, away }) => today && (!away || stand_in))
    .map(({ person, name, away }): ActingRow =>
      away && stand_in
        ? { person: stand_in.person, name: stand_in.name, instead_of: name }
        : { person, name, instead_of: null },
    )
  const uncovered = holders.filter(({ away }) => away && !stand_in).map(({ name }) => name)
  const again = (order: PlaceRow[]) => order.map((given) => place(state, given))
  const { deputies, on_call } = one
  return { ...one, holders, deputies: again(deputies), on_call: again(on_call), acting, uncovered }
}

function absence(state: State, one: AbsenceRow): AbsenceRow {
  const held = state.people.find(({ person }) => person === one.person)?.roles ?? []
  const when = covers(one.from, one.to) ? 'now' : one.from > TODAY ? 'coming' : 'past'
  const cover = held.map(({ role, name }) => ({
    role,
    name,
    by: deputy(state, roleRow(state, role))?.name ?? null,
  }))
  return { ...one, state: when, cover: when === 'past' ? [] : cover }
}

function person(state: State, one: PersonRow): PersonRow {
  const away = awayToday(state, one.person)
  const stands_in = state.roles.flatMap((role) => {
    if (deputy(state, role)?.person !== one.person) return []
    return state.people
      .filter((held) => held.roles.some((its) => its.role === role.role))
      .filter((held) => awayToday(state, held.person))
      .map((held) => ({
        role: role.role,
        name: role.name,
        instead_of: held.person,
        instead_of_name: held.name ?? held.person,
      }))
  })
  const teams = state.teams.flatMap(({ team, name, members }) =>
    members
      .filter((member) => member.person === one.person && runs(member.to))
      .map(({ from, to }) => ({ team, name: name ?? team, from, to })),
  )
  return { ...one, away: away ? absence(state, away) : null, stands_in, teams }
}
