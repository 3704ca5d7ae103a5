/** Statements that people signed apart from the entry that carries them (FORMAT.md section 7). */
import { bytesOrNone, utf8 } from '../format/bytes'
import { parseCanonical } from '../format/canonical'
import * as form from '../format/form'
import { attempt, need } from '../format/unreadable'
import { commitment, type Entry } from './entry'
import type { Ledger } from './ledger'

const STATEMENT = form.exactly(
  {
    about: form.text,
    at: form.time,
    by: form.person,
    expires: form.time,
    hash: form.hash,
    head: form.head,
    key: form.keyId,
    kind: form.text,
    nonce: form.bytes(16),
    v: form.one,
    verdict: form.text,
    ws: form.workspace,
  },
  { reason: commitment },
)

export type Statement = ReturnType<typeof STATEMENT>

/** The statement that an entry carries, if it holds and was not used before; its faults go to the ledger's. */
export function judgeStatement(
  ledger: Ledger,
  entry: Entry,
  pointer: string,
  signed: { statement: string; signature: string },
): Statement | undefined {
  const where = `entry ${entry.seq}, ${pointer}`
  const read = attempt(() => holding(ledger, entry, signed))
  if ('why' in read) {
    ledger.findings.fault('statement.invalid', where, `A signed statement fails: ${read.why}.`)
    return undefined
  }
  const use = `${read.value.by} ${read.value.nonce.join()}`
  if (ledger.nonces.has(use)) {
    ledger.findings.fault('statement.again', where, 'This signed statement was used before.')
    return undefined
  }
  ledger.nonces.add(use)
  return read.value
}

function holding(
  ledger: Ledger,
  entry: Entry,
  signed: { statement: string; signature: string },
): Statement {
  const said = STATEMENT(parseCanonical(signed.statement))
  const key = ledger.keys.get(said.key)
  need(said.ws === ledger.ws, 'it belongs to another workspace')
  need(key && key.person === said.by, `key ${said.key} is no key of ${said.by}`)
  need(key.inUse, `key ${said.key} is no longer in use`)
  const message = utf8(`countersign/statement/v1\n${signed.statement}`)
  need(key.verifying.signed(message, bytesOrNone(signed.signature)), 'its signature does not hold')
  need(said.at <= said.expires && entry.at <= said.expires, 'it had expired')
  const { size, root } = said.head
  need(size < entry.seq && ledger.tree.rootAt(size) === root, 'it saw another record than this')
  return said
}
