import type { Shape } from '../kit/shape'

/** Something that has happened, said once and briefly. */
export interface Toast {
  id: number
  words: string
  shape: Shape
}

const SHOWN_FOR = 6000

class Toasts {
  list = $state<Toast[]>([])
  #next = 1

  say(words: string, shape: Shape = 'fine'): void {
    const id = this.#next++
    this.list = [...this.list, { id, words, shape }].slice(-3)
    setTimeout(() => this.drop(id), SHOWN_FOR)
  }

  drop(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id)
  }
}

export const toasts = new Toasts()
