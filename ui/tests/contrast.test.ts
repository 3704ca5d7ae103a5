// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Every word and mark on every surface it may sit on: WCAG 2.2, 1.4.3 and 1.4.11. */
const css = readFileSync(new URL('../src/kit/tokens.css', import.meta.url), 'utf8')

function tokens(selector: string): Record<string, string> {
  const at = css.indexOf(`${selector} {`)
  const block = css.slice(css.indexOf('{', at), css.indexOf('\n}', at))
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]]),
  )
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function ratio(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const surfaces = ['bg-frame', 'bg', 'bg-sunken', 'bg-raised', 'bg-hover', 'bg-select']
const meanings = ['ok', 'attn', 'breach', 'na']
const pairs: { ink: string; on: string; least: number }[] = []
const need = (inks: string[], ons: string[], least: number) =>
  inks.forEach((ink) => ons.forEach((on) => pairs.push({ ink, on, least })))

need(['ink', 'ink-2', 'ink-3', 'accent', ...meanings.map((m) => `${m}-ink`)], surfaces, 4.5)
meanings.forEach((m) => need([`${m}-ink`, 'ink', 'ink-2'], [`${m}-tint`], 4.5))
need(['on-accent'], ['accent-fill', 'accent-fill-hover'], 4.5)
need([...meanings.map((m) => `${m}-mark`), 'line-ctl', 'focus'], surfaces, 3)
meanings.forEach((m) => need([`${m}-mark`], [`${m}-tint`], 3))

describe.each([
  ['light', "[data-theme='light']"],
  ['dark', "[data-theme='dark']"],
])('in the %s theme', (_, selector) => {
  const theme = tokens(selector)

  it.each(pairs)('$ink on $on reaches $least : 1', ({ ink, on, least }) => {
    const [front, back] = [theme[ink], theme[on]]
    expect(front, `the token --${ink} is missing`).toBeDefined()
    expect(back, `the token --${on} is missing`).toBeDefined()
    expect(ratio(front ?? '', back ?? ''), `${front} on ${back}`).toBeGreaterThanOrEqual(least)
  })
})
