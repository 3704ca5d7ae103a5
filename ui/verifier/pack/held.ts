/** What a pack itself holds of the record (FORMAT.md section 9). */
import * as form from '../format/form'
import type { Findings } from '../record/findings'
import type { TextRow } from '../record/texts'
import type { Files } from './archive'
import { BETWEEN, PATHS, SINCE } from './manifest'
import type { Pace } from './pace'
import { readLines, readWhole } from './read'
import { SEALED, type Sealed, TEXT } from './seal'

export type RawEntry = ReturnType<typeof ENTRY>
export type Place = ReturnType<typeof PLACE>

export interface Held {
  /** After which head it goes on; nothing where it holds the record from its beginning. */
  since: form.Head | undefined
  entries: RawEntry[]
  /** Entries behind those and in front of the export's own, which come without texts. */
  between: RawEntry[]
  rows: TextRow[]
  withheld: Place[]
  sealed: Sealed | undefined
}

/** Files that it is read from. */
export const HELD = /^(?:ledger|seal)\//

const ENTRY = form.object({ body: form.text, sig: form.text })
const PLACE = form.object({ path: form.text, seq: form.count })
const ROW = form.object({ ...TEXT, seq: form.count })
const HEAD = form.object({ root: form.hash, size: form.count, v: form.one })

/** Reads it; what cannot be read is a fault and left out. */
export async function readHeld(files: Files, findings: Findings, pace: Pace): Promise<Held> {
  const entries = await readLines(files, PATHS.entries, ENTRY, findings, pace)
  const between = await readLines(files, BETWEEN, ENTRY, findings, pace)
  if (files.has(BETWEEN) && between.length === 0) {
    findings.fault('pack.form', BETWEEN, 'It holds no entry that can be read.')
  }
  return {
    since: readWhole(files, SINCE, HEAD, findings),
    entries,
    between,
    rows: await readLines(files, PATHS.texts, ROW, findings, pace),
    withheld: await readLines(files, PATHS.withheld, PLACE, findings, pace),
    sealed: readWhole(files, PATHS.sealEntry, SEALED, findings),
  }
}
