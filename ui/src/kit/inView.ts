import type { Attachment } from 'svelte/attachments'

/** Keeps the chosen row of a table in view; given what is chosen, so that it follows it. */
export function inView(chosen: unknown): Attachment {
  return (table) => {
    if (chosen === undefined) return
    table.querySelector('tr[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' })
  }
}
