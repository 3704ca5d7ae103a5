import type { Problem } from './bindings'

/** Puts a text on the clipboard; to be called in answer to a key or a click. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    copySelected(text)
  }
}

/** The older way, for a web view that keeps the clipboard from scripts. */
function copySelected(text: string): void {
  const field = document.createElement('textarea')
  field.value = text
  field.setAttribute('aria-hidden', 'true')
  field.style.position = 'fixed'
  field.style.opacity = '0'
  document.body.append(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  const says = 'The clipboard is out of reach; save the minutes as a file instead.'
  if (!copied) throw { code: 'export-failed', says } satisfies Problem
}
