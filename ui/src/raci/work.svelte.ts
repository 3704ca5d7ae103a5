import { untrack } from 'svelte'
import {
  operations,
  type RaciMark,
  type RaciMatrix,
  type RaciRow,
  type RaciTerms,
} from '../lib/bindings'
import {
  difference,
  inWords,
  lettersAt,
  moved,
  toggled,
  withActivity,
  withActivityMoved,
  withLetters,
  withoutActivity,
  withRoles,
  withRow,
  type Cell,
  type Letter,
} from './terms'

const NOTHING: RaciTerms = { name: '', roles: [], rows: [], accountable_at_most: null }

/** What somebody has in hand: a matrix as it is typed, with its undo and what lint says of it. */
export class Work {
  terms = $state.raw<RaciTerms>(NOTHING)
  marks = $state.raw<RaciMark[]>([])
  at = $state.raw<Cell>({ row: 0, role: 0 })
  /** Lint could not be asked. */
  fault = $state.raw<unknown>(undefined)
  #past = $state.raw<RaciTerms[]>([])
  #future = $state.raw<RaciTerms[]>([])
  #asking = false
  #again = false
  #settled: (() => void)[] = []

  /** `held` is none for a matrix that does not exist yet. */
  constructor(
    readonly held: RaciMatrix | null,
    /** As it is in force. */
    readonly base: RaciTerms | null,
    /** As it was taken up. */
    readonly start: RaciTerms,
    at: Cell = { row: 0, role: 0 },
  ) {
    this.terms = start
    this.marks = held?.marks ?? []
    this.at = at
    this.goTo(at)
  }

  static of(held: RaciMatrix, at?: Cell): Work {
    return new Work(held, held.in_force, held.draft ?? held.in_force ?? NOTHING, at)
  }

  /** A matrix that is not in the workspace yet. */
  static fresh(terms: RaciTerms): Work {
    const work = new Work(null, null, terms)
    void work.lint()
    return work
  }

  /** The same as `unkept` and `at`, without following them. */
  get typed(): boolean {
    return untrack(() => this.unkept)
  }
  get place(): Cell {
    return untrack(() => this.at)
  }

  // Plain getters: a derived would belong to the screen it was first read on, and end with it.

  /** Whether something was typed that is kept nowhere yet. */
  get unkept(): boolean {
    return this.terms !== this.start || this.held === null
  }
  /** What differs from what is in force, in words. */
  get words(): string {
    return inWords(difference(this.base, this.terms))
  }
  get blocking(): number {
    return this.marks.filter(({ blocks }) => blocks).length
  }
  get row(): RaciRow | undefined {
    return this.terms.rows[this.at.row]
  }
  get role(): string | undefined {
    return this.terms.roles[this.at.role]
  }
  get undoable(): boolean {
    return this.#past.length > 0
  }

  move(rows: number, roles: number): void {
    this.goTo({ row: this.at.row + rows, role: this.at.role + roles })
  }

  goTo({ row, role }: Cell): void {
    const within = (place: number, length: number) => Math.max(0, Math.min(length - 1, place))
    const next = {
      row: within(row, this.terms.rows.length),
      role: within(role, this.terms.roles.length),
    }
    if (next.row !== this.at.row || next.role !== this.at.role) this.at = next
  }

  toggle(letter: Letter, at = this.at): void {
    const letters = lettersAt(this.terms.rows[at.row], this.terms.roles[at.role])
    this.change(withLetters(this.terms, at, toggled(letters, letter)))
  }

  clear(): void {
    this.change(withLetters(this.terms, this.at, ''))
  }

  /** Below the row that is chosen. */
  add(activity: string): void {
    const place = this.terms.rows.length ? this.at.row + 1 : 0
    this.change(withActivity(this.terms, place, activity))
    this.goTo({ row: place, role: 0 })
  }

  remove(): void {
    this.change(withoutActivity(this.terms, this.at.row))
    this.goTo(this.at)
  }

  moveRow(step: number): void {
    const { row, role } = this.at
    this.change(withActivityMoved(this.terms, row, row + step))
    this.goTo({ row: row + step, role })
  }

  moveRole(step: number): void {
    const { row, role } = this.at
    this.change(withRoles(this.terms, moved(this.terms.roles, role, role + step)))
    this.goTo({ row, role: role + step })
  }

  setRoles(roles: string[]): void {
    this.change(withRoles(this.terms, roles))
    this.goTo(this.at)
  }

  rename(activity: string): void {
    if (this.row) this.change(withRow(this.terms, this.at.row, { ...this.row, activity }))
  }

  nameAccountable(person: string | null): void {
    if (!this.row || this.row.accountable === person) return
    this.change(withRow(this.terms, this.at.row, { ...this.row, accountable: person }))
  }

  setName(name: string, most: number | null): void {
    if (name === this.terms.name && most === this.terms.accountable_at_most) return
    this.change({ ...this.terms, name, accountable_at_most: most })
  }

  /** Back to how it was taken up; that can be undone too. */
  revert(): void {
    this.change(this.start)
    this.goTo(this.at)
  }

  change(terms: RaciTerms): void {
    if (terms === this.terms) return
    this.#past = [...this.#past, this.terms]
    this.#future = []
    this.terms = terms
    void this.lint()
  }

  undo(): void {
    const last = this.#past.at(-1)
    if (!last) return
    this.#past = this.#past.slice(0, -1)
    this.#future = [...this.#future, this.terms]
    this.#show(last)
  }

  redo(): void {
    const next = this.#future.at(-1)
    if (!next) return
    this.#future = this.#future.slice(0, -1)
    this.#past = [...this.#past, this.terms]
    this.#show(next)
  }

  #show(terms: RaciTerms): void {
    this.terms = terms
    this.goTo(this.at)
    void this.lint()
  }

  /**
   * Asks the desk what the rules find: they are written once, there. One question at a time; what
   * was typed meanwhile is asked as soon as the answer is there. Resolves once nothing is asked.
   */
  async lint(): Promise<void> {
    if (this.#asking) {
      this.#again = true
      return new Promise((resolve) => this.#settled.push(resolve))
    }
    this.#asking = true
    try {
      do {
        this.#again = false
        const found = await operations.lint_raci({
          matrix: this.held?.matrix ?? null,
          terms: this.terms,
        })
        if (!this.#again) this.marks = found.marks
        this.fault = undefined
      } while (this.#again)
    } catch (fault) {
      this.fault = fault
    } finally {
      this.#asking = false
      this.#settled.splice(0).forEach((resolve) => resolve())
    }
  }

  /** The cells lint marks, in order; a mark without a row has none. */
  marked(): Cell[] {
    return this.marks.flatMap(({ rows, roles }) =>
      rows.map((row) => ({ row, role: Math.max(0, this.terms.roles.indexOf(roles[0] ?? '')) })),
    )
  }

  nextMark(step: 1 | -1): void {
    const marked = this.marked()
    if (!marked.length) return
    const here = marked.findIndex(({ row, role }) => row === this.at.row && role === this.at.role)
    const start = here < 0 && step < 0 ? 0 : here
    const next = marked[(start + step + marked.length) % marked.length]
    if (next) this.goTo(next)
  }
}
