import type {
  ChangeGiven,
  DecisionKind,
  Difference,
  EvidenceAsked,
  Fact,
  Given,
  KindShown,
  PermitClass,
  ProposeDecision,
  RegisterRow,
  RequestShown,
} from '../lib/bindings'

/** What a proposal begins with, where the screen it is proposed from knows. */
export interface Start {
  kind: DecisionKind
  title?: string
  rationale?: string
  rollbackPlan?: string
  lead?: string
  /** What changes; built from the sheet's own fields, when absent. */
  change?: ChangeGiven | undefined
  workflow?: string | undefined
  /** What is asked for, as it was asked before. */
  request?: RequestShown
  /** What changes outside the register, as it was written before. */
  outside?: readonly Difference[]
}

/** A change in the system itself, as it is typed. */
export interface Outside {
  field: string
  before: string
  after: string
}

/** A proposal as it is written. */
export class Draft {
  kind = $state<DecisionKind>('other')
  title = $state('')
  rationale = $state('')
  rollbackPlan = $state('')
  shown = $state<Partial<Record<EvidenceAsked, { words: string; at: string }>>>({})
  workflow = $state<string>()
  guardrails = $state('')
  outside = $state<Outside[]>([])
  what = $state('')
  permitClass = $state<PermitClass>('one')
  lastDay = $state('')
  count = $state<number | null>(null)
  discount = $state('')
  to = $state('')
  segments = $state('')

  constructor(readonly start: Start | undefined) {
    if (!start) return
    this.kind = start.kind
    this.title = start.title ?? ''
    this.rationale = start.rationale ?? ''
    this.rollbackPlan = start.rollbackPlan ?? ''
    this.workflow = start.change?.of === 'workflow' ? start.change.workflow : start.workflow
    this.outside = (start.outside ?? []).map(({ field, before, after }) => ({
      field,
      before: before ?? '',
      after: after ?? '',
    }))
    if (start.request) this.#ask(start.request)
  }

  #ask({ what, permit }: RequestShown): void {
    this.what = what ?? ''
    if (!permit) return
    this.permitClass = permit.class
    this.lastDay = permit.last_day
    this.count = permit.count
    this.discount = permit.discount_percent ?? ''
    this.to = permit.to ?? ''
    this.segments = permit.segments.join('\n')
  }

  /** The proposal; nothing while it is not said what changes. */
  request(kind: KindShown, register: readonly RegisterRow[]): ProposeDecision | undefined {
    const change = this.#change(kind, register)
    if (!change) return undefined
    return {
      kind: this.kind,
      title: this.title,
      rationale: this.rationale,
      rollback_plan: this.rollbackPlan,
      evidence: Object.entries(this.shown)
        .map(([asked, { words, at }]) => ({
          asked: asked as EvidenceAsked,
          words: words.trim(),
          at: at.split(/[\s,;]+/).filter(Boolean),
        }))
        .filter(({ words, at }) => words !== '' || at.length > 0),
      change,
    }
  }

  #change(kind: KindShown, register: readonly RegisterRow[]): ChangeGiven | undefined {
    const fixed = this.start?.change
    const outside = this.outside
      .map(({ field, before, after }) => ({ field, before, after }))
      .filter(({ field }) => field.trim() !== '')
    if (fixed) return fixed.of === 'workflow' ? { ...fixed, outside } : fixed
    if (kind.takes.includes('request')) {
      return {
        of: 'request',
        what: this.what,
        workflow: this.workflow ?? null,
        permit: kind.permits
          ? {
              class: this.permitClass,
              last_day: this.lastDay,
              count: this.count,
              discount_percent: this.discount.trim(),
              to: this.to.trim(),
              segments: lines(this.segments),
            }
          : null,
      }
    }
    const row = register.find(({ workflow }) => workflow === this.workflow)
    if (!row || !kind.takes.includes('workflow')) return undefined
    const guardrails = lines(this.guardrails)
    const same = guardrails.join('\n') === row.guardrails.join('\n')
    const given: Given[] =
      kind.kind === 'guardrail' && !same ? [{ fact: 'guardrails', to: guardrails }] : []
    const { workflow, changed_entry: seen } = row
    return { of: 'workflow', workflow, seen, given, status: null, outside }
  }
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
}

/** The fact of a workflow that something given is about. */
export function factOf(given: Given): Fact {
  return given.fact === 'permission' ? 'permissions' : given.fact
}

/** Kinds that may change all of this, the most fitting first: whichever allows the fewest other facts. */
export function fitting(kinds: readonly KindShown[], given: readonly Given[]): KindShown[] {
  const facts = given.map(factOf)
  return kinds
    .filter(
      (kind) =>
        kind.takes.includes('workflow') &&
        kind.kind !== 'launch' &&
        facts.every((fact) => kind.facts.includes(fact)),
    )
    .toSorted((a, b) => rank(a.kind) - rank(b.kind) || a.facts.length - b.facts.length)
}

// A step in autonomy is what most changes to permissions are.
function rank(kind: DecisionKind): number {
  return kind === 'tier-or-stage' ? 0 : 1
}
