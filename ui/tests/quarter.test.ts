import { cleanup, screen, within } from '@testing-library/svelte'
import { afterEach, describe, expect, it } from 'vitest'
import { quartersBack } from '../src/reports/quarters'
import { open } from './app'
import { breaks, settled } from './axe'
import { asked, refuse } from './fake/desk'

afterEach(cleanup)

async function sheet() {
  const { user } = await open('full', 'today')
  await user.click(await screen.findByRole('button', { name: 'Reports' }))
  const opened = await screen.findByRole('dialog', { name: 'Reports of a quarter' })
  await within(opened).findByRole('option', { name: '2026-Q4, still running' })
  return { user, opened }
}

describe('the reports of a quarter', () => {
  it('are of the last that is over, unless another is picked', async () => {
    const { user } = await sheet()
    await user.keyboard('p')
    await screen.findByText(/sponsor 2026-Q3.pdf saved/)
    expect(asked('export_sponsor')).toEqual([
      expect.objectContaining({ period: '2026-Q3' }) as unknown,
    ])
  })

  it('are of the quarter that is picked', async () => {
    const { user, opened } = await sheet()
    await user.selectOptions(within(opened).getByLabelText('Quarter'), '2026-Q4')
    await user.click(within(opened).getByRole('button', { name: /Audit report of 2026-Q4/ }))
    await screen.findByText(/audit 2026-Q4.pdf saved/)
  })

  it('say why one cannot be made, and stay open', async () => {
    const { user, opened } = await sheet()
    refuse('export_audit', 'no-such-moment', 'The workspace began after 2026-Q3 was over.')
    await user.keyboard('a')
    await within(opened).findByText(/began after 2026-Q3/)
  })

  it('break no rule of axe', async () => {
    const { opened } = await sheet()
    await settled()
    expect(await breaks(opened)).toEqual([])
  })

  it('go back over the turn of a year', () => {
    expect(quartersBack('2026-Q2', 4)).toEqual(['2026-Q2', '2026-Q1', '2025-Q4', '2025-Q3'])
    expect(quartersBack('', 4), 'nothing is made up').toEqual([])
  })
})
