import type { Component } from 'svelte'

interface Parts {
  Screens: Component
  Sheets: Component
}

/** The screens and sheets that nobody sees at the start: Today is painted before they are read. */
class Later {
  parts = $state.raw<Parts>()
  #reading?: Promise<void>

  /** Reads them, once. */
  read = (): Promise<void> =>
    (this.#reading ??= Promise.all([import('./Screens.svelte'), import('./Sheets.svelte')]).then(
      ([{ default: Screens }, { default: Sheets }]) => void (this.parts = { Screens, Sheets }),
    ))
}

export const later = new Later()
