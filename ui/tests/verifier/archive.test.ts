// @vitest-environment node
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { utf8 } from '../../verifier/format/bytes'
import { readArchive } from '../../verifier/pack/archive'
import { Cancelled, Pace } from '../../verifier/pack/pace'
import { Findings } from '../../verifier/record/findings'
import { blobOf, type Lies, zipped } from './zip'

const WORDS = utf8('some words')
const DEFLATED = new Uint8Array(deflateRawSync(WORDS))

async function read(pack: Blob) {
  const findings = new Findings()
  const files = await readArchive(pack, () => true, findings, new Pace())
  return {
    files: [...files.keys()],
    refused: findings.faults.map(({ code, says }) => `${code} ${says}`),
  }
}

describe('a file is refused with a sentence, and the others are read, where', () => {
  it.each<[string, string, Lies, string]>([
    ['its path climbs out', '../out.txt', {}, 'climbs out of the pack'],
    ['its path climbs out further in', 'a/../../out.txt', {}, 'climbs out of the pack'],
    ['its path is absolute', '/etc/passwd', {}, 'its path is absolute'],
    ['its path names a drive', 'C:out.txt', {}, 'a character that no pack may use'],
    ['its path has a backslash', '..\\out.txt', {}, 'a character that no pack may use'],
    ['its path has a control character', 'a\u0007.txt', {}, 'a character that no pack may use'],
    ['its path has an empty step', 'a//b.txt', {}, 'an empty step'],
    ['its path is no UTF-8', 'x', { name: Uint8Array.of(0xff, 0x41) }, 'not UTF-8'],
    ['it is a link', 'link', { mode: 0o120777 }, 'it is a link'],
    ['it is a folder', 'folder/', { mode: 0o040755 }, 'it is a folder'],
    ['it is a device', 'device', { mode: 0o020644 }, 'no plain file'],
    ['it is encrypted', 'secret.txt', { flags: 1 }, 'it is encrypted'],
    ['its name stands twice but for capitals', 'GOOD.txt', {}, 'another file of this name'],
    [
      'it is packed in an unknown way',
      'a.txt',
      { method: 12 },
      'packed in a way that no pack uses',
    ],
    ['its checksum is wrong', 'a.txt', { crc: 1 }, 'its checksum in the zip is wrong'],
    ['it says it is too large', 'a.txt', { size: 2 ** 30 + 1 }, 'larger than 1 GiB'],
    ['what it holds is no deflate', 'a.txt', { method: 8 }, 'cannot be unpacked'],
    ['it says it is longer', 'a.txt', { size: 11 }, 'another size than the zip says'],
    ['it says it is shorter', 'a.txt', { size: 9 }, 'another size than the zip says'],
    [
      'it says it is longer than it unpacks to',
      'a.txt',
      { method: 8, data: DEFLATED, size: 11 },
      'unpacks to less than the zip says',
    ],
    [
      'its deflated data do not end',
      'a.txt',
      { method: 8, data: DEFLATED.slice(0, -1) },
      'cannot be unpacked',
    ],
  ])('%s', async (_, path, lie, sentence) => {
    const files: [string, Uint8Array][] = [
      ['good.txt', WORDS],
      [path, WORDS],
    ]
    const { files: left, refused } = await read(zipped(files, { [path]: lie }))
    expect(left).toEqual(['good.txt'])
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatch(/^pack\.archive It is refused: /)
    expect(refused[0]).toContain(sentence)
  })

  it('it is a bomb that says it is small', async () => {
    const zeros = new Uint8Array(64 * 1024 * 1024)
    const lie = { method: 8, size: 1000, data: new Uint8Array(deflateRawSync(zeros)) }
    const { files, refused } = await read(zipped([['bomb', WORDS]], { bomb: lie }))
    expect(files).toEqual([])
    expect(refused[0]).toContain('unpacks to more than the zip says')
  })

  it('all files together say they are larger than 8 GiB', async () => {
    const names = Array.from({ length: 9 }, (_, n) => `part-${n}`)
    const lies = Object.fromEntries(names.map((name) => [name, { size: 2 ** 30 }]))
    const { refused } = await read(
      zipped(
        names.map((name) => [name, WORDS]),
        lies,
      ),
    )
    expect(refused.at(-1)).toContain('larger than 8 GiB')
  })
})

it('of two files of one name it is said that there are two', async () => {
  const { refused } = await read(
    zipped([
      ['a.txt', WORDS],
      ['a.txt', utf8('others')],
    ]),
  )
  expect(refused[0]).toContain('two files have this name')
})

const zippedBytes = new Uint8Array(await zipped([['a.txt', WORDS]]).arrayBuffer())

describe('the whole zip is refused where', () => {
  it.each([
    ['it is cut short', zipped([['a.txt', WORDS]]).slice(0, -5)],
    ['it is cut in front', zipped([['a.txt', WORDS]]).slice(40)],
    ['it is empty', blobOf()],
    ['a byte follows its end', blobOf(zippedBytes, Uint8Array.of(0))],
    ['it ends with a comment', blobOf(zippedBytes.slice(0, -2), Uint8Array.of(1, 0, 0x21))],
  ])('%s', async (_, pack) => {
    const { files, refused } = await read(pack)
    expect(files).toEqual([])
    expect(refused).toHaveLength(1)
  })

  it('it holds more than 100,000 files', async () => {
    const pack = zipped(Array.from({ length: 65_534 }, (_, n) => [`${n}`, new Uint8Array()]))
    const bytes = await bytesOf(pack)
    const end = new DataView(bytes.buffer, bytes.length - 22)
    const [length, start] = [end.getUint32(12, true), end.getUint32(16, true)]
    const { refused } = await read(with64(bytes.slice(0, -22), 100_001, length, start))
    expect(refused[0]).toContain('more than 100000')
  })

  it('its list of files is larger than 32 MiB', async () => {
    const name = new Uint8Array(60_000).fill(0x61)
    const files: [string, Uint8Array][] = Array.from({ length: 560 }, () => ['long', WORDS])
    const { files: left, refused } = await read(zipped(files, { long: { name } }))
    expect(left).toEqual([])
    expect(refused[0]).toContain('larger than 32 MiB')
  })
})

it('bytes in front of a zip are no fault', async () => {
  const pack = blobOf(WORDS, await bytesOf(zipped([['a.txt', WORDS]])))
  expect(await read(pack)).toEqual({ files: ['a.txt'], refused: [] })
})

it('a zip whose directory stands in the wide form is read', async () => {
  const bytes = await bytesOf(zipped([['a.txt', WORDS]]))
  const end = new DataView(bytes.buffer, bytes.length - 22)
  const [length, start] = [end.getUint32(12, true), end.getUint32(16, true)]
  expect(await read(with64(bytes.slice(0, -22), 1, length, start))).toEqual({
    files: ['a.txt'],
    refused: [],
  })
})

it('reading stops when it is asked to', async () => {
  const stop = new AbortController()
  stop.abort()
  const pace = new Pace(() => {}, stop.signal)
  const reading = readArchive(zipped([['a.txt', WORDS]]), () => true, new Findings(), pace)
  await expect(reading).rejects.toThrow(Cancelled)
})

const bytesOf = async (pack: Blob) => new Uint8Array(await pack.arrayBuffer())

/** The files of a zip under a zip64 end, with these counts. */
function with64(files: Uint8Array, count: number, length: number, start: number): Blob {
  const view = new DataView(new ArrayBuffer(56 + 20 + 22))
  view.setUint32(0, 0x06064b50, true)
  view.setBigUint64(4, 44n, true)
  for (const [at, value] of [count, count, length, start].entries()) {
    view.setBigUint64(24 + 8 * at, BigInt(value), true)
  }
  view.setUint32(56, 0x07064b50, true)
  view.setUint32(76, 0x06054b50, true)
  view.setUint16(76 + 8, 0xffff, true)
  view.setUint16(76 + 10, 0xffff, true)
  view.setUint32(76 + 12, 0xffffffff, true)
  view.setUint32(76 + 16, 0xffffffff, true)
  return blobOf(files, new Uint8Array(view.buffer))
}
