import { address, addressOf } from '../frame/place.svelte'
import type { Shape } from '../kit/shape'
import type {
  Coverage,
  CoverageQuery,
  EvidenceFound,
  EvidenceMissing,
  FoundPlace,
  FrameworkCoverage,
  RequirementRow,
} from '../lib/bindings'
import { shortDay } from '../lib/days'
import { quantity } from '../lib/format'

/** How a requirement stands: gaps first, as lists show them. */
export const COVERAGE: Record<Coverage, { shape: Shape; word: string }> = {
  none: { shape: 'open', word: 'No evidence' },
  earlier: { shape: 'attention', word: 'Only earlier evidence' },
  'in-period': { shape: 'fine', word: 'Evidence in the period' },
  'out-of-scope': { shape: 'na', word: 'Not in scope' },
}
export const ORDER: readonly Coverage[] = ['none', 'earlier', 'in-period', 'out-of-scope']

/** The quarter that runs. */
export const RUNNING: CoverageQuery = { period: null, from: null, to: null }

const PLACES: Record<FoundPlace, string> = {
  raci: address('raci'),
  cadences: address('settings', 'cadences'),
  roles: address('settings', 'roles'),
  rights: address('settings', 'rights'),
  rules: address('settings', 'rules'),
  policies: address('policies'),
}

/** Where a piece of evidence is looked at. */
export function foundAt({ place, reference, entry }: EvidenceFound): string {
  if (place) return PLACES[place]
  return reference ? addressOf(reference) : address('log', String(entry ?? ''))
}

/** Where what is missing would be given. */
export function missingAt({ place, reference }: EvidenceMissing): string {
  return reference ? address('policies', reference, 'people') : PLACES[place ?? 'policies']
}

/** `POL-0001, 1 of 12 has not attested version 2` */
export function missingWords({ reference, says }: EvidenceMissing): string {
  return reference ? `${reference}, ${says}` : says
}

/** `EXC-0012`, `Governance`: what a piece of evidence is called. */
export function foundName({ reference, name }: EvidenceFound): string {
  return reference ?? name ?? '(erased)'
}

/** `3 Sep 2026`; nothing of what stands. */
export function foundWhen({ at }: EvidenceFound): string {
  return at ? shortDay(at.slice(0, 10)) : ''
}

/** `12 in the period, 3 before it` */
export function counted({ inside, earlier }: { inside: number; earlier: number }): string {
  if (!inside) return earlier ? `${quantity(earlier)} before the period` : 'none'
  const before = earlier ? `, ${quantity(earlier)} before it` : ''
  return `${quantity(inside)} in the period${before}`
}

/** `7 without evidence, 3 only earlier, 61 in the period, 1 not in scope` */
export function countWords({ counts }: FrameworkCoverage): string {
  const words: Record<Coverage, string> = {
    none: 'without evidence',
    earlier: 'with only earlier evidence',
    'in-period': 'with evidence in the period',
    'out-of-scope': 'not in scope',
  }
  const some = counts.filter(({ requirements }) => requirements > 0)
  return some.map((one) => `${quantity(one.requirements)} ${words[one.coverage]}`).join(', ')
}

/** Gaps first; alike ones stay in the framework's own order. */
export function gapsFirst(rows: readonly RequirementRow[]): RequirementRow[] {
  return rows.toSorted((a, b) => ORDER.indexOf(a.coverage) - ORDER.indexOf(b.coverage))
}

/** Whether all words typed are in what is said of it. */
export function says(row: RequirementRow, typed: string): boolean {
  const { called, title, asks, group, sources, reference } = row
  const all = [called, title, asks, group, reference, ...sources].join(' ').toLocaleLowerCase()
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
