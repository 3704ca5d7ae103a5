// @vitest-environment node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readArchive } from '../../verifier/pack/archive'
import { Pace } from '../../verifier/pack/pace'
import { verify } from '../../verifier/pack/verify'
import { oldestFirst } from '../../verifier/pack/whole'
import { textOf, utf8 } from '../../verifier/format/bytes'
import { Findings } from '../../verifier/record/findings'
import { changed, type Contents, NOTHING } from './pack'
import { blobOf, zipped } from './zip'

const fixture = (name: string) => blobOf(readFileSync(join(import.meta.dirname, name)))
const first = fixture('first.zip')
const second = fixture('second.zip')
const ROWS = 'actions/BAT-0001.jsonl'
let files: Contents

beforeAll(async () => {
  const found = await readArchive(second, () => true, new Findings(), new Pace())
  files = new Map([...found].map(([path, { bytes }]) => [path, bytes ?? new Uint8Array()]))
})

async function faults(pack: Blob, earlier: Blob[]): Promise<string[]> {
  const { ledger } = await verify(pack, NOTHING, new Pace(), earlier)
  return ledger.findings.faults.map(({ code, where }) => `${code} ${where}`)
}

describe('a pack that goes on from an earlier one', () => {
  it('holds behind it, and says to verify that on its own', async () => {
    const { accepted, ledger } = await verify(second, NOTHING, new Pace(), [first])
    expect(ledger.findings.faults).toEqual([])
    expect(accepted).toBe(true)
    expect(ledger.tree.size).toBe(16)
    expect(ledger.findings.notes.join()).toContain('verify each of them on its own')
  })

  it('says which pack is needed where that is not given', async () => {
    const { integrity, completeness, ledger } = await verify(second, NOTHING, new Pace())
    const [fault] = ledger.findings.faults
    expect([fault?.code, integrity, completeness]).toEqual(['pack.since', false, false])
    expect(fault?.says).toMatch(/has the head 13:[0-9a-f]{64}/)
  })

  it('is not anchored by a head, where nothing can be said of it', async () => {
    const heads = [{ size: 13, root: '0'.repeat(64) }]
    const { anchored } = await verify(second, { heads, keys: undefined }, new Pace())
    expect(anchored).toBe(false)
  })

  it('takes nothing from an earlier zip that another reader could take otherwise', async () => {
    const read = await readArchive(first, () => true, new Findings(), new Pace())
    const own = [...read].map(([path, { bytes }]): [string, Uint8Array] => [
      path,
      bytes ?? new Uint8Array(),
    ])
    const texts: [string, Uint8Array] = ['ledger/texts.jsonl', utf8('')]
    expect(await faults(second, [zipped(own)])).toEqual([])
    expect(await faults(second, [zipped([...own, texts])])).toContain(
      'pack.since ledger/since.json',
    )
    const passedOver: [string, Uint8Array] = ['LEDGER/texts.jsonl', utf8('')]
    expect(await faults(second, [zipped([passedOver, ...own])])).toEqual([])
  })

  it('finds its place, however the earlier ones are chosen', async () => {
    expect(await oldestFirst([second, first], new Pace())).toEqual([first, second])
  })
})

describe('rows of AI actions', () => {
  it.each([
    ['changed', (text: string) => text.replace('sent', 'kept')],
    ['left out', (text: string) => text.replace(/^.*\n/, '')],
    ['put in', (text: string) => `${text}[4,"sent"]\n`],
    ['joined', (text: string) => text.replace('\n', ' ')],
  ])('are not those taken in where one is %s', async (_, act) => {
    const text = textOf(files.get(ROWS) ?? new Uint8Array())
    const pack = zipped(changed(files, ROWS, utf8(act(text))))
    expect(await faults(pack, [first])).toContain(`pack.rows ${ROWS}`)
  })
})

it('what came between is held to its place', async () => {
  const pack = zipped(changed(files, 'seal/between.jsonl', undefined))
  expect(await faults(pack, [first])).toContain('pack.proof seal/proof')
})
