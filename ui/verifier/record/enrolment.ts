/** Keys come, are replaced and retired (FORMAT.md section 6). */
import { base64, hex, utf8 } from '../format/bytes'
import { VerifyingKey } from '../format/ed25519'
import { fingerprint, keyHash, sha256 } from '../format/hash'
import { canonical } from '../format/canonical'
import { JsonObject } from '../format/json'
import type { At, Ledger } from './ledger'

export interface NewKey {
  key: string
  public: Uint8Array
}

/** Enrols a key; entry 1 asks for no proof of possession. */
export function enrol(
  { ledger, where }: At,
  person: string,
  given: NewKey,
  possession?: Uint8Array,
) {
  const verifying = VerifyingKey.of(given.public)
  const ws = ledger.ws ?? ''
  const named = `Key ${given.key} of ${person}`
  const own = keyHash(ws, person, 1, given.public) === given.key
  if (!verifying || !own) {
    const why = verifying ? 'has another id' : 'is not usable'
    ledger.findings.fault('key.invalid', where, `${named} ${why}.`)
  }
  const known = ledger.keys.knows(given.key, fingerprint(given.public))
  if (known) ledger.findings.fault('key.again', where, `${named} is enrolled already.`)
  if (!verifying || !own) return
  const said = `countersign/possession/v1\n${ws}\n${person}\n${base64(given.public)}\n`
  if (possession && !verifying.signed(utf8(said), possession)) {
    const says = `Nothing shows that ${person} holds key ${given.key}.`
    ledger.findings.fault('key.invalid', where, says)
  }
  if (!known) ledger.keys.enrol(ws, person, given.key, verifying)
}

/** A person's first key, or another machine's. */
export function enrolNew(at: At, person: string, given: NewKey, possession: Uint8Array) {
  if (person !== 'machine' && at.ledger.keys.has(person)) {
    const says = `${person} had a key before; another comes by replacement only.`
    at.ledger.findings.fault('key.again', at.where, says)
  }
  enrol(at, person, given, possession)
}

/** A key takes the place of another one of the same person. */
export function replace(
  at: At,
  given: NewKey & { person: string; old: string; possession: Uint8Array },
) {
  const { ledger, entry } = at
  const old = ledger.keys.get(given.old)
  const theirs = old?.person === given.person
  const byThemselves = entry.by === given.person && entry.key === given.old && old?.inUse
  if (!theirs || !(byThemselves || vouched(at, given))) {
    const says = `Nobody entitled replaced key ${given.old} of ${given.person}.`
    ledger.findings.fault('key.unauthorised', at.where, says)
  }
  enrol(at, given.person, given, given.possession)
  if (old) old.inUse = false
}

/** Whether two other people signed for exactly this key. */
function vouched({ statements }: At, given: NewKey & { person: string }): boolean {
  const subject = new JsonObject([
    ['key', given.key],
    ['person', given.person],
    ['public', base64(given.public)],
  ])
  const hash = hex(sha256(utf8(canonical(subject))))
  const about = fingerprint(given.public)
  const approving = [...statements]
    .filter(([pointer]) => /^\/event\/statements\/\d+$/.test(pointer))
    .map(([, said]) => said)
    .filter(({ by }) => by !== given.person && by !== 'machine')
    .filter(({ kind, verdict }) => kind === 'key-replacement' && verdict === 'approve')
    .filter((said) => said.hash === hash && said.about === about)
  return new Set(approving.map(({ by }) => by)).size >= 2
}

/** A key signs no more. */
export function retire({ ledger, where }: At, given: { person: string; key: string }) {
  const key = ledger.keys.get(given.key)
  if (key?.person === given.person && key.inUse) {
    key.inUse = false
  } else {
    const says = `It retires key ${given.key}, which is none of ${given.person} in use.`
    ledger.findings.fault('key.unauthorised', where, says)
  }
}

/** Everyone whose key stands on an entry or a recorded checkpoint, the machine left out. */
export function signers(ledger: Ledger) {
  const people = ledger.keys.all().filter(({ person }) => person !== 'machine')
  return people.filter(({ id, cosigned }) => cosigned || ledger.named.has(id))
}
