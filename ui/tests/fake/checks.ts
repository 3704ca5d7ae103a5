import type {
  CheckAsked,
  CheckListed,
  CheckResult,
  ChecksView,
  RecordedCheck,
  ReturnsView,
  SegmentShown,
} from '../../src/lib/bindings'
import type { Desk } from './desk'
import { check, problem, record, type State } from './state'

const segment = (
  name: string,
  selected: number,
  all: number,
  more: Partial<SegmentShown> = {},
): SegmentShown => ({
  name,
  selected,
  all,
  rate: selected / all,
  ratio: (selected / all / 0.6).toFixed(2),
  below: false,
  few: false,
  p: '0.31',
  highest: false,
  ...more,
})

const FAIRNESS: CheckResult = {
  kind: 'fairness',
  title: 'Outcome is reply by Segment, BAT-0002',
  facts: [
    { label: 'AI actions', says: 'BAT-0002, from 2026-11-02, to 2026-11-15' },
    { label: 'Segments', says: 'Segment' },
    { label: 'Counts as selected', says: 'Outcome is reply' },
  ],
  shows:
    'Nordics is selected 0.50 as often as DACH, below four fifths. Rates that differ as much come about by chance alone in fewer than 1 of 1,000 cases (chi-square test, p below 0.001).',
  not: [
    'It says that rates differ, not why: segments may differ in what is rightly judged. Somebody who knows them has to look.',
    'Iberia has fewer than 30 rows: a few more or less would move the share far.',
  ],
  left_out: 3,
  level: null,
  segments: [
    segment('DACH', 480, 800, { ratio: '1.00', p: null, highest: true }),
    segment('Benelux', 214, 388),
    segment('Iberia', 9, 18, { few: true, p: '0.43' }),
    segment('Nordics', 120, 400, { below: true, p: 'below 0.001' }),
  ],
  groups: [],
}

const SHARES = [
  [0.1, 0.04],
  [0.1, 0.05],
  [0.1, 0.06],
  [0.1, 0.08],
  [0.1, 0.09],
  [0.1, 0.11],
  [0.1, 0.12],
  [0.1, 0.14],
  [0.1, 0.15],
  [0.1, 0.16],
] as const

const group = (name: string | null, rows: number, index: string) => ({
  name,
  before: rows,
  now: rows * 2,
  index,
  moved: Number(index) > 0.25 ? ('much' as const) : ('some' as const),
  distance: '0.18',
  p: 'below 0.001',
  bins: SHARES.map(([before, now], at) => ({
    name:
      at === 0 ? 'to 0.12' : at === 9 ? 'over 0.91' : `over 0.${10 * at + 2} to 0.${10 * at + 12}`,
    before: Math.round(rows * before),
    now: Math.round(rows * 2 * now),
    before_share: before,
    now_share: now,
    adds: (now - before) * Math.log(now / before),
  })),
})

const DRIFT: CheckResult = {
  kind: 'drift',
  title: 'Score by Segment, BAT-0002 against BAT-0001',
  facts: [
    { label: 'Baseline', says: 'BAT-0001' },
    { label: 'Held against it', says: 'BAT-0002' },
    { label: 'What may have moved', says: 'Score' },
    { label: 'Segments', says: 'Segment' },
  ],
  shows:
    'Score has moved somewhat: its stability index is 0.21. Values that lie as far apart come about by chance alone in fewer than 1 of 1,000 cases (Kolmogorov-Smirnov, p below 0.001). It has moved much in Nordics.',
  not: [
    'The index is read by a convention of credit scoring: below 0.1 little, above 0.25 much. It is no test, and says nothing of why.',
  ],
  left_out: 0,
  level: null,
  segments: [],
  groups: [group(null, 7402, '0.21'), group('DACH', 5200, '0.18'), group('Nordics', 2202, '0.31')],
}

const LEVEL: CheckResult = {
  kind: 'service-level',
  title: 'Dossiers 48 h ahead',
  facts: [
    { label: 'What was promised', says: 'Dossiers 48 h ahead' },
    { label: 'File', says: 'dossiers-w46.csv' },
  ],
  shows: '22 of 25 due were done on time (88.0\u202f%); 2 late, 1 still not done.',
  not: [
    'Of all that goes through the same process at least 71.8\u202f% is done on time, at 95\u202f% confidence; only if nothing was left out of the file, and what comes is like what came.',
    '3 not due yet count neither way.',
  ],
  left_out: 0,
  segments: [],
  groups: [],
  level: {
    on_time: 22,
    late: 2,
    overdue: 1,
    waiting: 3,
    share: 0.88,
    at_least: 0.7183,
    sha256: 'cd'.repeat(32),
    missed: [
      {
        reference: 'Meeting 4471, Halden Works',
        due: '2026-11-09T10:00:00+01:00',
        done: '2026-11-10T08:30:00+01:00',
      },
      { reference: 'Meeting 4502, Brightwater', due: '2026-11-13T14:00:00+01:00', done: null },
    ],
    rejected: [],
  },
}

const RETURNS: ReturnsView = {
  rows: [
    {
      workflow: 'WF-0007',
      name: 'Outreach drafts',
      figures: {
        currency: 'EUR',
        set_up: '24000',
        cost_a_year: '38000',
        benefit_a_year: '121000',
        basis: 'Hours of SDRs, at EUR 52',
        return_a_year: '83000',
        payback_months: '4',
      },
    },
    {
      workflow: 'WF-0003',
      name: 'Lead scoring',
      figures: {
        currency: 'EUR',
        set_up: null,
        cost_a_year: '18500',
        benefit_a_year: null,
        basis: null,
        return_a_year: null,
        payback_months: null,
      },
    },
  ],
  totals: [
    {
      currency: 'EUR',
      cost_a_year: '38000',
      benefit_a_year: '121000',
      return_a_year: '83000',
    },
  ],
  shows:
    '1 live workflow brings EUR\u00a083,000 a year beyond their cost of EUR\u00a038,000, by their owners’ figures.',
  not: [
    'Costs and benefits are what each owner states, with their basis; nothing here measures them. A benefit that more than one workflow claims counts more than once.',
  ],
}

const ROWS: CheckListed[] = [
  {
    check: 'CHK-0002',
    kind: 'fairness',
    title: FAIRNESS.title,
    short: 'ratio 0.50',
    stands_out: true,
    at: '2026-11-16T10:12:00+01:00',
    by_name: 'Maren Okafor',
    entry: 216,
    item: 'Bias in outputs',
  },
  {
    check: 'CHK-0001',
    kind: 'drift',
    title: DRIFT.title,
    short: 'index 0.21',
    stands_out: true,
    at: '2026-11-16T10:02:00+01:00',
    by_name: 'Maren Okafor',
    entry: 215,
    item: null,
  },
]

const rowsOf = (state: State) => (state.workflows.length ? ROWS : [])

function view(state: State): ChecksView {
  const wanted = (
    [
      [
        'weekly',
        'dossiers',
        'service-level',
        'Dossiers 48 h ahead',
        'Weekly governance call',
        null,
      ],
      ['quarterly', 'bias', 'fairness', 'Bias in outputs', 'Quarterly audit', 'CHK-0002'],
      [
        'monthly',
        'training-data',
        'drift',
        'Training data against recent deals',
        'Monthly model review',
        'CHK-0001',
      ],
    ] as const
  ).map(([cadence, item, kind, title, review, last]) => ({
    item: { cadence, item },
    kind,
    title,
    review,
    last: state.workflows.length ? last : null,
  }))
  return { rows: rowsOf(state), items: wanted }
}

function recorded(state: State, reference: string): RecordedCheck {
  const row = rowsOf(state).find((one) => one.check === reference)
  if (!row) throw problem('unknown', `There is no ${reference}.`)
  return {
    row,
    note: row.kind === 'fairness' ? 'The Nordics list was bought; sales looks at it.' : null,
    result: row.kind === 'fairness' ? FAIRNESS : DRIFT,
  }
}

const result = (asks: CheckAsked) =>
  ({ fairness: FAIRNESS, drift: DRIFT, 'service-level': LEVEL })[asks.kind]

/** Checks, made and on the record. */
export const checks = {
  checks: view,
  check: (state, { check: reference }) => recorded(state, reference),
  check_values: (_, { field }) =>
    field === 'score'
      ? { rows: 1600, blank: 0, numbers: true, span: [0.02, 0.98], values: [], more: true }
      : {
          rows: 1600,
          blank: 777,
          numbers: false,
          span: null,
          values: [
            { says: 'reply', count: 823 },
            { says: 'bounce', count: 64 },
          ],
          more: false,
        },
  returns: (state) =>
    state.workflows.length ? RETURNS : { rows: [], totals: [], shows: '', not: [] },
  run_check: (_, { asks }) => result(asks),
  record_check(state, { asks }) {
    check(state)
    const row = ROWS.find(({ kind }) => kind === asks.kind)?.check ?? 'CHK-0002'
    record(state, 'check.recorded', 'Fairness of BAT-0002 checked', row)
    return recorded(state, row)
  },
} satisfies Partial<Desk>
