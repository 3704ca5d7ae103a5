import type { RaciMark, RaciRole } from '../lib/bindings'
import type { Letter } from './terms'

export const LETTER_WORDS: Record<Letter, { word: string; means: string }> = {
  R: { word: 'Responsible', means: 'does it' },
  A: { word: 'Accountable', means: 'exactly one' },
  C: { word: 'Consulted', means: 'before' },
  I: { word: 'Informed', means: 'after' },
}

/** A cell's letters for a screen reader. */
export function spoken(letters: string): string {
  const words = [...letters].map((letter) => LETTER_WORDS[letter as Letter].word)
  return words.join(' and ') || 'no part'
}

/** Who holds a role, as its head shows it. */
export function holders(role: RaciRole | undefined): string {
  const people = role?.people ?? []
  if (people.length === 0) return 'vacant'
  return people.length === 1 ? short(people[0]?.name ?? '') : `${people.length} people`
}

/** “Maren Okafor” becomes “M. Okafor”: a head has little room, and the full name is its title. */
export function short(name: string): string {
  const [first, ...rest] = name.split(/\s+/)
  const initial = [...(first ?? '')][0]
  return rest.length && initial && /\p{L}/u.test(initial) ? `${initial}. ${rest.join(' ')}` : name
}

/** “2 block, 8 break a rule, 1 note”. */
export function counted(marks: RaciMark[]): string {
  const blocking = marks.filter(({ blocks }) => blocks).length
  const breaking = marks.filter(({ blocks, breaks }) => !blocks && breaks).length
  const notes = marks.length - blocking - breaking
  const parts = [
    ...(blocking ? [`${blocking} ${blocking === 1 ? 'blocks' : 'block'}`] : []),
    ...(breaking ? [`${breaking} ${breaking === 1 ? 'breaks' : 'break'} a rule`] : []),
    ...(notes ? [`${notes} ${notes === 1 ? 'note' : 'notes'}`] : []),
  ]
  return parts.join(', ') || 'nothing marked'
}
