import type { ChangeGiven, DecisionKind, SettingGiven } from '../lib/bindings'
import { isCode, kindOf, say } from '../lib/words'
import type { Start } from './draft.svelte'

/** What was turned away because it takes a decision, and is proposed instead. */
class Instead {
  start = $state.raw<Start>()
  #over: ((proposed: boolean) => void) | undefined

  /** Shows the proposal; says in the end whether it was proposed. */
  propose(start: Start): Promise<boolean> {
    this.start = start
    return new Promise((over) => (this.#over = over))
  }
  close = (proposed: boolean): void => {
    this.start = undefined
    this.#over?.(proposed)
    this.#over = undefined
  }
}

export const instead = new Instead()

/** A setting, or another change, as it was typed, with what its proposal begins with. */
type Typed = {
  title: string
  rationale: string
} & ({ given: SettingGiven } | { change: ChangeGiven; kind: DecisionKind })

/**
 * Sets or changes something. Where that takes a decision, the same is proposed as it was typed; `false` when it
 * was not proposed either, so that what was typed stays open.
 */
export async function orPropose(set: () => Promise<void>, typed: Typed): Promise<boolean> {
  try {
    await set()
    return true
  } catch (fault) {
    if (!isCode(fault, 'needs-decision')) throw fault
    const lead = `${say(fault).what} What you typed is kept; propose it instead.`
    const { title, rationale } = typed
    const { change, kind }: { change: ChangeGiven; kind: DecisionKind } =
      'given' in typed
        ? { change: { of: 'setting', given: typed.given }, kind: 'rule-setting' }
        : typed
    return instead.propose({ kind: kindOf(fault) ?? kind, title, rationale, lead, change })
  }
}
