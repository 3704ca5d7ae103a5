/** The record: entries one after another, each held to what stands before it (FORMAT.md section 4). */
import { bytesOrNone, hex, joined, utf8 } from '../format/bytes'
import { bytes } from '../format/form'
import { leafHash } from '../format/hash'
import type { Json, JsonObject } from '../format/json'
import { Tree } from '../format/tree'
import { attempt } from '../format/unreadable'
import { type Entry, readEntry, typeOf } from './entry'
import { doing } from './events'
import { Findings } from './findings'
import { Keys } from './key'
import { Order } from './order'
import { judgeStatement, type Statement } from './statement'
import { walk } from './walk'

/** Where an event takes effect: the ledger before its entry, and what the entry carries. */
export interface At {
  ledger: Ledger
  entry: Entry
  /** Counted from 1 in the order of the file. */
  place: number
  where: string
  /** The statements that hold, by the pointer to each; none that lies inside another. */
  statements: Map<string, Statement>
}

/** A commitment to a text: of which entry, where in it, and to what. */
export interface Commitment {
  seq: number
  pointer: string
  c: string
  /** Whether its entry came without texts, so that it counts as withheld. */
  bare: boolean
}

/** A batch that an entry took in. */
export interface Batch {
  seq: number
  bare: boolean
  event: JsonObject
}

/** An entry that could be read, and its body as signed. */
export interface Read {
  entry: Entry
  type: string
  body: string
}

/** The name under which a text's place is kept. */
export const placeOf = (seq: number, pointer: string): string => `${seq} ${pointer}`

/** What the machine may sign while nobody is signed in. */
const BY_MACHINE = ['workflow.stopped', 'exception.raised']

export class Ledger {
  readonly findings = new Findings()
  readonly tree = new Tree()
  readonly keys = new Keys()
  readonly entries: Read[] = []
  readonly commitments: Commitment[] = []
  /** Places with a commitment; of entries with one number those of the first. */
  readonly committed = new Set<string>()
  readonly erased = new Set<string>()
  readonly nonces = new Set<string>()
  /** What a vote on a decision signs, in hex. */
  readonly proposals = new Map<string, string>()
  /** The batches taken in, by name; of two of one name the first. */
  readonly batches = new Map<string, Batch>()
  /** The ids of keys that stand on entries. */
  readonly named = new Set<string>()
  ws: string | undefined
  demo = false
  private readonly order = new Order(this.findings)
  private readonly seqs = new Set<number>()
  private lastAt = ''
  private bare = false
  /** Broken links to the past: how many, the first, and the first that is itself well signed. */
  private readonly broken = { count: 0, first: '', signed: '' }

  /** Takes the next entry: its body, its signature in base64, and whether it came without texts. */
  take(body: string, sig: string, bare = false) {
    this.bare = bare
    const place = this.tree.size + 1
    const raw = { body: utf8(body), signature: bytesOrNone(sig) }
    const read = attempt(() => readEntry(body))
    if ('value' in read) {
      this.order.next(read.value.seq)
      this.judge(read.value, body, place, raw)
    } else {
      this.order.next(place)
      const says = `It cannot be read: ${read.why}.`
      this.findings.fault('entry.unreadable', `entry ${place}`, says)
    }
    this.tree.add(leafHash(raw.body, raw.signature))
  }

  /** Says what only the whole record shows. */
  end() {
    this.order.end()
    const { count, first, signed } = this.broken
    if (count === 0) return
    const more = count > 1 ? ` So do ${count - 1} further entries.` : ''
    const says = signed
      ? `It was signed over another past than stands before it: something earlier was changed, put in, taken out or moved.${more}`
      : `It names another past than stands before it.${more}`
    this.findings.fault('entry.prev', signed || first, says)
  }

  private judge(
    entry: Entry,
    body: string,
    place: number,
    raw: { body: Uint8Array; signature: Uint8Array },
  ) {
    const where = `entry ${entry.seq}`
    const fault: Findings['fault'] = (...given) => this.findings.fault(...given)
    this.ws ??= entry.ws
    if (entry.ws !== this.ws) fault('entry.foreign', where, 'It is of another workspace.')
    if (entry.at < this.lastAt) {
      this.findings.note(`${where}: its time is earlier than that of the entry before it.`)
    }
    this.lastAt = entry.at
    const type = typeOf(entry) ?? ''
    this.entries.push({ entry, type, body })
    const at: At = { ledger: this, entry, place, where, statements: new Map() }
    const does = this.readEvent(at, type)
    const creates = type === 'workspace.created'
    if (creates !== (place === 1)) {
      fault('entry.creation', where, 'Only the first entry creates the workspace, and it must.')
    }
    // Entry 1 enrols its own signer, so it takes effect before its signature is judged.
    if (creates && place === 1) does?.(at)
    const signed = this.judgeSigner(at, raw)
    this.judgePast(at, signed)
    if (entry.by === 'machine' && !BY_MACHINE.includes(type)) {
      fault('event.machine', where, 'The machine alone signed what only a person may.')
    }
    this.look(at)
    if (!creates) does?.(at)
    const batch = type === 'batch.imported' && entry.event.get('batch')
    if (typeof batch === 'string' && !this.batches.has(batch)) {
      this.batches.set(batch, { seq: entry.seq, bare: this.bare, event: entry.event })
    }
  }

  /** What the event does; nothing where it is malformed or opaque. */
  private readEvent({ entry, where }: At, type: string) {
    const read = attempt(() => (type ? doing(type, entry.event) : undefined))
    const typeless = typeOf(entry) === undefined ? 'it has no type' : undefined
    const why = 'why' in read ? read.why : typeless
    if (why !== undefined) {
      this.findings.fault('event.form', where, `What it records is malformed: ${why}.`)
    }
    return 'value' in read ? read.value : undefined
  }

  /** Whether the signature holds, whosever the key is. */
  private judgeSigner(
    { entry, where }: At,
    { body, signature }: { body: Uint8Array; signature: Uint8Array },
  ): boolean {
    this.named.add(entry.key)
    const key = this.keys.get(entry.key)
    if (!key) {
      const says = `Its key ${entry.key} is not enrolled before it.`
      this.findings.fault('entry.key_unknown', where, says)
      return false
    }
    if (key.person !== entry.by) {
      const says = `It names ${entry.by}, but key ${key.id} is of ${key.person}.`
      this.findings.fault('entry.key_not_theirs', where, says)
    }
    if (!key.inUse) {
      const says = `Key ${key.id} of ${key.person} was replaced or retired before.`
      this.findings.fault('entry.key_retired', where, says)
    }
    const holds = key.verifying.signed(joined(utf8('countersign/entry/v1\n'), body), signature)
    if (!holds) {
      const says = `It is not what ${entry.by} signed: the signature does not hold.`
      this.findings.fault('entry.signature', where, says)
    }
    return holds
  }

  private judgePast({ entry, where }: At, signed: boolean) {
    if (hex(entry.prev) === this.tree.root) return
    this.broken.count++
    this.broken.first ||= where
    if (signed) this.broken.signed ||= where
  }

  /** Finds the commitments and statements an entry holds, and judges the statements. */
  private look({ entry, where, statements }: At) {
    const first = !this.seqs.has(entry.seq)
    this.seqs.add(entry.seq)
    const roots: [string, Json][] = [['/event', entry.event]]
    if (entry.why) roots.push(['/why', entry.why])
    for (const [pointer, value] of roots) {
      walk(value, pointer, {
        commitment: (pointer, c) => {
          this.commitments.push({ seq: entry.seq, pointer, c, bare: this.bare })
          if (first) this.committed.add(placeOf(entry.seq, pointer))
          if ('why' in attempt(() => bytes(32)(c))) {
            const says = 'A commitment to a text is malformed.'
            this.findings.fault('text.form', `${where}, ${pointer}`, says)
          }
        },
        clear: (pointer) =>
          this.findings.fault('text.form', `${where}, ${pointer}`, 'A text stands in the clear.'),
        statement: (pointer, signed, outer) => {
          const said = judgeStatement(this, entry, pointer, signed)
          if (said && outer) statements.set(pointer, said)
        },
      })
    }
  }
}
