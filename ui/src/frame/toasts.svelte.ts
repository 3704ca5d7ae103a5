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
  #holding = 0
  #waiting: [string, Shape][] = []

  say(words: string, shape: Shape = 'fine'): void {
    if (this.#holding > 0) {
      this.#waiting.push([words, shape])
      return
    }
    const id = this.#next++
    this.list = [...this.list, { id, words, shape }].slice(-3)
    setTimeout(() => this.drop(id), SHOWN_FOR)
  }

  /** Says nothing until the returned function is called: what is told as done is done by then. */
  hold(): () => void {
    this.#holding += 1
    return () => {
      this.#holding -= 1
      if (this.#holding === 0) this.#waiting.splice(0).forEach((said) => this.say(...said))
    }
  }

  drop(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id)
  }
}

export const toasts = new Toasts()
