import type { Attachment } from 'svelte/attachments'
import { onDropped, type DroppedFile } from './transport'

interface Target {
  take: (files: readonly DroppedFile[]) => void
  open: () => boolean
}

const targets = new Map<Element, Target>()
let listening = false

/** Lets an element take the files that are dropped on it from outside the window. */
export function dropTarget(
  take: (files: readonly DroppedFile[]) => void,
  open: () => boolean = () => true,
): Attachment {
  return (element) => {
    listen()
    targets.set(element, { take, open })
    return () => targets.delete(element)
  }
}

/** The innermost target under a point of the window, where it takes anything now. */
function under(x: number, y: number): Element | undefined {
  let element = document.elementFromPoint(x, y)
  while (element && !targets.get(element)?.open()) element = element.parentElement
  return element ?? undefined
}

function mark(over: Element | undefined): void {
  for (const target of targets.keys()) target.toggleAttribute('data-over', target === over)
}

function listen(): void {
  if (listening) return
  listening = true
  onDropped(({ x, y, files, over }) => {
    const target = x === null || y === null ? undefined : under(x, y)
    mark(over ? target : undefined)
    if (target && files.length) targets.get(target)?.take(files)
  })
}
