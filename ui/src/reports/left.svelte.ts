import { operations, type LeftRow } from '../lib/bindings'

/** What has left the desk, newest first, as far back as was asked. */
export class Left {
  rows = $state.raw<LeftRow[]>()
  all = $state(0)
  more = $state(false)
  busy = $state(false)
  fault = $state.raw<unknown>(undefined)
  #turn = 0

  /** Reads the newest, and forgets the earlier ones. */
  again = (): Promise<void> => this.#read(null, [])

  /** Reads a page of earlier ones after those that are there. */
  earlier = (): Promise<void> => this.#read(this.rows?.at(-1)?.entry ?? null, this.rows ?? [])

  /** An answer that a later reading overtook is dropped. */
  async #read(before: number | null, kept: LeftRow[]): Promise<void> {
    const turn = ++this.#turn
    this.busy = true
    try {
      const view = await operations.exports_left({ before })
      if (turn !== this.#turn) return
      this.rows = [...kept, ...view.rows]
      this.all = view.all
      this.more = view.more
      this.fault = undefined
    } catch (fault) {
      if (turn === this.#turn) this.fault = fault
    } finally {
      if (turn === this.#turn) this.busy = false
    }
  }
}
