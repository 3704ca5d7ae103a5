/** The sheets that any screen may call for. */
class Sheets {
  shown = $state<'keys' | 'verify' | undefined>(undefined)
  close = (): void => {
    this.shown = undefined
  }
}

export const sheets = new Sheets()
