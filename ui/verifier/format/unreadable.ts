/** Bytes or values that are not as FORMAT.md asks. The message ends a sentence: "…: it is not UTF-8". */
export class Unreadable extends Error {}

/** Goes on only where something holds; {@link Unreadable} with the reason otherwise. */
export function need(holds: unknown, why: string): asserts holds {
  if (!holds) throw new Unreadable(why)
}

/** What a reading gives, or why it cannot be read; any other error goes on. */
export function attempt<T>(read: () => T): { value: T } | { why: string } {
  try {
    return { value: read() }
  } catch (error) {
    if (error instanceof Unreadable) return { why: error.message }
    throw error
  }
}
