import type { Component } from 'svelte'

/** Something that can be found or done by typing. */
export interface Entry {
  id: string
  group: 'Do' | 'Go to'
  words: string
  /** A reference set lighter before the words. */
  reference?: string
  icon: Component
  keys?: string
  run: () => void
}

class Palette {
  shown = $state(false)
  // A component that leaves still sees the list as it was, so it is kept apart from what is shown.
  #all: (() => Entry[])[] = []
  #sources = $state.raw<(() => Entry[])[]>([])

  open(): void {
    this.shown = true
  }
  close(): void {
    this.shown = false
  }

  /** Offers a screen's entries for as long as it is shown. Call while a component is set up. */
  offer(source: () => Entry[]): void {
    $effect.pre(() => {
      this.#set([...this.#all, source])
      return () => this.#set(this.#all.filter((other) => other !== source))
    })
  }

  /** What matches every word typed, `Do` first, at most `limit` of each group. */
  find(query: string, limit = 8): Entry[] {
    const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
    const fits = ({ reference = '', words: text }: Entry) => {
      const hay = `${reference} ${text}`.toLocaleLowerCase()
      return words.every((word) => hay.includes(word))
    }
    const all = this.#sources.flatMap((source) => source()).filter(fits)
    const of = (group: Entry['group']) => all.filter((one) => one.group === group).slice(0, limit)
    return [...of('Do'), ...of('Go to')]
  }

  #set(sources: (() => Entry[])[]): void {
    this.#all = sources
    this.#sources = sources
  }
}

export const palette = new Palette()
