/** How the reviews are looked at: kept while the window is open, so that whoever comes back from a
 *  review finds the month and the day they left. */
class Shown {
  as = $state<'list' | 'month'>('list')
  /** The day chosen in the month, `2026-11-16`; today while nobody chose one. */
  day = $state<string>()
  /** Pages of earlier reviews that were asked for. */
  earlier = $state(0)

  reset(): void {
    this.as = 'list'
    this.day = undefined
    this.earlier = 0
  }
}

export const shown = new Shown()
