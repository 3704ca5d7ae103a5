import type { ReviewRow, ReviewState, ReviewView, Signature } from '../../src/lib/bindings'
import { inReview } from './actions'
import type { Desk } from './desk'
import { check, choice, NOW, problem, record, type State } from './state'

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
  reviews({ review }) {
    const past = PAST.map(([week, state, weeks]) => other(review, week, state, weeks))
    const isClosed = review.state === 'closed'
    return {
      waiting: isClosed ? [] : [line(review)],
      coming: [other(review, 'W48', 'coming', -1), other(review, 'W49', 'coming', -2)],
      past: isClosed ? [line(review), ...past] : past,
      more: false,
      held: 3,
      expected: 4,
    }
  },
  past_reviews: () => ({ rows: [], more: false }),
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
  answer_item(state, { item, outcome, note, seconds }) {
    check(state)
    if (outcome !== 'fine' && !note.trim()) throw problem('note-missing', 'It needs a note.')
    const row = state.review.items.find((one) => one.item === item)
    if (row) Object.assign(row, { outcome, note: note || null, seconds })
    record(state, 'item.answered', `${item}: ${outcome}`, state.review.review)
    return refreshed(state)
  },
  close_review(state, { passphrase }) {
    check(state, passphrase)
    record(state, 'review.closed', 'Closed', state.review.review)
    Object.assign(state.review, { state: 'closed', closed: signature(state), yours: false })
    return refreshed(state)
  },
  countersign_review(state, { passphrase }) {
    check(state, passphrase)
    state.review.countersigned = signature(state)
    return refreshed(state)
  },
  write_addendum(state, { text }) {
    check(state)
    record(state, 'addendum.written', 'Addendum', state.review.review)
    state.review.addenda.push({ at: NOW, by: 'Maren Okafor', text, entry: state.entry })
    return refreshed(state)
  },
} satisfies Partial<Desk>
