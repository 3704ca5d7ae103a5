/** The whole record: what a pack holds of it, behind what earlier packs hold (FORMAT.md section 9). */
import { bytesOrNone, utf8 } from '../format/bytes'
import type { Head } from '../format/form'
import { leafHash } from '../format/hash'
import { Tree } from '../format/tree'
import { need } from '../format/unreadable'
import { Findings } from '../record/findings'
import type { TextRow } from '../record/texts'
import { readArchive } from './archive'
import { HELD, type Held, type Place, type RawEntry, readHeld } from './held'
import type { Pace } from './pace'
import type { Sealed } from './seal'

export interface Whole {
  /** Each with whether it came without texts. */
  entries: (RawEntry & { bare: boolean })[]
  rows: TextRow[]
  withheld: Place[]
  /** After which head the last pack goes on. */
  since: Head | undefined
  /** The last entry that it is about. */
  upto: number
  sealed: Sealed | undefined
}

export const NOTHING: Whole = {
  entries: [],
  rows: [],
  withheld: [],
  since: undefined,
  upto: 0,
  sealed: undefined,
}

/** The record of a pack behind what stands before it; Unreadable where the two do not fit. */
export function followedBy(before: Whole, held: Held): Whole {
  const { since, sealed } = held
  const whole = since ? cut(before, since) : NOTHING
  const own = held.entries.map((entry) => ({ ...entry, bare: false }))
  const between = held.between.map((entry) => ({ ...entry, bare: true }))
  const entries = [...whole.entries, ...own, ...between]
  const rows = [...whole.rows, ...held.rows]
  const withheld = [...whole.withheld, ...held.withheld]
  if (sealed) {
    entries.push({ ...sealed, bare: false })
    const seq = entries.length
    for (const row of sealed.texts ?? []) rows.push({ ...row, seq })
    for (const path of sealed.withheld ?? []) withheld.push({ path, seq })
  }
  const upto = whole.entries.length + own.length
  return { entries, rows, withheld, since, upto, sealed }
}

/** Its first entries, up to a head, and their texts. */
function cut({ entries, rows, withheld }: Whole, { size, root }: Head): Whole {
  const wanted = `the pack whose record has the head ${size}:${root}`
  need(
    entries.length > 0,
    `it goes on after entry ${size} and does not hold what was before; choose ${wanted} as well. A pack whose zip is refused when it is verified on its own holds nothing here`,
  )
  need(
    entries.length >= size,
    `it goes on after entry ${size}, but the earlier packs end with entry ${entries.length}; choose ${wanted} as well`,
  )
  const first = entries.slice(0, size)
  const tree = new Tree()
  for (const { body, sig } of first) tree.add(leafHash(utf8(body), bytesOrNone(sig)))
  need(tree.root === root, `its past is not that of the earlier packs; choose ${wanted} instead`)
  const until = <T extends { seq: number }>(list: T[]) => list.filter(({ seq }) => seq <= size)
  return {
    ...NOTHING,
    entries: first,
    rows: until(rows).map((row) => ({ ...row, earlier: true })),
    withheld: until(withheld),
  }
}

/** The record of earlier packs, oldest first. What is wrong with one is for its own verification. */
export async function wholeOf(earlier: Blob[], pace: Pace): Promise<Whole> {
  let whole = NOTHING
  for (const pack of earlier) whole = followedBy(whole, await heldBy(pack, pace))
  return whole
}

/** Earlier packs in the order in which they go on from each other. */
export async function oldestFirst(packs: Blob[], pace: Pace): Promise<Blob[]> {
  const begins = new Map<Blob, number>()
  for (const pack of packs) begins.set(pack, (await heldBy(pack, pace)).since?.size ?? 0)
  return packs.toSorted((one, other) => (begins.get(one) ?? 0) - (begins.get(other) ?? 0))
}

/** What an earlier pack holds of the record: nothing where its archive cannot be relied on. */
async function heldBy(pack: Blob, pace: Pace): Promise<Held> {
  const own = new Findings()
  const wanted = (name: string) => HELD.test(name)
  const files = await readArchive(pack, wanted, own, pace, wanted)
  const refused = own.count('pack.archive') > 0
  return readHeld(refused ? new Map() : files, own, pace)
}
