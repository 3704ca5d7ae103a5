/**
 * A zip's central directory: names, sizes and checksums of its files. Sizes and counts are judged
 * before anything is unpacked. APPNOTE.TXT 4.3 has the layout.
 */
import { need } from '../format/unreadable'

/** A file as the central directory tells of it. */
export interface Member {
  name: Uint8Array
  /** Unpacked, in bytes. */
  size: number
  packed: number
  crc: number
  method: number
  flags: number
  /** The Unix mode's kind of file; 0 where the directory gives none. */
  kind: number
  folder: boolean
  /** Where its local header begins. */
  offset: number
}

export interface Directory {
  members: Member[]
  /** Where the directory begins: no file's data may reach further. */
  start: number
}

export const MOST_FILES = 100_000
/** More than the names of so many files take. */
const LONGEST_DIRECTORY = 32 * 1024 * 1024

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const FILE = 0x02014b50
const IN_64 = 0xffffffff
/** Extra fields: sizes that do not fit in 32 bits, and Info-ZIP's Unicode path. */
const SIZES_64 = 0x0001
const SECOND_NAME = 0x7075

/** Bytes of a blob as numbers can be read from them. */
export async function bytesAt(pack: Blob, from: number, length: number): Promise<DataView> {
  const whole = from >= 0 && length >= 0 && from + length <= pack.size
  need(whole, 'the zip ends too early, or is damaged')
  return new DataView(await pack.slice(from, from + length).arrayBuffer())
}

/** Reads the directory, or is Unreadable. */
export async function readDirectory(pack: Blob): Promise<Directory> {
  const end = await findEnd(pack)
  need(end.count <= MOST_FILES, `it holds ${end.count} files, more than ${MOST_FILES}`)
  need(end.length <= LONGEST_DIRECTORY, 'its list of files is larger than 32 MiB')
  const start = end.at - end.length
  const view = await bytesAt(pack, start, end.length)
  // Whatever stands in front of the zip moves all that it counts from its own beginning.
  const moved = start - end.start
  need(moved >= 0, 'its list of files is damaged')
  const members: Member[] = []
  let at = 0
  for (let n = 0; n < end.count; n++) {
    const { member, next } = readMember(view, at, moved)
    members.push(member)
    at = next
  }
  need(at === end.length, 'its list of files is damaged')
  return { members, start }
}

/** Some readers would look for its list elsewhere. */
const IN_PARTS = 'it says that it is one of several parts'

interface End {
  /** Where the record that ends the directory begins. */
  at: number
  count: number
  length: number
  /** Where the directory says it begins. */
  start: number
}

/** The zip's last bytes: nothing follows the record that ends it, not even a comment. */
async function findEnd(pack: Blob): Promise<End> {
  const length = 22
  need(pack.size >= length, 'it is no zip')
  const at = pack.size - length
  const view = await bytesAt(pack, at, length)
  const ends = view.getUint32(0, true) === END && view.getUint16(20, true) === 0
  need(ends, 'it is no zip, or something follows its end')
  const [count, size] = [view.getUint16(10, true), view.getUint32(12, true)]
  const start = view.getUint32(16, true)
  const large = count === 0xffff || size === IN_64 || start === IN_64
  if (large) return findEnd64(pack, at)
  need(view.getUint32(4, true) === 0 && view.getUint16(8, true) === count, IN_PARTS)
  return { at, count, length: size, start }
}

async function findEnd64(pack: Blob, end: number): Promise<End> {
  const at = end - 20 - 56
  const view = await bytesAt(pack, at, 56 + 20)
  const found = view.getUint32(0, true) === END_64 && view.getUint32(56, true) === LOCATOR_64
  need(found, 'its list of files is damaged')
  const [count, length, start] = [large(view, 32), large(view, 40), large(view, 48)]
  need(large(view, 16) === 0 && large(view, 24) === count, IN_PARTS)
  return { at, count, length, start }
}

function readMember(view: DataView, at: number, moved: number): { member: Member; next: number } {
  const head = at + 46
  need(head <= view.byteLength && view.getUint32(at, true) === FILE, 'its list of files is damaged')
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const next = head + nameLength + extraLength + view.getUint16(at + 32, true)
  need(next <= view.byteLength, 'its list of files is damaged')
  const inDirectory = [24, 20, 42].map((field) => view.getUint32(at + field, true))
  const extra = fieldsOf(new DataView(view.buffer, head + nameLength, extraLength))
  // Some readers take the name from there, others do not.
  need(!extra.some(({ id }) => id === SECOND_NAME), 'its list gives a file a second name')
  const [size = 0, packed = 0, offset = 0] = with64(inDirectory, extra)
  const attributes = view.getUint32(at + 38, true)
  const member = {
    name: new Uint8Array(view.buffer, head, nameLength),
    size,
    packed,
    crc: view.getUint32(at + 16, true),
    method: view.getUint16(at + 10, true),
    flags: view.getUint16(at + 8, true),
    kind: (attributes >>> 16) & 0xf000,
    folder: (attributes & 0x10) !== 0,
    offset: offset + moved,
  }
  return { member, next }
}

interface Field {
  id: number
  /** As long as it says, but no longer than there are bytes. */
  data: DataView
}

/** The extra fields of a file. */
function fieldsOf(extra: DataView): Field[] {
  const fields: Field[] = []
  for (let at = 0; at + 4 <= extra.byteLength;) {
    const length = extra.getUint16(at + 2, true)
    const there = Math.min(length, extra.byteLength - at - 4)
    const data = new DataView(extra.buffer, extra.byteOffset + at + 4, there)
    fields.push({ id: extra.getUint16(at, true), data })
    at += 4 + length
  }
  return fields
}

/** Size, packed size and offset, those taken from the zip64 field that do not fit in 32 bits. */
function with64(short: number[], extra: Field[]): number[] {
  const wide = extra.find(({ id }) => id === SIZES_64)
  if (!wide) return short
  let next = 0
  return short.map((value) => {
    if (value !== IN_64) return value
    need(next + 8 <= wide.data.byteLength, 'a size in it is damaged')
    next += 8
    return large(wide.data, next - 8)
  })
}

function large(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true)
  need(value <= BigInt(Number.MAX_SAFE_INTEGER), 'a size in it is damaged')
  return Number(value)
}
