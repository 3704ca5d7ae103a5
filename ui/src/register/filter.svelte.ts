import type { RegisterRow } from '../lib/bindings'
import { KIND, nameOf } from './words'

export const ANY = 'any'
export const NONE = 'none'

/** What the person wants to see of the register. */
export class Filter {
  words = $state('')
  status = $state(ANY)
  tier = $state(ANY)
  owner = $state(ANY)
  risk = $state(ANY)
  kind = $state(ANY)

  get narrow(): boolean {
    const chips = [this.status, this.tier, this.owner, this.risk, this.kind]
    return this.words.trim() !== '' || chips.some((chip) => chip !== ANY)
  }

  clear(): void {
    this.words = ''
    this.status = this.tier = this.owner = this.risk = this.kind = ANY
  }

  /** The rows that fit every chip and hold every word typed. */
  of(rows: readonly RegisterRow[]): RegisterRow[] {
    const words = this.words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
    return rows.filter(
      (row) =>
        fits(this.status, row.status) &&
        fits(this.tier, row.tier ?? NONE) &&
        fits(this.owner, row.owner ?? NONE) &&
        fits(this.kind, row.kind ?? NONE) &&
        this.fitsRisk(row) &&
        words.every((word) => hay(row).includes(word)),
    )
  }

  private fitsRisk({ data_risks }: RegisterRow): boolean {
    if (this.risk === ANY) return true
    if (this.risk === NONE) return !data_risks
    return data_risks?.some((risk) => risk === this.risk) ?? false
  }
}

function fits(wanted: string, is: string): boolean {
  return wanted === ANY || wanted === is
}

function hay(row: RegisterRow): string {
  const kind = row.kind && KIND[row.kind]
  return [row.workflow, nameOf(row), row.owner, row.approver, row.vendor, row.product, kind]
    .filter(Boolean)
    .join(' ')
    .toLocaleLowerCase()
}
