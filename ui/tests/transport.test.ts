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

it('says on the page whether an answer is still to come, refused or not', async () => {
  const { call } = await import('../src/lib/transport.js')
  const asking = () => document.documentElement.dataset.asking
  const answers = [call('today', {}), call('decisions', {})]
  expect(asking(), 'both are on their way').toBe('2')
  await Promise.all(answers)
  expect(asking()).toBe('0')
  invoke.mockRejectedValueOnce({ code: 'locked' })
  await expect(call('today', {})).rejects.toEqual({ code: 'locked' })
  expect(asking(), 'a refusal is an answer too').toBe('0')
})
