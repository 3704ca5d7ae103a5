import { desk } from '../frame/desk.svelte'
import { toasts } from '../frame/toasts.svelte'
import { operations, type Listed } from './bindings'
import { chooseFile, fileName } from './files'

/** Saves the rows of a list as it stands on screen as CSV, where whoever asks chooses. */
export async function saveList(list: Listed, rows: string[]): Promise<void> {
  const name = fileName(`${desk.workspace?.name ?? ''} ${list}`, 'csv')
  const file = await chooseFile('save-report', name)
  if (!file) return
  const made = await operations.export_list({ list, rows, grant: file.grant })
  toasts.say(made.entry ? `${made.name} saved, entry ${made.entry}` : `${made.name} saved`)
  await desk.changed()
}
