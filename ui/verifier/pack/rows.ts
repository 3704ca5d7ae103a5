/** Rows of AI actions beside the record, read as a stream (FORMAT.md section 9, check 6). */
import { base64, bytesOrNone, fromHex, joined, same, utf8 } from '../format/bytes'
import * as form from '../format/form'
import { sha256, sha256InPieces } from '../format/hash'
import { JsonObject } from '../format/json'
import { Edge } from '../format/tree'
import { need, Unreadable } from '../format/unreadable'
import { type Batch, type Ledger, placeOf } from '../record/ledger'
import type { TextRow } from '../record/texts'
import type { PackFile, Files } from './archive'
import { ACTIONS } from './manifest'
import type { Pace } from './pace'
import type { Whole } from './whole'

const ROWS = form.object({ count: form.natural, root: form.bytes(32) })
const SALT = '/event/salt'

export async function judgeRows(ledger: Ledger, whole: Whole, files: Files, pace: Pace) {
  const all = [...files.values()].filter(({ path }) => path.startsWith(ACTIONS))
  const total = all.reduce((sum, { size }) => sum + size, 0)
  if (all.length > 0) await pace.begin('Checking rows of AI actions', total)
  const salts = saltsOf(whole)
  for (const file of all) {
    try {
      await holds(ledger, salts, file)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      ledger.findings.fault('pack.rows', file.path, `They cannot be relied on: ${error.message}.`)
    }
  }
}

/** Unreadable with the reason why a file does not hold the rows of its batch. */
async function holds(ledger: Ledger, salts: Salts, { path, again }: PackFile) {
  const named = /^actions\/(.*)\.jsonl$/s.exec(path)
  need(named, 'its name is not that of a batch')
  const [, name = ''] = named
  const batch = ledger.batches.get(name)
  need(batch, 'the record took in no batch of this name')
  const bound = batch.event.get('rows')
  need(bound !== undefined, `entry ${batch.seq} binds no rows`)
  const { count, root } = ROWS(bound)
  const rows = new Rows(saltOf(ledger, salts, batch))
  await again((piece) => rows.take(piece))
  const found = rows.end()
  need(found.size === count, `${found.size} rows are here, and entry ${batch.seq} took in ${count}`)
  need(same(found.root, root), `they are other rows than entry ${batch.seq} took in`)
}

/** The texts of salts by their entries, and the entries whose salt is withheld. */
interface Salts {
  here: Map<number, TextRow>
  withheld: Set<number>
}

/** Of two texts for one place the first counts. */
function saltsOf({ rows, withheld }: Whole): Salts {
  const is = ({ path }: { path: string }) => path === SALT
  return {
    here: new Map(
      rows
        .filter(is)
        .toReversed()
        .map((row) => [row.seq, row]),
    ),
    withheld: new Set(withheld.filter(is).map(({ seq }) => seq)),
  }
}

/** The salt under which a batch's rows were hashed, where it is here and what was committed to. */
function saltOf(ledger: Ledger, { here, withheld }: Salts, { seq, bare, event }: Batch) {
  const row = here.get(seq)
  const gone = bare || withheld.has(seq) || ledger.erased.has(placeOf(seq, SALT))
  need(row && !gone, 'the salt of its rows is not in this pack')
  const [salt, committed] = [bytesOrNone(row.salt), event.get('salt')]
  const opens =
    salt.length === 16 &&
    committed instanceof JsonObject &&
    committed.size === 1 &&
    committed.get('c') === base64(sha256(salt, utf8(row.text)))
  need(opens && /^[0-9a-f]{32}$/.test(row.text), 'the salt of its rows is not the one recorded')
  return fromHex(row.text)
}

/** Rows as their bytes come: how many, and the edge of the tree over their hashes. */
class Rows {
  private readonly first
  private begun: ReturnType<typeof sha256InPieces> | undefined
  private readonly edge = new Edge()

  constructor(salt: Uint8Array) {
    this.first = sha256InPieces().update(
      joined(utf8('\0countersign/row/v1\n'), salt, new Uint8Array(28)),
    )
  }

  take(piece: Uint8Array) {
    for (let at = 0; at < piece.length;) {
      const found = piece.indexOf(0x0a, at)
      const end = found < 0 ? piece.length : found
      this.begun ??= this.begin()
      this.begun.update(piece.subarray(at, end))
      if (found >= 0) this.finish()
      at = end + 1
    }
  }

  end(): Edge {
    this.finish()
    return this.edge
  }

  private begin() {
    const number = new DataView(new ArrayBuffer(8))
    number.setBigUint64(0, BigInt(this.edge.size + 1))
    return this.first.clone().update(new Uint8Array(number.buffer))
  }

  private finish() {
    if (this.begun) this.edge.add(this.begun.digest())
    this.begun = undefined
  }
}
