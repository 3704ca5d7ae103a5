/** Canonical JSON, RFC 8785 as FORMAT.md section 1 narrows it. */
import { DEEPEST, type Json, JsonObject, OtherNumber, parse } from './json'
import { need } from './unreadable'

/** The one way to write a value; Unreadable for numbers and depths that the format does not have. */
export function canonical(value: Json, depth = 0): string {
  need(depth <= DEEPEST, 'it nests too deep')
  need(!(value instanceof OtherNumber), 'it holds a number that is no plain integer')
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one, depth + 1)).join(',')}]`
  if (!(value instanceof JsonObject)) return JSON.stringify(value)
  // `<` on strings compares UTF-16 code units, which is the order the format asks for.
  const fields = [...value].sort(([one], [other]) => (one < other ? -1 : 1))
  const written = fields.map(([name, of]) => `${JSON.stringify(name)}:${canonical(of, depth + 1)}`)
  return `{${written.join(',')}}`
}

/** Reads a text that must be canonical, or is Unreadable. */
export function parseCanonical(text: string): Json {
  const value = parse(text)
  need(canonical(value) === text, 'it is not canonical JSON')
  return value
}
