import { toasts } from '../frame/toasts.svelte'
import { Act } from '../lib/act.svelte'
import { operations, type ExceptionRow, type ExceptionsView } from '../lib/bindings'
import type { Deed } from './acts'

/** What is done about the chosen exception: at once, or in a sheet that asks for its words. */
export class Doing {
  deed = $state<Deed>()
  readonly atOnce: Act<[], void>
  /** The deed that a sheet is open for. */
  readonly asked = $derived(
    this.deed === 'acknowledge' || this.deed === 'resume' ? undefined : this.deed,
  )

  /** `chosen` is the exception looked at, `taken` what becomes of the desk's answer. */
  constructor(chosen: () => ExceptionRow | undefined, taken: (view: ExceptionsView) => void) {
    this.atOnce = new Act(async () => {
      const exception = chosen()?.exception
      if (exception === undefined) return
      if (this.deed === 'acknowledge') {
        taken(await operations.acknowledge_exception({ exception }))
        toasts.say(`${exception} is acknowledged`)
      } else {
        taken(await operations.resume_exception({ exception }))
        toasts.say(`${exception}: its clock goes on`)
      }
      this.deed = undefined
    })
  }

  begin = (deed: Deed): void => {
    this.deed = deed
    if (!this.asked) void this.atOnce.run()
  }

  end = (): void => {
    this.deed = undefined
  }
}
