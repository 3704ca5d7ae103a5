/** The seal: the export's own entry, its proof, and a checkpoint that covers it (section 9, checks 2 and 3). */
import { bytesOrNone, textOf, utf8 } from '../format/bytes'
import * as form from '../format/form'
import type { Head } from '../format/form'
import { leafHash } from '../format/hash'
import { foldProof } from '../format/tree'
import { readProof } from '../format/note'
import { attempt, need } from '../format/unreadable'
import { judgeCheckpoint } from '../record/checkpoint'
import { readEntry, typeOf } from '../record/entry'
import type { Ledger } from '../record/ledger'
import type { Files } from './archive'
import { PATHS } from './manifest'

export const TEXT = { path: form.text, salt: form.text, text: form.text }

export const SEALED = form.object(
  { body: form.text, sig: form.text },
  { texts: form.listOf(form.object(TEXT)), withheld: form.listOf(form.text) },
)

export type Sealed = ReturnType<typeof SEALED>

/** Whether the export commits to exactly this manifest, and says where its pack begins and ends. */
export function judgeExport(
  ledger: Ledger,
  sealed: Sealed,
  files: Files,
  { since, upto }: { since: Head | undefined; upto: number },
) {
  const read = attempt(() => readEntry(sealed.body))
  const fault = (says: string) => ledger.findings.fault('pack.seal', PATHS.sealEntry, says)
  if ('why' in read || typeOf(read.value) !== 'export.made') return fault('It records no export.')
  const manifest = files.get(PATHS.manifest)?.sha256
  if (manifest === undefined || read.value.event.get('manifest') !== manifest) {
    fault('It was made for another manifest than the one in this pack.')
  }
  const { event } = read.value
  if (event.get('as_of') !== upto) {
    fault(`It does not say that the pack ends with entry ${upto}, as it does.`)
  }
  const begins = since && `${since.size}:${since.root}`
  if (event.get('since') !== begins) {
    fault('It and ledger/since.json do not say the same of where the pack begins.')
  }
}

/** Whether the export is the entry after the last under the sealed checkpoint. */
export function judgeProof(ledger: Ledger, sealed: Sealed, index: number, files: Files) {
  const note = files.get(PATHS.sealCheckpoint)?.bytes
  const proof = files.get(PATHS.sealProof)?.bytes
  if (!note || !proof) return
  const where = PATHS.sealCheckpoint
  const checkpoint = judgeCheckpoint(ledger, note, { where, inUse: true, code: 'pack.proof' })
  if (!checkpoint) return
  const read = attempt(() => {
    const found = readProof(proof)
    need(found.note === textOf(note), 'it ends in another checkpoint than seal/checkpoint')
    need(found.index === BigInt(index), `it is of another entry than number ${index + 1}`)
    const ends = checkpoint.exactSize === found.index + 1n
    need(ends, 'its checkpoint does not end with the export')
    const leaf = leafHash(utf8(sealed.body), bytesOrNone(sealed.sig))
    const root = foldProof(found.index, checkpoint.exactSize, leaf, found.hashes)
    need(root === checkpoint.root, 'it does not lead from the export to the checkpoint')
    const whole = ledger.tree.rootAt(index + 1) === checkpoint.root
    need(whole, 'its checkpoint is of another record')
  })
  if ('why' in read) {
    ledger.findings.fault(
      'pack.proof',
      PATHS.sealProof,
      `The proof of the export fails: ${read.why}.`,
    )
  }
}
