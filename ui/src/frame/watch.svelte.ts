import { operations } from '../lib/bindings'
import { desk } from './desk.svelte'

const MINUTE = 60_000
const SETTLING = 1500
const PATIENCE = 5 * MINUTE

/** Ticks the clock, says that somebody is here, and locks when nobody is. */
export function watch(): () => void {
  let seen = Date.now()
  let said = Date.now()
  let read = Date.now()
  let opened: { id: string; at: number } | undefined

  const here = () => (seen = Date.now())
  const beat = () => {
    desk.tick()
    const workspace = desk.workspace
    if (!workspace) return
    const idle = workspace.idle_minutes * MINUTE
    if (workspace.person && idle > 0 && Date.now() - seen > idle)
      void desk.lock().catch(desk.refresh)
    if (workspace.person && seen > said && Date.now() - said > MINUTE) {
      said = Date.now()
      operations.stay({}).then((frame) => desk.take(frame), desk.refresh)
    }
    // The file is verified behind the screens once it is open; for a while its verdict is awaited.
    if (opened?.id !== workspace.id) opened = { id: workspace.id, at: Date.now() }
    const awaited = workspace.foot.integrity === 'unchecked' && Date.now() - opened.at < PATIENCE
    if (Date.now() - read < (awaited ? SETTLING : MINUTE)) return
    read = Date.now()
    void desk.refresh()
  }

  const timer = setInterval(beat, 1000)
  const signs = ['keydown', 'pointerdown', 'wheel'] as const
  signs.forEach((sign) => window.addEventListener(sign, here, { passive: true }))
  return () => {
    clearInterval(timer)
    signs.forEach((sign) => window.removeEventListener(sign, here))
  }
}
