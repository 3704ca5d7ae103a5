import { untrack } from 'svelte'

/** Something a person started: runs once at a time, and keeps the refusal it met. */
export class Act<Given extends unknown[], Made> {
  busy = $state(false)
  fault = $state.raw<unknown>(undefined)

  constructor(private readonly work: (...given: Given) => Promise<Made>) {}

  /** Starts the work unless it is under way; a second press does nothing. */
  run = (...given: Given): Promise<Made | undefined> => untrack(() => this.#start(given))

  async #start(given: Given): Promise<Made | undefined> {
    if (this.busy) return undefined
    this.busy = true
    this.fault = undefined
    try {
      return await this.work(...given)
    } catch (fault) {
      this.fault = fault
      return undefined
    } finally {
      this.busy = false
    }
  }
}
