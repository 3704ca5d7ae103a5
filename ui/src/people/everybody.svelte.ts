import { desk } from '../frame/desk.svelte'
import type { Shortcut } from '../frame/shortcuts.svelte'
import { operations, type PeopleView } from '../lib/bindings'
import { Load } from '../lib/load.svelte'

/** People, roles, teams and absences as they stand, read again whenever something changes. */
export class Everybody extends Load<PeopleView> {
  constructor() {
    super(() => operations.people({}))
    $effect(() => {
      void desk.changes
      void this.again()
    })
  }

  /** What a deed answered takes the place of what was read. */
  take = (view: PeopleView): void => {
    this.view = view
    void desk.changed()
  }

  /** Who is here, to choose from. */
  get here(): { value: string; word: string; note: string }[] {
    return (this.view?.people ?? [])
      .filter(({ left }) => !left)
      .map(({ person, name, roles }) => ({
        value: person,
        word: name ?? person,
        note: roles.map((role) => role.name).join(', '),
      }))
  }
}

/** Why those who do not keep the desk cannot change something. */
export function keepersOnly(): string | undefined {
  return (
    desk.blocked ?? (desk.me?.keeper ? undefined : 'RevOps or the executive sponsor changes this')
  )
}

/** The row chosen in a table, and its drawer. */
export class Picked<Row> {
  #chosen = $state(-1)
  open = $state(false)

  constructor(
    private readonly rows: () => readonly Row[],
    private readonly what: string,
  ) {}

  get at(): number {
    return Math.min(this.#chosen, this.rows().length - 1)
  }
  get row(): Row | undefined {
    return this.rows()[this.at]
  }
  move(step: number): void {
    this.#chosen = Math.min(this.rows().length - 1, Math.max(0, this.at + step))
  }
  pick = (_: Row, index: number): void => {
    this.#chosen = index
    this.open = true
  }
  /** `PER-0002 Tobias Lindqvist, 2 of 8`: the chosen row, for whoever does not see it. */
  said(words: (row: Row) => string): string {
    const { row } = this
    return row === undefined ? '' : `${words(row)}, ${this.at + 1} of ${this.rows().length}`
  }

  /** The keys that walk along the table and open its drawer. */
  get shortcuts(): Shortcut[] {
    const { what } = this
    const [next, before] = [() => this.move(1), () => this.move(-1)]
    return [
      { keys: 'J', does: `Next ${what}`, run: next, hint: what, hintKeys: 'J K' },
      { keys: 'K', does: `${what[0]?.toUpperCase()}${what.slice(1)} before`, run: before },
      { keys: 'ArrowDown', does: `Next ${what}`, run: next, unlisted: true },
      { keys: 'ArrowUp', does: `${what} before`, run: before, unlisted: true },
      {
        keys: 'Space',
        does: 'Open or close the drawer',
        run: () => (this.open = !this.open),
        hint: 'drawer',
      },
      { keys: 'Enter', does: 'Open the drawer', run: () => (this.open = true), unlisted: true },
      ...(this.open
        ? [{ keys: 'Escape', does: 'Close the drawer', run: () => (this.open = false) }]
        : []),
    ]
  }
}
