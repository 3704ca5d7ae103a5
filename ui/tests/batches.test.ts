import { screen, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import type { PreviewBatch } from '../src/lib/bindings'
import { open } from './app'
import { asked } from './fake/desk'

describe('an action log', () => {
  it('is read as the system that is chosen writes it, and taken in as it was seen', async () => {
    const { user } = await open('full', 'batches')
    await screen.findByText('BAT-0002')
    await user.keyboard('i{Control>}{Enter}{/Control}')
    const sheet = within(await screen.findByRole('dialog', { name: 'Import an action log' }))
    const preset = await sheet.findByRole('combobox', { name: 'Columns are those of' })
    expect(preset, 'nothing is presumed').toHaveDisplayValue('any log: what its heads suggest')
    await user.selectOptions(preset, 'HubSpot account activity')
    await user.type(sheet.getByRole('textbox', { name: /System that wrote the log/ }), 'HubSpot')
    await user.click(await sheet.findByRole('button', { name: 'Take in 7,654 AI actions' }))
    const reading = {
      sheet: null,
      preset: 'hubspot-activity',
      columns: {},
      treatments: {},
      kinds: {},
      zone: null,
      day_first: null,
    }
    const grant = 'grant-read-inventory'
    expect(asked('preview_batch').at(-1), 'it is read again at once').toEqual({ grant, reading })
    expect(asked('import_batch')).toMatchObject([{ grant, reading, origin: { source: 'HubSpot' } }])
  })

  it('is read in the zone that is chosen, and says when it was pulled or says nothing', async () => {
    const { user } = await open('full', 'batches')
    await screen.findByText('BAT-0002')
    await user.keyboard('i{Control>}{Enter}{/Control}')
    const sheet = within(await screen.findByRole('dialog', { name: 'Import an action log' }))
    const zone = await sheet.findByRole('combobox', { name: 'Times that name no zone are of' })
    expect(zone, 'as the desk would read it').toHaveValue('Europe/Berlin')
    await user.type(zone, 'UTC{Enter}')
    const read = (asked('preview_batch') as PreviewBatch[]).map(({ reading }) => reading.zone)
    expect(read, 'it is read again at once').toEqual([null, 'UTC'])
    const take = () => sheet.getByRole('button', { name: /^Take in/ })
    await user.type(sheet.getByRole('textbox', { name: 'System that wrote the log' }), 'HubSpot')
    expect(take(), 'when it was pulled need not be known').toHaveAccessibleName(/7,654/)
    await user.type(sheet.getByRole('textbox', { name: 'Pulled on' }), '2026-11-09')
    expect(take(), 'a day without a time is none').toHaveAccessibleName('Take in')
    await user.type(sheet.getByRole('textbox', { name: 'Pulled at' }), '9:20')
    await user.click(take())
    expect(asked('import_batch')).toMatchObject([
      { reading: { zone: 'UTC' }, origin: { pulled_at: '2026-11-09T09:20', source: 'HubSpot' } },
    ])
  })

  it('says which kind of action each word of the log is, and leaves the others as guessed', async () => {
    const { user } = await open('full', 'batches')
    await screen.findByText('BAT-0002')
    await user.keyboard('i{Control>}{Enter}{/Control}')
    const sheet = within(await screen.findByRole('dialog', { name: 'Import an action log' }))
    const told = await sheet.findByText(/^654 rows of a kind of action that is not recognised/)
    expect(told, 'before anything is taken in').toBeVisible()
    const guessed = sheet.getByRole('combobox', { name: 'Send external message is read as' })
    expect(guessed, 'a word the register knows').toHaveDisplayValue('Send external message')
    const update = sheet.getByRole('combobox', { name: 'Update is read as' })
    expect(update, 'one it does not know').toHaveDisplayValue('As it stands')
    await user.selectOptions(update, 'Change stage')
    await user.tab()
    const read = (asked('preview_batch') as PreviewBatch[]).map(({ reading }) => reading.kinds)
    expect(read, 'only what was chosen is said').toEqual([{}, { Update: 'change-stage' }])
  })

  it('shows with a batch which words its rows were read from', async () => {
    await open('full', 'batches/BAT-0002/facts')
    const table = await screen.findByRole('table', { name: 'Words read as kinds of action' })
    expect(within(table).getByRole('row', { name: /sendMail Send external message/ })).toBeVisible()
  })

  it('keeps what becomes of a field when its columns are chosen anew', async () => {
    const { user } = await open('full', 'batches')
    await screen.findByText('BAT-0002')
    await user.keyboard('i{Control>}{Enter}{/Control}')
    const sheet = within(await screen.findByRole('dialog', { name: 'Import an action log' }))
    const choose = async (label: string, word: string) => {
      await user.selectOptions(await sheet.findByRole('combobox', { name: label }), word)
      await user.tab()
    }
    await choose('User is', 'Keyed hash')
    await choose('Internal note means', 'Drivers')
    await choose('Columns are those of', 'HubSpot account activity')
    const chosen = (asked('preview_batch') as PreviewBatch[]).map(({ reading }) => reading)
    expect(chosen, 'the first look, and one after each choice').toMatchObject([
      { treatments: {}, columns: {} },
      { treatments: { person: 'hash' }, columns: {} },
      { treatments: { person: 'hash' }, columns: { '#8': 'drivers' } },
      { treatments: { person: 'hash' }, columns: {}, preset: 'hubspot-activity' },
    ])
  })

  it('never shows a test that could not be run as passed', async () => {
    const { user } = await open('full', 'batches/BAT-0002/tests')
    const tests = within(await screen.findByRole('table', { name: 'Tests' }))
    const cap = tests.getByRole('row', { name: /Above its volume cap/ })
    expect(cap, 'it has a word of its own').toHaveTextContent('Not tested')
    await user.click(cap)
    const side = within(screen.getByRole('region', { name: 'Above its volume cap' }))
    expect(side.getByText(/Sent to” was hashed/), 'and says why').toBeVisible()
    expect(side.queryByText('No AI action fails it'), 'nobody knows that').toBeNull()
    const live = tests.getByRole('row', { name: /Acted while not live/ })
    expect(live, 'nor is one that judged only some').toHaveTextContent('0 in part')
  })
})
