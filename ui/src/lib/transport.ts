import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'

/** How far a long operation is. */
export interface Progress {
  operation: string
  done: number
  total: number
}

/** Calls one of the desk's named operations. Refusals arrive as `{ code, says }`. */
export function call<Reply>(name: string, request: unknown): Promise<Reply> {
  return invoke<Reply>(name, { request })
}

/** Hears how far long work is, until the returned function is called. */
export function onProgress(hear: (progress: Progress) => void): () => void {
  const listening = listen<Progress>('progress', ({ payload }) => hear(payload))
  return () => void listening.then((stop) => stop())
}
