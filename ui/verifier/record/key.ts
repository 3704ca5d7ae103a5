/** The keys a record enrols. */
import { fingerprint, keyHash, keyName, type Kind } from '../format/hash'
import { VerifyingKey } from '../format/ed25519'

export interface Key {
  person: string
  id: string
  verifying: VerifyingKey
  /** SHA-256 of the public key, in hex. */
  fingerprint: string
  inUse: boolean
  /** Whether it validly cosigned a checkpoint that the record holds. */
  cosigned: boolean
}

/** The type of the signatures a key makes in notes. */
const inNotes = (person: string): Kind => (person === 'machine' ? 1 : 4)

export class Keys {
  private readonly byId = new Map<string, Key>()
  private readonly publics = new Set<string>()
  private readonly people = new Set<string>()
  private readonly lines = new Map<string, Key[]>()

  enrol(ws: string, person: string, id: string, verifying: VerifyingKey): Key {
    const own = fingerprint(verifying.bytes)
    const key = { person, id, verifying, fingerprint: own, inUse: true, cosigned: false }
    this.byId.set(id, key)
    this.publics.add(own)
    this.people.add(person)
    const hash = keyHash(ws, person, inNotes(person), verifying.bytes)
    const line = `${keyName(ws, person)} ${hash}`
    this.lines.set(line, [...(this.lines.get(line) ?? []), key])
    return key
  }

  get(id: string): Key | undefined {
    return this.byId.get(id)
  }

  /** All keys in the order of their enrolment. */
  all(): Key[] {
    return [...this.byId.values()]
  }

  /** Whether a key is enrolled already, by its id or its fingerprint. */
  knows(id: string, own: string): boolean {
    return this.byId.has(id) || this.publics.has(own)
  }

  /** Whether a person ever had a key. */
  has(person: string): boolean {
    return this.people.has(person)
  }

  /** Whose a signature line in a note is; several where four bytes of hash fall together. */
  ofLine(name: string, hash: string): Key[] {
    return this.lines.get(`${name} ${hash}`) ?? []
  }
}
