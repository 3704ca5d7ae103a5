import type { Shape } from '../kit/shape'
import type {
  AskShown,
  AskState,
  PolicyGiven,
  PolicyKind,
  PolicyPage,
  PolicyProposed,
  PolicyRow,
  PolicyVersion,
} from '../lib/bindings'
import { shortDay } from '../lib/days'
import { count, quantity } from '../lib/format'

export const KIND: Record<PolicyKind, string> = {
  'acceptable-use': 'Acceptable use',
  'dos-and-donts': 'Do’s and don’ts',
  training: 'Training',
  other: 'Policy',
}

export const ASK: Record<AskState, { shape: Shape; word: string }> = {
  late: { shape: 'breach', word: 'Late' },
  waits: { shape: 'waits', word: 'Asked' },
  attested: { shape: 'fine', word: 'Attested' },
}

/** Where a policy stands, in a word. */
export function standing({ in_force, retired }: PolicyRow): { shape: Shape; word: string } {
  if (in_force === null && retired) return { shape: 'na', word: 'Retired' }
  if (in_force === null) return { shape: 'draft', word: 'Draft' }
  return { shape: 'fine', word: `Version ${in_force}` }
}

/** Whether a version binds anybody, in words. */
export function bindingWords({ retired }: PolicyRow, version: PolicyVersion): string {
  if (version.in_force) return 'in force'
  return retired?.version === version.version
    ? 'retired, it asks nobody'
    : 'a draft that binds nobody yet'
}

/** What a policy waits for, in a line; nothing where it waits for nothing. */
export function waitsFor({ in_force, retired, versions, proposed, mine }: PolicyRow): string {
  const latest = in_force ?? retired?.version
  return [
    mine && mine.state !== 'attested' ? 'your attestation' : '',
    proposed ? `${proposed.decision}, ${proposedWords(proposed)}` : '',
    !proposed && latest === undefined ? 'a decision that adopts it' : '',
    !proposed && latest !== undefined && latest < versions ? `version ${versions} is a draft` : '',
  ]
    .filter(Boolean)
    .join('; ')
}

function proposedWords({ version }: PolicyProposed): string {
  return version === null ? 'to retire it' : `version ${version}`
}

/** `8 of 11`; a dash while it asks nobody. */
export function attestedOf({ asked, attested, in_force }: PolicyRow): string {
  return in_force === null ? '–' : `${quantity(attested)} of ${quantity(asked)}`
}

/** By when, or until when. */
export function timeOf({ state, on, until }: AskShown): string {
  const [since, last] = [on ? shortDay(on) : '', until ? shortDay(until) : '']
  if (state === 'late') return `was due ${last}`
  if (state === 'waits') return `due ${last}`
  return last ? `${since}, until ${last}` : since
}

export function titleOf({ title }: { title: string | null }): string {
  return title ?? '(erased)'
}

/** `Everybody`, or whose holders attest it. */
export function whom(roles: readonly { name: string }[]): string {
  return roles.length ? roles.map(({ name }) => name).join(', ') : 'Everybody'
}

export function again(days: number | null): string {
  return days ? `with each new version, and every ${count(days, 'day')}` : 'with each new version'
}

/** The version in force, or the one that was last; the last one written where none ever was. */
export function told({ row, versions }: PolicyPage): PolicyVersion | undefined {
  const binding = row.in_force ?? row.retired?.version
  return versions.find(({ version }) => version === binding) ?? versions[0]
}

/** What a version says, as somebody would go on writing it. */
export function given(version: PolicyVersion | undefined): PolicyGiven {
  return {
    title: version?.title ?? '',
    kind: version?.kind ?? 'other',
    sections: (version?.sections ?? [{ heading: '', body: '' }]).map(({ heading, body }) => ({
      heading: heading ?? '',
      body: body ?? '',
    })),
    roles: version?.roles.map(({ role }) => role) ?? [],
    again_days: version?.again_days ?? null,
  }
}

/** A section's words as paragraphs and lists: lines that begin with `- ` are items. */
export function blocks(body: string): { items: boolean; lines: string[] }[] {
  const all: { items: boolean; lines: string[] }[] = []
  let open = false
  for (const line of body.split('\n')) {
    const item = line.startsWith('- ')
    const last = all.at(-1)
    if (!line.trim()) open = false
    else if (open && last && last.items === item) last.lines.push(item ? line.slice(2) : line)
    else {
      all.push({ items: item, lines: [item ? line.slice(2) : line] })
      open = true
    }
  }
  return all
}
