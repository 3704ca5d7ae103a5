import type { AbsenceState, RoleRow } from '../lib/bindings'
import type { Shape } from '../kit/shape'
import { shortName } from '../lib/format'

/** How a role stands today: who acts for it in whose place, or what is missing. */
export function standingOf({ holders, acting, uncovered }: RoleRow): {
  shape: Shape
  word: string
  tinted?: boolean
} {
  if (!holders.some(({ today }) => today)) return { shape: 'open', word: 'vacant' }
  const stand_in = acting.find(({ instead_of }) => instead_of !== null)
  if (uncovered.length > 0)
    return {
      shape: 'attention',
      word: `${uncovered.map(shortName).join(', ')} away, nobody acts`,
      tinted: true,
    }
  if (stand_in?.instead_of)
    return {
      shape: 'now',
      word: `${shortName(stand_in.name)} for ${shortName(stand_in.instead_of)}`,
    }
  return { shape: 'fine', word: 'here' }
}

export const ABSENCE: Record<AbsenceState, { shape: Shape; word: string }> = {
  now: { shape: 'now', word: 'away now' },
  coming: { shape: 'waits', word: 'to come' },
  past: { shape: 'retired', word: 'over' },
}
