import type { PolicyVersion } from '../lib/bindings'
import { again, whom } from './words'

/** A part of two versions, side by side; one side is missing where the other alone has it. */
export interface Compared {
  heading: string
  before: string | null
  after: string | null
}

/** Two versions held against each other, part by part: what is said about it, then its sections. */
export function compared(before: PolicyVersion | undefined, after: PolicyVersion): Compared[] {
  const about = (heading: string, say: (version: PolicyVersion) => string | null): Compared => ({
    heading,
    before: before ? say(before) : null,
    after: say(after),
  })
  const was = before?.sections ?? []
  const parts = after.sections.map(({ heading, body }) => ({
    heading: heading ?? '(erased)',
    before: was.find((one) => one.heading === heading)?.body ?? null,
    after: body,
  }))
  const gone = was
    .filter(({ heading }) => !after.sections.some((one) => one.heading === heading))
    .map(({ heading, body }) => ({ heading: heading ?? '(erased)', before: body, after: null }))
  return [
    about('Title', ({ title }) => title),
    about('Attested by', ({ roles }) => whom(roles)),
    about('Attested again', ({ again_days }) => again(again_days)),
    ...parts,
    ...gone,
  ]
}

/** The version that one is held against at first: the one in force, or the one before it. */
export function against(
  versions: readonly PolicyVersion[],
  chosen: PolicyVersion,
): PolicyVersion | undefined {
  const inForce = versions.find(({ in_force }) => in_force)
  if (inForce && inForce.version < chosen.version) return inForce
  return versions.find(({ version }) => version === chosen.version - 1)
}
