import type { Coverage, CoverageQuery, Framework, RequirementRow } from '../lib/bindings'
import { RUNNING, says } from './words'

export const ANY = 'any'

/** Which requirements are seen, in which period: kept while the window is open. */
class Seen {
  within = $state.raw<CoverageQuery>(RUNNING)
  framework = $state<Framework | typeof ANY>(ANY)
  coverage = $state<Coverage | typeof ANY>(ANY)
  words = $state('')

  get narrows(): boolean {
    return this.framework !== ANY || this.coverage !== ANY || this.words.trim() !== ''
  }

  shows = (row: RequirementRow): boolean =>
    (this.coverage === ANY || row.coverage === this.coverage) && says(row, this.words.trim())

  clear = (): void => {
    this.framework = ANY
    this.coverage = ANY
    this.words = ''
  }
}

export const seen = new Seen()
