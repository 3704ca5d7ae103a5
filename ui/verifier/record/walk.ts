/** What lies anywhere in an entry: commitments to texts (section 5) and signed statements (section 7). */
import { parseCanonical } from '../format/canonical'
import { type Json, JsonObject } from '../format/json'
import { attempt } from '../format/unreadable'

export interface Sight {
  /** A commitment: an object with the one field `c`, a string. */
  commitment(pointer: string, c: string): void
  /** A text in the clear, which no entry may hold. */
  clear(pointer: string): void
  /** A signed statement; `inside` another one when `outer` is not true. */
  statement(pointer: string, signed: { statement: string; signature: string }, outer: boolean): void
}

/** Goes through a value in the order of its bytes. */
export function walk(value: Json, pointer: string, sight: Sight, outer = true) {
  if (Array.isArray(value)) {
    value.forEach((one, at) => walk(one, `${pointer}/${at}`, sight, outer))
  } else if (value instanceof JsonObject) {
    const [c, t] = [lone(value, 'c'), lone(value, 't')]
    const signed = asSigned(value)
    if (c !== undefined) sight.commitment(pointer, c)
    else if (t !== undefined) sight.clear(pointer)
    else if (signed) into(signed, pointer, sight, outer)
    else for (const [name, of] of value) walk(of, `${pointer}/${escaped(name)}`, sight, outer)
  }
}

function into(signed: Signed, pointer: string, sight: Sight, outer: boolean) {
  sight.statement(pointer, signed, outer)
  const read = attempt(() => parseCanonical(signed.statement))
  if ('value' in read) walk(read.value, `${pointer}/statement`, sight, false)
}

interface Signed {
  statement: string
  signature: string
}

function asSigned(value: JsonObject): Signed | undefined {
  const [statement, signature] = [value.get('statement'), value.get('signature')]
  const both = typeof statement === 'string' && typeof signature === 'string'
  return both && value.size === 2 ? { statement, signature } : undefined
}

/** What stands in an object's one field. */
function lone(value: JsonObject, name: string): string | undefined {
  const of = value.get(name)
  return value.size === 1 && typeof of === 'string' ? of : undefined
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')
