import { keep, kept } from '../lib/kept'

export type Theme = 'system' | 'light' | 'dark'

/** Steps of text size in percent. */
export const ZOOMS = [100, 110, 125, 150, 175, 200] as const

/** For whoever looks on from the far end of the table, an item is as large as the window holds it, in rem. */
const PRESENTED = { wide: 46, high: 31.5, least: 125, most: 225 }

class Look {
  theme = $state<Theme>('system')
  zoom = $state<number>(100)
  railOpen = $state(true)
  /** Larger type and nothing but what everybody may read, for a screen that is shared. */
  presenting = $state(false)

  /** Applies what was kept, and follows the system while the theme is left to it. */
  start(): void {
    const theme = kept('theme')
    if (theme === 'light' || theme === 'dark') this.theme = theme
    const zoom = Number(kept('zoom'))
    if (ZOOMS.some((step) => step === zoom)) this.zoom = zoom
    this.railOpen = kept('rail') !== 'mini'
    this.apply()
    darkSystem()?.addEventListener('change', () => this.apply())
    window.addEventListener('resize', () => this.presenting && this.apply())
  }

  setTheme(theme: Theme): void {
    this.theme = theme
    keep('theme', theme)
    this.apply()
  }

  /** One step larger (1) or smaller (-1), or back to 100 % (0). */
  stepZoom(step: 1 | -1 | 0): void {
    const at = ZOOMS.findIndex((zoom) => zoom === this.zoom)
    const to = step === 0 ? 0 : Math.min(ZOOMS.length - 1, Math.max(0, at + step))
    this.zoom = ZOOMS[to] ?? 100
    keep('zoom', String(this.zoom))
    this.apply()
  }

  present(presenting: boolean): void {
    this.presenting = presenting
    this.apply()
  }

  toggleRail(): void {
    this.railOpen = !this.railOpen
    keep('rail', this.railOpen ? 'open' : 'mini')
  }

  private apply(): void {
    const system = darkSystem()?.matches ? 'dark' : 'light'
    document.documentElement.dataset['theme'] = this.theme === 'system' ? system : this.theme
    const zoom = this.presenting ? Math.max(this.zoom, presented()) : this.zoom
    document.documentElement.style.fontSize = `${zoom}%`
  }
}

/** Text size in percent at which an item with its figures fills the window. */
function presented(): number {
  const { wide, high, least, most } = PRESENTED
  const pixels = Math.min(window.innerWidth / wide, window.innerHeight / high)
  return Math.round(Math.min(most, Math.max(least, (pixels / 16) * 100)))
}

function darkSystem(): MediaQueryList | undefined {
  return typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined
}

export const look = new Look()
