import type {
  SampleAttribute,
  SampleHeld,
  SampleItem,
  SampleMethod,
  SampleStage,
  SampleView,
} from '../lib/bindings'
import type { Shape } from '../kit/shape'
import { count, quantity } from '../lib/format'

export const METHOD: Record<SampleMethod, string> = {
  simple: 'Simple random',
  'every-kth': 'Every k-th from a random start',
  stratified: 'Random in each stratum',
}

export const STAGE: Record<SampleStage, { word: string; shape: Shape }> = {
  planned: { word: 'Waits for a reviewer’s seed', shape: 'waits' },
  lapsed: { word: 'Lapsed, never drawn', shape: 'na' },
  drawn: { word: 'Being tested', shape: 'now' },
  tested: { word: 'Waits to be confirmed', shape: 'waits' },
  confirmed: { word: 'Confirmed', shape: 'fine' },
  abandoned: { word: 'Given up', shape: 'na' },
}

export const ATTRIBUTE: Record<SampleAttribute, { word: string; asks: string }> = {
  correct: { word: 'Correct', asks: 'What the AI did was right' },
  approved: { word: 'Approved', asks: 'It was approved as is required' },
  guardrails: { word: 'Guardrails', asks: 'It stayed inside its guardrails' },
  disclosed: { word: 'Disclosed', asks: 'That an AI did it was disclosed' },
}

export const HELD: Record<SampleHeld, { word: string; shape: Shape }> = {
  yes: { word: 'Yes', shape: 'fine' },
  no: { word: 'No', shape: 'breach' },
  'not-applicable': { word: 'Not asked', shape: 'na' },
}

/** What a key makes of what was said of an attribute. */
export const NEXT: Record<SampleHeld, SampleHeld> = {
  yes: 'no',
  no: 'not-applicable',
  'not-applicable': 'yes',
}

/** To what AI did what in an item, what tells items apart first; nothing once its row was purged. */
export function did({ cells }: SampleItem): string {
  const said = ['target', 'action'].map((wanted) => cells.find(({ field }) => field === wanted))
  return said.flatMap((cell) => (cell ? [cell.says] : [])).join(', ')
}

/** Tenths of a percent: `17.3 %`. */
export const share = (tenths: number): string => `${tenths / 10}\u202f%`

/** What a sample that is still being tested shows up to here; nothing before its first item. */
export function soFar({ row, curve }: SampleView): string | undefined {
  const now = curve.find(({ items }) => items === row.tested)
  if (row.stage !== 'drawn' || !row.tested || !now) return undefined
  const wrong = row.errors ? quantity(row.errors) : 'None'
  const found = `${wrong} of ${quantity(row.tested)} tested ${row.errors > 1 ? 'were' : 'was'} in error.`
  const left = count(row.take - row.tested, 'item is', 'items are')
  return `${found} So far that shows, at 95\u202f%, at most ${share(now.limit)} in error; ${left} left to test.`
}
