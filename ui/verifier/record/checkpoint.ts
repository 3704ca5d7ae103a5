/** Checkpoints: heads that the machine signed, and people countersigned (FORMAT.md section 8). */
import { utf8, joined } from '../format/bytes'
import { type Checkpoint, readCheckpoint, type SignatureLine } from '../format/note'
import { attempt } from '../format/unreadable'
import type { Code } from './findings'
import type { Key } from './key'
import type { Ledger } from './ledger'

interface Asked {
  where: string
  /** The most entries it may cover, its root then being that of this record; not judged without. */
  most?: number
  /** Whether the keys that signed it have to be in use now. */
  inUse: boolean
  /** Who is said to have countersigned it. */
  cosigners?: string[]
  /** Whether an entry holds it, so that whoever countersigned it counts as having signed. */
  recorded?: boolean
  /** The code of every fault, where it is not the checkpoint's own. */
  code?: Code
}

/** Judges a note; what it says, if it can be read. */
export function judgeCheckpoint(
  ledger: Ledger,
  note: Uint8Array,
  { where, most, inUse, cosigners = [], recorded = false, code }: Asked,
): Checkpoint | undefined {
  const fault = (own: Code, says: string) => ledger.findings.fault(code ?? own, where, says)
  const read = attempt(() => readCheckpoint(note))
  if ('why' in read) {
    fault('checkpoint.form', `The checkpoint cannot be read: ${read.why}.`)
    return undefined
  }
  const checkpoint = read.value
  if (checkpoint.origin !== `countersign/${ledger.ws}`) {
    fault('checkpoint.form', 'The checkpoint is of another workspace.')
  }
  if (most !== undefined && !stands(ledger, checkpoint, most)) {
    fault('checkpoint.root', `At ${checkpoint.size} entries this record has another root.`)
  }
  const signed = new Set<string>()
  for (const line of checkpoint.lines) {
    const keys = ledger.keys.ofLine(line.name, line.hash)
    const [first] = keys
    if (!first) {
      ledger.findings.note(
        `${where}: a signature line of a key that is not enrolled, ${line.name}.`,
      )
      continue
    }
    const key = keys.find((one) => holds(one, line, checkpoint))
    if (!key) {
      fault('checkpoint.cosignature', `The signature of ${first.person} does not hold.`)
    } else if (inUse && !key.inUse) {
      fault('checkpoint.cosignature', `The key of ${key.person} was no longer in use.`)
    } else {
      signed.add(key.person)
      if (recorded && key.person !== 'machine') key.cosigned = true
    }
  }
  if (!signed.has('machine')) {
    fault('checkpoint.signature', 'No machine key of this record signed the checkpoint.')
  }
  for (const person of new Set(cosigners)) {
    if (person === 'machine' || !signed.has(person)) {
      fault('checkpoint.cosignature', `${person} is named, but did not validly countersign.`)
    }
  }
  return checkpoint
}

function stands({ tree }: Ledger, { size, root }: Checkpoint, most: number): boolean {
  return size <= most && tree.rootAt(size) === root
}

function holds({ person, verifying }: Key, { signature }: SignatureLine, { text }: Checkpoint) {
  if (person === 'machine') return verifying.signed(text, signature)
  if (signature.length !== 8 + 64) return false
  const seconds = new DataView(signature.buffer, signature.byteOffset, 8).getBigUint64(0)
  const message = joined(utf8(`cosignature/v1\ntime ${seconds}\n`), text)
  return verifying.signed(message, signature.subarray(8))
}
