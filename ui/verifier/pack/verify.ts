/** A pack, verified: the checks of FORMAT.md sections 4 to 11, one after another. */
import * as form from '../format/form'
import { judgeCheckpoint } from '../record/checkpoint'
import { Ledger } from '../record/ledger'
import { judgeOutside, type Outside } from '../record/outside'
import { judgeTexts, type Texts } from '../record/texts'
import { type Files, readArchive } from './archive'
import { judgeKeys } from './keys'
import { judgeManifest, PATHS } from './manifest'
import type { Pace } from './pace'
import { readLines, readWhole } from './read'
import { judgeExport, judgeProof, SEALED, TEXT } from './seal'

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

const ENTRY = form.object({ body: form.text, sig: form.text })
const PLACE = { path: form.text, seq: form.count }

/** Verifies a pack; throws Cancelled where the pace was stopped. */
export async function verify(pack: Blob, outside: Outside, pace: Pace): Promise<Verified> {
  const ledger = new Ledger()
  const { findings } = ledger
  const files = await readArchive(pack, (path) => READ.test(path), findings, pace)
  judgeManifest(files, findings)

  const lines = await readLines(files, PATHS.entries, ENTRY, findings, pace)
  const rows = await readLines(
    files,
    PATHS.texts,
    form.object({ ...TEXT, ...PLACE }),
    findings,
    pace,
  )
  const left = await readLines(files, PATHS.withheld, form.object(PLACE), findings, pace)
  const sealed = readWhole(files, PATHS.sealEntry, SEALED, findings)
  await pace.begin('Checking entries and signatures', lines.length)
  for (const { body, sig } of lines) {
    ledger.take(body, sig)
    await pace.step()
  }
  if (sealed) {
    const seq = lines.length + 1
    ledger.take(sealed.body, sealed.sig)
    for (const row of sealed.texts ?? []) rows.push({ ...row, seq })
    for (const path of sealed.withheld ?? []) left.push({ path, seq })
    judgeExport(ledger, sealed, files)
  }
  if (lines.length === 0) {
    findings.fault('record.empty', PATHS.entries, 'The record holds no entry.')
  }
  ledger.end()
  if (sealed) judgeProof(ledger, sealed, lines.length, files)
  await pace.begin('Checking texts', ledger.commitments.length)
  const texts = await judgeTexts(ledger, rows, left, pace)
  judgeKeys(ledger, files)
  for (const [path, { bytes }] of files) {
    if (!path.startsWith('checkpoints/') || !bytes) continue
    judgeCheckpoint(ledger, bytes, { where: path, most: ledger.tree.size, inUse: false })
    await pace.step(0)
  }
  const anchored = judgeOutside(ledger, outside)
  const { integrity, completeness, total } = findings
  return { integrity, completeness, anchored, accepted: total === 0, ledger, texts, files }
}
