/** Where the person is, kept in the address so that links, back and forward work. */
export type Screen =
  'today' | 'actions' | 'raci' | 'register' | 'reviews' | 'metrics' | 'log' | 'settings'

const SCREENS: readonly Screen[] = [
  'today',
  'actions',
  'raci',
  'reviews',
  'register',
  'metrics',
  'log',
  'settings',
]

class Place {
  screen = $state<Screen>('today')
  /** The reference of the one thing shown, such as a review. */
  about = $state<string | undefined>(undefined)

  /** Reads the address now and whenever it changes. */
  follow(): () => void {
    const read = () => this.read()
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }

  go(screen: Screen, about?: string): void {
    window.location.hash = address(screen, about)
    this.read()
  }

  private read(): void {
    const [screen, about] = window.location.hash.replace(/^#\/?/, '').split('/')
    this.screen = SCREENS.find((name) => name === screen) ?? 'today'
    this.about = about ? decodeURIComponent(about) : undefined
  }
}

export function address(screen: Screen, about?: string): string {
  return about ? `#/${screen}/${encodeURIComponent(about)}` : `#/${screen}`
}

export const place = new Place()
