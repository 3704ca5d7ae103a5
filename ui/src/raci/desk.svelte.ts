/** What is in hand outlives the screen: whoever looks something up elsewhere finds it again. */
import type { RaciMatrix } from '../lib/bindings'
import { Work } from './work.svelte'

const NEW = ''

class InHand {
  // Filled while it is read, so it is no state itself; `#turn` tells when something was taken out.
  #works = new Map<string, Work>()
  #turn = $state(0)
  #workspace = ''

  /** Forgets what belongs to another workspace. */
  at(workspace: string): void {
    if (workspace === this.#workspace) return
    this.#workspace = workspace
    this.#works.clear()
  }

  /** The work on a matrix: what was typed so far, or a fresh start when there is nothing to lose. */
  on(held: RaciMatrix): Work {
    void this.#turn
    const known = this.#works.get(held.matrix)
    if (known && (known.typed || known.held === held)) return known
    const work = Work.of(held, known?.place)
    this.#works.set(held.matrix, work)
    return work
  }

  /** A matrix that is in no workspace yet. */
  get fresh(): Work | undefined {
    void this.#turn
    return this.#works.get(NEW)
  }

  begin(name: string, roles: string[], most: number | null): void {
    this.#works.set(NEW, Work.fresh({ name, roles, rows: [], accountable_at_most: most }))
    this.#turn += 1
  }

  drop(matrix: string | undefined): void {
    this.#works.delete(matrix ?? NEW)
    this.#turn += 1
  }
}

export const inHand = new InHand()
