/** A pack, verified: the checks of FORMAT.md sections 4 to 11, one after another. */
import { Unreadable } from '../format/unreadable'
import { judgeCheckpoint } from '../record/checkpoint'
import type { Findings } from '../record/findings'
import type { Key } from '../record/key'
import { Ledger } from '../record/ledger'
import { judgeOutside, type Outside } from '../record/outside'
import { judgeTexts, type Texts } from '../record/texts'
import { type Files, readArchive } from './archive'
import { type Held, readHeld } from './held'
import { judgeKeys, readKeys } from './keys'
import { judgeManifest, PATHS, SINCE } from './manifest'
import type { Pace } from './pace'
import { judgeRows } from './rows'
import { judgeExport, judgeProof } from './seal'
import { followedBy, type Whole, wholeOf } from './whole'

/** What verifying a pack found. */
export interface Verified {
  integrity: boolean
  completeness: boolean
  /** Whether heads or keys that somebody kept outside agree with it. */
  anchored: boolean
  /** Whether there is no fault at all. */
  accepted: boolean
  ledger: Ledger
  texts: Texts
  files: Files
}

/** Files that a check reads, or the page shows; all others are only hashed. */
const READ = /^(?:ledger|keys|checkpoints|seal)\/|^(?:manifest\.json|README\.md|INDEX\.md)$/

/** Verifies a pack, behind the earlier packs that hold what was before it, oldest first; throws
 * Cancelled where the pace was stopped. */
export async function verify(
  pack: Blob,
  outside: Outside,
  pace: Pace,
  earlier: Blob[] = [],
): Promise<Verified> {
  const ledger = new Ledger()
  const { findings } = ledger
  const files = await readArchive(pack, (path) => READ.test(path), findings, pace)
  judgeManifest(files, findings)
  const held = await readHeld(files, findings, pace)
  const listed = readKeys(files, findings)
  let whole: Whole
  try {
    whole = followedBy(await wholeOf(earlier, pace), held)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const says = `Nothing can be said of this pack alone: ${error.message}.`
    findings.fault('pack.since', SINCE, says)
    return { ...verdicts(findings), anchored: false, ledger, texts: NO_TEXTS, files }
  }
  if (held.entries.length === 0) {
    findings.fault('record.empty', PATHS.entries, 'The record holds no entry.')
  }
  if (whole.since) {
    findings.note(
      `Entries 1 to ${whole.since.size} are taken from earlier packs. What else those hold is not judged here: verify each of them on its own.`,
    )
  }
  const enrolled = await judgeEntries(ledger, whole, pace)
  const { sealed } = whole
  if (sealed) {
    judgeExport(ledger, sealed, files, whole)
    judgeProof(ledger, sealed, whole.entries.length - 1, files)
  }
  judgeBetween(findings, held, whole.upto)
  await pace.begin('Checking texts', ledger.commitments.length)
  const texts = await judgeTexts(ledger, whole.rows, whole.withheld, pace)
  judgeKeys(ledger, files, listed, enrolled)
  for (const [path, { bytes }] of files) {
    if (!path.startsWith('checkpoints/') || !bytes) continue
    judgeCheckpoint(ledger, bytes, { where: path, most: ledger.tree.size, inUse: false })
    await pace.step(0)
  }
  await judgeRows(ledger, whole, files, pace)
  const anchored = judgeOutside(ledger, outside)
  return { ...verdicts(findings), anchored, ledger, texts, files }
}

const NO_TEXTS: Texts = { present: 0, withheld: 0, erased: 0, words: new Map() }

const verdicts = ({ integrity, completeness, total }: Findings) => ({
  integrity,
  completeness,
  accepted: total === 0,
})

/** Judges every entry; the keys enrolled up to the last that the pack is about. */
async function judgeEntries(ledger: Ledger, { entries, upto }: Whole, pace: Pace) {
  let enrolled: Key[] = []
  await pace.begin('Checking entries and signatures', entries.length)
  for (const { body, sig, bare } of entries) {
    ledger.take(body, sig, bare)
    if (ledger.tree.size === upto) enrolled = ledger.keys.all()
    await pace.step()
  }
  ledger.end()
  return enrolled
}

/** What came between has no texts here, and needs no line that says so (check 7). */
function judgeBetween(findings: Findings, { between, withheld }: Held, upto: number) {
  for (const { seq, path } of withheld) {
    if (seq <= upto || seq > upto + between.length) continue
    const says = 'It is listed as withheld, though its entry came after those of the pack.'
    findings.fault('text.withheld', `entry ${seq}, ${path}`, says)
  }
}
