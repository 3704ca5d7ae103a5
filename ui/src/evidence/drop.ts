import type { Attachment } from 'svelte/attachments'
import { onDropped, type DroppedFile } from '../lib/transport'

/** A file that was dropped: its name, and the grant to read it as evidence. */
export type Dropped = DroppedFile

const targets = new Map<Element, { take: (file: Dropped) => void; open: () => boolean }>()
let listening = false

/** Lets an element take a file that is dropped on it from outside the window. */
export function dropTarget(take: (file: Dropped) => void, open: () => boolean): Attachment {
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
    const [file] = files
    if (target && file) targets.get(target)?.take(file)
  })
}
