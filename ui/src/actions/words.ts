import type { Shape } from '../kit/shape'
import type { ActionRow, ActionState } from '../lib/bindings'
import { count } from '../lib/format'
import { dayWords } from '../lib/days'

export const STATE: Record<ActionState, { shape: Shape; word: string }> = {
  open: { shape: 'open', word: 'open' },
  late: { shape: 'breach', word: 'late' },
  done: { shape: 'fine', word: 'done' },
  dropped: { shape: 'na', word: 'dropped' },
}

/** When it is due, as a person says it: `2 days over`, `today`, `Wed 25 Nov 2026`. */
export function dueWords({ state, days, due }: ActionRow): string {
  if (state === 'late') return `${count(-days, 'day')} over`
  if (state !== 'open') return dayWords(due)
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : dayWords(due)
}
