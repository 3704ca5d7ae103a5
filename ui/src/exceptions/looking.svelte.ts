import {
  operations,
  type ExceptionRow,
  type ExceptionsView,
  type OverridesView,
  type StopsView,
} from '../lib/bindings'
import { Load } from '../lib/load.svelte'
import { filter } from './filter.svelte'

export type Part = 'open' | 'over' | 'overrides' | 'stops'

/** In the order of the board's columns. */
const COLUMN = { open: 0, reopened: 0, acknowledged: 1, waiting: 2, resolved: 3 }

/** What of all that went wrong is looked at: which part of it, and which one. */
export class Looking {
  readonly exceptions = new Load<ExceptionsView>(() => operations.exceptions({}))
  readonly overrides = new Load<OverridesView>(() => operations.overrides({}))
  readonly stops = new Load<StopsView>(() => operations.stops({}))

  part = $state<Part>('open')
  chosen = $state<string>()
  drawer = $state(false)

  readonly open = $derived((this.exceptions.view?.open ?? []).filter(filter.shows))
  readonly over = $derived((this.exceptions.view?.over ?? []).filter(filter.shows))
  readonly board = $derived(filter.board && this.part === 'open')
  readonly parts = $derived<{ id: Part; word: string; count: number | undefined }[]>([
    { id: 'open', word: 'Open', count: this.open.length },
    { id: 'over', word: 'Resolved', count: this.over.length },
    { id: 'overrides', word: 'Overrides', count: this.overrides.view?.rows.length },
    {
      id: 'stops',
      word: 'Stops and drills',
      count: this.stops.view?.stops.filter(({ state }) => state === 'waiting').length,
    },
  ])

  /** What the arrows go through, in the order it stands on the screen. */
  readonly refs = $derived<Record<Part, string[]>>({
    open: (this.board
      ? [
          ...this.open.toSorted((one, other) => COLUMN[one.stage] - COLUMN[other.stage]),
          ...this.over,
        ]
      : this.open
    ).map(({ exception }) => exception),
    over: this.over.map(({ exception }) => exception),
    overrides: this.overrides.view?.rows.map(({ reference }) => reference) ?? [],
    stops: this.stops.view?.stops.map(({ stop }) => stop) ?? [],
  })
  readonly at = $derived(this.chosen === undefined ? -1 : this.refs[this.part].indexOf(this.chosen))
  readonly exception = $derived<ExceptionRow | undefined>(
    this.at < 0 || this.part === 'overrides' || this.part === 'stops'
      ? undefined
      : [...this.open, ...this.over].find(({ exception }) => exception === this.chosen),
  )
  readonly override = $derived(
    this.part === 'overrides' ? this.overrides.view?.rows[this.at] : undefined,
  )
  readonly stop = $derived(this.part === 'stops' ? this.stops.view?.stops[this.at] : undefined)

  move(step: number): void {
    const list = this.refs[this.part]
    this.chosen = list[Math.min(list.length - 1, Math.max(0, this.at + step))]
  }

  pick = (reference: string): void => {
    this.chosen = reference
    this.drawer = true
  }

  close = (): void => {
    this.drawer = false
  }

  choose = (part: Part): void => {
    this.part = part
    this.chosen = undefined
  }

  /** Shows one of them, whichever part it is in; whether there is such a one. */
  find(reference: string): boolean {
    const found = this.parts.find(({ id }) => this.refs[id].includes(reference))
    if (!found) return false
    this.part = found.id
    this.pick(reference)
    return true
  }
}
