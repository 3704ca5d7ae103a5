/** Where the person is, kept in the address so that links, back and forward work. */
export type Screen =
  | 'today'
  | 'actions'
  | 'decisions'
  | 'findings'
  | 'exceptions'
  | 'raci'
  | 'register'
  | 'reviews'
  | 'metrics'
  | 'scorecards'
  | 'log'
  | 'settings'

const SCREENS: readonly Screen[] = [
  'today',
  'actions',
  'decisions',
  'findings',
  'exceptions',
  'raci',
  'reviews',
  'register',
  'metrics',
  'scorecards',
  'log',
  'settings',
]

class Place {
  screen = $state<Screen>('today')
  /** The reference of the one thing shown, such as a review. */
  about = $state<string | undefined>(undefined)
  /** The part of it that is looked for, such as a fact of a workflow. */
  part = $state<string | undefined>(undefined)

  /** Reads the address now and whenever it changes. */
  follow(): () => void {
    const read = () => this.read()
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }

  go(screen: Screen, about?: string, part?: string): void {
    window.location.hash = address(screen, about, part)
    this.read()
  }

  private read(): void {
    const [screen, about, part] = window.location.hash.replace(/^#\/?/, '').split('/')
    this.screen = SCREENS.find((name) => name === screen) ?? 'today'
    this.about = about ? decodeURIComponent(about) : undefined
    this.part = part ? decodeURIComponent(part) : undefined
  }
}

export function address(screen: Screen, about?: string, part?: string): string {
  return ['#', screen, about, part]
    .filter((one) => one !== undefined)
    .map((one, index) => (index < 2 ? one : encodeURIComponent(one)))
    .join('/')
}

export const place = new Place()
