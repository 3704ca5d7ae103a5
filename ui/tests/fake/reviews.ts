import type {
  MonthDay,
  PulledView,
  ReviewMonthView,
  ReviewRow,
  ReviewState,
  ReviewView,
  Signature,
} from '../../src/lib/bindings'
import { inReview } from './actions'
import { holidayOn } from './cadences'
import type { Desk } from './desk'
import { judge, RE_TIER, TIERS } from './retier'
import { check, choice, NOW, problem, record, type State } from './state'
import { countersignature } from './statements'

/** How many earlier ones there are than the first page shows. */
const EARLIER = 40
const PAST: [string, ReviewState, number][] = [
  ['W46', 'closed', 1],
  ['W45', 'closed', 2],
  ['W44', 'missed', 3],
  ['W43', 'closed', 4],
]

function counts({ items }: ReviewView): [number, number, number, number] {
  const sum = (outcome: string) => items.filter((item) => item.outcome === outcome).length
  return [sum('fine'), sum('attention'), sum('breach'), sum('not-applicable')]
}

function line(view: ReviewView): ReviewRow {
  return {
    review: view.review,
    cadence: 'weekly',
    name: view.name,
    due: view.due,
    state: view.state,
    minutes: view.minutes,
    answered: view.items.length - view.left,
    items: view.items.length,
    found: counts(view),
    countersigned: view.countersigned !== null,
  }
}

function other(view: ReviewView, week: string, state: ReviewState, weeks: number): ReviewRow {
  const due = new Date(Date.parse(view.due) - weeks * 7 * 86_400_000).toISOString()
  const held = state === 'closed'
  return {
    ...line(view),
    review: `WEEKLY-2026-${week}`,
    due,
    state,
    found: held ? [11, 3, 1, 1] : [0, 0, 0, 0],
    countersigned: weeks === 2,
  }
}

/** Reviews before those of the list: every fourth was missed. */
function earlier(view: ReviewView, from: number, to: number): ReviewRow[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, place) => {
    const weeks = from + place + 1
    const week = `W${String(47 - weeks).padStart(2, '0')}`
    return other(view, week, weeks % 4 === 3 ? 'missed' : 'closed', weeks)
  })
}

const DAY = 86_400_000
const iso = (at: number) => new Date(at).toISOString().slice(0, 10)

/** The whole weeks of a month, with a call on each Monday and a daily watch around today. */
function month(view: ReviewView, asked: string, empty: boolean): ReviewMonthView {
  const first = Date.parse(`${asked}-01T00:00:00Z`)
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY
  const next = new Date(first)
  next.setUTCMonth(next.getUTCMonth() + 1)
  const today = NOW.slice(0, 10)
  const days: MonthDay[] = []
  for (let at = monday; at < next.getTime() || days.length % 7 !== 0; at += DAY) {
    const date = iso(at)
    const weekday = new Date(at).getUTCDay()
    const weeks = Math.round((Date.parse(`${view.due.slice(0, 10)}T00:00:00Z`) - at) / (7 * DAY))
    const holiday = holidayOn(date)
    const business = weekday % 6 !== 0 && !holiday
    const call =
      weeks === 0
        ? line(view)
        : other(
            view,
            `W${47 - weeks}`,
            weeks < 0 ? 'coming' : weeks % 4 === 3 ? 'missed' : 'closed',
            weeks,
          )
    const daily = (state: ReviewState): ReviewRow => ({
      ...call,
      review: `DAILY-${date}`,
      cadence: 'daily',
      name: 'Daily watch',
      due: `${date}T09:00:00+01:00`,
      state,
    })
    const watch = date < today ? 'closed' : date === today ? 'late' : 'coming'
    const reviews = [
      ...(business ? [daily(watch)] : []),
      ...(weekday === 1 ? [call] : []),
      ...(date === today
        ? [{ ...daily('due'), review: 'VENDORS-2026-11-16', name: 'Vendor check' }]
        : []),
    ]
    days.push({ date, business, holiday, reviews: empty ? [] : reviews })
  }
  return { month: asked, zone: 'Europe/Berlin', today, days }
}

function refreshed(state: State): ReviewView {
  inReview(state)
  const me = state.person && choice(state, state.person)
  state.review.may_countersign = Boolean(
    me && me.sponsor && state.review.closed && !state.review.countersigned,
  )
  const { review } = state
  review.left = review.items.filter(({ outcome }) => !outcome).length
  const there = review.attendance.filter(
    ({ presence }) => presence === 'present' || presence === 'delegate',
  )
  review.reached = there.flatMap(({ roles }) => roles).length
  return review
}

export const DRAFT = '4 of 4 reviews were held. One kill switch was drilled.'

/** What an item pulls: nine findings, of which one is mended since, and drills that nobody held. */
const PULLED: PulledView = {
  stands:
    '2026-Q3 as it stood at the end of 30 September 2026, entry 1,204, and what changed by 16 November 2026.',
  tables: [
    {
      pulled: 'findings',
      title: 'Findings open',
      counts: [
        { figure: 'pulled.findings', label: 'Findings open', value: '9, now 8' },
        { figure: 'pulled.findings-blocking', label: 'Of rules that block', value: '1' },
      ],
      columns: ['About', 'What is so', 'Since'],
      rows: Array.from({ length: 9 }, (_, place) => ({
        key: `launch.logs WF-000${place + 1}`,
        leads: `WF-000${place + 1}`,
        cells: [
          place === 1 ? 'مساعد المبيعات und außergewöhnliche Vorkommnisse' : 'Lead scoring',
          'Nobody says where its logs are, so nothing it does can be followed.',
          '2026-08-03',
        ],
        mark: place ? ('attention' as const) : ('breach' as const),
        word: place ? 'Warns' : 'Blocks',
        since: place === 2 ? 'no more' : null,
        judged: null,
      })),
      more: 0,
      empty: 'No rule is broken.',
    },
    {
      pulled: 'drills',
      title: 'Kill-switch drills',
      counts: [{ figure: 'pulled.drills', label: 'Drills in the period', value: '0' }],
      columns: ['Workflow', 'Next by'],
      rows: [],
      more: 0,
      empty: 'No workflow is live.',
    },
  ],
}

function signature(state: State): Signature {
  const person = state.person ?? ''
  return {
    person,
    name: choice(state, person).name,
    at: NOW,
    fingerprint: 'c7d10e4b'.repeat(8),
    entry: state.entry,
    head: `${state.entry}:${'51be0c93'.repeat(8)}`,
  }
}

export const reviews = {
  reviews({ review, cadences }) {
    const long = cadences.cadences.length > 0
    const past = PAST.map(([week, state, weeks]) => other(review, week, state, weeks))
    const isClosed = review.state === 'closed'
    return {
      waiting: isClosed ? [] : [line(review)],
      coming: [other(review, 'W48', 'coming', -1), other(review, 'W49', 'coming', -2)],
      past: isClosed ? [line(review), ...past] : past,
      more: long,
      held: 3,
      expected: 4,
    }
  },
  past_reviews({ review }, { before }) {
    const from = 47 - Number(before?.slice(-2) ?? 47)
    const to = Math.min(EARLIER, from + 20)
    return { rows: earlier(review, from, to), more: to < EARLIER }
  },
  review_month: ({ review, cadences }, { month: asked }) =>
    month(review, asked ?? NOW.slice(0, 7), cadences.cadences.length === 0),
  export_calendar(state) {
    check(state)
    record(state, 'export.made', 'Calendar exported as ics')
    return { name: 'reviews.ics', bytes: 48_000, sha256: '51be0c93'.repeat(8), entry: state.entry }
  },
  review: (state) => refreshed(state),
  open_review(state) {
    check(state)
    state.review.state = 'open'
    return refreshed(state)
  },
  state_attendance(state, { person, presence, delegate }) {
    check(state)
    const row = state.review.attendance.find((one) => one.person === person)
    if (row) Object.assign(row, { presence, delegate: delegate || null })
    record(state, 'attendance.stated', `${row?.name} ${presence}`, state.review.review)
    return refreshed(state)
  },
  take_chair(state, { review, reason }) {
    check(state)
    const { chair_name, chairs_taken } = state.review
    const me = choice(state, state.person ?? '')
    chairs_taken.push({ at: NOW, from: chair_name ?? '', to: me.name, reason, entry: state.entry })
    const yours = { chair: me.person, chair_name: me.name, yours: true, may_chair: false }
    Object.assign(state.review, yours)
    state.review.attendance.forEach((row) => (row.chair = row.person === me.person))
    record(state, 'chair.taken', reason, review)
    return refreshed(state)
  },
  state_held(state, { review, from, to }) {
    check(state)
    if (to <= from) throw problem('not-held-then', `${review} cannot have been held then.`)
    state.review.held = { from: `${from}:00+01:00`, to: `${to}:00+01:00` }
    record(state, 'review.held', 'Held earlier', review)
    return refreshed(state)
  },
  answer_item(state, { item, outcome, note, seconds, tiers }) {
    check(state)
    if (outcome !== 'fine' && !note.trim()) throw problem('note-missing', 'It needs a note.')
    const row = state.review.items.find((one) => one.item === item)
    if (row)
      Object.assign(row, {
        outcome,
        note: note || null,
        seconds,
        tiers: judge(row, outcome, tiers),
      })
    record(state, 'item.answered', `${item}: ${outcome}`, state.review.review)
    return refreshed(state)
  },
  pulled: (_, { item }) => (item === RE_TIER ? TIERS : PULLED),
  draft_narrative: () => ({ words: DRAFT }),
  close_review(state, { passphrase, narrative }) {
    check(state, passphrase)
    record(state, 'review.closed', 'Closed', state.review.review)
    const closed = signature(state)
    const told = narrative || null
    Object.assign(state.review, { state: 'closed', closed, yours: false, narrative: told })
    return refreshed(state)
  },
  countersign_review(state, { passphrase, statement }) {
    check(state, passphrase)
    state.review.countersigned = signature(state)
    state.review.statement = statement || null
    return refreshed(state)
  },
  request_countersignature(state) {
    const file = { name: 'countersign.json', bytes: 9_400, sha256: '0'.repeat(64), entry: null }
    return { file, request: countersignature(state) }
  },
  write_addendum(state, { text }) {
    check(state)
    record(state, 'addendum.written', 'Addendum', state.review.review)
    state.review.addenda.push({ at: NOW, by: 'Maren Okafor', text, entry: state.entry })
    return refreshed(state)
  },
} satisfies Partial<Desk>
