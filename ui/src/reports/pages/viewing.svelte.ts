import { tick } from 'svelte'
import type { Pages, Spot } from './pdf'

/** Dots of the page's own unit, a 96th of an inch, in a point. */
const DOTS = 96 / 72
/** Between pages and round them, in dots. */
const GAP = 16
const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4]

/** How a report's pages are looked at: which part of them, and how large. */
export class Viewing {
  pages = $state.raw<Pages>()
  /** As wide as there is room, or so many times the paper's own size. */
  zoom = $state<number | 'width'>('width')
  /** The page that is read, from 0: the one that stands a third down what is seen. */
  at = $state(0)
  /** What stands at the top of what is seen. */
  top = $state.raw<Spot>({ page: 0, down: 0 })
  #scroller: HTMLElement | undefined
  #width = $state(0)

  readonly sizes = $derived(this.pages?.sizes ?? [])
  readonly #widest = $derived(Math.max(1, ...this.sizes.map(({ width }) => width)))
  /** Dots a point. */
  readonly scale = $derived(
    this.zoom === 'width'
      ? Math.max(0.2, (this.#width - 2 * GAP) / this.#widest)
      : this.zoom * DOTS,
  )
  readonly percent = $derived(Math.round((this.scale / DOTS) * 100))
  /** Where each page begins, in dots from the top of the first. */
  readonly tops = $derived.by(() => {
    let top = GAP
    return this.sizes.map(({ height }) => {
      const begins = top
      top += Math.floor(height * this.scale) + GAP
      return begins
    })
  })

  /** Follows what scrolls the pages, until the returned function is called. */
  follow = (scroller: HTMLElement): (() => void) => {
    this.#scroller = scroller
    this.#width = scroller.clientWidth
    const seen = () => this.#read()
    const sized = new ResizeObserver(() => {
      if (scroller.clientWidth !== this.#width)
        void this.#keeping(() => (this.#width = scroller.clientWidth))
    })
    sized.observe(scroller)
    scroller.addEventListener('scroll', seen, { passive: true })
    return () => {
      sized.disconnect()
      scroller.removeEventListener('scroll', seen)
      this.#scroller = undefined
    }
  }

  /** Shows a place of the report at the top. */
  go = ({ page, down }: Spot): void => {
    const [top, size] = [this.tops[page], this.sizes[page]]
    if (top === undefined || !size) return
    const inside = down * size.height * this.scale - GAP
    this.#scroller?.scrollTo?.({ top: top + inside })
    this.at = page
    this.top = { page, down }
  }

  /** Goes so many pages on, or back. */
  turn = (step: number): void => {
    this.go({ page: Math.min(this.sizes.length - 1, Math.max(0, this.at + step)), down: 0 })
  }

  /** Scrolls by so many heights of what is seen. */
  scroll = (heights: number): void => {
    const scroller = this.#scroller
    scroller?.scrollBy?.({ top: heights * scroller.clientHeight })
  }

  fit = (): Promise<void> => this.#keeping(() => (this.zoom = 'width'))

  larger = (): Promise<void> => this.#step(STEPS.find((step) => step * DOTS > this.scale + 0.01))

  smaller = (): Promise<void> =>
    this.#step(STEPS.findLast((step) => step * DOTS < this.scale - 0.01))

  #step(zoom: number | undefined): Promise<void> {
    return this.#keeping(() => (this.zoom = zoom ?? this.zoom))
  }

  /** What is read stays where it is, however large it becomes. */
  async #keeping(change: () => void): Promise<void> {
    const here = this.#here()
    change()
    await tick()
    const [top, size] = [this.tops[here.page], this.sizes[here.page]]
    if (top === undefined || !size || !this.#scroller) return
    this.#scroller.scrollTop = top + here.down * size.height * this.scale
  }

  #read(): void {
    const eye = (this.#scroller?.scrollTop ?? 0) + (this.#scroller?.clientHeight ?? 0) / 3
    this.at = Math.max(
      0,
      this.tops.findLastIndex((top) => top <= eye),
    )
    this.top = this.#here()
  }

  #here(): Spot {
    const scrolled = this.#scroller?.scrollTop ?? 0
    // A page's own beginning is shown with the gap before it.
    const page = Math.max(
      0,
      this.tops.findLastIndex((top) => top <= scrolled + GAP),
    )
    const height = (this.sizes[page]?.height ?? 1) * this.scale
    return { page, down: (scrolled - (this.tops[page] ?? 0)) / height }
  }
}
