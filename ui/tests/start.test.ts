import { screen } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { open } from './app'
import { asked, refuse } from './fake/desk'

describe('first start', () => {
  it('opens the demo on D', async () => {
    const { user } = await open('none')
    await user.keyboard('d')
    expect(await screen.findByRole('heading', { name: 'Today' })).toBeVisible()
  })

  it('opens what the arrows chose', async () => {
    const { user } = await open('none')
    await user.keyboard('{ArrowDown}{Enter}')
    expect(await screen.findByRole('dialog', { name: 'Start a workspace' })).toBeVisible()
  })

  it('shows the request that the app was started with, once', async () => {
    const { user } = await open('asked')
    expect(await screen.findByRole('dialog', { name: 'A request to you' })).toBeVisible()
    expect(asked('open_request')).toEqual([{ grant: 'grant-read-request' }])
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('says why a file cannot be opened, and what to do', async () => {
    const { user } = await open('none')
    refuse('open_workspace', 'file-newer', 'This file is of version 9; this program reads 1.')
    await user.keyboard('o')
    expect(await screen.findByText(/Update Countersign/)).toBeVisible()
  })
})

describe('a new workspace', () => {
  async function fill(passphrase: string, again: string) {
    const opened = await open('none')
    const { user } = opened
    await user.keyboard('n')
    await user.type(screen.getByLabelText('Name of the workspace'), 'Acme')
    await user.type(screen.getByLabelText('Your name'), 'Ada')
    await user.type(screen.getByLabelText('Your passphrase'), passphrase)
    await user.type(screen.getByLabelText('Your passphrase again'), again)
    return opened
  }

  it('is made with what was typed, and no sponsor when none is named', async () => {
    const { user } = await fill('correct horse', 'correct horse')
    await user.click(screen.getByRole('button', { name: 'Choose the file and create' }))
    expect(await screen.findByText('To a working desk')).toBeVisible()
    expect(asked('create_workspace')).toEqual([
      {
        grant: 'grant-new-workspace',
        name: 'Acme',
        zone: 'Europe/Berlin',
        fiscal_start: 1,
        founder: 'Ada',
        passphrase: 'correct horse',
        sponsor: null,
        sets: ['cadences', 'metrics', 'raci', 'policies'],
      },
    ])
  })

  it('is not made while the passphrases differ', async () => {
    const { user } = await fill('correct horse', 'correct house')
    await user.keyboard('{Enter}')
    expect(screen.getByText(/The two passphrases differ/)).toBeVisible()
    expect(asked('create_workspace')).toHaveLength(0)
  })

  it('keeps no passphrase after a refusal, only the rest', async () => {
    const { user } = await fill('short', 'short')
    await user.click(screen.getByRole('button', { name: 'Choose the file and create' }))
    expect(await screen.findByText(/needs at least 8 characters/)).toBeVisible()
    expect(screen.getByLabelText('Your passphrase')).toHaveValue('')
    expect(screen.getByLabelText('Your name')).toHaveValue('Ada')
  })

  it('asks for a second person when only the passphrase of a sponsor is typed', async () => {
    const { user } = await fill('correct horse', 'correct horse')
    await user.type(screen.getByLabelText('Sponsor’s passphrase'), 'something')
    await user.keyboard('{Enter}')
    expect(screen.getByText(/Name the sponsor/)).toBeVisible()
  })
})
