/** Small habits of this window (theme, zoom, rail), kept on this machine only. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`countersign.${name}`)
  } catch {
    return null
  }
}

/** Keeps a habit; a window that may not keep anything just forgets it. */
export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`countersign.${name}`, value)
  } catch {
    // Nothing depends on it.
  }
}
