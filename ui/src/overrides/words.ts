import type { OverrideKind, OverrideReason } from '../lib/bindings'

export const KIND: Record<OverrideKind, { word: string; said: string; chose: string }> = {
  output: { word: 'What it gave out', said: 'The AI said', chose: 'You chose' },
  forecast: { word: 'A forecast', said: 'The AI forecast', chose: 'You forecast' },
  'close-date': { word: 'A close date', said: 'The AI’s close date', chose: 'Your close date' },
}

export const REASON: Record<OverrideReason, string> = {
  'wrong-fact': 'It states something wrong',
  'stale-data': 'Its data are out of date',
  'missing-context': 'It did not know the context',
  'wrong-target': 'Wrong person or account',
  tone: 'Tone or brand',
  claim: 'A claim we may not make',
  timing: 'Wrong moment',
  'price-or-terms': 'Price or terms are wrong',
  'customer-asked': 'The customer asked otherwise',
  other: 'Something else',
}
