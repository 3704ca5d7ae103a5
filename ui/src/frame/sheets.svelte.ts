import type { FromItem } from '../lib/bindings'

/** The sheets that any screen may call for. */
class Sheets {
  shown = $state<'keys' | 'verify' | 'as-of' | 'stop' | 'override' | 'report' | 'pack' | undefined>(
    undefined,
  )
  /** The workflow that the sheet is about, where the screen knows it. */
  workflow = $state<string>()
  /** The item of a review that what is reported came up in. */
  item = $state.raw<FromItem>()

  /** Whether the kill switch is only to be tried. */
  drill = $state(false)

  /** Asks for a reason to stop this workflow, or lets one be chosen. */
  stop = (workflow?: string, drill = false): void => {
    this.drill = drill
    this.#about('stop', workflow)
  }
  /** Asks what was overridden, of this workflow where it is known. */
  override = (workflow?: string): void => this.#about('override', workflow)
  /** Asks what went wrong, with this workflow or out of this item of a review where it is known. */
  report = (workflow?: string, item?: FromItem): void => {
    this.item = item
    this.#about('report', workflow)
  }

  close = (): void => {
    this.shown = undefined
    this.workflow = undefined
    this.item = undefined
  }

  #about(sheet: 'stop' | 'override' | 'report', workflow?: string): void {
    this.workflow = workflow
    this.shown = sheet
  }
}

export const sheets = new Sheets()
