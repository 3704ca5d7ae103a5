import type { ReviewState } from '../lib/bindings'

/** The shapes of the strip, in the order its key names them. */
export const SHOWN = {
  held: { shape: 'held', word: 'held' },
  missed: { shape: 'missed', word: 'missed' },
  late: { shape: 'late', word: 'late' },
  due: { shape: 'due', word: 'due' },
  coming: { shape: 'coming', word: 'to come' },
} as const

const AS: Record<ReviewState, keyof typeof SHOWN> = {
  closed: 'held',
  missed: 'missed',
  late: 'late',
  open: 'due',
  due: 'due',
  coming: 'coming',
}

/** The shape and word of a review on the strip. */
export function shownAs(state: ReviewState): (typeof SHOWN)[keyof typeof SHOWN] {
  return SHOWN[AS[state]]
}
