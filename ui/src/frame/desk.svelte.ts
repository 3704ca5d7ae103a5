import {
  operations,
  type Frame,
  type Past,
  type PersonChoice,
  type Verdict,
  type WorkspaceFrame,
} from '../lib/bindings'
import type { Shape } from '../kit/shape'

const WORDS: Record<Verdict, { shape: Shape; word: string }> = {
  unchecked: { shape: 'open', word: 'not checked yet' },
  holds: { shape: 'fine', word: 'holds' },
  fails: { shape: 'breach', word: 'fails' },
}

/** A verdict's shape and word. */
export function verdict(verdict: Verdict): { shape: Shape; word: string } {
  return WORDS[verdict]
}

/** What is open, who acts and what time it is: the one place every screen reads it from. */
class Desk {
  frame = $state.raw<Frame | undefined>(undefined)
  fault = $state<unknown>(undefined)
  /** Counts what this window changed, and who came to it, so that screens know when to read again. */
  changes = $state(0)
  /** Who was signed in before the desk locked. */
  before = $state.raw<PersonChoice | undefined>(undefined)
  /** Somebody chose to read without signing in. */
  looking = $state(false)
  /** What the machine's clock says. */
  clock = $state(new Date())
  #ahead = 0

  get workspace(): WorkspaceFrame | undefined {
    return this.frame?.workspace ?? undefined
  }
  get me(): PersonChoice | undefined {
    return this.workspace?.person ?? undefined
  }
  /** Whether the sign-in screen covers everything. */
  get covered(): boolean {
    const workspace = this.workspace
    if (!workspace || workspace.person || workspace.here.length === 0) return false
    return workspace.locked || !this.looking
  }
  /** The past moment that every screen shows, where it is not now. */
  get past(): Past | undefined {
    return this.workspace?.past ?? undefined
  }
  /** What counts as now on the screens: the past moment that is shown, or the clock's. */
  get now(): Date {
    return this.past ? new Date(this.past.at) : this.clock
  }
  /** Why nothing can be changed now, in a sentence; undefined when it can. */
  get blocked(): string | undefined {
    if (this.past) return 'This is how it stood then. Return to now to change anything'
    return this.blockedToExport
  }
  /** Why nothing can leave, in a sentence: the past may be exported, as it stood. */
  get blockedToExport(): string | undefined {
    const workspace = this.workspace
    if (!workspace) return 'Open a workspace first'
    if (workspace.read_only) return workspace.read_only
    if (workspace.gone_back) return workspace.gone_back
    return workspace.person ? undefined : 'Sign in to change anything'
  }
  /** Why approving and closing wait, in a sentence: what changes nothing may still be done. */
  get blockedToSign(): string | undefined {
    return this.blocked ?? this.workspace?.clock?.says
  }

  /** In the demo everybody has the same passphrase, and it is no secret. */
  get passphraseHint(): string | undefined {
    const words = this.workspace?.opens_with
    return words ? `In the demo it is “${words}” for everybody.` : undefined
  }

  /** Takes a frame as the desk stands now. */
  take(frame: Frame): void {
    const [was, is] = [this.frame?.workspace, frame.workspace]
    if (was?.id !== is?.id) {
      // What the address names belongs to the workspace that was open.
      if (was) window.location.hash = ''
      this.looking = false
      this.before = undefined
    } else if (was?.person && !is?.person) {
      this.before = was.person
      this.looking = false
    } else if (was && !was.person && is?.person) {
      // Hours may have passed behind the lock, and another person may look now.
      this.changes += 1
    }
    this.frame = frame
    this.fault = undefined
    this.#ahead = Date.parse(frame.now) - Date.now()
    this.tick()
  }

  /** Reads the frame again, for the foot and the rail. */
  refresh = async (): Promise<void> => {
    try {
      this.take(await operations.frame({}))
    } catch (fault) {
      this.fault = fault
    }
  }

  /** Something was changed: the foot follows, and so does every screen that listens. */
  changed = async (): Promise<void> => {
    this.changes += 1
    await this.refresh()
  }

  tick(): void {
    this.clock = new Date(Date.now() + this.#ahead)
  }

  lock = async (): Promise<void> => this.take(await operations.lock({}))

  /** Shows every screen as of an entry, the end of a day, or a day and time; nothing is changed. */
  lookBack = async (asOf: string): Promise<void> => {
    this.take(await operations.look_back({ as_of: asOf }))
    this.changes += 1
  }
  returnToNow = async (): Promise<void> => {
    this.take(await operations.return_to_now({}))
    this.changes += 1
  }
}

export const desk = new Desk()
