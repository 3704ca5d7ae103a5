import type {
  AiActionRow,
  BatchPreview,
  BatchRow,
  LogColumn,
  PopulationRow,
  PopulationTest,
} from '../../src/lib/bindings'
import type { Desk } from './desk'
import { check, problem, record, type State } from './state'

const column = (
  place: number,
  head: string,
  field: string | null,
  words: string | null,
  ...examples: string[]
): LogColumn => ({
  place,
  column: head,
  field,
  words,
  treatment: field ? (field === 'after' ? 'hash' : 'keep') : 'drop',
  examples,
})

const COLUMNS: LogColumn[] = [
  column(1, 'Occurred at', 'time', 'Time', '2026-11-02 09:14:03', '2026-11-02 09:14:41'),
  column(2, 'Agent', 'workflow', 'Workflow or agent', 'Outreach drafts', 'sdr-helper-beta'),
  column(3, 'User', 'person', 'Person acting', 'Jonas Weber', ''),
  column(4, 'Activity', 'action', 'Kind of action', 'Send external message'),
  column(5, 'Object ID', 'target', 'Target', 'contact-40311'),
  column(6, 'New value', 'after', 'After', '41'),
  column(7, 'Approved by', 'approver', 'Approver', 'Maren Okafor', ''),
  column(8, 'Internal note', null, null, 'call again in May'),
  column(9, 'Segment', 'segment', 'Segment', 'DACH', 'Nordics'),
  column(10, 'Result', 'outcome', 'Outcome', 'reply', ''),
  column(11, 'Score', 'score', 'Score', '0.41', '0.77'),
]

const KEPT = COLUMNS.filter(({ field }) => field)

function rowOf(number: number): AiActionRow {
  const minute = String(number % 60).padStart(2, '0')
  const cells = [
    `2026-11-${String(2 + (number % 14)).padStart(2, '0')}T09:${minute}:03.000Z`,
    number % 9 ? 'Outreach drafts' : 'sdr-helper-beta',
    number % 3 ? 'PER-0003' : '',
    number % 4 ? 'Generate external message' : 'Send external message',
    `contact-${40_000 + number}`,
    '#4f2a9c11e07b3d55',
    number % 5 ? 'PER-0001' : '',
    number % 4 ? 'DACH' : 'Nordics',
    number % 3 ? '' : 'reply',
    `0.${10 + (number % 89)}`,
  ]
  return { number, line: number + 1, cells }
}

const BATCH: BatchRow = {
  batch: 'BAT-0002',
  entry: 212,
  at: '2026-11-16T09:40:00+01:00',
  by_name: 'Maren Okafor',
  source: 'HubSpot account activity',
  query: 'Agents, 2 to 15 November',
  pulled_at: '2026-11-16T09:20:00+01:00',
  pulled_by: 'Ines Duarte',
  workflow: null,
  file: 'hubspot-activity-w46.csv',
  sha256: '9f2c61d4a7b80e5513c94f0a6de2b7719f2c61d4a7b80e5513c94f0a6de2b771',
  bytes: 104_331_207,
  encoding: 'UTF-8',
  count: 1_000_000,
  rejected: 3,
  duplicates: 1,
  first: '2026-11-02T10:00:03+01:00',
  last: '2026-11-15T10:59:03+01:00',
  empty_days: 3,
  gaps: [
    { from: '2026-11-07', to: '2026-11-08', days: 2 },
    { from: '2026-11-11', to: '2026-11-11', days: 1 },
  ],
  root: 'P8UM7eclznQ3r7At4g7iSZMVm7/HOcSL942yebdo/IA=',
  columns: KEPT,
  kinds: [{ word: 'sendMail', kind: 'send-external-message', words: 'Send external message' }],
  overlaps: ['BAT-0001'],
  purged: null,
}

const EARLIER: BatchRow = {
  ...BATCH,
  batch: 'BAT-0001',
  entry: 180,
  at: '2026-11-09T09:12:00+01:00',
  file: 'hubspot-activity-w45.csv',
  bytes: 812_440,
  count: 7_402,
  rejected: 0,
  duplicates: 0,
  first: '2026-10-26T08:02:11+01:00',
  last: '2026-11-08T18:40:52+01:00',
  empty_days: 0,
  gaps: [],
  overlaps: ['BAT-0002'],
}

const batchesOf = (state: State) => (state.workflows.length ? [BATCH, EARLIER] : [])

function batch(state: State, reference: string): BatchRow {
  const found = batchesOf(state).find((one) => one.batch === reference)
  if (!found) throw problem('unknown', `There is no ${reference}.`)
  return found
}

const REJECTED = [
  {
    line: 48_113,
    column: 'Occurred at',
    code: 'not-a-time',
    says: '“n/a” is no time (Time). Write it like 2026-11-21T10:00:00Z.',
    row: 'n/a',
  },
]

const PREVIEW: BatchPreview = {
  file: 'hubspot-activity-w47.csv',
  sha256: 'ab'.repeat(32),
  sheets: [],
  remembered: true,
  encoding: 'UTF-8',
  delimiter: 'comma',
  columns: COLUMNS,
  zone: 'Europe/Berlin',
  day_first: null,
  asks_order: false,
  rows: 7_655,
  accepted: 7_654,
  left_out: 1,
  duplicates: 0,
  first: '2026-11-16T08:02:11+01:00',
  last: '2026-11-20T18:40:52+01:00',
  empty_days: 0,
  gaps: [],
  kept: Array.from({ length: 8 }, (_, index) => rowOf(index + 1)),
  strangers: [{ name: 'Zapier', times: 312 }],
  words: [
    { word: 'Send external message', rows: 7_000, kind: 'send-external-message' },
    { word: 'Update', rows: 654, kind: null },
  ],
  more_words: 0,
  unknown_kind: 654,
  rejected: REJECTED,
  taken_in_as: null,
  taken_in_before: null,
}

const TESTS: [PopulationTest, string, string, number][] = [
  [
    'unknown-workflow',
    'Not on the register',
    'The agent was not on the register when it acted: shadow AI.',
    111_111,
  ],
  [
    'not-live',
    'Acted while not live',
    'The workflow was stopped, paused, retired or a draft when it acted.',
    0,
  ],
  [
    'not-permitted',
    'Not permitted',
    'What it did is blocked for the workflow, or not among what it may do.',
    0,
  ],
  [
    'unapproved',
    'Without approval',
    'It acted without an approver or a permit where its tier asks for one.',
    5_120,
  ],
  ['approver-acted', 'Approver is actor', 'Whoever approved it is the person who acted.', 14],
  [
    'outside-window',
    'Outside its time window',
    'It acted outside the days and hours in which it may.',
    0,
  ],
  ['over-cap', 'Above its volume cap', 'It acted more often on that day than it may.', 0],
]

const RESULTS: Partial<Record<PopulationTest, PopulationRow['result']>> = {
  'not-live': 'in-part',
  'over-cap': 'not-tested',
}
const WHY_NOT: Partial<Record<PopulationTest, string>> = {
  'not-live': 'Of 1,000,000 rows, 12 not judged: agent or workflow not on the register (12 rows).',
  'over-cap': 'Not tested: “Sent to” was hashed (12 rows).',
}

const tested = ([test, words, says, count]: (typeof TESTS)[number]): PopulationRow => ({
  test,
  words,
  says,
  result: RESULTS[test] ?? (count ? 'fails' : 'clean'),
  count,
  judged: RESULTS[test] === 'not-tested' ? 0 : 1_000_000,
  not_judged: WHY_NOT[test] ? 12 : 0,
  why_not: WHY_NOT[test] ?? null,
  workflows: count
    ? [
        test === 'unknown-workflow'
          ? { workflow: null, name: null, count }
          : { workflow: 'WF-0007', name: 'Outreach drafts', count },
      ]
    : [],
  first: Array.from({ length: Math.min(count, 100) }, (_, index) => (index + 1) * 9),
  exceptions: test === 'approver-acted' ? ['EXC-0012'] : [],
})

const population = (state: State, reference: string) => ({
  batch: batch(state, reference),
  tested: batch(state, reference).count,
  failing: 116_231,
  tests: TESTS.map(tested),
  shadows: [
    {
      name: 'sdr-helper-beta',
      count: 111_111,
      first: '2026-11-02T10:09:03+01:00',
      last: '2026-11-15T10:54:03+01:00',
      registered_as: null,
    },
  ],
})

/** Action logs and what was found in them. */
export const batches = {
  batches: (state) => ({
    rows: batchesOf(state),
    workflows: state.workflows.map(({ workflow, name }) => ({ workflow, name })),
  }),
  ai_actions(state, { batch: reference, part, first, count }) {
    const of = batch(state, reference)
    if (part === 'rejected') {
      const cells = ['not-a-time', '“n/a” is no time (Time). Write it like 2026-11-21T10:00:00Z.']
      return { batch: of, rows: [{ number: 1, line: 48_113, cells }] }
    }
    const length = Math.max(0, Math.min(count, of.count - first + 1))
    return { batch: of, rows: Array.from({ length }, (_, index) => rowOf(first + index)) }
  },
  preview_batch: (_, { reading }) => ({ ...PREVIEW, zone: reading.zone ?? PREVIEW.zone }),
  import_batch(state) {
    check(state)
    record(state, 'batch.imported', 'AI actions taken in', BATCH.batch)
    return { batch: BATCH, rejected: REJECTED }
  },
  save_rejected_actions: () => ({
    name: 'rejected.csv',
    bytes: 412,
    sha256: '0'.repeat(64),
    entry: null,
  }),
  purge_batch(state) {
    check(state)
    return { rows: batchesOf(state), workflows: [] }
  },
  population: (state, { batch: reference }) => population(state, reference),
  population_rows: (_, { numbers }) => ({ rows: numbers.map(rowOf) }),
  export_population: (state) => ({
    name: 'failing.csv',
    bytes: 9_120,
    sha256: '0'.repeat(64),
    entry: state.entry,
  }),
  raise_population(state, { batch: reference }) {
    check(state)
    return population(state, reference)
  },
} satisfies Partial<Desk>
