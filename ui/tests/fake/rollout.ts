import type {
  MendPlace,
  RolloutCondition,
  RolloutPart,
  RolloutRow,
  RolloutView,
  RolloutWeek,
} from '../../src/lib/bindings'
import type { Desk } from './desk'
import type { State } from './state'

const at = (screen: MendPlace['screen'], about: string | null = null): MendPlace => ({
  screen,
  about,
  fact: null,
})

/** A condition with what it asks, where it is met, and what to do next where it is not. */
type Asked = [RolloutCondition, string, MendPlace['screen'], string]

const PLAN: {
  week: RolloutWeek
  name: string
  delivers: string
  days: [number, number]
  asks: Asked[]
}[] = [
  {
    week: 'inventory',
    name: 'Inventory and tiers',
    delivers: 'the register on one page',
    days: [1, 7],
    asks: [
      [
        'registered',
        'The AI workflows in use stand on the register.',
        'register',
        'Import the inventory you have, or type the workflows one by one.',
      ],
      [
        'owned',
        'Every workflow has an owner, and somebody who stops it.',
        'register',
        'Name one person who owns it and one who pulls its kill switch.',
      ],
    ],
  },
  {
    week: 'approvals',
    name: 'Approvals and guardrails',
    delivers: 'approval flows that work',
    days: [8, 15],
    asks: [
      [
        'decided',
        'A decision went from proposal through approval into force.',
        'decisions',
        'Propose the launch of a workflow, or adopt a policy, and let the approver sign.',
      ],
    ],
  },
  {
    week: 'trail',
    name: 'Logging and audit trail',
    delivers: 'a trail that replays',
    days: [16, 23],
    asks: [
      ['logged', 'An action log was taken in.', 'batches', 'Take the file in.'],
      [
        'replays',
        'The record verifies, and its entries alone make the same tables again.',
        'log',
        'Verify the file.',
      ],
    ],
  },
  {
    week: 'rhythm',
    name: 'Monitoring, training, first review',
    delivers: 'a cadence that repeats',
    days: [24, 30],
    asks: [
      ['reviewed', 'The first review was held.', 'reviews', 'Open the next review.'],
      [
        'repeated',
        'One cadence was held twice running.',
        'reviews',
        'Hold the next review of the same cadence before the one after it falls due.',
      ],
    ],
  },
]

/** What conditions that are met rest on. */
const FIGURE: Partial<Record<RolloutCondition, string>> = {
  decided: '15 decisions',
  logged: '5 action logs',
  reviewed: '1 review',
}

/** Lived in, the fake desk lacks the owner of three workflows and one review. */
function row([condition, asks, screen, next]: Asked, state: State): RolloutRow {
  const empty = state.workflows.length === 0
  const one = (met: RolloutRow['met'], says: string): RolloutRow => ({
    condition,
    asks,
    met,
    says,
    next: met === 'met' ? null : next,
    place: at(screen),
    first_at: null,
    first_entry: null,
    lacking: [],
    more: 0,
  })
  if (condition === 'replays' && !state.verified)
    return one('unchecked', 'Not checked since this file was opened')
  if (condition === 'replays')
    return one(state.fails ? 'not-yet' : 'met', 'The last check found nothing altered or missing')
  if (empty) return one('not-yet', condition === 'owned' ? 'No workflow yet' : 'None yet')
  if (condition === 'owned') {
    const lacking = state.workflows.slice(0, 3).map(({ workflow, name }) => ({
      workflow,
      name,
      place: { ...at('register', workflow), fact: 'owner' as const },
    }))
    const of = state.workflows.length
    return { ...one('not-yet', `${of - 3} of ${of} workflows`), lacking, more: 2 }
  }
  if (condition === 'repeated') return one('not-yet', '1 of 2 times running')
  return {
    ...one('met', FIGURE[condition] ?? `${state.workflows.length} workflows`),
    first_at: '2026-10-09T10:12:00+02:00',
    first_entry: 412,
  }
}

export const rollout = {
  rollout(state: State): RolloutView {
    const empty = state.workflows.length === 0
    const day = empty ? 1 : 19
    const weeks = PLAN.map(({ week, name, delivers, days: [first, last], asks }): RolloutPart => {
      const conditions = asks.map((asked) => row(asked, state))
      const met = conditions.filter((one) => one.met === 'met').length
      const late = day > last ? 'late' : day < first ? 'coming' : 'running'
      const date = (number: number) => `2026-10-${String(number).padStart(2, '0')}`
      return {
        week,
        name,
        delivers,
        first,
        last,
        from: date(first),
        to: date(last),
        stage: met === conditions.length ? 'complete' : late,
        met,
        conditions,
      }
    })
    const all = weeks.flatMap(({ conditions }) => conditions)
    return {
      began: '2026-10-01',
      day,
      met: all.filter(({ met }) => met === 'met').length,
      of: all.length,
      pointed_at: true,
      weeks,
    }
  },
} satisfies Partial<Desk>
