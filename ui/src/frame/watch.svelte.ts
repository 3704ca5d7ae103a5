import { operations } from '../lib/bindings'
import { desk } from './desk.svelte'

const MINUTE = 60_000
const SETTLING = 1500

/** Ticks the clock, says that somebody is here, and locks when nobody is. */
export function watch(): () => void {
  let seen = Date.now()
  let said = Date.now()
  let read = Date.now()
  let opened: { id: string; at: number; verified: boolean } | undefined

  const here = () => {
    seen = Date.now()
    if (desk.me && seen - said > MINUTE) {
      said = seen
      operations.stay({}).then((frame) => desk.take(frame), desk.refresh)
    }
  }
  const beat = () => {
    desk.tick()
    const workspace = desk.workspace
    if (!workspace) return
    const idle = workspace.idle_minutes * MINUTE
    if (workspace.person && idle > 0 && Date.now() - seen > idle)
      void desk.lock().catch(desk.refresh)
    if (Date.now() - read > MINUTE) {
      read = Date.now()
      void desk.refresh()
    }
    // The first screen comes first; then the file is verified while the person reads.
    if (opened?.id !== workspace.id) opened = { id: workspace.id, at: Date.now(), verified: false }
    const unchecked = workspace.foot.integrity === 'unchecked'
    if (unchecked && !opened.verified && Date.now() - opened.at > SETTLING) {
      opened.verified = true
      operations.verify({ keys: null, seen: [] }).then(desk.refresh, desk.refresh)
    }
  }

  const timer = setInterval(beat, 1000)
  const signs = ['keydown', 'pointerdown', 'wheel'] as const
  signs.forEach((sign) => window.addEventListener(sign, here, { passive: true }))
  return () => {
    clearInterval(timer)
    signs.forEach((sign) => window.removeEventListener(sign, here))
  }
}
