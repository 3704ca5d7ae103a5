// Measures for `cargo xtask bench table` what the window takes to draw, in a headless Chromium over
// the fake desk: 500 workflows from navigating to the first painted row, and a keystroke in a matrix
// of 60 by 25 until its lint is painted. `node tests/bench/table.mjs CHROMIUM FOLDER`.
import { build, preview } from 'vite'
import { start } from '../browser.mjs'

const VISITS = 60
const STROKES = 300
/** Visits and strokes before anything is counted: code is compiled as it is met. */
const WARM = 20

const [program = 'chromium', outDir = 'dist'] = process.argv.slice(2)
const options = { mode: 'fake', logLevel: 'error', build: { outDir, emptyOutDir: true } }
await build(options)
const server = await preview({ ...options, preview: { port: 0, host: '127.0.0.1' } })
const { port } = server.httpServer.address()
const browser = start(program)
try {
  const page = await browser.open(`http://127.0.0.1:${port}/?scene=huge#/today`)
  await page.run(prepare)
  const visits = await page.run(visit, WARM + VISITS)
  const { wall, work } = await type(page)
  const said = {
    ...figures('register', visits),
    ...figures('raci', wall),
    ...figures('raci_work', work),
  }
  console.log(JSON.stringify(said))
} finally {
  await browser.stop()
  await server.close()
}

/** Leaves in the page what both measurements ask: when a frame was painted, and until when to wait. */
async function prepare() {
  window.painted = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        // A message is heard after the frame it was sent in has been laid out and painted.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => done(performance.now())
        port2.postMessage(null)
      }),
    )
  window.until = async (holds) => {
    const patience = performance.now() + 20_000
    for (;;) {
      const at = await window.painted()
      if (holds()) return at
      if (at > patience) throw new Error(`Never came to hold: ${holds}`)
    }
  }
  await window.until(() => document.querySelector('main h1'))
}

/** Goes to the register and away again; how long each visit took to its first painted row, in ms. */
async function visit(times) {
  const taken = []
  const row = 'table[aria-label="Register"] tbody tr[aria-rowindex]'
  for (let time = 0; time < times; time++) {
    window.location.hash = '#/today'
    await window.until(() => !document.querySelector(row))
    const start = performance.now()
    window.location.hash = '#/register'
    const at = await window.until(() => document.querySelector(row))
    taken.push(at - start)
  }
  const counted = document.querySelector('table[aria-label="Register"]').ariaRowCount
  if (counted !== '501') throw new Error(`The register has ${counted} lines`)
  return taken
}

/**
 * Toggles who is accountable. For each stroke: how long it took until what lint says of it was painted,
 * and how much of that the main thread worked for the window, in ms. The fake desk's own lint is taken
 * out: the real one is written in Rust, does not lie on that thread and is measured by `raci`.
 */
async function type(page) {
  await page.run(async () => {
    window.location.hash = '#/raci'
    await window.until(() => document.querySelectorAll('[role="gridcell"]').length === 60 * 25)
    const lint = () => document.querySelector('aside').textContent
    window.strokes = []
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const before = lint()
        void window.until(() => lint() !== before).then((at) => window.strokes.push(at - timeStamp))
      },
      { capture: true },
    )
  })
  const worked = async () =>
    (await page.worked()) - (await page.run(() => window.spentByFakeDesk.ms))
  const work = []
  for (let stroke = 1; stroke <= WARM + STROKES; stroke++) {
    const before = await worked()
    await page.press('a')
    await page.run((count) => window.until(() => window.strokes.length === count), stroke)
    work.push((await worked()) - before)
  }
  return { wall: await page.run(() => window.strokes), work }
}

function figures(name, taken) {
  const sorted = taken.slice(WARM).toSorted((a, b) => a - b)
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  return { [`${name}_median_ms`]: at(0.5), [`${name}_p99_ms`]: at(0.99) }
}
