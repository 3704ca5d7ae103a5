import { SvelteMap } from 'svelte/reactivity'
import type { ItemRow, TierGiven, TierVerdict } from '../lib/bindings'

/** The verdicts there are, each with its key and what is pressed to see it through. */
export const VERDICTS: readonly {
  value: TierVerdict
  keys: string
  word: string
  through?: string
}[] = [
  { value: 'keep', keys: '1', word: 'Keep' },
  { value: 'lower', keys: '2', word: 'Lower', through: 'Lower it on its page' },
  {
    value: 'raise',
    keys: '3',
    word: 'Propose to raise',
    through: 'Propose the step on its page',
  },
  { value: 'retire', keys: '4', word: 'Retire', through: 'Retire it on its page' },
]

/** Verdicts on tiers that were given and not answered yet: they go with the item's answer. */
export class TierDrafts {
  #given = new SvelteMap<string, readonly TierGiven[]>()

  /** Those of an item that are still to be answered. */
  of(item: ItemRow): readonly TierGiven[] {
    return this.#given.get(item.item) ?? []
  }

  /** The verdict on one workflow as it stands on screen. */
  on(item: ItemRow, workflow: string): TierGiven | undefined {
    const typed = this.of(item).find((one) => one.workflow === workflow)
    const stands = item.tiers.find((one) => one.workflow === workflow)
    return typed ?? (stands && { workflow, verdict: stands.verdict, note: stands.note ?? '' })
  }

  give(item: ItemRow, given: TierGiven): void {
    const others = this.of(item).filter(({ workflow }) => workflow !== given.workflow)
    this.#given.set(item.item, [...others, given])
  }

  /** What was sent stands on record; what was typed meanwhile stays. */
  settle(item: ItemRow, sent: readonly TierGiven[]): void {
    const left = this.of(item).filter((one) => !sent.includes(one))
    if (left.length) this.#given.set(item.item, left)
    else this.#given.delete(item.item)
  }
}
