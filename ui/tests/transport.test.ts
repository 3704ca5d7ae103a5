import { expect, it, vi } from 'vitest'

const invoke = vi.hoisted(() => vi.fn(() => Promise.resolve('reply')))
vi.mock('@tauri-apps/api/core', () => ({ invoke }))

it('hands an operation its request under one name', async () => {
  // The ending keeps this import from being answered by the fake desk.
  const { call } = await import('../src/lib/transport.js')
  await expect(call('review', { review: 'WEEKLY-2026-W47' })).resolves.toBe('reply')
  expect(invoke).toHaveBeenCalledWith('review', { request: { review: 'WEEKLY-2026-W47' } })
})

it('asks ahead what the first screen will ask, and gives each answer once', async () => {
  const { askAhead, call } = await import('../src/lib/transport.js')
  invoke.mockClear()
  askAhead(['today', 'decisions'])
  await expect(call('today', {})).resolves.toBe('reply')
  expect(invoke, 'the answer was already on its way').toHaveBeenCalledTimes(2)
  await call('today', {})
  expect(invoke, 'a second reading asks the desk again').toHaveBeenCalledTimes(3)
})

it('forgets what was asked ahead once anything else is asked, which may change it', async () => {
  const { askAhead, call } = await import('../src/lib/transport.js')
  askAhead(['today'])
  await call('create_workspace', {})
  invoke.mockClear()
  await call('today', {})
  expect(invoke).toHaveBeenCalledTimes(1)
})
