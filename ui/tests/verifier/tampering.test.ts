// @vitest-environment node
import { beforeAll, describe, expect, it } from 'vitest'
import { textOf, utf8 } from '../../verifier/format/bytes'
import { signers } from '../../verifier/record/enrolment'
import {
  changed,
  type Contents,
  contents,
  faultsIn,
  judged,
  listedAnew,
  packed,
  turned,
  without,
} from './pack'
import { blobOf, zipped } from './zip'

const MANIFEST = 'manifest.json'
let earlier: Contents
let pack: Contents

beforeAll(async () => {
  earlier = await contents('earlier')
  pack = await contents('pack')
})

describe('a pack as the command line made it', () => {
  it.each(['earlier', 'pack'] as const)(
    'is accepted, and rests on itself alone: %s',
    async (name) => {
      const { accepted, anchored, ledger } = await judged(packed(name))
      expect(ledger.findings.faults).toEqual([])
      expect({ accepted, anchored }).toEqual({ accepted: true, anchored: false })
    },
  )

  it('has the texts it withholds and erased counted', async () => {
    const first = (await judged(packed('earlier'))).texts
    const later = (await judged(packed('pack'))).texts
    expect(first.withheld).toBeGreaterThan(0)
    expect(later.erased).toBe(1)
  })

  it('is anchored by the head of an earlier pack, and by the fingerprints of all who signed', async () => {
    const { tree } = (await judged(packed('earlier'))).ledger
    const { ledger } = await judged(packed('pack'))
    const keys = new Set(signers(ledger).map(({ fingerprint }) => fingerprint))
    const heads = [{ size: tree.size, root: tree.root }]
    expect((await judged(packed('pack'), { heads, keys: undefined })).anchored).toBe(true)
    expect((await judged(packed('pack'), { heads: [], keys })).anchored).toBe(true)
  })
})

describe('tampering is found where', () => {
  it('a byte of any file is changed', async () => {
    for (const path of pack.keys()) {
      const found = await faultsIn(turned(pack, path))
      const own = (fault: string) => fault.includes(path) || /^entry\.|^statement\./.test(fault)
      const named =
        path === MANIFEST ? found.includes('pack.seal seal/entry.json') : found.some(own)
      expect(named, `${path} was changed: ${found.join(', ')}`).toBe(true)
    }
  })

  it('any file and the manifest are changed together', async () => {
    for (const path of pack.keys()) {
      if (path === MANIFEST || path.startsWith('seal/')) continue
      const found = await faultsIn(listedAnew(turned(pack, path), path))
      expect(found, path).toContain('pack.seal seal/entry.json')
    }
  })

  it('any file is left out', async () => {
    for (const path of pack.keys()) {
      expect(await faultsIn(changed(pack, path, undefined))).toContain(`pack.file_missing ${path}`)
    }
  })

  it('any file and its line in the manifest are left out', async () => {
    for (const path of pack.keys()) {
      if (path === MANIFEST || path.startsWith('seal/')) continue
      const found = await faultsIn(listedAnew(changed(pack, path, undefined), path))
      expect(found, path).toContain('pack.seal seal/entry.json')
    }
  })

  it('a file is put in', async () => {
    const found = await faultsIn(changed(pack, 'reports/more.pdf', utf8('%PDF')))
    expect(found).toEqual(['pack.file_unlisted reports/more.pdf'])
  })

  it('a file is swapped for that of another pack', async () => {
    for (const [path, bytes] of pack) {
      const other = earlier.get(path)
      if (!other || textsSame(bytes, other)) continue
      const found = await faultsIn(changed(pack, path, other))
      expect(found.length, `${path} is of another pack`).toBeGreaterThan(0)
    }
  })

  it('any entry is left out, and the manifest fitted', async () => {
    const path = 'ledger/entries.jsonl'
    const count = textOf(pack.get(path) ?? new Uint8Array())
      .trimEnd()
      .split('\n').length
    for (let line = 0; line < count; line++) {
      const found = await faultsIn(listedAnew(changed(pack, path, without(pack, path, line)), path))
      expect(found, `entry ${line + 1}`).toContain(`entry.missing entry ${line + 1}`)
    }
  })

  it('one text in ten is left out, each time another, and the manifest fitted', async () => {
    const path = 'ledger/texts.jsonl'
    const lines = textOf(pack.get(path) ?? new Uint8Array())
      .trimEnd()
      .split('\n')
    for (const [at, row] of lines.entries()) {
      if (at % 10 !== 0) continue
      const { seq, path: pointer } = JSON.parse(row) as { seq: number; path: string }
      const found = await faultsIn(listedAnew(changed(pack, path, without(pack, path, at)), path))
      expect(found).toContain(`text.missing entry ${seq}, ${pointer}`)
    }
  })

  it('two entries change places', async () => {
    const path = 'ledger/entries.jsonl'
    const [one = '', two = '', ...rest] = textOf(pack.get(path) ?? new Uint8Array()).split('\n')
    const swapped = changed(pack, path, utf8([two, one, ...rest].join('\n')))
    expect(await faultsIn(listedAnew(swapped, path))).toContain('entry.order entry 1')
  })

  it('the seal is that of another pack', async () => {
    const other = new Map(pack)
    for (const [path, bytes] of earlier) if (path.startsWith('seal/')) other.set(path, bytes)
    const found = await faultsIn(other)
    expect(found).toContain('pack.seal seal/entry.json')
  })

  it('an older checkpoint stands in the seal', async () => {
    const older = [...pack].filter(([path]) => path.startsWith('checkpoints/'))
    expect(older.length).toBeGreaterThan(0)
    for (const [, bytes] of older) {
      const found = await faultsIn(changed(pack, 'seal/checkpoint', bytes))
      expect(found).toContain('pack.proof seal/proof')
    }
  })

  it('the last entries were cut off and the pack made anew, once somebody kept a later head', async () => {
    const { tree } = (await judged(packed('pack'))).ledger
    const heads = [{ size: tree.size, root: tree.root }]
    const { ledger, completeness } = await judged(packed('earlier'), { heads, keys: undefined })
    expect(ledger.findings.faults.map(({ code }) => code)).toEqual(['seen.cut'])
    expect(completeness).toBe(false)
  })

  it('somebody signed who is not on the list that was kept', async () => {
    const keys = new Set(['ab'.repeat(32)])
    const { ledger, accepted } = await judged(packed('pack'), { heads: [], keys })
    expect(new Set(ledger.findings.faults.map(({ code }) => code))).toEqual(
      new Set(['key.not_named']),
    )
    expect(accepted).toBe(false)
  })

  it('nothing but the export is left of the record', async () => {
    const found = await faultsIn(changed(pack, 'ledger/entries.jsonl', utf8('')))
    expect(found).toContain('record.empty ledger/entries.jsonl')
  })

  it('the file is no zip at all', async () => {
    const { ledger, integrity, completeness } = await judged(
      blobOf(utf8('not a zip, though long enough')),
    )
    expect(ledger.findings.faults.map(({ code }) => code)).toContain('pack.archive')
    expect({ integrity, completeness }).toEqual({ integrity: false, completeness: false })
  })
})

it('the order of files in the zip and how they are packed make no difference', async () => {
  expect((await judged(zipped([...pack].reverse()))).accepted).toBe(true)
})

const textsSame = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0
