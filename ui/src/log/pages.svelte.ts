import { operations, type LogRow } from '../lib/bindings'

const AT_ONCE = 200

/** The entries read so far, newest first, a page at a time. */
export class Pages {
  rows = $state.raw<LogRow[]>([])
  entries = $state(0)
  more = $state(false)
  busy = $state(false)
  fault = $state.raw<unknown>(undefined)
  #about: string | null = null
  #turn = 0

  /** Reads from the newest entry on, only what is about a reference where one is given. */
  read(about: string): Promise<void> {
    this.#about = about.trim() || null
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
      const view = await operations.log({ before, limit: AT_ONCE, about: this.#about })
      if (turn !== this.#turn) return
      this.rows = before === null ? view.rows : [...this.rows, ...view.rows]
      this.entries = view.entries
      this.more = view.more
      this.fault = undefined
    } catch (fault) {
      if (turn === this.#turn) this.fault = fault
    } finally {
      if (turn === this.#turn) this.busy = false
    }
  }
}
