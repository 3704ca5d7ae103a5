import type {
  MetricState,
  ReviewState,
  RhythmMark,
  RhythmRow,
  SinceView,
  TodayView,
} from '../../src/lib/bindings'
import type { Desk } from './desk'
import { exceptionsInShort } from './exceptions'
import { inShort } from './findings'
import { reviews } from './reviews'
import { policiesWaiting } from './policies'
import { NOW, type State } from './state'

const DAY = 86_400_000
const FIRST_MONDAY = Date.parse('2026-10-05T00:00:00Z')
const WEEKS = 13
/** The week that holds the day of the fake desk. */
const HERE = 6

const OUT_OF_LINE: MetricState[] = ['emergency', 'breach', 'worse', 'missing', 'warned']

const iso = (at: number) => new Date(at).toISOString().slice(0, 10)

function mark(name: string, at: number, state: ReviewState): RhythmMark {
  return { review: `${name}-${iso(at)}`, state, day: iso(at) }
}

function row(
  name: string,
  cadence: string,
  marks: (week: number, monday: number) => RhythmMark[],
  next: string,
): RhythmRow {
  const weeks = Array.from({ length: WEEKS }, (_, week) =>
    marks(week, FIRST_MONDAY + week * 7 * DAY),
  )
  const all = weeks.flat()
  const count = (state: ReviewState) => all.filter((one) => one.state === state).length
  return {
    cadence,
    name,
    weeks,
    held: count('closed'),
    expected: count('closed') + count('missed'),
    next,
  }
}

function daily(week: number, monday: number): RhythmMark[] {
  return Array.from({ length: 5 }, (_, day) => {
    const past: ReviewState =
      (week === 2 && day < 2) || (week === 1 && day === 3) ? 'missed' : 'closed'
    const state = week < HERE ? past : week === HERE && day === 0 ? 'due' : 'coming'
    return mark('DAILY', monday + day * DAY, state)
  })
}

function weekly(week: number, monday: number): RhythmMark[] {
  const past: ReviewState = week === 2 ? 'missed' : 'closed'
  const state = week < HERE ? past : week === HERE ? 'due' : 'coming'
  return [{ ...mark('WEEKLY', monday, state), review: `WEEKLY-2026-W${41 + week}` }]
}

const at = (weeks: Record<number, ReviewState>, name: string) => (week: number, monday: number) => {
  const state = weeks[week]
  return state ? [mark(name, monday + 3 * DAY, state)] : []
}

/** What happened while Maren was away, in the scene that is lived in. */
const happened = (state: State): SinceView =>
  state.news
    ? {
        since: '2026-11-13T17:42:00+01:00',
        lines: [
          {
            at: '2026-11-16T08:00:00+01:00',
            says: 'passed its due',
            by: null,
            about: 'EXC-0014',
            entry: null,
          },
          {
            at: '2026-11-16T07:31:00+01:00',
            says: 'Approved',
            by: 'Tobias Lindqvist',
            about: 'DEC-0031',
            entry: 4801,
          },
          {
            at: '2026-11-14T16:00:00+01:00',
            says: 'was missed',
            by: null,
            about: 'DAILY-2026-11-13',
            entry: null,
          },
        ],
        more: 4,
      }
    : { since: null, lines: [], more: 0 }

export const today = {
  since_last_here: happened,
  dismiss_since(state) {
    state.news = false
    return happened(state)
  },
  notifications: ({ person, wanted }) => (person ? wanted : { ...wanted, on: false }),
  set_notifications(state, wanted) {
    state.wanted = wanted
    return wanted
  },
  today(state: State): TodayView {
    const { waiting, coming } = reviews.reviews(state)
    const empty = state.workflows.length === 0
    return {
      day: NOW.slice(0, 10),
      week: 47,
      quarter: '2026-Q4',
      day_of_quarter: 47,
      rhythm: {
        weeks: Array.from({ length: WEEKS }, (_, week) => ({
          week: 41 + week,
          from: iso(FIRST_MONDAY + week * 7 * DAY),
          month: ({ 0: 10, 4: 11, 8: 12 } as Record<number, number>)[week] ?? null,
          now: week === HERE,
        })),
        rows: [
          row('Daily watch', 'daily', daily, '2026-11-16T16:00:00+01:00'),
          row('Weekly governance call', 'weekly', weekly, '2026-11-16T10:00:00+01:00'),
          row(
            'Monthly model review',
            'monthly',
            at({ 1: 'closed', 6: 'late', 10: 'coming' }, 'MONTHLY'),
            '2026-11-19T10:00:00+01:00',
          ),
          row(
            'Quarterly audit',
            'quarterly',
            at({ 10: 'coming' }, 'QUARTERLY'),
            '2026-12-15T10:00:00+01:00',
          ),
        ],
      },
      reviews: waiting,
      coming: coming[0] ?? null,
      actions: empty
        ? []
        : state.actions.filter((one) => one.state === 'open' || one.state === 'late'),
      exceptions: exceptionsInShort(state),
      actions_open: empty ? 0 : state.actions.length,
      metrics: empty
        ? []
        : state.metrics
            .map(({ row }) => row.beside)
            .filter((one) => OUT_OF_LINE.includes(one.state)),
      metrics_kept: empty ? 0 : state.metrics.length,
      policies: policiesWaiting(state),
      findings: inShort(state),
      first_steps: empty ? ['register', 'people', 'roles', 'review'] : [],
    }
  },
} satisfies Partial<Desk>
