/** Where the person is, kept in the address so that links, back and forward work. */
export type Screen =
  | 'today'
  | 'actions'
  | 'batches'
  | 'checks'
  | 'decisions'
  | 'findings'
  | 'exceptions'
  | 'frameworks'
  | 'raci'
  | 'register'
  | 'reports'
  | 'reviews'
  | 'rollout'
  | 'metrics'
  | 'samples'
  | 'policies'
  | 'scorecards'
  | 'log'
  | 'settings'

const SCREENS: readonly Screen[] = [
  'today',
  'actions',
  'batches',
  'checks',
  'decisions',
  'findings',
  'exceptions',
  'frameworks',
  'raci',
  'reviews',
  'register',
  'reports',
  'rollout',
  'metrics',
  'samples',
  'policies',
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

/** Where each kind of reference stands, by how it begins. */
const STANDS: Record<string, Screen> = {
  ACT: 'actions',
  AIACT: 'frameworks',
  BAT: 'batches',
  CHK: 'checks',
  DEC: 'decisions',
  EXC: 'exceptions',
  ISO42001: 'frameworks',
  MET: 'metrics',
  NIST: 'frameworks',
  OVR: 'exceptions',
  POL: 'policies',
  PRM: 'decisions',
  SMP: 'samples',
  STOP: 'exceptions',
  WF: 'register',
}

/** The screen on which a reference stands: a review by its period, all else by its kind. */
export function addressOf(reference: string): string {
  const screen = STANDS[reference.split('-')[0] ?? '']
  if (screen) return address(screen, reference)
  return address(/-\d{4}-/.test(reference) ? 'reviews' : 'log', reference)
}

export const place = new Place()
