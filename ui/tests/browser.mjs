import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Frames come as soon as they are drawn: what is measured is work, not waiting for the screen's beat. */
const FLAGS = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--disable-frame-rate-limit',
  '--disable-gpu-vsync',
  '--disable-background-networking',
  '--disable-extensions',
  '--no-first-run',
  '--window-size=1280,800',
]

/**
 * A headless Chromium, spoken to in the DevTools protocol over a pipe: JSON, each ended by a zero byte.
 *
 * @param {string} program what starts it
 */
export function start(program) {
  const profile = mkdtempSync(join(tmpdir(), 'countersign-browser-'))
  // Its sandbox refuses to run as root.
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const words = [...FLAGS, ...root, `--user-data-dir=${profile}`, 'about:blank']
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  const [, , , asks, answers] = child.stdio
  const waiting = new Map()
  const told = new Map()
  let last = 0
  let heard = ''

  answers.setEncoding('utf8').on('data', (part) => {
    const whole = (heard + part).split('\0')
    heard = whole.pop() ?? ''
    for (const { id, error, result, method } of whole.map((one) => JSON.parse(one))) {
      if (method) told.get(method)?.()
      const { done, fail } = waiting.get(id) ?? {}
      waiting.delete(id)
      if (error) fail?.(new Error(error.message))
      else done?.(result)
    }
  })
  child.on('exit', (code) => {
    for (const { fail } of waiting.values()) fail(new Error(`${program} ended with ${code}`))
  })

  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((done, fail) => {
      waiting.set(++last, { done, fail })
      asks.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`)
    })

  const once = (event) => new Promise((done) => told.set(event, done))

  /**
   * A page at an address: `run` awaits what a function gives in it, `press` is a real key, `worked`
   * the processor time its main thread has spent so far on script, style, layout and paint, in ms.
   * `choose` puts a file into a field as its dialog does, `prefers` sets what the system prefers.
   */
  async function open(url) {
    const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
    const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
    await send('Page.enable', {}, sessionId)
    await send('Performance.enable', { timeDomain: 'threadTicks' }, sessionId)
    const loaded = once('Page.loadEventFired')
    await send('Page.navigate', { url }, sessionId)
    await loaded
    return {
      async run(piece, ...given) {
        const expression = `(${piece})(...${JSON.stringify(given)})`
        const asked = { expression, awaitPromise: true, returnByValue: true }
        const { result, exceptionDetails } = await send('Runtime.evaluate', asked, sessionId)
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description)
        return result.value
      },
      async worked() {
        const { metrics } = await send('Performance.getMetrics', {}, sessionId)
        return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value
      },
      async choose(field, path) {
        const { root } = await send('DOM.getDocument', {}, sessionId)
        const asked = { nodeId: root.nodeId, selector: field }
        const { nodeId } = await send('DOM.querySelector', asked, sessionId)
        await send('DOM.setFileInputFiles', { nodeId, files: [path] }, sessionId)
      },
      async prefers(name, value) {
        await send('Emulation.setEmulatedMedia', { features: [{ name, value }] }, sessionId)
      },
      async press(key) {
        const code = key.toUpperCase().charCodeAt(0)
        const stroke = { key, text: key, windowsVirtualKeyCode: code }
        await send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke }, sessionId)
        await send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke }, sessionId)
      },
    }
  }

  async function stop() {
    const ended = new Promise((done) => child.once('exit', done))
    await send('Browser.close').catch(() => child.kill())
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return { open, stop }
}
