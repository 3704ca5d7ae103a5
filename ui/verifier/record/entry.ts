/** An entry's form (FORMAT.md section 4). */
import { parseCanonical } from '../format/canonical'
import * as form from '../format/form'
import { JsonObject } from '../format/json'
import { need } from '../format/unreadable'

/** An object with the one field `c`; what that holds is judged where texts are. */
export const commitment: form.Form<JsonObject> = (value) => {
  const object = form.anyObject(value)
  need(object.size === 1 && object.has('c'), 'a commitment to a text is malformed')
  return object
}

/** An event's type is its one field that every entry has; without it nothing can be said of it. */
const event: form.Form<JsonObject> = form.anyObject

const ENTRY = form.exactly(
  {
    at: form.time,
    by: form.person,
    event,
    key: form.keyId,
    prev: form.bytes(32),
    seq: form.count,
    v: form.one,
    ws: form.workspace,
  },
  { why: commitment },
)

export type Entry = ReturnType<typeof ENTRY>

/** Reads a body, or is Unreadable. */
export const readEntry = (body: string): Entry => ENTRY(parseCanonical(body))

/** The event's type; nothing where it has none. */
export function typeOf(entry: Entry): string | undefined {
  const type = entry.event.get('type')
  return typeof type === 'string' ? type : undefined
}
