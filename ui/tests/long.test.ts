import { screen, within } from '@testing-library/svelte'
import { tick } from 'svelte'
import { describe, expect, it } from 'vitest'
import { desk } from '../src/frame/desk.svelte'
import { open } from './app'
import { asked, refuse } from './fake/desk'
import { hold, tell } from './fake/transport'

const STOPPED = ['cancelled', 'It was stopped; nothing was written.'] as const

describe('long work', () => {
  it('of verifying shows how far it is, and Esc stops it without closing the sheet', async () => {
    const { user } = await open('full', 'register')
    const release = hold('verify')
    await user.click(screen.getByRole('button', { name: 'Integrity holds' }))
    const sheet = within(await screen.findByRole('dialog', { name: 'Verification' }))
    tell({ operation: 'verify', done: 30, total: 100 })
    await tick()
    expect(sheet.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '30')

    screen.getByRole('dialog').dispatchEvent(new Event('cancel', { cancelable: true }))
    await expect.poll(() => asked('cancel')).toHaveLength(1)
    refuse('verify', ...STOPPED)
    release()
    expect(await sheet.findByText(/It was stopped/)).toBeVisible()
    expect(screen.getByRole('dialog', { name: 'Verification' })).toBeVisible()
  })

  it('of backing up draws its bar outside any sheet, with a way to stop it', async () => {
    const { user } = await open('full', 'register')
    const release = hold('back_up')
    await user.keyboard('{Control>}k{/Control}')
    await user.keyboard('back up{Enter}')
    const going = within(await screen.findByRole('group', { name: 'Backing up the workspace' }))
    tell({ operation: 'back_up', done: 1, total: 2 })
    await tick()
    expect(going.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '50')
    await user.click(going.getByRole('button', { name: /Cancel/ }))
    expect(asked('cancel')).toHaveLength(1)
    release()
    expect(await screen.findByText(/holds a whole copy/)).toBeVisible()
    expect(screen.queryByRole('group', { name: 'Backing up the workspace' })).toBeNull()
  })

  it('of backing up stops on Esc', async () => {
    const { user } = await open('full', 'register')
    const release = hold('back_up')
    await user.keyboard('{Control>}k{/Control}')
    await user.keyboard('back up{Enter}')
    await screen.findByRole('group', { name: 'Backing up the workspace' })
    await user.keyboard('{Escape}')
    expect(asked('cancel')).toHaveLength(1)
    refuse('back_up', ...STOPPED)
    release()
    expect(await screen.findByText(/It was stopped/)).toBeVisible()
  })
})

describe('the frame', () => {
  it('says a toast within an open sheet, where it is neither dimmed nor out of reach', async () => {
    const { user } = await open('full', 'register')
    await user.click(screen.getByRole('button', { name: 'Integrity holds' }))
    const sheet = await screen.findByRole('dialog', { name: 'Verification' })
    const { toasts } = await import('../src/frame/toasts.svelte')
    toasts.say('Something was done')
    expect(await within(sheet).findByText('Something was done')).toBeVisible()
  })

  it('names a rail link by word and number, also when the rail is narrow', async () => {
    await open('full', 'register')
    expect(screen.getByRole('link', { name: 'Reviews, 1 waiting' })).toBeVisible()
  })

  it('says when this machine could not remember the head, beside everything else', async () => {
    const { state } = await open('full', 'register')
    state.unremembered = 'This machine could not remember how far the file has come.'
    await desk.refresh()
    expect(await screen.findByText(/could not remember how far the file has come/)).toBeVisible()
  })
})
