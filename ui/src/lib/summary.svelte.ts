import { desk } from '../frame/desk.svelte'
import { toasts } from '../frame/toasts.svelte'
import { Act } from './act.svelte'
import { operations, type SummaryOf } from './bindings'
import { copyText } from './copy'
import { Load } from './load.svelte'

/** How long a screen has stood before its summary is made ready, in milliseconds. */
const AT_REST = 1500

/**
 * A summary that a key copies as Markdown. Its text is made ready once the screen stands: a window
 * may copy only in answer to a press, so there is no time to ask then.
 */
export class Summary {
  readonly text: Load<{ text: string }>
  readonly copy: Act<[], void>

  constructor(of: SummaryOf, says: string) {
    this.text = new Load(() => operations.summary_text({ of }))
    this.copy = new Act(async () => {
      if (desk.blockedToExport || !this.text.view) return
      await copyText(this.text.view.text)
      const { entry } = await operations.summary_copied({ of })
      toasts.say(entry ? `${says} copied, entry ${entry}` : `${says} copied`)
      await desk.changed()
    })
  }

  /** To be called in an effect: makes the text ready anew when the desk changes. */
  keepReady = (): (() => void) => {
    void desk.changes
    if (desk.blockedToExport) return () => undefined
    const waits = setTimeout(() => void this.text.again(), AT_REST)
    return () => clearTimeout(waits)
  }
}
