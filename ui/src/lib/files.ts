import { operations, type Grant, type Purpose } from './bindings'

/** Lets the person choose a file; undefined when they changed their mind. */
export async function chooseFile(
  purpose: Purpose,
  suggested: string | null = null,
): Promise<{ grant: Grant; name: string } | undefined> {
  const { grant, name } = await operations.choose_file({ purpose, suggested })
  return grant === null ? undefined : { grant, name: name ?? '' }
}

/** The ending of a request's file, by which a desktop knows that this app opens it. */
export const REQUEST_ENDING = 'countersign-request'

/** A name fit for a file: letters and digits of any script, the rest as dashes. */
export function fileName(words: string, ending: string): string {
  const base = words
    .toLocaleLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return `${base || 'countersign'}.${ending}`
}
