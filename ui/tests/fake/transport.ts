import type { Dropping, Progress } from '../../src/lib/transport'
import { answer } from './desk'

type Hear = (progress: Progress) => void

const hearers = new Set<Hear>()
const held = new Map<string, Promise<void>>()

/** How long it took to answer, in ms: the desk itself does not do that where the window is drawn. */
export const spent = { ms: 0 }
Object.assign(globalThis, { spentByFakeDesk: spent })

/** Stands in for src/lib/transport: the same calls, answered by a desk in memory. */
export async function call<Reply>(name: string, request: unknown): Promise<Reply> {
  await held.get(name)
  const begun = performance.now()
  try {
    return structuredClone(answer(name, request)) as Reply
  } finally {
    spent.ms += performance.now() - begun
  }
}

/** The desk in memory answers at once. */
export async function askAhead(): Promise<void> {}

export function onProgress(hear: Hear): () => void {
  hearers.add(hear)
  return () => hearers.delete(hear)
}

const droppers = new Set<(dropping: Dropping) => void>()

export function onDropped(hear: (dropping: Dropping) => void): () => void {
  droppers.add(hear)
  return () => droppers.delete(hear)
}

/** Drags or drops files over the window, as the system does. */
export function drop(dropping: Dropping): void {
  droppers.forEach((hear) => hear(dropping))
}

/** Tells the window how far long work is, as the desk does. */
export function tell(progress: Progress): void {
  hearers.forEach((hear) => hear(progress))
}

/** Keeps an operation under way until the returned function is called. */
export function hold(name: string): () => void {
  let release = () => {}
  held.set(name, new Promise((done) => (release = done)))
  return () => {
    held.delete(name)
    release()
  }
}
