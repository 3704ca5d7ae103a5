// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|ts|css)$/.test(path))
  .map((path) => ({ path, text: readFileSync(`src/${path}`, 'utf8') }))

/** What the window's content policy and boundary ask of every source. */
describe.each(sources)('$path', ({ path, text }) => {
  it('holds no style attribute, which the policy would drop', () => {
    expect(text).not.toMatch(/\sstyle=["'{]/)
  })

  it('reaches the desk only through the transport', () => {
    if (path !== 'lib/transport.ts') expect(text).not.toContain('@tauri-apps/')
  })

  it('asks nothing of the network', () => {
    expect(text).not.toMatch(/https?:\/\/|\bfetch\(|XMLHttpRequest|WebSocket/)
  })
})
