import { expect, it, vi } from 'vitest'

const invoke = vi.hoisted(() => vi.fn(() => Promise.resolve('reply')))
vi.mock('@tauri-apps/api/core', () => ({ invoke }))

it('hands an operation its request under one name', async () => {
  // The ending keeps this import from being answered by the fake desk.
  const { call } = await import('../src/lib/transport.js')
  await expect(call('review', { review: 'WEEKLY-2026-W47' })).resolves.toBe('reply')
  expect(invoke).toHaveBeenCalledWith('review', { request: { review: 'WEEKLY-2026-W47' } })
})
