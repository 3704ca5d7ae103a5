import type { ActionRow, ActionsView, RaisedFrom } from '../../src/lib/bindings'
import type { Desk } from './desk'
import { check, choice, NOW, problem, record, type State } from './state'

const TODAY = '2026-11-16'
const DAY = 86_400_000

function blank(action: string, what: string, who: string, name: string, due: string): ActionRow {
  const days = (Date.parse(due) - Date.parse(TODAY)) / DAY
  return {
    action,
    what,
    who,
    who_name: name,
    who_left: false,
    due,
    days,
    state: days < 0 ? 'late' : 'open',
    cadence: 'weekly',
    review: 'WEEKLY-2026-W46',
    item: 'overrides',
    source: null,
    raised_by: 'Maren Okafor',
    raised_at: '2026-11-09T10:40:00+01:00',
    words: null,
    ended_at: null,
  }
}

/** What an action item came out of, as its row says it. */
function cameFrom(from: RaisedFrom | null): Pick<ActionRow, 'review' | 'item' | 'source'> {
  if (from && 'item' in from) return { ...from.item, source: null }
  const source = from && ('exception' in from ? from.exception : from.decision)
  return { review: null, item: null, source }
}

/** What the weeks before left to be done, and one that is done. */
export function sampleActions(): ActionRow[] {
  return [
    blank(
      'ACT-0058',
      'Backup for the WF-0008 switch',
      'PER-0005',
      'Rafael Castellanos',
      '2026-11-14',
    ),
    blank('ACT-0061', 'Opt-out line in sequence 12', 'PER-0004', 'Amara Nwosu', TODAY),
    blank(
      'ACT-0062',
      'Ask two reps what they miss in the drivers',
      'PER-0001',
      'Maren Okafor',
      '2026-11-20',
    ),
    {
      ...blank('ACT-0055', 'Undo the eleven overwrites', 'PER-0007', 'Dana Petrescu', '2026-11-10'),
      state: 'done',
      words: 'All eleven are back.',
      ended_at: '2026-11-10T15:02:00+01:00',
    },
  ]
}

const isOver = ({ state }: ActionRow) => state === 'done' || state === 'dropped'

function view({ actions }: State): ActionsView {
  return {
    open: actions.filter((row) => !isOver(row)).toSorted((a, b) => a.days - b.days),
    over: actions.filter(isOver),
    cadences: [
      { cadence: 'weekly', name: 'Weekly governance call' },
      { cadence: 'monthly', name: 'Monthly model review' },
    ],
  }
}

function row(state: State, reference: string): ActionRow {
  const found = state.actions.find(({ action }) => action === reference)
  if (!found) throw problem('unknown', `${reference} is not known in this workspace.`)
  return found
}

/** The metrics that stand beside an item. */
const BESIDE: Record<string, string[]> = {
  'opens-replies-meetings': ['MET-0002', 'MET-0004', 'MET-0005'],
  overrides: ['MET-0004', 'MET-0002'],
}

/** Where the live review shows its action items: those carried in, those raised on an item, and its metrics. */
export function inReview(state: State): void {
  const { review, actions } = state
  review.carried_actions = actions.filter(
    (one) => one.review !== review.review && one.action !== 'ACT-0055',
  )
  for (const item of review.items) {
    const beside = state.metrics.filter(({ row }) => BESIDE[item.item]?.includes(row.beside.metric))
    item.metrics = beside.map(({ row }) => structuredClone(row.beside))
    item.raised = actions.filter((one) => one.review === review.review && one.item === item.item)
  }
}

function set(
  state: State,
  reference: string,
  event: string,
  change: Partial<ActionRow>,
): ActionsView {
  check(state)
  const found = row(state, reference)
  Object.assign(found, change)
  found.days = (Date.parse(found.due) - Date.parse(TODAY)) / DAY
  record(state, event, found.what ?? '', reference)
  return view(state)
}

export const actions = {
  actions: view,
  raise_action(state, { what, who, due, cadence, from }) {
    check(state)
    if (due < TODAY) throw problem('due-in-the-past', `${due} has passed; choose a later day.`)
    const action = `ACT-${String(63 + state.actions.length - 4).padStart(4, '0')}`
    state.actions.push({
      ...blank(action, what, who, choice(state, who).name, due),
      cadence,
      ...cameFrom(from),
      raised_at: NOW,
    })
    record(state, 'action.raised', what, action)
    return view(state)
  },
  hand_over_action: (state, { action, to }) =>
    set(state, action, 'action.handed-over', { who: to, who_name: choice(state, to).name }),
  reschedule_action: (state, { action, due }) =>
    set(state, action, 'action.rescheduled', { due, state: 'open' }),
  complete_action: (state, { action, words }) =>
    set(state, action, 'action.done', { state: 'done', words: words || null, ended_at: NOW }),
  drop_action: (state, { action, words }) =>
    set(state, action, 'action.dropped', { state: 'dropped', words, ended_at: NOW }),
  reopen_action: (state, { action }) =>
    set(state, action, 'action.reopened', { state: 'open', words: null, ended_at: null }),
  export_actions(state, { shown }) {
    check(state)
    record(state, 'export.made', 'actions exported as csv')
    return { name: `${shown}.csv`, bytes: 512, sha256: '0'.repeat(64), entry: state.entry }
  },
} satisfies Partial<Desk>
