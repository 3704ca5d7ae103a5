import type { Shape } from '../kit/shape'
import type { RolloutMet, RolloutPart, RolloutStage } from '../lib/bindings'
import { shortDay } from '../today/days'

/** How a condition and a week are marked: a shape and its word. */
export const MET: Record<RolloutMet, { shape: Shape; word: string }> = {
  met: { shape: 'fine', word: 'met' },
  'not-yet': { shape: 'open', word: 'not yet' },
  unchecked: { shape: 'open', word: 'not checked' },
}

export const STAGE: Record<RolloutStage, { shape: Shape; word: string }> = {
  complete: { shape: 'fine', word: 'complete' },
  running: { shape: 'now', word: 'under way' },
  late: { shape: 'attention', word: 'late' },
  coming: { shape: 'open', word: 'to come' },
}

/** `2 of 4 met, delivers the register on one page; 16 Nov to 22 Nov` */
export function aboutWeek({ met, conditions, delivers, from, to }: RolloutPart): string {
  const day = (iso: string) => shortDay(new Date(`${iso}T12:00:00Z`), 'UTC')
  return `${met} of ${conditions.length} met, delivers ${delivers}; ${day(from)} to ${day(to)}`
}
