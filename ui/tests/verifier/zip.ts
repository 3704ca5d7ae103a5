/** A zip as its writer wants it, dishonest ones included. */
import { Blob as NodeBlob } from 'node:buffer'
import { gathered, joined, utf8 } from '../../verifier/format/bytes'
import { crc32 } from '../../verifier/pack/crc32'

export interface Lies {
  /** The name's bytes, where it is no text. */
  name?: Uint8Array
  size?: number
  crc?: number
  method?: number
  flags?: number
  mode?: number
  data?: Uint8Array
}

/** A zip of stored files. `lies` says of a path what the directory tells otherwise than it is. */
export function zipped(
  files: Iterable<[string, Uint8Array]>,
  lies: Record<string, Lies> = {},
): Blob {
  const [locals, directory]: [Uint8Array[], Uint8Array[]] = [[], []]
  let offset = 0
  for (const [path, bytes] of files) {
    const lie = lies[path] ?? {}
    const [name, data] = [lie.name ?? utf8(path), lie.data ?? bytes]
    const sizes = [lie.crc ?? crc32(bytes), data.length, lie.size ?? bytes.length]
    const common = [
      ...two(lie.flags ?? 0),
      ...two(lie.method ?? 0),
      ...four(0),
      ...sizes.flatMap(four),
    ]
    const head = [...four(0x04034b50), ...two(20), ...common, ...two(name.length), ...two(0)]
    const mode = (lie.mode ?? 0o100644) * 0x10000
    const last = [...two(0), ...two(0), ...two(0), ...four(mode), ...four(offset)]
    const listed = [...four(0x02014b50), ...two(0x0314), ...two(20), ...common]
    directory.push(Uint8Array.from([...listed, ...two(name.length), ...two(0), ...last]), name)
    const local = joined(Uint8Array.from(head), name, data)
    locals.push(local)
    offset += local.length
  }
  const count = directory.length / 2
  const list = gathered(
    directory,
    directory.reduce((sum, { length }) => sum + length, 0),
  )
  const counts = [...two(0), ...two(0), ...two(count), ...two(count)]
  const end = [...four(0x06054b50), ...counts, ...four(list.length), ...four(offset), ...two(0)]
  return blobOf(...locals, list, Uint8Array.from(end))
}

/** A blob that can be read piece by piece, as a browser's can and that of a simulated window cannot. */
export const blobOf = (...parts: Uint8Array[]): Blob => new NodeBlob(parts) as unknown as Blob

const two = (value: number) => [value & 255, (value >>> 8) & 255]
const four = (value: number) => [...two(value & 0xffff), ...two(value / 0x10000)]
