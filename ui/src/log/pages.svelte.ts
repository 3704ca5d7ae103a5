import { operations, type LogQuery, type LogRow, type LogSigner } from '../lib/bindings'

const AT_ONCE = 200

/** Which entries are seen; blank fields filter nothing. */
export type Seen = Omit<LogQuery, 'before' | 'limit'>

export const EVERYTHING: Seen = {
  about: null,
  by: null,
  kind: null,
  since: null,
  until: null,
  words: null,
}

/** The entries read so far, newest first, a page at a time. */
export class Pages {
  rows = $state.raw<LogRow[]>([])
  signers = $state.raw<LogSigner[]>([])
  entries = $state(0)
  more = $state(false)
  busy = $state(false)
  /** Whether the first page has arrived. */
  read = $state(false)
  fault = $state.raw<unknown>(undefined)
  #seen: Seen = EVERYTHING
  #turn = 0

  /** Reads from the newest entry on what is seen. */
  from(seen: Seen): Promise<void> {
    this.#seen = seen
    return this.#page(null)
  }

  /** Reads on from the oldest entry shown. */
  async older(): Promise<void> {
    if (this.more && !this.busy) await this.#page(this.rows.at(-1)?.entry ?? null)
  }

  // An answer that a later reading overtook is dropped.
  async #page(before: number | null): Promise<void> {
    const turn = ++this.#turn
    this.busy = true
    try {
      const view = await operations.log({ ...this.#seen, before, limit: AT_ONCE })
      if (turn !== this.#turn) return
      this.rows = before === null ? view.rows : [...this.rows, ...view.rows]
      this.entries = view.entries
      this.signers = view.signers
      this.more = view.more
      this.read = true
      this.fault = undefined
    } catch (fault) {
      if (turn === this.#turn) this.fault = fault
    } finally {
      if (turn === this.#turn) this.busy = false
    }
  }
}
