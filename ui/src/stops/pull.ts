import { desk } from '../frame/desk.svelte'
import { place } from '../frame/place.svelte'
import { toasts } from '../frame/toasts.svelte'
import { operations } from '../lib/bindings'

/** Pulls the kill switch of a workflow, or only tries it, and shows what is then to be confirmed. */
export async function pull(workflow: string, why: string, drill: boolean): Promise<void> {
  const made = await operations.stop_workflow({ workflow, why, drill })
  const done = drill ? 'is tried; nothing is stopped' : 'is stopped'
  toasts.say(`${workflow} ${done}: ${made.stop}`)
  await desk.changed()
  if (!desk.past) place.go('exceptions', made.stop)
}
