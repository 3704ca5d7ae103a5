import type { Shape } from '../kit/shape'
import type { Class, LineEventKind } from '../lib/bindings'

/** What each class asks. */
export const ASKS: Record<Class, string> = {
  quality: 'Is what the AI makes right?',
  business: 'What does it bring?',
  risk: 'What may it break?',
  drift: 'Does it stay what it was?',
  adoption: 'Do people use it?',
  operations: 'Does the desk keep up?',
}

export const HAPPENED: Record<LineEventKind, { shape: Shape; word: string }> = {
  decision: { shape: 'fine', word: 'decision applied' },
  stop: { shape: 'stopped', word: 'stop' },
  overrides: { shape: 'attention', word: 'overrides' },
}
