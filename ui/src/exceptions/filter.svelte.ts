import type { ExceptionKind, ExceptionRow, ExceptionSeverity } from '../lib/bindings'

export const ANY = 'any'

/** Which exceptions the lists show, and how: kept while the window is open. */
class Filter {
  /** All of them, those asked of who is signed in, or those past due. */
  whose = $state<'any' | 'asked' | 'late'>(ANY)
  kind = $state<ExceptionKind | typeof ANY>(ANY)
  severity = $state<ExceptionSeverity | typeof ANY>(ANY)
  workflow = $state<string>(ANY)
  board = $state(false)

  get narrows(): boolean {
    return [this.whose, this.kind, this.severity, this.workflow].some((one) => one !== ANY)
  }

  shows = (row: ExceptionRow): boolean =>
    (this.whose === ANY ||
      (this.whose === 'asked' ? (row.asked?.me ?? false) : row.time.state === 'late')) &&
    (this.kind === ANY || row.kind === this.kind) &&
    (this.severity === ANY || row.severity === this.severity) &&
    (this.workflow === ANY || row.workflow === this.workflow)

  clear = (): void => {
    this.whose = ANY
    this.kind = ANY
    this.severity = ANY
    this.workflow = ANY
  }
}

export const filter = new Filter()
