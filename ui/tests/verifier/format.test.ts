// @vitest-environment node
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bytesOrNone, fromBase64, fromHex, hex, joined, utf8 } from '../../verifier/format/bytes'
import { canonical, parseCanonical } from '../../verifier/format/canonical'
import { VerifyingKey } from '../../verifier/format/ed25519'
import * as form from '../../verifier/format/form'
import { leafHash } from '../../verifier/format/hash'
import { parse } from '../../verifier/format/json'
import { readCheckpoint, readProof } from '../../verifier/format/note'
import { foldProof } from '../../verifier/format/tree'
import { Unreadable } from '../../verifier/format/unreadable'
import { CODES } from '../../verifier/record/findings'
import { Ledger } from '../../verifier/record/ledger'

const PLACE = new URL('../../../src-tauri/crates/ledger/FORMAT.md', import.meta.url)
const FORMAT = readFileSync(PLACE, 'utf8')

/** An example of FORMAT.md. */
function example(name: string): string {
  const [, block = ''] = FORMAT.split(`\`\`\`text golden=${name}\n`)
  return block.slice(0, block.indexOf('```'))
}

describe('the examples of FORMAT.md', () => {
  it('begin a record whose first entry holds, and has the roots given', () => {
    const ledger = new Ledger()
    const { body, sig } = JSON.parse(example('entries.jsonl')) as { body: string; sig: string }
    ledger.take(body, sig)
    ledger.end()
    expect(ledger.findings.faults).toEqual([])
    const [empty, first] = example('heads.txt').split('\n')
    expect([`0:${ledger.tree.rootAt(0)}`, `1:${ledger.tree.rootAt(1)}`]).toEqual([empty, first])
  })

  it('prove the golden export under its checkpoint', () => {
    const { body, sig } = JSON.parse(example('pack-seal-entry.json')) as {
      body: string
      sig: string
    }
    const { index, hashes, note } = readProof(utf8(example('pack-seal-proof')))
    const { exactSize, root } = readCheckpoint(utf8(note))
    const leaf = leafHash(utf8(body), bytesOrNone(sig))
    expect(foldProof(index, exactSize, leaf, hashes)).toBe(root)
    expect(() => foldProof(index - 1n, exactSize, leaf, hashes)).toThrow(Unreadable)
  })

  it('name every code that a pack can have, and no other', () => {
    const section = FORMAT.slice(FORMAT.indexOf('Integrity: `'), FORMAT.indexOf('## 12.'))
    const named = [...section.matchAll(/`([a-z_]+\.[a-z_]+)`/g)].map(([, code = '']) => code)
    // Of other files than packs, or of a workspace on a machine.
    const elsewhere = /^(?:memory|stop_list|excerpt)\.|^decision\./
    const ofPacks = new Set(named.filter((code) => !elsewhere.test(code)))
    expect([...CODES].sort()).toEqual([...ofPacks].sort())
  })
})

describe('a JSON text is refused where', () => {
  it.each([
    ['something follows it', '{} x'],
    ['a comma is left over', '[1,]'],
    ['a number begins with zero', '[01]'],
    ['a string holds half a character', '"\\ud800"'],
    ['a string holds a control character', '"\n"'],
    ['an escape is unknown', '"\\x41"'],
    ['a byte order mark stands in front', '\ufeff{}'],
    ['it nests without end', '['.repeat(100_000)],
    ['a value lies inside 65 lists', `${'['.repeat(65)}1${']'.repeat(65)}`],
    ['a name holds half a character', '{"\\udfff":1}'],
    ['a pair stands the wrong way round', '"\\ude00\\ud83d"'],
    ['it is empty', ''],
  ])('%s', (_, text) => expect(() => parse(text)).toThrow(Unreadable))
})

describe('bytes are not canonical where', () => {
  it.each([
    ['white space stands between', '{"a": 1}'],
    ['names are out of order', '{"b":1,"a":2}'],
    ['a name stands twice', '{"a":1,"a":1}'],
    ['names are ordered by code points', '{"\ufb33":1,"\u{1f600}":2}'],
    ['an escape is longer than it need be', '"\\u0041"'],
    ['an escape is in capitals', '"\\u001F"'],
    ['a slash is escaped', '"\\/"'],
    ['a number has a point', '[1.0]'],
    ['a number has an exponent', '[1e2]'],
    ['zero has a sign', '[-0]'],
    ['a number is too large to be exact', '[9007199254740992]'],
    ['a value lies inside 65 lists', `${'['.repeat(65)}1${']'.repeat(65)}`],
    ['an empty list lies inside 65 others', `${'['.repeat(66)}${']'.repeat(66)}`],
  ])('%s', (_, text) => expect(() => parseCanonical(text)).toThrow(Unreadable))

  it('and are where none of it holds', () => {
    const text = `{"":null,"a":[true,-9007199254740991,"\\u001f\\n\u007f\\"\u2028"],"\u{1f600}":2,"\ufb33":1}`
    expect(canonical(parseCanonical(text))).toBe(text)
    expect(() => parseCanonical(`${'['.repeat(64)}1${']'.repeat(64)}`)).not.toThrow()
    expect(() => parseCanonical(`${'['.repeat(65)}${']'.repeat(65)}`)).not.toThrow()
  })
})

describe('a time is one where it', () => {
  it.each([
    ['exists', '2028-02-29T23:59:59.999Z', true],
    ['is no leap day of its year', '2027-02-29T00:00:00.000Z', false],
    ['has a leap second', '2026-12-31T23:59:60.000Z', false],
    ['has too few decimals', '2026-12-31T23:59:59.00Z', false],
    ['has an offset', '2026-12-31T23:59:59.000+00:00', false],
  ])('%s', (_, text, holds) => {
    const read = () => form.time(text)
    if (holds) expect(read()).toBe(text)
    else expect(read).toThrow(Unreadable)
  })
})

it('base64 with unused bits set, without padding or of the web is refused', () => {
  for (const text of ['AB==', 'AA', 'AA=', '_-8=', 'AA==\n']) {
    expect(() => fromBase64(text), text).toThrow(Unreadable)
  }
  expect([...fromBase64('AA==')]).toEqual([0])
})

describe('a signature', () => {
  // RFC 8032, section 7.1, test 2.
  const key = fromHex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c')
  const message = fromHex('72')
  const signature = fromHex(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  )
  const { Point } = ed25519
  const order = Point.Fn.ORDER
  const little = (value: bigint) => fromHex(value.toString(16).padStart(64, '0')).reverse()
  const big = (bytes: Uint8Array) => BigInt(`0x${hex(bytes.toReversed())}`)

  it('of the standard’s own example holds, again and again', () => {
    for (let time = 0; time < 12; time++) {
      expect(VerifyingKey.of(key)?.signed(message, signature)).toBe(true)
    }
    const often = VerifyingKey.of(key)
    for (let time = 0; time < 12; time++) expect(often?.signed(message, signature)).toBe(true)
    expect(often?.signed(utf8('r!'), signature)).toBe(false)
  })

  it('with the group’s order added to S does not hold', () => {
    const s = big(signature.slice(32)) + order
    const other = joined(signature.slice(0, 32), little(s))
    expect(VerifyingKey.of(key)?.signed(message, other)).toBe(false)
  })

  it('that holds only with the cofactor does not hold', () => {
    const torsion = Point.fromBytes(
      fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'),
      true,
    )
    const [secret, nonce] = [1234567n, 7654321n]
    const own = Point.BASE.multiply(secret).toBytes()
    const r = Point.BASE.multiply(nonce).add(torsion).toBytes()
    const k = big(sha512(joined(r, own, message))) % order
    const forged = joined(r, little((nonce + k * secret) % order))
    expect(ed25519.verify(forged, message, own, { zip215: true }), 'it is one').toBe(true)
    expect(VerifyingKey.of(own)?.signed(message, forged)).toBe(false)
  })

  it.each([
    '0100000000000000000000000000000000000000000000000000000000000000',
    '0000000000000000000000000000000000000000000000000000000000000080',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  ])('is by no key of small order: %s', (point) => {
    expect(VerifyingKey.of(fromHex(point))).toBeUndefined()
  })

  it('is by no key whose y is not reduced modulo p', () => {
    const y = (value: bigint) => little(value)
    expect(VerifyingKey.of(y(3n)), 'y of 3 is a point').toBeDefined()
    expect(VerifyingKey.of(y(3n + 2n ** 255n - 19n)), 'written as p + 3 it is none').toBeUndefined()
  })
})
