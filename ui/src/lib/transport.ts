import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import type { Grant } from './bindings'

/** How far a long operation is. */
export interface Progress {
  operation: string
  done: number
  total: number
}

/** Calls one of the desk's named operations. Refusals arrive as `{ code, says }`. */
export async function call<Reply>(name: string, request: unknown): Promise<Reply> {
  tellAsking(1)
  try {
    return await asked<Reply>(name, request)
  } finally {
    tellAsking(-1)
  }
}

function asked<Reply>(name: string, request: unknown): Promise<Reply> {
  const early = ahead.get(name)
  if (early) {
    ahead.delete(name)
    return early as Promise<Reply>
  }
  // Whatever else is asked may change the answers, or come too late for them.
  ahead.clear()
  return invoke<Reply>(name, { request })
}

let asking = 0

/** Says at the page's root how many answers are still to come: until none is, it will change. */
function tellAsking(more: 1 | -1): void {
  asking += more
  document.documentElement.dataset.asking = String(asking)
}

const ahead = new Map<string, Promise<unknown>>()

/**
 * Asks now, of operations that take nothing, what the first screen will ask in a moment. Resolves once
 * all is answered or refused: where no workspace is open there is no answer, and nobody asks.
 */
export function askAhead(names: readonly string[]): Promise<unknown> {
  for (const name of names) ahead.set(name, invoke(name, { request: {} }))
  return Promise.allSettled(ahead.values())
}

/** A file that was dropped on the window: its name, and a grant for each thing it can be read as. */
export interface DroppedFile {
  name: string
  evidence: Grant
  request: Grant
  statement: Grant
}

/** Files are dragged over the window, or dropped on it, at a point of the page. */
export interface Dropping {
  /** Whether they are still held over it. */
  over: boolean
  /** The point; none once they have left the window. */
  x: number | null
  y: number | null
  /** What was dropped; nothing while it is held. */
  files: DroppedFile[]
}

/** Hears of files that are dragged over the window and dropped on it. */
export function onDropped(hear: (dropping: Dropping) => void): () => void {
  const listening = listen<Dropping>('dropping', ({ payload }) => {
    // The window counts in dots of the screen, the page in its own.
    const scaled = (at: number | null) => (at === null ? null : at / window.devicePixelRatio)
    hear({ ...payload, x: scaled(payload.x), y: scaled(payload.y) })
  })
  return () => void listening.then((stop) => stop())
}

/** Hears how far long work is, until the returned function is called. */
export function onProgress(hear: (progress: Progress) => void): () => void {
  const listening = listen<Progress>('progress', ({ payload }) => hear(payload))
  return () => void listening.then((stop) => stop())
}
