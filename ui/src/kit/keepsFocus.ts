import type { Attachment } from 'svelte/attachments'

/**
 * Moves the focus on when what had it is gone, so that keys and screen readers stay where the person
 * was: to what is named, or to the element itself.
 */
export const keepsFocus =
  (to?: () => HTMLElement | undefined): Attachment<HTMLElement> =>
  (element) => {
    let last: Element | null = null
    const heard = ({ target }: FocusEvent) => {
      // A sheet over the screen sees to its own.
      const mine =
        target instanceof Element && target.closest('dialog') === element.closest('dialog')
      last = mine ? target : null
    }
    const watch = new MutationObserver(() => {
      if (!last || last.isConnected) return
      last = null
      if (document.activeElement === document.body)
        (to?.() ?? element).focus({ preventScroll: true })
    })
    element.addEventListener('focusin', heard)
    watch.observe(element, { childList: true, subtree: true })
    return () => {
      element.removeEventListener('focusin', heard)
      watch.disconnect()
    }
  }
