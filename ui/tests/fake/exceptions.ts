import type {
  ExceptionRow,
  ExceptionsShort,
  ExceptionStage,
  ExceptionsView,
  ExceptionTime,
} from '../../src/lib/bindings'
import type { Desk } from './desk'
import { check, choice, NOW, problem, record, type State } from './state'

const time = (of: Partial<ExceptionTime>): ExceptionTime => ({
  state: 'running',
  says: '22 h left',
  share: 0.47,
  hours: 48,
  wall: false,
  due: '2026-11-17T09:00:00+01:00',
  next: '2026-11-17T09:00:00+01:00',
  steps: [],
  pauses: [],
  runs: [],
  ...of,
})

export const exception = (row: Partial<ExceptionRow> & { exception: string }): ExceptionRow => ({
  entry: 4700,
  kind: 'output-error',
  severity: 'normal',
  stage: 'open',
  workflow: 'WF-0004',
  workflow_name: 'Enrichment, firmographic',
  what: 'It wrote “Series C” over a confirmed headcount.',
  pointer: null,
  routed_name: 'RevOps',
  person: null,
  person_name: null,
  asked: { step: 'person', says: 'RevOps', names: ['Maren Okafor'], me: true },
  time: time({}),
  mine: true,
  may_reopen: false,
  may_set: ['high', 'critical'],
  review: null,
  stop: null,
  overrides: [],
  metric: null,
  batch: null,
  permit: null,
  periods: [],
  decisions: [],
  actions: [],
  raised_by: 'Jonas Weidmann',
  raised_at: '2026-11-12T15:20:00+01:00',
  why: null,
  waits_for: null,
  words: null,
  ended_by: null,
  ended_at: null,
  severe: row.severity === 'high' || row.severity === 'critical',
  postmortem: null,
  ...row,
})

export const sampleExceptions = (): ExceptionRow[] => [
  exception({
    exception: 'EXC-0014',
    entry: 4788,
    kind: 'data-security',
    severity: 'high',
    stage: 'acknowledged',
    what: 'A contact list lay open to everybody with the link.',
    pointer: 'https://files.northwind.example/lists/7',
    routed_name: 'Security, Compliance',
    person: 'PER-0004',
    person_name: 'Rafael Castellanos',
    mine: true,
    asked: { step: 'rev-ops', says: 'RevOps', names: ['Maren Okafor'], me: true },
    time: time({
      state: 'late',
      says: '26 h past due',
      share: 0,
      hours: 24,
      wall: true,
      due: '2026-11-15T08:00:00+01:00',
      next: '2026-11-17T08:00:00+01:00',
      steps: [
        { at: '2026-11-15T08:00:00+01:00', to: 'Lead of Security' },
        { at: '2026-11-16T08:00:00+01:00', to: 'RevOps' },
      ],
    }),
    decisions: ['DEC-0031'],
    actions: ['ACT-0058'],
    raised_at: '2026-11-14T08:00:00+01:00',
  }),
  exception({
    exception: 'EXC-0012',
    entry: 4803,
    kind: 'workflow-disruption',
    severity: 'high',
    workflow: 'WF-0008',
    workflow_name: 'Outbound sequences, EMEA',
    what: 'Stopped by the kill switch. Confirm that it acts no more in Outreach and Salesforce.',
    stop: 'STOP-0003',
    why: 'It sends to people who unsubscribed.',
    waits_for: '1 of 2 systems to confirm',
    raised_by: 'This workspace’s machine',
    raised_at: '2026-11-16T09:56:00+01:00',
    time: time({ says: '23 h left', share: 0.98, hours: 24 }),
  }),
  exception({
    exception: 'EXC-0011',
    time: time({ state: 'near', says: '5 h 2 min left', share: 0.1 }),
  }),
  exception({
    exception: 'EXC-0010',
    kind: 'legal-or-claims',
    stage: 'waiting',
    routed_name: 'Legal',
    mine: false,
    what: 'A draft promised an uptime nobody signed.',
    asked: { step: 'person', says: 'Legal', names: ['Ilse Vandenberg'], me: false },
    time: time({
      state: 'waiting',
      says: 'waits, 40 h left',
      share: 0.83,
      due: null,
      next: null,
      pauses: [
        {
          from: '2026-11-13T17:20:00+01:00',
          to: null,
          why: 'The customer’s lawyer answers on Wednesday.',
        },
      ],
    }),
  }),
  exception({
    exception: 'EXC-0009',
    kind: 'deliverability',
    routed_name: 'Marketing ops',
    stage: 'resolved',
    severity: 'high',
    mine: false,
    may_reopen: true,
    asked: null,
    may_set: [],
    time: time({ state: 'was-late', says: '3 h late', share: 0, next: null }),
    what: 'Bounces above 4 % for two days.',
    words: 'The new sending domain was not warmed up; volume is halved for two weeks.',
    ended_by: 'Lena Brandt',
    ended_at: '2026-11-10T12:00:00+01:00',
  }),
]

function exceptions({ troubles }: State): ExceptionsView {
  return {
    open: troubles.exceptions.filter(({ stage }) => stage !== 'resolved'),
    over: troubles.exceptions.filter(({ stage }) => stage === 'resolved'),
  }
}

/** What Today shows of them. */
export function exceptionsInShort(state: State): ExceptionsShort {
  const { open } = exceptions(state)
  const rows = [
    ...open.filter(({ asked }) => asked?.me),
    ...open.filter(({ asked }) => !asked?.me),
  ].slice(0, 6)
  return {
    rows,
    open: open.length,
    late: open.filter(({ time }) => time.state === 'late').length,
    asked: open.filter(({ asked }) => asked?.me).length,
  }
}

function change(
  state: State,
  reference: string,
  event: string,
  says: string,
  made: Partial<ExceptionRow>,
): ExceptionsView {
  check(state)
  const all = state.troubles.exceptions
  const at = all.findIndex((one) => one.exception === reference)
  const found = all[at]
  if (!found) throw problem('unknown', `${reference} is not known in this workspace.`)
  record(state, event, says, reference)
  all[at] = { ...found, ...made }
  return exceptions(state)
}

const stage = (
  state: State,
  reference: string,
  event: string,
  says: string,
  stage: ExceptionStage,
) => change(state, reference, event, says, { stage })

export const exceptional = {
  exceptions,
  exceptions_about(state, { reference }) {
    const about = (row: ExceptionRow) =>
      [row.workflow, row.review, ...row.decisions, ...row.actions].includes(reference)
    const { open, over } = exceptions(state)
    return { open: open.filter(about), over: over.filter(about) }
  },
  export_postmortem(state, { exception: one }) {
    check(state)
    record(state, 'export.made', 'postmortem exported as pdf', one)
    return { name: `${one}.pdf`, bytes: 2048, sha256: '0'.repeat(64), entry: state.entry }
  },
  summary_text: (_, { of }) => ({ text: `# The ${of} in short\n` }),
  summary_copied(state, { of }) {
    check(state)
    record(state, 'export.made', `${of} exported as md`)
    return { entry: state.entry }
  },
  export_summary(state, { of }) {
    check(state)
    record(state, 'export.made', `${of} exported as md`)
    return { name: `${of}.md`, bytes: 512, sha256: '0'.repeat(64), entry: state.entry }
  },
  report_exception(state, { kind, severity, workflow, what, pointer }) {
    check(state)
    const reference = `EXC-${String(state.troubles.exceptions.length + 20).padStart(4, '0')}`
    record(state, 'exception.raised', what, reference)
    const name = state.workflows.find((one) => one.workflow === workflow)?.name ?? null
    state.troubles.exceptions.unshift(
      exception({
        exception: reference,
        entry: state.entry,
        kind,
        severity,
        workflow,
        workflow_name: name,
        what,
        pointer: pointer || null,
        raised_at: NOW,
        time: time({ says: '48 h left', share: 1 }),
      }),
    )
    return exceptions(state)
  },
  acknowledge_exception: (state, { exception: one }) =>
    stage(state, one, 'exception.acknowledged', 'Acknowledged: it is seen to', 'acknowledged'),
  assign_exception: (state, { exception: one, person }) =>
    change(state, one, 'exception.assigned', 'Handed over', {
      person,
      person_name: person && choice(state, person).name,
    }),
  let_exception_wait: (state, { exception: one, words }) =>
    stage(state, one, 'exception.waiting', `Waits: ${words}`, 'waiting'),
  resume_exception: (state, { exception: one }) =>
    stage(state, one, 'exception.resumed', 'Its clock goes on', 'acknowledged'),
  set_exception_severity: (state, { exception: one, severity, why }) =>
    change(state, one, 'exception.severity-set', `Now ${severity}: ${why}`, { severity }),
  resolve_exception: (state, { exception: one, words }) =>
    change(state, one, 'exception.resolved', words, {
      stage: 'resolved',
      words,
      ended_by: choice(state, state.person ?? '').name,
      ended_at: NOW,
      mine: false,
      may_reopen: true,
      asked: null,
      time: time({ state: 'in-time', says: 'in time', next: null }),
    }),
  reopen_exception: (state, { exception: one, words }) =>
    change(state, one, 'exception.reopened', `Reopened: ${words}`, {
      stage: 'reopened',
      words: null,
      ended_at: null,
      ended_by: null,
      mine: true,
      time: time({ says: '48 h left', share: 1 }),
    }),
  link_exception: (state, { exception: one, decision }) =>
    change(state, one, 'exception.linked', `${decision} has to do with it`, {
      decisions: [decision],
    }),
  unlink_exception: (state, { exception: one, decision }) =>
    change(state, one, 'exception.unlinked', `${decision} taken off`, { decisions: [] }),
  write_postmortem: (state, { exception: one, cause, impact, done, changes }) =>
    change(state, one, 'postmortem.written', `Postmortem: ${changes}`, {
      postmortem: {
        cause,
        impact,
        done,
        changes,
        by: choice(state, state.person ?? '').name,
        at: NOW,
        entry: state.entry + 1,
      },
    }),
  export_list(state, { list }) {
    check(state)
    record(state, 'export.made', `${list} exported as csv`)
    return { name: `${list}.csv`, bytes: 512, sha256: '0'.repeat(64), entry: state.entry }
  },
  export_exceptions(state) {
    check(state)
    record(state, 'export.made', 'exceptions exported as csv')
    return { name: 'exceptions.csv', bytes: 512, sha256: '0'.repeat(64), entry: state.entry }
  },
} satisfies Partial<Desk>
