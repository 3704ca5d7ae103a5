import { cleanup, screen, within } from '@testing-library/svelte'
import { afterEach, describe, expect, it } from 'vitest'
import { open } from './app'
import { asked, refuse } from './fake/desk'
import { PASSPHRASE } from './fake/state'

afterEach(cleanup)

const sheet = () => within(screen.getByRole('dialog'))

describe('a lost key', () => {
  it('is asked for with a new passphrase alone, and its fingerprint stands there to be read out', async () => {
    const { user } = await open('full', 'settings/keys')
    const [, second] = await screen.findAllByRole('button', { name: /lost the key/ })
    await user.click(second as HTMLElement)
    await user.click(sheet().getByRole('button', { name: /Make key and request/ }))
    expect(sheet().getByText('Choose a passphrase.')).toBeTruthy()
    await user.type(sheet().getByLabelText(/^New passphrase of/), 'never lost again')
    await user.type(sheet().getByLabelText('New passphrase again'), 'never lost again')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await sheet().findByText('new-key-request.json')).toBeTruthy()
    const groups = Array(8).fill('b7e1 d3a9').join(' ')
    expect(sheet().getByText(groups), 'in groups of four').toBeVisible()
    expect(asked('request_key')).toMatchObject([
      { person: 'PER-0002', new_passphrase: 'never lost again' },
    ])
    await user.click(sheet().getByRole('button', { name: /Done/ }))
    expect(await screen.findByText('waits for two others'), 'its state is shown').toBeTruthy()
  })

  it('is vouched for only after the whole request was shown and an answer chosen', async () => {
    const { user } = await open('full', 'settings/keys')
    await screen.findAllByRole('button', { name: /lost the key/ })
    await user.keyboard('o')
    await user.click(sheet().getByRole('button', { name: /Choose the request/ }))
    expect(await sheet().findByText(/lost the key of the workspace/)).toBeTruthy()
    expect(sheet().getByText(/The new key, c4d2e9f0/)).toBeTruthy()
    expect(sheet().getByText(/then signs no more/)).toBeTruthy()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(sheet().getByText('Approve or refuse.')).toBeTruthy()
    expect(asked('sign_request')).toEqual([])
    await user.selectOptions(sheet().getByLabelText('Your answer'), 'yes')
    await user.type(sheet().getByLabelText('Reason'), 'I heard him read it')
    await user.type(sheet().getByLabelText(/^Passphrase of/), PASSPHRASE)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText(/is signed; send it back/)).toBeTruthy()
    expect(asked('sign_request')).toMatchObject([
      { person: 'PER-0001', approve: true, reason: 'I heard him read it', sha256: '0'.repeat(64) },
    ])
  })

  it('says why a file is no request, and stays open for another', async () => {
    const { user } = await open('full', 'settings/keys')
    await screen.findAllByRole('button', { name: /lost the key/ })
    await user.keyboard('o')
    refuse('open_request', 'statement-unreadable', 'notes.json cannot be read: it is not text.')
    await user.click(sheet().getByRole('button', { name: /Choose the request/ }))
    expect(await sheet().findByText(/notes.json cannot be read/)).toBeTruthy()
    await user.click(sheet().getByRole('button', { name: /Choose the request/ }))
    expect(await sheet().findByText(/lost the key of the workspace/)).toBeTruthy()
  })

  it('is entered once two statements are enough, and not with one', async () => {
    const { user } = await open('full', 'settings/keys')
    await screen.findAllByRole('button', { name: /lost the key/ })
    await user.keyboard('t')
    await user.click(sheet().getByRole('button', { name: /Add a statement/ }))
    expect(await sheet().findByText(/1 valid given/)).toBeTruthy()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(asked('take_statements'), 'one is not enough').toEqual([])
    await user.click(sheet().getByRole('button', { name: /Add another statement/ }))
    expect(await sheet().findByText('I heard him read it on the phone')).toBeTruthy()
    await user.type(sheet().getByLabelText('Reason'), 'Laptop stolen')
    await user.type(sheet().getByLabelText(/^Passphrase of/), PASSPHRASE)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText(/signs with the new key/)).toBeTruthy()
    expect(asked('take_statements')).toMatchObject([{ why: 'Laptop stolen' }])
  })
})

describe('ending', () => {
  it('a role asks for a reason, which goes with it', async () => {
    const { user } = await open('full', 'settings/people')
    await screen.findAllByText('PER-0001')
    await user.keyboard('j ')
    const [end] = await screen.findAllByRole('button', { name: /^End the role/ })
    await user.click(end as HTMLElement)
    await user.type(sheet().getByLabelText('Reason'), 'Moves to sales')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(asked('end_role')).toMatchObject([{ why: 'Moves to sales' }])
  })
})
