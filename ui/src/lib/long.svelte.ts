import { operations } from './bindings'
import { onProgress, type Progress } from './transport'

/** How far the long work of an operation is, and stopping it. Made while a component is. */
export class Long {
  #far = $state.raw<Progress>()
  stopping = $state(false)

  constructor(operation: string) {
    $effect(() =>
      onProgress((progress) => {
        if (progress.operation === operation) this.#far = progress
      }),
    )
  }

  /** Share done, 0 to 1; undefined until something was heard of it. */
  get share(): number | undefined {
    return this.#far && this.#far.total > 0 ? this.#far.done / this.#far.total : undefined
  }

  /** Work begins: nothing is heard of it yet, and nobody has asked to stop it. */
  begin(): void {
    this.#far = undefined
    this.stopping = false
  }

  /** Asks the work to stop. It ends with the refusal `cancelled` and leaves everything as it was. */
  stop = (): void => {
    this.stopping = true
    // The work itself says whether it stopped; a question that got lost may be asked again.
    operations.cancel({}).catch(() => (this.stopping = false))
  }
}
