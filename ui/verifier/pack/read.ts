/** The JSON files of a pack: one value each, or one a line. */
import { textOf } from '../format/bytes'
import type { Form } from '../format/form'
import { parse } from '../format/json'
import { attempt } from '../format/unreadable'
import type { Findings } from '../record/findings'
import type { Files } from './archive'
import type { Pace } from './pace'

/** What a file holds; nothing, and a fault, where it cannot be read. */
export function readWhole<T>(
  files: Files,
  path: string,
  form: Form<T>,
  findings: Findings,
): T | undefined {
  const bytes = files.get(path)?.bytes
  return bytes && readValue(bytes, path, form, findings)
}

/** What the lines of a file hold; one that cannot be read is a fault and left out. */
export async function readLines<T>(
  files: Files,
  path: string,
  form: Form<T>,
  findings: Findings,
  pace: Pace,
): Promise<T[]> {
  const bytes = files.get(path)?.bytes ?? new Uint8Array()
  const values: T[] = []
  let line = 0
  await pace.begin(`Reading ${path}`, bytes.length)
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(0x0a, at)
    const end = found < 0 ? bytes.length : found
    line++
    if (end > at) {
      const value = readValue(bytes.subarray(at, end), `${path}, line ${line}`, form, findings)
      if (value !== undefined) values.push(value)
    }
    await pace.step(end + 1 - at)
    at = end + 1
  }
  return values
}

function readValue<T>(
  bytes: Uint8Array,
  where: string,
  form: Form<T>,
  findings: Findings,
): T | undefined {
  const read = attempt(() => form(parse(textOf(bytes))))
  if ('value' in read) return read.value
  findings.fault('pack.form', where, `It cannot be read: ${read.why}.`)
  return undefined
}
