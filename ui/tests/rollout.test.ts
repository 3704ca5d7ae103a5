import { cleanup, screen, within } from '@testing-library/svelte'
import { afterEach, describe, expect, it } from 'vitest'
import { open } from './app'

afterEach(cleanup)

describe('the first 30 days', () => {
  it('are reached from the rhythm of the quarter', async () => {
    await open('full', 'today')
    const link = await screen.findByRole('link', { name: 'First 30 days: 5 of 7 met, day 19' })
    expect(link.getAttribute('href')).toBe('#/rollout')
  })

  it('are reached from the palette, however old the workspace', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.keyboard('{Control>}k{/Control}')
    await user.keyboard('first 30{Enter}')
    expect(window.location.hash).toBe('#/rollout')
  })

  it('say of each condition the figure it rests on, and since when it was met', async () => {
    await open('full', 'rollout')
    const asked = await screen.findByText('The first review was held.')
    const line = within(asked.closest('li')!)
    line.getByText('met')
    const first = line.getByRole('link', { name: 'first Fri 9 Oct 2026, entry 412' })
    expect(first.getAttribute('href'), 'the entry that met it').toBe('#/log/412')
  })

  it('begin with what is next, and lead where it is done by keyboard alone', async () => {
    const { user } = await open('full', 'rollout')
    await screen.findByText('Every workflow has an owner, and somebody who stops it.')
    await user.keyboard('{Enter}')
    expect(window.location.hash, 'the first workflow that lacks it').toMatch(
      /^#\/register\/WF-\d+\/Owner$/,
    )
  })

  it('name a few of the workflows that lack it, and how many more do', async () => {
    await open('full', 'rollout')
    const list = within(await screen.findByRole('list', { name: 'What lacks it' }))
    expect(list.getAllByRole('link').length).toBe(3)
    list.getByText('and 2 more')
  })

  it('say of a week whose days are over and that lacks something that it is late', async () => {
    await open('full', 'rollout')
    const head = await screen.findByRole('heading', { name: 'Days 1 to 7: Inventory and tiers' })
    within(head.closest('section')!).getByText('late')
  })

  it('teach where to begin in an empty workspace, with a file that nobody checked', async () => {
    await open('empty', 'rollout')
    await screen.findByText(/Begin at the top: what runs with AI today/)
    screen.getByText('not checked')
    screen.getByText('Not checked since this file was opened')
  })
})
