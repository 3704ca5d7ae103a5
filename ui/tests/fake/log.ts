import type {
  CompareView,
  EntryView,
  LogQuery,
  LogRow,
  LogView,
  ThingChanged,
} from '../../src/lib/bindings'
import type { Desk } from './desk'
import { check, problem, record, type State } from './state'

function fits(row: LogRow, { about, by, kind, since, until, words }: Partial<LogQuery>): boolean {
  const day = row.at.slice(0, 10)
  const hay = `${row.says} ${row.about ?? ''} ${row.event} ${row.by_name}`.toLowerCase()
  return (
    (!about || row.about === about) &&
    (!by || row.by === by) &&
    (!kind || row.event.startsWith(kind.replace(/s$/, ''))) &&
    (!since || day >= since) &&
    (!until || day <= until) &&
    (words ?? '')
      .toLowerCase()
      .split(/\s+/)
      .every((word) => hay.includes(word))
  )
}

function view(state: State, query: Partial<LogQuery>): LogView {
  const { log, past, people } = state
  const { before = null, limit } = query
  const fitting = log.filter(
    (row) =>
      (past === null || row.entry <= past.entry) &&
      (before === null || row.entry < before) &&
      fits(row, query),
  )
  const most = limit ?? 200
  return {
    rows: fitting.slice(0, most),
    entries: past?.entry ?? state.entry,
    more: fitting.length > most,
    signers: people.map(({ person, name }) => ({ by: person, name: name ?? '–' })),
  }
}

const CHANGED: ThingChanged[] = [
  {
    thing: 'Workflow',
    reference: 'WF-0001',
    name: 'Lead scoring, ICP v4',
    how: 'changed',
    fields: [
      { field: 'Send external message', before: 'tier 2', after: 'tier 3, at most 400 a day' },
      { field: 'Vendor', before: null, after: 'Fathomdata' },
    ],
  },
  {
    thing: 'Role held',
    reference: 'PER-0003',
    name: 'Amara Nwosu, Legal',
    how: 'added',
    fields: [{ field: 'From', before: null, after: '2026-11-16' }],
  },
]

function entry(state: State, number: number): EntryView {
  const row = state.log.find((one) => one.entry === number)
  if (!row) throw problem('no-such-moment', `There is no entry ${number} here.`)
  return {
    row,
    changed: row.event === 'workflow.registered' ? CHANGED.slice(0, 1) : [],
    statements: [],
    stood_in: number % 7 ? [] : ['Stood in for Tobias Lindqvist as Executive sponsor'],
  }
}

function compare(state: State, from: string): CompareView {
  const at = '2026-10-17T23:59:59+02:00'
  return {
    from: { entry: /^\d+$/.test(from) ? Number(from) : 4102, at },
    to: state.past ?? { entry: state.entry, at: '2026-11-16T10:18:27+01:00' },
    groups: CHANGED.map((thing) => ({ thing: thing.thing, things: [thing] })),
    more: 0,
  }
}

export const log = {
  log: (state, query) => view(state, query),
  entry: (state, { entry: number }) => entry(state, number),
  compare: (state, { from }) => compare(state, from),
  export_log(state) {
    check(state)
    record(state, 'export.made', 'log exported as csv')
    return { name: 'change-log.csv', bytes: 4096, sha256: 'ab'.repeat(32), entry: state.entry }
  },
  erase_text(state, { entry, path, passphrase }) {
    check(state, passphrase)
    const text = state.log
      .find((row) => row.entry === entry)
      ?.texts.find((one) => one.path === path)
    if (text) text.text = null
    record(state, 'text.erased', `Words of entry ${entry} erased`)
    return view(state, {})
  },
} satisfies Partial<Desk>
