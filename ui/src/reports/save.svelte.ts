import { desk } from '../frame/desk.svelte'
import { toasts } from '../frame/toasts.svelte'
import { Act } from '../lib/act.svelte'
import type { Paper, PaperForm } from '../lib/bindings'
import { chooseFile, fileName } from '../lib/files'
import { called, FORM, PAPERS } from './papers'

/** Saves a report where the person chooses; that it left is an entry of its own. */
export function saving() {
  return new Act(async (paper: Paper, of: string, form: PaperForm) => {
    if (desk.blockedToExport) return
    const name = `${desk.workspace?.name ?? ''} ${called(paper, of)}`
    const file = await chooseFile('save-report', fileName(name, FORM[form].ending))
    if (!file) return
    const made = await PAPERS[paper].save(form, of, file.grant)
    toasts.say(made.entry ? `${made.name} saved, entry ${made.entry}` : `${made.name} saved`)
    await desk.changed()
  })
}
