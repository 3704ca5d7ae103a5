import { cleanup, screen, waitFor, within } from '@testing-library/svelte'
import { afterEach, describe, expect, it } from 'vitest'
import { sheets } from '../src/frame/sheets.svelte'
import { open } from './app'
import { breaks, settled } from './axe'
import { asked, refuse } from './fake/desk'

afterEach(() => {
  sheets.close()
  cleanup()
})

async function sheet() {
  const { user } = await open('full', 'today')
  sheets.shown = 'pack'
  const opened = await screen.findByRole('dialog', { name: 'Export an evidence pack' })
  await within(opened).findByRole('option', { name: '2026-Q3' })
  return { user, opened }
}

const wanted = (what: object) => [expect.objectContaining(what) as unknown]

describe('an evidence pack', () => {
  it('holds the whole workspace and no contacts, unless something else is asked for', async () => {
    const { user } = await sheet()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(/saved and sealed/)
    const whole = { period: null, as_of: null, since: null, words: 'all' }
    expect(asked('export_pack')).toEqual(wanted({ ...whole, withhold_contacts: true }))
  })

  it.each([
    ['without words from before it', false, 'period'],
    ['with them where that is asked for', true, 'all'],
  ])('is of the quarter that is picked, %s', async (_, unticked, words) => {
    const { user, opened } = await sheet()
    await user.selectOptions(within(opened).getByLabelText('Period'), '2026-Q3')
    const before = within(opened).getByLabelText(/Leave out words from before 2026-Q3/)
    if (unticked) await user.click(before)
    await user.click(within(opened).getByRole('button', { name: /Export the pack/ }))
    await waitFor(() => {
      expect(asked('export_pack')).toEqual(wanted({ period: '2026-Q3', words }))
    })
  })

  it('is offered of no quarter from before the workspace began', async () => {
    const { opened } = await sheet()
    const offered = within(opened).getByLabelText('Period')
    const words = within(offered)
      .getAllByRole('option')
      .map(({ textContent }) => textContent)
    expect(words).toEqual(['The whole workspace', '2026-Q4, still running', '2026-Q3', '2026-Q2'])
  })

  it('says why it cannot be made, and keeps what was typed', async () => {
    const { user, opened } = await sheet()
    refuse('export_pack', 'no-such-head', 'This record had another head after entry 12.')
    const field = within(opened).getByLabelText('Go on after an earlier pack')
    await user.type(field, '12:ab')
    await user.click(within(opened).getByRole('button', { name: /Export the pack/ }))
    await within(opened).findByText(/another head after entry 12/)
    expect(field).toHaveProperty('value', '12:ab')
  })

  it('breaks no rule of axe', async () => {
    const { opened } = await sheet()
    await settled()
    expect(await breaks(opened)).toEqual([])
  })
})
