import { desk } from '../frame/desk.svelte'
import { toasts } from '../frame/toasts.svelte'
import { operations } from '../lib/bindings'
import { chooseFile, fileName } from '../lib/files'

/** Saves the overrides, the stops or the `exceptions` given as CSV, where whoever asks chooses. */
export async function save(
  what: 'exceptions' | 'overrides' | 'stops',
  exceptions: string[],
): Promise<void> {
  const file = await chooseFile(
    'save-report',
    fileName(`${desk.workspace?.name ?? ''} ${what}`, 'csv'),
  )
  if (!file) return
  const { grant } = file
  const made = await {
    exceptions: () => operations.export_exceptions({ exceptions, grant }),
    overrides: () => operations.export_overrides({ workflow: null, grant }),
    stops: () => operations.export_stops({ grant }),
  }[what]()
  toasts.say(made.entry ? `${made.name} saved, entry ${made.entry}` : `${made.name} saved`)
  await desk.changed()
}
