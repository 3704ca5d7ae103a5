import { screen, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
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
      zone: null,
      day_first: null,
    }
    const grant = 'grant-read-inventory'
    expect(asked('preview_batch').at(-1), 'it is read again at once').toEqual({ grant, reading })
    expect(asked('import_batch')).toMatchObject([{ grant, reading, origin: { source: 'HubSpot' } }])
  })
})
