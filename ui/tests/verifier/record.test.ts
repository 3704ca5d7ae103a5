// @vitest-environment node
import { ed25519 } from '@noble/curves/ed25519.js'
import { describe, expect, it } from 'vitest'
import { base64, joined, utf8 } from '../../verifier/format/bytes'
import { keyHash } from '../../verifier/format/hash'
import { canonical } from '../../verifier/format/canonical'
import { parse } from '../../verifier/format/json'
import { Pace } from '../../verifier/pack/pace'
import { Ledger } from '../../verifier/record/ledger'
import { judgeTexts } from '../../verifier/record/texts'

const WS = '1a58n2maha58n2maha58n2maha'
const SECRETS: Record<string, Uint8Array> = {
  'PER-0001': new Uint8Array(32).fill(1),
  machine: new Uint8Array(32).fill(2),
}

/** A person's key as an event names it. */
function key(person: string) {
  const bytes = ed25519.getPublicKey(SECRETS[person] ?? new Uint8Array())
  return { key: keyHash(WS, person, 1, bytes), public: base64(bytes) }
}

const one = (value: unknown): string => canonical(parse(JSON.stringify(value)))

const signed = (person: string, aim: string, said: string): string =>
  base64(
    ed25519.sign(
      joined(utf8(`countersign/${aim}/v1\n`), utf8(said)),
      SECRETS[person] ?? new Uint8Array(),
    ),
  )

/** Enters an event, rightly signed whatever it is. */
function enter(ledger: Ledger, event: unknown, by = 'PER-0001') {
  const seq = ledger.tree.size + 1
  const prev = Buffer.from(ledger.tree.root, 'hex').toString('base64')
  const at = '2026-09-01T08:00:00.000Z'
  const body = one({ at, by, event, key: key(by).key, prev, seq, v: 1, ws: WS })
  ledger.take(body, signed(by, 'entry', body))
}

function founded(): Ledger {
  const ledger = new Ledger()
  const founder = { ...key('PER-0001'), person: 'PER-0001' }
  enter(ledger, { type: 'workspace.created', demo: false, founder, machine: key('machine') })
  return ledger
}

/** What is found of one event in the second entry. */
function found(event: unknown, by?: string): string[] {
  const ledger = founded()
  enter(ledger, event, by)
  ledger.end()
  return ledger.findings.faults.map(({ code }) => code).sort()
}

/** A statement over the founded record, perhaps with another one where its reason's text would be. */
function statement(nonce: number, carries?: unknown) {
  const reason = carries === undefined ? {} : { reason: { c: carries } }
  const said = one({
    about: 'DEC-0001',
    at: '2026-09-01T07:00:00.000Z',
    by: 'PER-0001',
    expires: '2026-09-02T07:00:00.000Z',
    hash: '0'.repeat(64),
    head: '0:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    key: key('PER-0001').key,
    kind: 'seed',
    nonce: base64(new Uint8Array(16).fill(nonce)),
    ...reason,
    v: 1,
    verdict: 'signed',
    ws: WS,
  })
  return { signature: signed('PER-0001', 'statement', said), statement: said }
}

describe('of an event is found', () => {
  const root = base64(new Uint8Array(32))
  it.each<[string, unknown, string[]]>([
    ['nothing, of a batch', { type: 'batch.imported', rows: 7, batch: null }, []],
    ['nothing, of any other', { type: 'batch.other' }, []],
    ['nothing, of an empty type', { type: '' }, []],
    ['that it has no type', {}, ['event.form']],
    [
      'a head of nothing lost',
      { type: 'restore.declared', lost: { size: 0, root } },
      ['event.form'],
    ],
    ['a list that is none', { type: 'key.replaced', statements: {} }, ['event.form']],
    ['a second creation', { type: 'workspace.created' }, ['entry.creation', 'event.form']],
    ['a vote on nothing', { type: 'decision.voted' }, ['vote.subject']],
  ])('%s', (_, event, codes) => expect(found(event)).toEqual(codes))

  it('that the machine signed it, even where it is malformed', () => {
    expect(found({ type: 'key.retired' }, 'machine')).toEqual(['event.form', 'event.machine'])
  })
})

it('a statement is used before the one it carries', () => {
  const ledger = founded()
  enter(ledger, { type: 'x.y', said: statement(1, statement(1)) })
  const again = ledger.findings.faults.map(({ code, where }) => `${code} ${where}`)
  expect(again).toEqual(['statement.again entry 2, /event/said/statement/reason/c'])
})

describe('a malformed commitment', () => {
  const name = { seq: 2, path: '/event/name' }
  const row = { ...name, salt: base64(new Uint8Array(16)), text: 'none' }
  it.each<[string, (typeof row)[], (typeof name)[], string[]]>([
    ['lacks its text', [], [], ['text.form', 'text.missing']],
    ['may be withheld', [], [name], ['text.form']],
    ['is of no text', [row], [], ['text.form', 'text.altered']],
  ])('%s', async (_, rows, withheld, codes) => {
    const ledger = founded()
    enter(ledger, { type: 'x.y', name: { c: 'none' } })
    await judgeTexts(ledger, rows, withheld, new Pace())
    expect(ledger.findings.faults.map(({ code }) => code)).toEqual(codes)
  })
})
