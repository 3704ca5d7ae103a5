// Verifies packs with the page's own code, and prints the codes of what it finds in each, as JSON. What to
// verify stands on the standard input: `[{"pack":PATH,"after":[PATH…]},…]`.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const vite = await createServer({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
})
try {
  const { verify } = await vite.ssrLoadModule('/verifier/pack/verify.ts')
  const { Pace } = await vite.ssrLoadModule('/verifier/pack/pace.ts')
  const blob = (path) => new Blob([readFileSync(path)])
  const said = []
  for (const { pack, after } of JSON.parse(readFileSync(0, 'utf8'))) {
    const outside = { heads: [], keys: undefined }
    const found = await verify(blob(pack), outside, new Pace(), after.map(blob))
    const codes = new Set(found.ledger.findings.faults.map(({ code }) => code))
    if (found.accepted !== (codes.size === 0))
      throw new Error('accepted, though something is wrong')
    said.push([...codes].sort())
  }
  console.log(JSON.stringify(said))
} finally {
  await vite.close()
}
