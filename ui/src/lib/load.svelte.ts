import { untrack } from 'svelte'

/** What a screen reads. A new reading replaces the old one only when it has arrived, so nothing jumps. */
export class Load<View> {
  view = $state.raw<View | undefined>(undefined)
  fault = $state.raw<unknown>(undefined)
  busy = $state(false)
  #turn = 0

  constructor(private readonly read: () => Promise<View>) {}

  /** Reads again. An answer that a later reading overtook is dropped. */
  again = async (): Promise<void> => {
    const turn = ++this.#turn
    this.busy = true
    try {
      const view = await untrack(this.read)
      if (turn !== this.#turn) return
      this.view = view
      this.fault = undefined
    } catch (fault) {
      if (turn === this.#turn) this.fault = fault
    } finally {
      if (turn === this.#turn) this.busy = false
    }
  }
}
