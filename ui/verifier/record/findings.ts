/** Faults by their codes, and which verdict each decides (FORMAT.md section 11). */
const INTEGRITY = [
  'entry.unreadable',
  'entry.foreign',
  'entry.repeated',
  'entry.order',
  'entry.prev',
  'entry.signature',
  'entry.key_unknown',
  'entry.key_retired',
  'entry.key_not_theirs',
  'entry.creation',
  'event.form',
  'event.machine',
  'key.invalid',
  'key.again',
  'key.unauthorised',
  'statement.invalid',
  'statement.again',
  'text.altered',
  'text.uncommitted',
  'text.form',
  'text.not_erased',
  'text.erasure',
  'text.withheld',
  'checkpoint.form',
  'checkpoint.root',
  'checkpoint.signature',
  'checkpoint.cosignature',
  'pack.archive',
  'pack.file_altered',
  'pack.file_unlisted',
  'pack.form',
  'pack.seal',
  'pack.proof',
  'pack.keys',
  'pack.rows',
  'pack.since',
  'vote.subject',
] as const
const COMPLETENESS = [
  'record.empty',
  'entry.missing',
  'text.missing',
  'seen.cut',
  'seen.differs',
  'pack.file_missing',
  'pack.since',
] as const
const NEITHER = ['key.not_named'] as const

export type Code =
  (typeof INTEGRITY)[number] | (typeof COMPLETENESS)[number] | (typeof NEITHER)[number]

/** Every code there is, once. */
export const CODES: readonly Code[] = [...new Set([...INTEGRITY, ...COMPLETENESS, ...NEITHER])]

/** A failed check: where (an entry or a file) and what is wrong there. */
export interface Fault {
  code: Code
  where: string
  says: string
}

/** Faults of one code that are kept; the rest is counted. */
const MOST = 500

export class Findings {
  readonly faults: Fault[] = []
  /** What is worth a note and no fault. */
  readonly notes: string[] = []
  private readonly counted = new Map<Code, number>()

  fault(code: Code, where: string, says: string) {
    const count = this.count(code) + 1
    this.counted.set(code, count)
    if (count <= MOST) this.faults.push({ code, where, says })
  }

  note(says: string) {
    if (this.notes.length < MOST) this.notes.push(says)
  }

  /** How many of a code there are, kept or not. */
  count(code: Code): number {
    return this.counted.get(code) ?? 0
  }

  /** How many there are in all. */
  get total(): number {
    return [...this.counted.values()].reduce((sum, count) => sum + count, 0)
  }

  get integrity(): boolean {
    return this.none(INTEGRITY)
  }

  get completeness(): boolean {
    return this.none(COMPLETENESS)
  }

  private none(codes: readonly Code[]): boolean {
    return codes.every((code) => this.count(code) === 0)
  }
}
