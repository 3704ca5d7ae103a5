import { SvelteMap } from 'svelte/reactivity'
import { keep, kept } from '../lib/kept'
import { desk } from '../frame/desk.svelte'
import {
  operations,
  type ItemRow,
  type Outcome,
  type ReviewView,
  type Spent,
  type TierVerdict,
} from '../lib/bindings'
import { isCode } from '../lib/words'
import { TierDrafts } from './tiers.svelte'

interface Draft {
  outcome: Outcome | undefined
  note: string
}

/** A refusal that belongs to one item and shows at its note. */
interface ItemFault {
  item: string
  says: string
}

// Kept while the window is open: leaving the screen must not lose a note half typed.
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing on screen depends on what is kept
const held = new Map<string, Holding>()

/** Holding a review: where the chair stands, what is typed but not yet answered, time per item. */
export class Holding {
  view = $state.raw<ReviewView>() as ReviewView
  at = $state(0)
  fault = $state<unknown>(undefined)
  itemFault = $state.raw<ItemFault | undefined>(undefined)
  saving = $state(0)
  /** How often an answer waited for verdicts on tiers: whoever shows them leads to the first. */
  unjudged = $state(0)
  tiers = new TierDrafts()
  #drafts = new SvelteMap<string, Draft>()
  #spent = new SvelteMap<string, number>()
  #line: Promise<boolean> = Promise.resolve(true)

  /** Goes on where the chair stood, also after a look at another screen. */
  static resume(workspace: string, view: ReviewView): Holding {
    const name = `${workspace} ${view.review}`
    const holding = held.get(name) ?? new Holding(view, name)
    held.set(name, holding)
    holding.view = view
    return holding
  }

  /** The workspace is closed: nothing of it is kept. */
  static forget(): void {
    held.clear()
  }

  constructor(
    view: ReviewView,
    private readonly name: string,
  ) {
    this.view = view
    for (const { item, seconds } of keptTimes(name)) this.#spent.set(item, seconds)
    const first = view.items.findIndex(({ outcome }) => outcome === null)
    this.at = Math.max(0, first)
  }

  get item(): ItemRow | undefined {
    return this.view.items[this.at]
  }
  /** Where to go from here: the next item; from the last one the first still open, if any. */
  get next(): ItemRow | undefined {
    const after = this.view.items[this.at + 1]
    return after ?? this.view.items.find((item) => item !== this.item && !this.outcome(item))
  }
  get before(): ItemRow | undefined {
    return this.view.items[this.at - 1]
  }
  /** Seconds spent on all items. */
  get used(): number {
    return this.view.items.reduce((sum, item) => sum + this.spent(item), 0)
  }

  /** Seconds spent on each item, to the second. */
  get times(): Spent[] {
    return this.view.items.map((item) => ({
      item: item.item,
      seconds: Math.round(this.spent(item)),
    }))
  }

  spent(item: ItemRow): number {
    return Math.max(this.#spent.get(item.item) ?? 0, item.seconds)
  }
  outcome(item: ItemRow): Outcome | undefined {
    return this.#drafts.get(item.item)?.outcome ?? item.outcome ?? undefined
  }
  note(item: ItemRow): string {
    return this.#drafts.get(item.item)?.note ?? item.note ?? ''
  }
  /** Whether what is typed for the item is not answered yet. */
  isDraft(item: ItemRow): boolean {
    return this.#drafts.has(item.item) || this.tiers.of(item).length > 0
  }

  /** So many seconds passed on the current item. */
  tick(seconds: number): void {
    const item = this.item
    // What is recorded after the meeting takes no time of it.
    if (!item || !this.view.yours || this.view.held) return
    this.#spent.set(item.item, this.spent(item) + seconds)
    keep(`times.${this.name}`, JSON.stringify(this.times))
  }

  /** The review is closed: its times are signed, and nothing of them is kept here. */
  settle(): void {
    keep(`times.${this.name}`, '')
    held.delete(this.name)
  }

  /** Picks an outcome. Fine is answered at once; the others wait for their note. */
  pick(outcome: Outcome): void {
    const item = this.item
    if (!item || !this.view.yours) return
    this.#change(item, { outcome, note: this.note(item) })
    if (outcome === 'fine' || this.note(item).trim()) void this.save()
  }

  write(note: string): void {
    const item = this.item
    if (item) this.#change(item, { outcome: this.outcome(item), note })
  }

  /** Says what becomes of a workflow's tier; it goes with the item's answer. */
  judge(workflow: string, verdict: TierVerdict, note: string): void {
    const item = this.item
    if (!item || !this.view.yours) return
    this.itemFault = undefined
    this.fault = undefined
    this.tiers.give(item, { workflow, verdict, note })
  }

  go(index: number): void {
    if (index < 0 || index >= this.view.items.length || index === this.at) return
    const item = this.item
    if (item && this.#ready(item)) void this.save()
    this.itemFault = undefined
    this.at = index
  }

  /**
   * Answers the item and goes to the next one; says what is missing when it can't.
   * True when there is nowhere left to go.
   */
  async onward(): Promise<boolean> {
    const item = this.item
    if (!item) return false
    const missing = this.#missing(item)
    if (missing) {
      this.itemFault = { item: item.item, says: missing }
      return false
    }
    const from = this.at
    if (!(await this.save()) || this.at !== from) return false
    const { next } = this
    if (next) this.go(this.view.items.indexOf(next))
    return next === undefined
  }

  /** Answers what is typed for the current item. One answer at a time, none lost. */
  save(): Promise<boolean> {
    const item = this.item
    const outcome = item && this.outcome(item)
    if (!item || !outcome || !this.#ready(item)) return this.#line
    const note = this.note(item)
    this.#line = this.#line.then(() => this.#answer(item, outcome, note))
    return this.#line
  }

  /** What is on screen changed after the answer: the same answer is given again, with it. */
  again(): Promise<boolean> {
    const { item } = this
    if (!item?.outcome || this.isDraft(item)) return this.#line
    const { outcome, note } = item
    this.#line = this.#line.then(() => this.#answer(item, outcome, note ?? ''))
    return this.#line
  }

  async #answer(item: ItemRow, outcome: Outcome, note: string): Promise<boolean> {
    const unchanged = this.#drafts.get(item.item)
    const tiers = [...this.tiers.of(item)]
    this.saving += 1
    try {
      const { review } = this.view
      const seconds = Math.round(this.spent(item))
      const said = { outcome, note, seconds, tiers }
      this.view = await operations.answer_item({ review, item: item.item, ...said })
      this.tiers.settle(item, tiers)
      if (this.#drafts.get(item.item) === unchanged) this.#drafts.delete(item.item)
      this.fault = undefined
      await desk.refresh()
      return true
    } catch (fault) {
      this.fault = fault
      if (isCode(fault, 'tiers-unjudged')) {
        this.unjudged += 1
        // Nothing shows an outcome that was refused.
        this.#change(item, { outcome: item.outcome ?? undefined, note: this.note(item) })
      }
      return false
    } finally {
      this.saving -= 1
    }
  }

  #change(item: ItemRow, draft: Draft): void {
    this.itemFault = undefined
    const same = draft.outcome === (item.outcome ?? undefined) && draft.note === (item.note ?? '')
    if (same) this.#drafts.delete(item.item)
    else this.#drafts.set(item.item, draft)
  }

  #ready(item: ItemRow): boolean {
    return this.isDraft(item) && this.#missing(item) === undefined
  }

  #missing(item: ItemRow): string | undefined {
    const outcome = this.outcome(item)
    if (!outcome) return 'Pick an outcome first: F, A, B or N.'
    if (outcome !== 'fine' && !this.note(item).trim()) return 'Say in a sentence what you saw.'
    return undefined
  }
}

/** Seconds of items that a window closed in the middle of a call had kept. */
function keptTimes(name: string): Spent[] {
  try {
    const read: unknown = JSON.parse(kept(`times.${name}`) || '[]')
    return Array.isArray(read) ? read.filter(isSpent) : []
  } catch {
    return []
  }
}

function isSpent(one: unknown): one is Spent {
  const { item, seconds } = (one ?? {}) as Partial<Spent>
  return typeof item === 'string' && Number.isInteger(seconds) && Number(seconds) >= 0
}

/** What still keeps a review from being closed, in the words of its button; undefined when nothing. */
export function blocks(view: ReviewView): string | undefined {
  if (view.left > 0) return `${view.left} to go`
  const chair = view.attendance.find((row) => row.chair)
  if (chair?.presence && chair.presence !== 'present') return 'the chair is away'
  if (view.attendance.some(({ presence }) => presence === null)) return 'attendance to state'
  if (view.reached < view.quorum) return `quorum ${view.reached} of ${view.quorum}`
  return undefined
}
