import type { CadenceDraft, CadencesView, ItemDraft } from '../lib/bindings'
import { readTime } from '../lib/days'
import { read, show, type DayOff, type Shown } from './rhythms'

/** A cadence while somebody writes it: what the fields show, and the draft that they say. */
export class Writing {
  name = $state('')
  /** Its identifier; of a new cadence as long as nobody typed one: made from the name. */
  #typed = $state<string>()
  rhythm = $state<Shown>(show({ every: 'business-day' }))
  time = $state('')
  zone = $state<string | undefined>('')
  dayOff = $state<DayOff>('usual')
  from = $state('')
  minutes = $state<number | null>(null)
  chair = $state<string | undefined>()
  required = $state.raw<string[]>([])
  quorum = $state<number | null>(null)
  countersignedBy = $state('')
  items = $state<ItemDraft[]>([])

  /** `begins`: whether it is a new one. */
  constructor(
    start: CadenceDraft,
    readonly begins: boolean,
  ) {
    this.name = start.name
    if (!begins) this.#typed = start.cadence
    this.rhythm = show(start.rhythm)
    this.time = start.time
    this.zone = start.zone
    this.dayOff = start.on_holiday ?? 'usual'
    this.from = start.from
    this.minutes = start.minutes
    this.chair = start.chair
    this.required = start.required
    this.quorum = start.quorum
    this.countersignedBy = start.countersigned_by ?? ''
    this.items = structuredClone(start.checklist)
  }

  get identifier(): string {
    return this.#typed ?? identifierOf(this.name)
  }
  set identifier(typed: string) {
    this.#typed = typed.toLowerCase()
  }

  get planned(): number {
    return this.items.reduce((sum, { minutes }) => sum + minutes, 0)
  }

  get draft(): CadenceDraft {
    return {
      cadence: this.identifier,
      name: this.name,
      rhythm: read($state.snapshot(this.rhythm)),
      time: readTime(this.time) ?? this.time,
      zone: this.zone ?? '',
      on_holiday: this.dayOff === 'usual' ? null : this.dayOff,
      minutes: this.minutes ?? 0,
      chair: this.chair ?? '',
      required: this.required,
      quorum: this.quorum ?? 0,
      countersigned_by: this.countersignedBy || null,
      from: this.from,
      checklist: $state.snapshot(this.items),
    }
  }

  /** An item more, after the one at `at`; answers where it stands. */
  add(at: number): number {
    const taken = (id: string) => this.items.some(({ item }) => item === id)
    let number = this.items.length + 1
    while (taken(`item-${number}`)) number += 1
    const group = this.items[at]?.group ?? ''
    const blank = {
      title: '',
      question: '',
      guidance: '',
      minutes: 5,
      figures: [],
      metrics: [],
      pulls: [],
    }
    const place = Math.min(at + 1, this.items.length)
    this.items.splice(place, 0, { item: `item-${number}`, group, ...blank })
    return place
  }

  /** Moves an item by so many places; answers where it stands then. */
  move(at: number, by: number): number {
    const to = Math.min(this.items.length - 1, Math.max(0, at + by))
    const [item] = this.items.splice(at, 1)
    if (item) this.items.splice(to, 0, item)
    return to
  }
}

/** What a new cadence starts from: a weekly half hour with one question. */
export function blankCadence(view: CadencesView, today: string): CadenceDraft {
  const chair = view.roles.find(({ role }) => role === 'revops') ?? view.roles[0]
  return {
    cadence: '',
    name: '',
    rhythm: { every: 'week', on: 'Mon' },
    time: '10:00',
    zone: view.zone,
    on_holiday: null,
    minutes: 30,
    chair: chair?.role ?? '',
    required: chair ? [chair.role] : [],
    quorum: chair ? 1 : 0,
    countersigned_by: null,
    from: today,
    checklist: [
      {
        item: 'item-1',
        title: '',
        group: '',
        question: '',
        guidance: '',
        minutes: 10,
        figures: [],
        metrics: [],
        pulls: [],
      },
    ],
  }
}

/** `Vendor check` becomes `vendor-check`: small letters, digits and single hyphens. */
export function identifierOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40)
    .replace(/-+$/, '')
}
