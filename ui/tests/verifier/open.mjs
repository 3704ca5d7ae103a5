// Opens a pack's page in a headless Chromium as an auditor does, gives it packs, and prints what it
// shows of each, as JSON. `node open.mjs CHROMIUM PAGE HEAD PACK...`; HEAD is one that somebody kept of
// all packs but the first, which is opened without.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { start } from '../browser.mjs'

const [program, file, head, ...packs] = process.argv.slice(2)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const browser = start(program)
try {
  const page = await browser.open(pathToFileURL(file).href)
  const said = { first: await page.run(() => document.querySelector('main').innerText), packs: [] }
  for (const [at, pack] of packs.entries()) {
    if (at === 1) await page.run(keep, head)
    await page.choose('input[type=file]', pack)
    said.packs.push(await page.run(shown, pack.split('/').at(-1)))
  }
  said.network = await page.run(asksNetwork)
  await page.run(new Function(axe))
  said.broken = []
  for (const scheme of ['light', 'dark']) {
    await page.prefers('prefers-color-scheme', scheme)
    said.broken.push(...(await page.run(broken, scheme)))
  }
  console.log(JSON.stringify(said))
} finally {
  await browser.stop()
}

/** Gives the page a head from outside, typed into its field. */
function keep(head) {
  document.querySelector('.outside').open = true
  const [, heads] = document.querySelectorAll('textarea')
  heads.value = head
  heads.dispatchEvent(new Event('input', { bubbles: true }))
}

/** The verdict on the pack of this name, once it is given. */
async function shown(name) {
  const heading = () => document.querySelector('#verdict')?.innerText ?? ''
  const patience = performance.now() + 120_000
  while (!heading().startsWith(`${name}:`)) {
    const problem = document.querySelector('.problem')?.innerText
    if (problem || performance.now() > patience) throw new Error(problem ?? `No verdict on ${name}`)
    await new Promise((done) => setTimeout(done, 20))
  }
  const text = (place) => document.querySelector(place)?.innerText.split('\n')[0] ?? ''
  return {
    name,
    heading: heading(),
    integrity: text('#integrity .state'),
    completeness: text('#completeness .state'),
    rest: text('#rest .state'),
    demo: text('.demo'),
    faults: [...document.querySelectorAll('[aria-labelledby=findings] tbody tr')].map(
      (row) => `${row.querySelector('code').innerText} ${row.cells[1].innerText}`,
    ),
    page: document.querySelector('main').innerText,
  }
}

/** What becomes of a try to ask the network: the rule of the page's policy that forbids it. */
function asksNetwork() {
  return new Promise((done) => {
    const told = ({ effectiveDirective }) => done(effectiveDirective)
    document.addEventListener('securitypolicyviolation', told, { once: true })
    fetch('https://example.invalid/').then(
      () => done('allowed'),
      () => setTimeout(() => done('allowed'), 500),
    )
  })
}

/** What axe finds wrong with the page in a theme, contrast included. */
async function broken(scheme) {
  document.querySelectorAll('details').forEach((one) => (one.open = true))
  const { violations } = await window.axe.run(document, { preload: false })
  return violations.map(({ id, nodes }) => `${scheme}: ${id}: ${nodes[0].html}`)
}
