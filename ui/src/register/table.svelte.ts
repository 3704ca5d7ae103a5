import type { RegisterColumn, RegisterRow } from '../lib/bindings'
import { keep, kept } from '../lib/kept'
import { COLUMNS, GROUPS, USUAL } from './columns'
import { KIND, nameOf, PHASE, STATUS } from './words'

export const ANY = 'any'
export const NONE = 'none'
export const FOUND_LIVE = 'found-live'

/** What can be kept of a table under a name. */
export interface Arrangement {
  words: string
  status: string
  tier: string
  owner: string
  risk: string
  kind: string
  phase: string
  vendor: string
  sort: RegisterColumn
  descending: boolean
  group: RegisterColumn | null
  columns: RegisterColumn[]
}

/** A named arrangement. */
export interface SavedView {
  name: string
  arrangement: Arrangement
}

/** A line of the table: a group's head, or a workflow. */
export type Line =
  | { group: string; count: number; row?: undefined }
  | { group?: undefined; row: RegisterRow; index: number }

const PLAIN: Arrangement = {
  words: '',
  status: ANY,
  tier: ANY,
  owner: ANY,
  risk: ANY,
  kind: ANY,
  phase: ANY,
  vendor: ANY,
  sort: 'reference',
  descending: false,
  group: null,
  columns: [...USUAL],
}

/** Views everybody finds. */
export const BUILT_IN: readonly SavedView[] = [
  { name: 'All workflows', arrangement: PLAIN },
  { name: 'By phase', arrangement: { ...PLAIN, group: 'phase' } },
  { name: 'Found live', arrangement: { ...PLAIN, status: FOUND_LIVE } },
  {
    name: 'Vendors',
    arrangement: {
      ...PLAIN,
      group: 'vendor',
      columns: ['reference', 'name', 'model', 'tier', 'status', 'certifications', 'owner'],
    },
  },
]

/** What a person wants to see of the register, and in which order. */
class RegisterTable {
  words = $state('')
  status = $state(ANY)
  tier = $state(ANY)
  owner = $state(ANY)
  risk = $state(ANY)
  kind = $state(ANY)
  phase = $state(ANY)
  vendor = $state(ANY)
  sort = $state<RegisterColumn>('reference')
  descending = $state(false)
  group = $state<RegisterColumn | null>(null)
  columns = $state<RegisterColumn[]>([...USUAL])

  get narrow(): boolean {
    return this.words.trim() !== '' || CHIPS.some((chip) => this[chip] !== ANY)
  }

  /** Shows every row again, arranged as it is. */
  clear(): void {
    this.words = ''
    for (const chip of CHIPS) this[chip] = ANY
  }

  reset(): void {
    this.arrange(PLAIN)
  }

  arrange(to: Arrangement): void {
    // A view kept by an older window may lack what came later.
    Object.assign(this, { ...PLAIN, ...to })
    this.columns = (to.columns ?? USUAL).filter((column) => column in COLUMNS)
  }

  get arrangement(): Arrangement {
    const { words, status, tier, owner, risk, kind, phase, vendor } = this
    const { sort, descending, group } = this
    const columns = [...this.columns]
    return {
      words,
      status,
      tier,
      owner,
      risk,
      kind,
      phase,
      vendor,
      sort,
      descending,
      group,
      columns,
    }
  }

  /** Sorts by a column; by the same again the other way round. */
  sortBy(column: RegisterColumn): void {
    this.descending = this.sort === column && !this.descending
    this.sort = column
  }

  /** The rows that fit every chip and hold every word typed, in order and in their groups. */
  of(rows: readonly RegisterRow[]): RegisterRow[] {
    const words = this.words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
    const fitting = rows.filter(
      (row) =>
        this.fitsStatus(row) &&
        fits(this.tier, row.tier ?? NONE) &&
        fits(this.owner, row.owner ?? NONE) &&
        fits(this.kind, row.kind ?? NONE) &&
        fits(this.phase, row.phase ?? NONE) &&
        fits(this.vendor, row.vendor ?? NONE) &&
        this.fitsRisk(row) &&
        (words.length === 0 || words.every((word) => hay(row).includes(word))),
    )
    const sorted = fitting.sort(this.order(this.sort, this.descending))
    return this.group ? sorted.sort(this.order(this.group, false)) : sorted
  }

  /** The rows with the heads of their groups between them. */
  lines(rows: readonly RegisterRow[]): Line[] {
    const name = this.group && GROUPS[this.group]
    if (!name) return rows.map((row, index) => ({ row, index }))
    const counts: Record<string, number> = {}
    for (const row of rows) counts[name(row)] = (counts[name(row)] ?? 0) + 1
    const lines: Line[] = []
    let last: string | undefined
    rows.forEach((row, index) => {
      const group = name(row)
      if (group !== last) lines.push({ group, count: counts[group] ?? 0 })
      last = group
      lines.push({ row, index })
    })
    return lines
  }

  /** What the filter says, for the head of an export; empty when all is shown. */
  says(): string {
    const said = CHIPS.filter((chip) => this[chip] !== ANY).map(
      (chip) => `${CHIP_WORDS[chip]} ${this[chip] === NONE ? 'not stated' : wordOf(this[chip])}`,
    )
    if (this.words.trim()) said.push(`holding “${this.words.trim()}”`)
    return said.join(', ')
  }

  private order(column: RegisterColumn, descending: boolean) {
    const { by } = COLUMNS[column]
    const sign = descending ? -1 : 1
    return (a: RegisterRow, b: RegisterRow): number => {
      const [one, other] = [by(a), by(b)]
      if (one === null || other === null) return Number(one === null) - Number(other === null)
      if (typeof one === 'number' && typeof other === 'number') return sign * (one - other)
      return sign * COLLATOR.compare(String(one), String(other))
    }
  }

  private fitsStatus({ status, found_live }: RegisterRow): boolean {
    return this.status === FOUND_LIVE ? found_live : fits(this.status, status)
  }

  private fitsRisk({ data_risks }: RegisterRow): boolean {
    if (this.risk === ANY) return true
    if (this.risk === NONE) return !data_risks
    return data_risks?.some((risk) => risk === this.risk) ?? false
  }
}

/** One table, so that coming back from a workflow's page finds it as it was left. */
export const table = new RegisterTable()

/**
 * Named views of one person in one workspace, kept on this machine: how somebody likes to look at
 * the register is a habit and nothing anybody has to sign.
 */
export const views = {
  of: (who: string): SavedView[] => {
    try {
      return JSON.parse(kept(`views.${who}`) ?? '[]') as SavedView[]
    } catch {
      return []
    }
  },
  save: (who: string, view: SavedView): SavedView[] => {
    const rest = views.of(who).filter(({ name }) => name !== view.name)
    return put(who, [...rest, view])
  },
  forget: (who: string, name: string): SavedView[] =>
    put(
      who,
      views.of(who).filter((view) => view.name !== name),
    ),
}

function put(who: string, list: SavedView[]): SavedView[] {
  keep(`views.${who}`, JSON.stringify(list))
  return list
}

const CHIPS = ['status', 'tier', 'owner', 'risk', 'kind', 'phase', 'vendor'] as const
const CHIP_WORDS: Record<(typeof CHIPS)[number], string> = {
  status: 'status',
  tier: 'tier',
  owner: 'owner',
  risk: 'data risk',
  kind: 'kind',
  phase: 'phase',
  vendor: 'vendor',
}
const COLLATOR = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

function wordOf(value: string): string {
  const tables: Record<string, string>[] = [PHASE, KIND]
  const word = tables.map((one) => one[value]).find(Boolean)
  return word ?? STATUS[value as keyof typeof STATUS]?.word ?? value.replaceAll('-', ' ')
}

function fits(wanted: string, is: string): boolean {
  return wanted === ANY || wanted === is
}

function hay(row: RegisterRow): string {
  const { workflow, owner, approver, vendor, product, model, ai_does, human_does } = row
  const kind = row.kind && KIND[row.kind]
  return [workflow, nameOf(row), owner, approver, vendor, product, model, ai_does, human_does, kind]
    .filter(Boolean)
    .join(' ')
    .toLocaleLowerCase()
}
