/** Key combinations as written in code (`Ctrl+Enter`, `Shift+A`, `?`) and as people read them. */

const SIGNS: Record<string, string> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Shift: '⇧',
}

/** `Ctrl+Enter` becomes `Ctrl ↵`; a list of keys parted by spaces stays a list. */
export function keyWords(keys: string): string {
  return keys
    .split(' ')
    .map((combination) =>
      combination
        .split(/\+(?=.)/)
        .map((part) => SIGNS[part] ?? part)
        .join(' '),
    )
    .join(' ')
}

/** The combination as assistive technology expects it. */
export function keysForAria(keys: string): string {
  return keys.replaceAll('Ctrl+', 'Control+')
}

/** Whether a key press is the combination. Command counts as Ctrl; a sign such as `?` needs no Shift. */
export function isPressed(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split(/\+(?=.)/)
  const key = parts.at(-1) === 'Space' ? ' ' : (parts.at(-1) ?? '')
  const isLetter = /^[A-Z]$/.test(key)
  const pressed = isLetter ? event.key.toUpperCase() : event.key
  if (pressed !== key || event.altKey) return false
  if ((event.ctrlKey || event.metaKey) !== parts.includes('Ctrl')) return false
  const shiftMatters = isLetter || key.length > 1
  return !shiftMatters || event.shiftKey === parts.includes('Shift')
}

/** Whether a key would type something where the focus is. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  // A box to tick takes no letters.
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

/** Whether Enter or Space on the focused element already means something of its own. */
export function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('button, a[href], summary, input[type="checkbox"]') !== null
  )
}
