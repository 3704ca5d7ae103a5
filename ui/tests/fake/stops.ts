import type {
  ExceptionRow,
  OverrideRow,
  OverridesView,
  StopListView,
  StopRow,
  StopsView,
} from '../../src/lib/bindings'
import type { Desk } from './desk'
import { exception, sampleExceptions } from './exceptions'
import { check, choice, NOW, problem, record, type State } from './state'

/** What the desk knows of stops, overrides and exceptions. */
export interface Troubles {
  stops: StopRow[]
  exceptions: ExceptionRow[]
  overrides: OverrideRow[]
  list: StopListView
}

const HASH = '5f0c21aa9be04c77c1d2e3f4a5b6978801234567890abcdeffedcba987654321'

const system = (name: string, after: number | null, words: string | null = null) => ({
  name,
  confirmed_at: after === null ? null : '2026-11-16T10:01:40+01:00',
  confirmed_by: after === null ? null : 'Rafael Castellanos',
  words,
  seconds: after,
})

const stop = (row: Partial<StopRow> & { stop: string }): StopRow => ({
  entry: 4611,
  workflow: 'WF-0008',
  workflow_name: 'Outbound sequences, EMEA',
  drill: false,
  state: 'confirmed',
  at: '2026-11-06T18:04:00+01:00',
  by_name: 'Amara Nwosu',
  by_machine: false,
  why: 'It sends to people who unsubscribed.',
  exception: null,
  systems: [],
  seconds: null,
  lifted: null,
  may_confirm: false,
  may_attribute: false,
  ...row,
})

const override = (row: Partial<OverrideRow> & { reference: string }): OverrideRow => ({
  entry: 4720,
  at: '2026-11-12T11:02:00+01:00',
  kind: 'forecast',
  workflow: 'WF-0006',
  workflow_name: 'Pipeline forecast',
  team: 'TEAM-0001',
  team_name: 'Mid-market East',
  pointer: '006Aa00001kTq2',
  ai_said: 'Commit, 120,000',
  chose: 'Best case, 80,000',
  reason: 'missing-context',
  note: null,
  generated: false,
  mine: false,
  ...row,
})

export function sampleTroubles(empty: boolean): Troubles {
  const list = {
    path: '/srv/integrations/stop-list.json',
    seq: 4829,
    written_at: NOW,
    stopped: 1,
    trouble: null,
    call: null,
    called: null,
    fingerprint: HASH,
  }
  if (empty) {
    const none = { ...list, path: null, seq: null, written_at: null, stopped: 0 }
    return { stops: [], exceptions: [], overrides: [], list: none }
  }
  return {
    list,
    stops: [
      stop({
        stop: 'STOP-0003',
        entry: 4802,
        at: '2026-11-16T09:56:00+01:00',
        state: 'waiting',
        by_name: null,
        by_machine: true,
        exception: 'EXC-0012',
        systems: [system('Outreach', 340, 'Sequence 12 is off.'), system('Salesforce', null)],
        may_confirm: true,
        may_attribute: true,
      }),
      stop({
        stop: 'STOP-0002',
        drill: true,
        workflow: 'WF-0001',
        workflow_name: 'Lead scoring, ICP v4',
        why: 'Quarterly drill',
        systems: [system('HubSpot', 360)],
        seconds: 360,
      }),
    ],
    exceptions: sampleExceptions(),
    overrides: [
      override({ reference: 'OVR-0104' }),
      override({
        reference: 'OVR-0103',
        kind: 'close-date',
        ai_said: '30 Nov 2026',
        chose: '15 Jan 2027',
        reason: 'customer-asked',
        note: 'Their board meets in January.',
        at: '2026-11-10T16:40:00+01:00',
      }),
      override({
        reference: 'OVR-0102',
        kind: 'output',
        workflow: 'WF-0001',
        workflow_name: 'Lead scoring, ICP v4',
        team: null,
        team_name: null,
        ai_said: 'Score 91',
        chose: 'Score 40',
        reason: 'stale-data',
        generated: true,
        mine: true,
        at: '2026-11-05T09:12:00+01:00',
      }),
    ],
  }
}

function stops(state: State): StopsView {
  const live = state.workflows.filter(({ status }) => status === 'live').slice(0, 6)
  return {
    stops: state.troubles.stops,
    drill_days: 90,
    drills: live.map((row, index) => ({
      workflow: row.workflow,
      name: row.name,
      owner_name: row.kill_switch_owner,
      last: index % 2 ? '2026-09-20' : null,
      under_way: null,
      due: index === 0 ? '2026-11-13' : '2026-12-19',
      days: index === 0 ? -3 : 33,
    })),
  }
}

function overrides({ troubles }: State): OverridesView {
  const groups = new Map<string, OverrideRow[]>()
  for (const one of troubles.overrides) {
    const group = `${one.workflow}/${one.team}`
    groups.set(group, [...(groups.get(group) ?? []), one])
  }
  return {
    rows: troubles.overrides,
    times: 3,
    days: 14,
    counts: [...groups.values()].flatMap((rows) => {
      const [first] = rows
      if (!first) return []
      const { workflow, workflow_name, team, team_name } = first
      const counted = { lately: rows.length, ever: rows.length, exception: null }
      return [{ workflow, workflow_name, team, team_name, ...counted }]
    }),
  }
}

function row(state: State, reference: string): StopRow {
  const found = state.troubles.stops.find((one) => one.stop === reference)
  if (!found) throw problem('unknown', `${reference} is not known in this workspace.`)
  return found
}

const next = (letters: string, rows: unknown[]) =>
  `${letters}-${String(rows.length + 20).padStart(4, '0')}`

function saved(state: State, name: string) {
  check(state)
  record(state, 'export.made', `${name} exported as csv`)
  return { name: `${name}.csv`, bytes: 512, sha256: '0'.repeat(64), entry: state.entry }
}

export const troubles = {
  stops,
  stoppable: (state) => ({
    running: state.workflows
      .filter(({ status }) => status === 'live' || status === 'paused')
      .map(({ workflow, name, status }) => ({
        workflow,
        name,
        systems: ['Outreach', 'Salesforce'],
        may_drill: status === 'live' && state.person !== null,
      })),
  }),
  stop_workflow(state, { workflow, why, drill }) {
    const found = state.workflows.find((one) => one.workflow === workflow)
    if (!found) throw problem('unknown', `${workflow} is not known in this workspace.`)
    const { troubles } = state
    const reference = next('STOP', troubles.stops)
    const raised = drill ? null : next('EXC', troubles.exceptions)
    if (!drill) found.status = 'stopped'
    record(state, 'workflow.stopped', `Stop of ${workflow}`, reference)
    troubles.stops.unshift(
      stop({
        stop: reference,
        entry: state.entry,
        at: NOW,
        workflow,
        workflow_name: found.name,
        drill,
        why,
        exception: raised,
        state: 'waiting',
        by_name: state.person ? choice(state, state.person).name : null,
        by_machine: !state.person,
        systems: [system('Outreach', null), system('Salesforce', null)],
        may_confirm: state.person !== null,
        may_attribute: false,
      }),
    )
    if (raised)
      troubles.exceptions.unshift(
        exception({
          exception: raised,
          kind: 'workflow-disruption',
          severity: 'high',
          workflow,
          workflow_name: found.name,
          stop: reference,
          why,
          waits_for: '2 of 2 systems to confirm',
        }),
      )
    const trouble = troubles.list.trouble
    return { stop: reference, exception: raised, by_machine: !state.person, list_trouble: trouble }
  },
  confirm_stop(state, { stop: reference, system: index, words }) {
    check(state)
    const found = row(state, reference)
    const one = found.systems[index]
    if (one) Object.assign(one, system(one.name ?? '', 1347, words || null))
    if (found.systems.every(({ confirmed_at }) => confirmed_at !== null)) {
      Object.assign(found, { state: 'confirmed', seconds: 1347, may_confirm: false })
      const raised = state.troubles.exceptions.find((each) => each.stop === reference)
      if (raised) raised.waits_for = null
    }
    record(state, 'stop.confirmed', `Confirmed in system ${index + 1}`, reference)
    return stops(state)
  },
  attribute_stop(state, { stop: reference }) {
    check(state)
    const by_name = choice(state, state.person ?? '').name
    Object.assign(row(state, reference), { by_name, may_attribute: false })
    record(state, 'stop.attributed', 'Whoever signs this did it', reference)
    return stops(state)
  },
  export_stops: (state) => saved(state, 'stops'),
  stop_list: ({ troubles }) => troubles.list,
  place_stop_list({ troubles }, { grant }) {
    Object.assign(troubles.list, {
      path: grant ? '/srv/integrations/stop-list.json' : null,
      trouble: null,
    })
    return troubles.list
  },
  call_stop_list({ troubles }, { address }) {
    troubles.list.call = address || null
    return troubles.list
  },
  write_stop_list({ troubles }) {
    troubles.list.trouble = null
    return troubles.list
  },
  override_form: (state) => ({
    workflows: state.workflows.map(({ workflow, name }) => ({ workflow, name })),
    teams: state.teams.slice(0, 2).map(({ team, name }) => ({ team, name })),
  }),
  record_override(state, request) {
    check(state)
    const { overrides, exceptions } = state.troubles
    const reference = next('OVR', overrides)
    const { team, workflow } = request
    const name = state.workflows.find((one) => one.workflow === workflow)?.name ?? null
    record(state, 'override.recorded', `${request.kind} of ${workflow} overridden`, reference)
    const said = { ai_said: request.ai_said, chose: request.chose, pointer: request.pointer }
    const { kind, reason, note, generated } = request
    const why = { reason, note: note || null, generated }
    const of = { workflow, workflow_name: name, team, team_name: team, mine: true }
    overrides.unshift(
      override({ reference, entry: state.entry, at: NOW, kind, ...of, ...said, ...why }),
    )
    const lately = overrides.filter((one) => one.workflow === workflow && one.team === team)
    if (lately.length < 3) return { reference, exception: null }
    const raised = next('EXC', exceptions)
    exceptions.unshift(exception({ exception: raised, kind: 'anomaly', workflow }))
    return { reference, exception: raised }
  },
  overrides,
  export_overrides: (state) => saved(state, 'overrides'),
} satisfies Partial<Desk>
