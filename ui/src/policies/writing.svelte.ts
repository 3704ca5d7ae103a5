import type { PolicyGiven, PolicyKind, PolicyVersion } from '../lib/bindings'
import { given } from './words'

/** A section while it is written; `id` tells it from the others whatever it is called. */
export interface SectionWritten {
  id: number
  heading: string
  body: string
}

/** A policy while somebody writes it. */
export class Writing {
  title = $state('')
  kind = $state<PolicyKind>('other')
  roles = $state.raw<string[]>([])
  again = $state<number | null>(null)
  sections = $state<SectionWritten[]>([])
  #next = 0

  constructor(version: PolicyVersion | undefined) {
    const from = given(version)
    this.title = from.title
    this.kind = from.kind
    this.roles = from.roles
    this.again = from.again_days
    this.sections = from.sections.map((one) => ({ id: this.#next++, ...one }))
  }

  /** Adds a blank section after `at`; says where it stands. */
  add(at: number): number {
    const to = Math.min(this.sections.length, at + 1)
    this.sections.splice(to, 0, { id: this.#next++, heading: '', body: '' })
    return to
  }

  /** Moves a section up or down; says where it stands then. */
  move(at: number, by: number): number {
    const to = Math.min(this.sections.length - 1, Math.max(0, at + by))
    const [section] = this.sections.splice(at, 1)
    if (section) this.sections.splice(to, 0, section)
    return to
  }

  /** Whether something that must be said is not. */
  isWanting({ heading, body }: SectionWritten): boolean {
    return !heading.trim() || !body.trim()
  }

  given(): PolicyGiven {
    return {
      title: this.title,
      kind: this.kind,
      sections: this.sections.map(({ heading, body }) => ({ heading, body })),
      roles: this.roles,
      again_days: this.again,
    }
  }
}
