import type { HowChanged, LogKind } from '../lib/bindings'
import type { Shape } from '../kit/shape'

/** `review.item-answered` or `item.answered` as people read it: `Item answered`. */
export function eventWords(event: string): string {
  const words = event.replace(/[._-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What entries can be filtered by. */
export const KINDS: Record<LogKind, string> = {
  decisions: 'decisions',
  workflows: 'workflows',
  stops: 'stops and drills',
  overrides: 'overrides',
  exceptions: 'exceptions',
  rules: 'rules and findings',
  raci: 'RACI',
  reviews: 'reviews',
  cadences: 'cadences',
  actions: 'action items',
  metrics: 'metrics',
  evidence: 'evidence',
  frameworks: 'frameworks',
  policies: 'policies and training',
  samples: 'samples',
  people: 'people and roles',
  keys: 'keys',
  files: 'files in and out',
  workspace: 'the workspace',
}

/** What became of a thing between two moments. */
export const HOW: Record<HowChanged, { shape: Shape; word: string }> = {
  added: { shape: 'now', word: 'new' },
  changed: { shape: 'draft', word: 'changed' },
  gone: { shape: 'retired', word: 'gone' },
}
