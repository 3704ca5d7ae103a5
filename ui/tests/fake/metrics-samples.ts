import type {
  Class,
  Derived,
  MetricState,
  MetricView,
  PointShown,
  Unit,
} from '../../src/lib/bindings'

const SUFFIX: Partial<Record<Unit, string>> = { percent: '\u202f%', hours: ' h', days: ' d' }

export function shown(value: string | null, unit: Unit): string | null {
  return value === null ? null : Number(value).toLocaleString('en') + (SUFFIX[unit] ?? '')
}

interface Made {
  metric: string
  name: string
  class: Class
  unit: Unit
  lower?: boolean
  warn?: string
  limit?: string
  target?: string
  complements?: string
  owner?: [string, string]
  source: string
  values: (number | null)[]
  baselines?: [number, number][]
  state: MetricState
  says: string
  missing?: string[]
  derived?: Derived
}

/** A metric whose values begin with the ISO week 34 of 2026. */
function made(given: Made): MetricView {
  const { unit, lower = false, values, baselines = [] } = given
  const points: PointShown[] = values.map((value, index) => {
    const line = baselines.filter(([from]) => from <= 34 + index).at(-1)?.[1] ?? null
    const worse = value !== null && line !== null && (lower ? value > line : value < line)
    const beyond =
      value !== null &&
      given.limit !== undefined &&
      (lower ? value > Number(given.limit) : value < Number(given.limit))
    const mark = value === null ? 'missing' : beyond ? 'breach' : worse ? 'worse' : 'held'
    return {
      period: `2026-W${String(34 + index)}`,
      short: `W${String(34 + index)}`,
      value: value === null ? null : String(value),
      shown: shown(value === null ? null : String(value), unit),
      baseline: line === null ? null : String(line),
      baseline_shown: shown(line === null ? null : String(line), unit),
      mark,
      says: {
        missing: 'missing',
        breach: 'past its limit',
        worse: lower ? 'above baseline' : 'below baseline',
        held: lower ? 'at or below baseline' : 'at or above baseline',
      }[mark],
    }
  })
  const latest = points.findLast(({ value }) => value !== null)
  return {
    row: {
      class: given.class,
      every: 'week',
      target: given.target ?? null,
      target_shown: shown(given.target ?? null, unit),
      complements: given.complements ?? null,
      owner: given.owner?.[0] ?? null,
      owner_name: given.owner?.[1] ?? null,
      source: given.source,
      workflows: [],
      retired: given.state === 'retired',
      yours: !given.derived,
      beside: {
        metric: given.metric,
        name: given.name,
        unit,
        direction: lower ? 'lower' : 'higher',
        derived: given.derived ?? null,
        warn: given.warn ?? null,
        warn_shown: shown(given.warn ?? null, unit),
        limit: given.limit ?? null,
        limit_shown: shown(given.limit ?? null, unit),
        points,
        latest: latest?.shown ?? null,
        latest_period: latest?.short ?? null,
        baseline: points.at(-1)?.baseline_shown ?? null,
        state: given.state,
        says: given.says,
        missing: given.missing ?? [],
        asked: '2026-W46',
        asked_short: 'W46',
        asked_value: points.find(({ period }) => period === '2026-W46')?.value ?? null,
      },
    },
    points,
    observations: points
      .flatMap((point, index) =>
        point.shown === null
          ? []
          : [
              {
                period: point.period,
                shown: point.shown,
                reason: null,
                corrects: false,
                corrected: false,
                review: `WEEKLY-2026-W${String(35 + index)}`,
                by: 'Maren Okafor',
                entry: 3000 + index * 61,
              },
            ],
      )
      .reverse(),
    baselines: baselines
      .map(([from, value], index) => ({
        from: `2026-W${String(from)}`,
        shown: shown(String(value), unit) ?? '',
        reason: 'Mean of the eight weeks before',
        by: 'Maren Okafor',
        entry: 2900 + index,
        in_force: index === baselines.length - 1,
      }))
      .reverse(),
    history: [{ entry: 3, retired: false, reason: null, name: given.name }],
    baseline_from: '2026-W47',
    running: '2026-W47',
  }
}

export const METRICS: MetricView[] = [
  made({
    metric: 'MET-0004',
    name: 'Positive replies',
    class: 'quality',
    unit: 'percent',
    target: '3',
    complements: 'MET-0003',
    source: 'Share of delivered messages answered with interest, as the rep marked the reply.',
    values: [3.4, 3.3, 3.5, 3.4, 3.2, 3.3, null, 3.2, 3.1, 3.3, 3.2, 2.9, 2.7],
    baselines: [
      [34, 2.8],
      [41, 3.1],
    ],
    state: 'emergency',
    says: 'Below baseline 2 periods running: W45 2.9\u202f%, W46 2.7\u202f%, against 3.1\u202f%',
    missing: ['W40'],
  }),
  made({
    metric: 'MET-0010',
    name: 'Hallucination rate',
    class: 'quality',
    unit: 'percent',
    lower: true,
    warn: '1',
    limit: '5',
    source: 'Share of tested AI outputs that state something no source supports.',
    values: [2, 1.6, 1.2, 1.1, 0.9, 1, 0.8, 0.9, 1.1, 0.7, 0.8, 0.6, 0.7],
    baselines: [[36, 1.2]],
    state: 'held',
    says: 'At or below baseline of 1.2\u202f%',
  }),
  made({
    metric: 'MET-0002',
    name: 'Opens',
    class: 'business',
    unit: 'percent',
    owner: ['PER-0003', 'Amara Nwosu'],
    source: 'Share of delivered messages that were opened, from the sequencing tool.',
    values: [41, 42, 44, 43, 45, 44, 46, 45, 47, 46, 45, 44, null],
    baselines: [[34, 42]],
    state: 'missing',
    says: 'W46 missing',
    missing: ['W46'],
  }),
  made({
    metric: 'MET-0005',
    name: 'Meetings booked',
    class: 'business',
    unit: 'count',
    source: 'Meetings booked from AI-assisted outreach, from the CRM.',
    values: [21, 24, 19, 26, 28, 27, 31, 29, 33, 30, 34, 36, 35],
    state: 'unjudged',
    says: 'No baseline to hold it against',
  }),
  made({
    metric: 'MET-0007',
    name: 'Bounces',
    class: 'risk',
    unit: 'percent',
    lower: true,
    warn: '2',
    limit: '5',
    source: 'Share of messages sent that were returned, from the sequencing tool.',
    values: [1.1, 1.3, 1.2, 1.4, 1.3, 1.6, 1.5, 1.8, 1.7, 2.4, 3.1, 4.2, 5.6],
    baselines: [[34, 1.5]],
    state: 'breach',
    says: 'Past its limit of 5\u202f%',
  }),
  made({
    metric: 'MET-0019',
    name: 'Lead-score stability',
    class: 'drift',
    unit: 'percent',
    source: 'Share of leads whose score band did not change without new facts.',
    values: [],
    state: 'not-measured',
    says: 'Not measured yet',
  }),
  made({
    metric: 'MET-0024',
    name: 'Approval queue time',
    class: 'operations',
    unit: 'hours',
    lower: true,
    warn: '12',
    limit: '24',
    source: 'Median hours from asking for an approval to its decision.',
    values: [6, 5.5, 7, 6.5, 8, 7.5, 9, 8, 7, 6, 9.5, 8, 10],
    baselines: [[34, 9]],
    state: 'worse',
    says: 'Above baseline of 9 h',
  }),
]
