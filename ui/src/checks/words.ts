import type { Shape } from '../kit/shape'
import type { CheckKind, LogColumn, Moved } from '../lib/bindings'

export const KIND: Record<CheckKind, string> = {
  fairness: 'Fairness',
  drift: 'Drift',
  'service-level': 'Service level',
}

export const MOVED: Record<Moved, { word: string; shape: Shape }> = {
  little: { word: 'Hardly moved', shape: 'fine' },
  some: { word: 'Moved somewhat', shape: 'attention' },
  much: { word: 'Moved much', shape: 'breach' },
}

/** A share of one in tenths of a percent. */
export const share = (of: number) => `${(of * 100).toFixed(1)}\u202f%`

/** Columns that tell many rows apart, so that they are no segments. */
const EACH_ITS_OWN = ['id', 'time', 'target', 'data-as-of', 'approved-at', 'score']

/** The columns that divide rows into segments. */
export const divides = ({ field, treatment }: LogColumn) =>
  treatment === 'keep' && field !== null && !EACH_ITS_OWN.includes(field)

/** The columns that may say that a row was selected, or may have moved. */
export const measures = ({ field, treatment }: LogColumn) =>
  treatment === 'keep' && field !== null && !EACH_ITS_OWN.slice(0, -1).includes(field)
