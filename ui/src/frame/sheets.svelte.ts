/** The sheets that any screen may call for. */
class Sheets {
  shown = $state<'keys' | 'verify' | 'as-of' | undefined>(undefined)
  close = (): void => {
    this.shown = undefined
  }
}

export const sheets = new Sheets()
