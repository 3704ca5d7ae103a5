/** Two packs that the command line made of one workspace, and what somebody can do to one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hex, textOf, utf8 } from '../../verifier/format/bytes'
import { sha256 } from '../../verifier/format/hash'
import { readArchive } from '../../verifier/pack/archive'
import { Pace } from '../../verifier/pack/pace'
import { type Verified, verify } from '../../verifier/pack/verify'
import { Findings } from '../../verifier/record/findings'
import type { Outside } from '../../verifier/record/outside'
import { blobOf, zipped } from './zip'

export type Contents = Map<string, Uint8Array>

export const NOTHING: Outside = { heads: [], keys: undefined }

/** `earlier`, and `pack`, made later of the same workspace; `first`, and `second`, which goes on from it. */
type Fixture = 'earlier' | 'pack' | 'first' | 'second'

/** The bytes of a fixture. */
export const packed = (name: Fixture): Blob =>
  blobOf(readFileSync(join(import.meta.dirname, `${name}.zip`)))

/** The files of a fixture, as our own reader unpacks them. */
export async function contents(name: Fixture): Promise<Contents> {
  const files = await readArchive(packed(name), () => true, new Findings(), new Pace())
  return new Map([...files].map(([path, { bytes }]) => [path, bytes ?? new Uint8Array()]))
}

export const judged = (pack: Blob, outside = NOTHING): Promise<Verified> =>
  verify(pack, outside, new Pace())

/** What is found in a pack of these files, each as its code and place. */
export async function faultsIn(files: Contents): Promise<string[]> {
  const { ledger, accepted } = await judged(zipped(files))
  const { faults } = ledger.findings
  if (accepted !== (faults.length === 0)) throw new Error('accepted, though something is wrong')
  return faults.map(({ code, where }) => `${code} ${where}`)
}

/** The same files with one changed, or left out. */
export function changed(files: Contents, path: string, bytes: Uint8Array | undefined): Contents {
  const other = new Map(files)
  if (bytes) other.set(path, bytes)
  else other.delete(path)
  return other
}

/** The same files with one bit of one of them turned, in its middle. */
export function turned(files: Contents, path: string): Contents {
  const bytes = files.get(path)?.slice() ?? new Uint8Array()
  const middle = bytes.length >> 1
  if (bytes.length === 0) return changed(files, path, utf8('\n'))
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  return changed(files, path, bytes)
}

/** The same files with a manifest that fits one of them again, or its absence. */
export function listedAnew(files: Contents, path: string): Contents {
  const manifest = JSON.parse(textOf(files.get('manifest.json') ?? new Uint8Array())) as {
    files: { path: string; sha256: string; size: number }[]
  }
  const rest = manifest.files.filter((row) => row.path !== path)
  const bytes = files.get(path)
  if (bytes) rest.push({ path, sha256: hex(sha256(bytes)), size: bytes.length })
  return changed(files, 'manifest.json', utf8(JSON.stringify({ ...manifest, files: rest })))
}

/** The lines of a file without one of them. */
export function without(files: Contents, path: string, line: number): Uint8Array {
  const lines = textOf(files.get(path) ?? new Uint8Array()).split('\n')
  return utf8(lines.filter((_, at) => at !== line).join('\n'))
}
