import type { OnlyGiven, PlanSample, ReviewerNamed, SampleMethod } from '../lib/bindings'

/** What a plan begins with, for an item of a review. */
export type Begins = Pick<PlanSample, 'title' | 'size' | 'review' | 'item'> & {
  /** Only messages sent to people outside are drawn from, where a log tells them from other actions. */
  ofMessages: boolean
}

/** A plan while somebody writes it: what the fields show, and the plan that they say. */
export class Draft {
  title = $state('')
  why = $state('')
  method = $state<SampleMethod>('simple')
  by = $state<PlanSample['size']['by']>('percent')
  // Ten rows, or ten per cent.
  amount = $state<number | null>(10)
  strata = $state<string>()
  onlyField = $state<string>()
  onlySays = $state('')
  extend = $state(false)
  moreRows = $state<number | null>(20)
  #picked = $state<string>()
  /** The batch whose messages were chosen, so that whoever chooses otherwise is not overruled. */
  #chose: string | undefined
  #reviewer = $state<string>()

  /**
   * `usual` is the batch that is drawn from as long as nobody picked another; `able` are those whose
   * signature can draw it.
   */
  constructor(
    private readonly usual: () => string | undefined,
    private readonly able: () => ReviewerNamed[],
    private readonly begins: Begins | undefined,
  ) {
    this.title = begins?.title ?? ''
    this.why = begins?.review ? `For ${begins.review}.` : ''
    this.by = begins?.size.by ?? 'percent'
  }

  get batch(): string | undefined {
    return this.#picked ?? this.usual()
  }
  set batch(picked: string | undefined) {
    if (picked === this.batch) return
    this.#picked = picked
    // Another log may have other fields.
    this.strata = undefined
    this.onlyField = undefined
  }

  /** Chooses the rows of a batch that the item asks for, once it is known how its log spells them. */
  choose(batch: string | undefined, messages: OnlyGiven | null) {
    if (!this.begins?.ofMessages || batch !== this.batch || this.#chose === batch) return
    this.#chose = batch
    this.onlyField = messages?.field
    this.onlySays = messages?.says ?? ''
  }

  /** Whose signature draws it: whoever was picked, or the one person there is. */
  get reviewer(): string | undefined {
    const [one, ...others] = this.able()
    return this.#reviewer ?? (others.length ? undefined : one?.person)
  }
  set reviewer(picked: string | undefined) {
    this.#reviewer = picked
  }

  /**
   * What decides the draw and what it can prove, once that is said; typing a title or a reason changes
   * nothing of it. Being able to draw more belongs to it: it costs half of what the limit may be wrong by.
   */
  get draw(): PlanSample | undefined {
    const { batch, method, strata, size, extend, moreRows } = this
    if (!batch || !size || (method === 'stratified' && !strata)) return undefined
    const grows = extend && method !== 'every-kth'
    if (grows && !moreRows) return undefined
    const says = this.onlySays.trim()
    return {
      ...this.firstLook(batch),
      method,
      size,
      only: this.onlyField && says ? { field: this.onlyField, says } : null,
      strata_by: method === 'stratified' ? (strata ?? null) : null,
      extension: grows && moreRows ? { errors: 1, rows: moreRows } : null,
    }
  }

  /** What the desk is asked for while the plan is written: the draw, or just which fields the log has. */
  get look(): PlanSample | undefined {
    return this.draw ?? (this.batch ? this.firstLook(this.batch) : undefined)
  }

  get plan(): PlanSample | undefined {
    const { draw } = this
    return (
      draw && {
        ...draw,
        title: this.title.trim(),
        reviewer: this.reviewer ?? null,
        why: this.why.trim(),
      }
    )
  }

  private get size(): PlanSample['size'] | undefined {
    const { by, amount } = this
    if (amount === null || amount <= 0) return undefined
    if (by === 'number') return { by, rows: amount }
    return by === 'percent' ? { by, percent: amount } : { by, below_percent: amount }
  }

  /** A plan that nothing is said of yet. */
  private firstLook(batch: string): PlanSample {
    return {
      batch,
      title: '',
      method: 'simple',
      size: { by: 'number', rows: 1 },
      only: null,
      strata_by: null,
      attributes: [],
      extension: null,
      review: this.begins?.review ?? null,
      item: this.begins?.item ?? null,
      reviewer: null,
      why: '',
    }
  }
}
