/** Long work in short runs, so that the page goes on answering: it tells how far it is, and can be stopped. */
export class Cancelled extends Error {}

/** What is under way, and how far of how much. */
export interface Progress {
  says: string
  done: number
  of: number
}

/** The longest run, in ms. */
const RUN = 24

export class Pace {
  private progress: Progress = { says: '', done: 0, of: 0 }
  private began = performance.now()

  constructor(
    private readonly told: (progress: Progress) => void = () => {},
    private readonly signal?: AbortSignal,
  ) {}

  /** Begins a piece of work of so many steps. */
  async begin(says: string, of: number) {
    this.progress = { says, done: 0, of }
    await this.rest()
  }

  /** So many steps are done; rests when the run was long. */
  async step(steps = 1) {
    this.progress.done += steps
    if (performance.now() - this.began > RUN) await this.rest()
  }

  private async rest() {
    this.told({ ...this.progress })
    await turn()
    if (this.signal?.aborted) throw new Cancelled()
    this.began = performance.now()
  }
}

/** The browser's next turn. Timers would be slowed down in a tab that nobody looks at. */
function turn(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((done) => {
    port1.onmessage = () => {
      port1.close()
      done()
    }
    port2.postMessage(null)
  })
}
