/** The public keys beside the record, in both forms (FORMAT.md section 9, check 4). */
import { base64, fromHex, joined, textOf } from '../format/bytes'
import * as form from '../format/form'
import { attempt } from '../format/unreadable'
import type { Findings } from '../record/findings'
import type { Key } from '../record/key'
import type { Ledger } from '../record/ledger'
import type { Files } from './archive'
import { PATHS } from './manifest'
import { readWhole } from './read'

const LIST = form.listOf(
  form.object({ fingerprint: form.text, key: form.text, person: form.text, public: form.text }),
)

/** SubjectPublicKeyInfo of an Ed25519 key up to the key itself (RFC 8410). */
const PEM_HEAD = fromHex('302a300506032b6570032100')

/** The keys that a pack lists; nothing, and a fault, where they cannot be read. */
export const readKeys = (files: Files, findings: Findings) =>
  readWhole(files, PATHS.keys, LIST, findings)

/** Holds them against the keys that the record has enrolled up to the last entry the pack is about. */
export function judgeKeys(
  ledger: Ledger,
  files: Files,
  list: ReturnType<typeof readKeys>,
  enrolled: Key[],
) {
  const fault = (where: string, says: string) => ledger.findings.fault('pack.keys', where, says)
  const wanted = new Map(enrolled.map((key) => [line(key), key]))
  const listed = new Set<string>()
  for (const { person, key, public: bytes, fingerprint } of list ?? []) {
    const own = [person, key, bytes, fingerprint].join('\n')
    if (!wanted.has(own) || listed.has(own)) {
      fault(PATHS.keys, `Key ${key} of ${person} is not as the record has it, or stands twice.`)
    }
    listed.add(own)
  }
  for (const [own, { id, person }] of wanted) {
    if (list && !listed.has(own)) fault(PATHS.keys, `Key ${id} of ${person} is left out.`)
  }
  const expected = new Map(enrolled.map((key) => [`keys/${key.person}-${key.id}.pem`, pem(key)]))
  for (const [path, text] of expected) {
    const bytes = files.get(path)?.bytes
    const read = bytes && attempt(() => textOf(bytes))
    if (!read) fault(path, 'The file of an enrolled key is missing.')
    else if (!('value' in read) || read.value !== text) fault(path, 'It is not the key on record.')
  }
  for (const path of files.keys()) {
    const known = path === PATHS.keys || expected.has(path)
    if (path.startsWith('keys/') && !known) fault(path, 'The record enrols no such key.')
  }
}

const line = ({ person, id, verifying, fingerprint }: Key) =>
  [person, id, base64(verifying.bytes), fingerprint].join('\n')

const pem = ({ verifying }: Key) => {
  const letters = base64(joined(PEM_HEAD, verifying.bytes))
  return `-----BEGIN PUBLIC KEY-----\n${letters}\n-----END PUBLIC KEY-----\n`
}
