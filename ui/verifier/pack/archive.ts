/** The files of a zip, each refused or read once from beginning to end (FORMAT.md section 9). */
import { gathered, hex, textOf } from '../format/bytes'
import { sha256InPieces } from '../format/hash'
import { attempt, need, Unreadable } from '../format/unreadable'
import type { Findings } from '../record/findings'
import { crc32 } from './crc32'
import { bytesAt, type Directory, type Member, readDirectory } from './directory'
import type { Pace } from './pace'

/** A file that could be unpacked. */
export interface PackFile {
  path: string
  size: number
  /** In hex. */
  sha256: string
  /** Its bytes, where a check or the page reads them. */
  bytes?: Uint8Array
  /** Reads it once more, piece by piece; Unreadable where it cannot be. */
  again: (take: (piece: Uint8Array) => void) => Promise<void>
}

export type Files = Map<string, PackFile>

const MOST_EACH = 1024 ** 3
const MOST_TOGETHER = 8 * 1024 ** 3
const REGULAR = 0x8000
const LINK = 0xa000
/** Encrypted, strongly encrypted, or with masked headers. */
const ENCRYPTED = 0x2041

/** Reads every file that may be read, of those whose name in the zip is wanted; the rest are faults. */
export async function readArchive(
  pack: Blob,
  keeps: (path: string) => boolean,
  findings: Findings,
  pace: Pace,
  wants: (name: string) => boolean = () => true,
): Promise<Files> {
  const files: Files = new Map()
  const refuse = (where: string, why: string) =>
    findings.fault('pack.archive', where, `It is refused: ${why}.`)
  let directory: Directory
  try {
    directory = await readDirectory(pack)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    refuse('the pack', error.message)
    return files
  }
  for (const name of standingTwice(directory)) refuse(name, 'two files have this name')
  const taken = new Set<string>()
  let left = MOST_TOGETHER
  const total = directory.members.reduce((sum, { size }) => sum + size, 0)
  await pace.begin('Reading files', Math.min(total, MOST_TOGETHER))
  for (const member of directory.members) {
    const name = asRead(member)
    if (!wants(name)) continue
    const named = attempt(() => pathOf(member))
    if ('why' in named) {
      refuse(`file “${name}”`, named.why)
      continue
    }
    const path = named.value
    try {
      const folded = path.toLowerCase()
      need(!taken.has(folded), 'another file of this name stands before it')
      taken.add(folded)
      need(member.size <= MOST_EACH, 'it is larger than 1 GiB unpacked')
      need(member.size <= left, 'all files together are larger than 8 GiB unpacked')
      left -= member.size
      files.set(path, await readMember(pack, directory, member, path, keeps(path), pace))
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      refuse(path, error.message)
    }
  }
  return files
}

/** A name as far as it can be read. */
const asRead = ({ name }: Member) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(name)

/** Names that stand more than once, byte by byte; those that are one in lower case are refused later. */
function standingTwice({ members }: Directory): Set<string> {
  const [once, twice] = [new Set<string>(), new Set<string>()]
  for (const member of members) {
    const bytes = hex(member.name)
    if (once.has(bytes)) twice.add(asRead(member))
    once.add(bytes)
  }
  return twice
}

/** The path of a file that may be read; Unreadable with the reason why it may not. */
function pathOf({ name, flags, kind, folder }: Member): string {
  const path = textOf(name)
  const steps = path.split('/')
  need(kind !== LINK, 'it is a link')
  need(!folder && !path.endsWith('/'), 'it is a folder')
  need(kind === 0 || kind === REGULAR, 'it is no plain file')
  need((flags & ENCRYPTED) === 0, 'it is encrypted')
  need(!path.startsWith('/'), 'its path is absolute')
  need(!/[\\:\ufffd\p{Cc}]/u.test(path), 'its path holds a character that no pack may use')
  need(!steps.includes('..') && !steps.includes('.'), 'its path climbs out of the pack')
  need(!steps.includes(''), 'its path has an empty step')
  return path
}

async function readMember(
  pack: Blob,
  directory: Directory,
  member: Member,
  path: string,
  keep: boolean,
  pace: Pace,
): Promise<PackFile> {
  const pieces: Uint8Array[] = []
  const sha256 = sha256InPieces()
  const again: PackFile['again'] = (take) => unpack(pack, directory, member, take, pace)
  await again((piece) => {
    sha256.update(piece)
    if (keep) pieces.push(piece)
  })
  const { size } = member
  const file = { path, size, sha256: hex(sha256.digest()), again }
  return keep ? { ...file, bytes: gathered(pieces, size) } : file
}

/** Gives what a file holds piece by piece, which is just what the directory says of it. */
async function unpack(
  pack: Blob,
  { start }: Directory,
  member: Member,
  take: (piece: Uint8Array) => void,
  pace: Pace,
) {
  let [size, crc] = [0, 0]
  const from = await dataOf(pack, member, start)
  const reader = unpacked(pack.slice(from, from + member.packed), member).getReader()
  try {
    for (let piece = await next(reader); piece; piece = await next(reader)) {
      size += piece.length
      need(size <= member.size, 'it unpacks to more than the zip says')
      crc = crc32(piece, crc)
      take(piece)
      await pace.step(piece.length)
    }
  } finally {
    void reader.cancel().catch(() => {})
  }
  need(size === member.size, 'it unpacks to less than the zip says')
  need(crc === member.crc, 'its checksum in the zip is wrong')
}

/** Where a file's data begin: the only thing its local header is asked. */
async function dataOf(pack: Blob, { offset, packed }: Member, end: number): Promise<number> {
  const header = await bytesAt(pack, offset, 30)
  need(header.getUint32(0, true) === 0x04034b50, 'its place in the zip is damaged')
  const from = offset + 30 + header.getUint16(26, true) + header.getUint16(28, true)
  need(from + packed <= end, 'its place in the zip is damaged')
  return from
}

/** The stream itself refuses deflated data that end earlier or later than `data` does. */
function unpacked(data: Blob, { method, packed, size }: Member): ReadableStream<Uint8Array> {
  need(method === 0 || method === 8, 'it is packed in a way that no pack uses')
  need(method === 8 || packed === size, 'it unpacks to another size than the zip says')
  const stream = data.stream()
  return method === 0 ? stream : stream.pipeThrough(new DecompressionStream('deflate-raw'))
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return (await reader.read()).value
  } catch {
    throw new Unreadable('it cannot be unpacked')
  }
}
