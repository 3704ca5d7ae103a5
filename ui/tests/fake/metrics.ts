import type {
  Class,
  LineEvent,
  MetricsView,
  MetricTerms,
  MetricView,
  RejectedRow,
  Scorecard,
  ScorecardMetric,
  Unit,
  ValueToTake,
} from '../../src/lib/bindings'
import type { Desk } from './desk'
import { shown } from './metrics-samples'
import { check, problem, record, type State } from './state'

const OPENS: ValueToTake = {
  line: 2,
  metric: 'MET-0002',
  name: 'Opens',
  period: '2026-W46',
  shown: '43.5\u202f%',
}

const REJECTED: RejectedRow[] = [
  {
    line: 4,
    column: 'W45 2026',
    code: 'not-a-number',
    says: '“high” is not a number; write one like 1204 or 3.1.',
    row: 'Bounces',
  },
  {
    line: 4,
    column: 'W46 2026',
    code: 'not-a-number',
    says: '“1,204” could be 1204 or 1.204; write one of the two.',
    row: 'Bounces',
  },
]

function view(state: State): MetricsView {
  return { metrics: state.metrics.map(({ row }) => row), as_of: state.entry, keeps: true }
}

const CLASSES: readonly Class[] = ['quality', 'business', 'risk', 'drift', 'adoption', 'operations']

const HAPPENED: LineEvent[] = [
  {
    letter: 'a',
    kind: 'decision',
    reference: 'DEC-0022',
    words: 'Enrichment writes on conditions',
    day: '2026-09-14',
    workflow: 'WF-0007',
  },
  {
    letter: 'b',
    kind: 'overrides',
    reference: 'EXC-0012',
    words: '3 overrides of WF-0004 by TEAM-0001 in 14 days.',
    day: '2026-10-07',
    workflow: 'WF-0004',
  },
  {
    letter: 'c',
    kind: 'stop',
    reference: 'STOP-0002',
    words: 'SDR outreach agent stopped',
    day: '2026-10-27',
    workflow: 'WF-0001',
  },
  {
    letter: 'd',
    kind: 'decision',
    reference: 'DEC-0029',
    words: 'Daily cap from 1,500 to 2,000',
    day: '2026-10-28',
    workflow: 'WF-0007',
  },
]

/** A workflow's card has a part of the program's. */
function scorecard(state: State, workflow: string | null): Scorecard {
  const of = (metric: MetricView): ScorecardMetric => {
    const complemented = state.metrics.find(
      ({ row }) => row.beside.metric === metric.row.complements,
    )
    return {
      row: metric.row,
      narrowed: workflow !== null && metric.row.beside.derived !== null,
      marks: [
        { period: '2026-W38', letters: ['a'] },
        { period: '2026-W41', letters: ['b'] },
        { period: '2026-W44', letters: ['c', 'd'] },
      ],
      beside: complemented
        ? {
            metric: complemented.row.beside.metric,
            name: complemented.row.beside.name,
            latest: complemented.row.beside.latest,
            latest_period: complemented.row.beside.latest_period,
          }
        : null,
    }
  }
  const all = state.metrics
    .filter(({ row }) => !row.retired)
    .filter((_, index) => workflow === null || index % 3 === 0)
  const measured = all.filter(({ row }) => row.beside.state !== 'not-measured')
  const out = measured.filter(({ row }) => !['held', 'unjudged'].includes(row.beside.state))
  return {
    workflow,
    name: workflow && 'Firmographic enrichment',
    cards: all.length ? [{ workflow: 'WF-0007', name: 'Firmographic enrichment' }] : [],
    classes: CLASSES.map((name) => ({
      class: name,
      metrics: all.filter(({ row }) => row.class === name).map(of),
    })).filter(({ metrics }) => metrics.length),
    events: all.length ? HAPPENED : [],
    measured: measured.length,
    out_of_line: out.length,
    as_of: state.entry,
  }
}

function find(state: State, metric: string): MetricView {
  const found = state.metrics.find(({ row }) => row.beside.metric === metric)
  if (!found) throw problem('unknown', `${metric} is not known in this workspace.`)
  return found
}

function write(metric: MetricView, terms: MetricTerms): void {
  const { row } = metric
  Object.assign(row, { class: terms.class, every: terms.every, source: terms.source || null })
  Object.assign(row.beside, {
    name: terms.name,
    unit: terms.unit,
    direction: terms.direction,
    limit: terms.limit || null,
    limit_shown: shown(terms.limit || null, terms.unit),
  })
}

function put(metric: MetricView, period: string, value: string, unit: Unit): void {
  const points = [metric.points, metric.row.beside.points]
  const read = shown(value, unit) ?? value
  for (const point of points.flat().filter((one) => one.period === period))
    Object.assign(point, { value, shown: read, mark: 'held', says: 'at or above baseline' })
  const { beside } = metric.row
  if (period === beside.asked) beside.asked_value = value
  beside.missing = beside.missing.filter((short) => !period.endsWith(short))
  beside.latest = read
}

export const metrics = {
  metrics: view,
  metric: (state, { metric }) => find(state, metric),
  scorecard: (state, { workflow }) => scorecard(state, workflow),
  export_scorecard(state) {
    check(state)
    record(state, 'export.made', 'scorecard exported as csv')
    return { name: 'scorecard.csv', bytes: 512, sha256: '0'.repeat(64), entry: state.entry }
  },
  define_metric(state, { terms }) {
    check(state)
    const metric = `MET-${String(state.metrics.length + 32).padStart(4, '0')}`
    const made = structuredClone(find(state, 'MET-0019'))
    made.row.beside.metric = metric
    write(made, terms)
    state.metrics.push(made)
    record(state, 'metrics.defined', `${terms.name} defined`, metric)
    return made
  },
  change_metric(state, { metric, terms }) {
    check(state)
    const found = find(state, metric)
    write(found, terms)
    record(state, 'metric.changed', `${terms.name} described anew`, metric)
    return found
  },
  retire_metric(state, { metric }) {
    check(state)
    const found = find(state, metric)
    Object.assign(found.row, { retired: true, yours: false })
    Object.assign(found.row.beside, { state: 'retired', says: 'Measured no longer' })
    record(state, 'metric.retired', 'Measured no longer', metric)
    return found
  },
  set_baseline(state, { metric, value, from, reason }) {
    check(state)
    const found = find(state, metric)
    const read = shown(value, found.row.beside.unit) ?? value
    found.baselines.unshift({
      from,
      shown: read,
      reason,
      by: 'Maren Okafor',
      entry: state.entry,
      in_force: true,
    })
    found.row.beside.baseline = read
    record(state, 'baseline.set', `Baseline ${value} from ${from}`, metric)
    return found
  },
  record_observation(state, { metric, period, value, review }) {
    check(state)
    const found = find(state, metric)
    put(found, period, value, found.row.beside.unit)
    record(state, 'observation.recorded', `${value} in ${period}`, metric)
    found.observations.unshift({
      period,
      shown: shown(value, found.row.beside.unit) ?? value,
      reason: null,
      corrects: false,
      corrected: false,
      review,
      by: 'Maren Okafor',
      entry: state.entry,
    })
    return found
  },
  correct_observation(state, { metric, period, value, reason, review }) {
    check(state)
    const found = find(state, metric)
    put(found, period, value, found.row.beside.unit)
    record(state, 'observation.corrected', `${value} in ${period}, corrected`, metric)
    for (const row of found.observations.filter((one) => one.period === period))
      row.corrected = true
    found.observations.unshift({
      period,
      shown: shown(value, found.row.beside.unit) ?? value,
      reason,
      corrects: true,
      corrected: false,
      review,
      by: 'Maren Okafor',
      entry: state.entry,
    })
    return found
  },
  preview_metrics: (state) => ({
    file: 'values.csv',
    sha256: '0'.repeat(64),
    encoding: 'UTF-8',
    delimiter: 'comma',
    lies: 'a column per period',
    rows: 3,
    accepted: find(state, 'MET-0002').row.beside.asked_value ? [] : [OPENS],
    same: 22,
    differing: [
      {
        known: '2.7\u202f%',
        given: { ...OPENS, metric: 'MET-0004', name: 'Positive replies', shown: '2.9\u202f%' },
      },
    ],
    rejected: REJECTED,
    taken_in_before: null,
  }),
  import_metrics(state, { correct_because }) {
    check(state)
    put(find(state, 'MET-0002'), '2026-W46', '43.5', 'percent')
    record(state, 'import.recorded', 'values.csv taken in: 1 of 3 rows')
    const corrected = correct_because ? 1 : 0
    return { recorded: 1, corrected, same: 22, differing: [], rejected: REJECTED }
  },
  save_rejected_metrics: () => ({
    name: 'values-rejected.csv',
    bytes: 200,
    sha256: '0'.repeat(64),
    entry: null,
  }),
  export_metrics(state) {
    check(state)
    record(state, 'export.made', 'metrics exported as csv')
    return { name: 'metrics.csv', bytes: 512, sha256: '0'.repeat(64), entry: state.entry }
  },
} satisfies Partial<Desk>
