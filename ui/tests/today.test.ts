import { screen, waitFor, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { open } from './app'
import { asked } from './fake/desk'

describe('today', () => {
  it('is where the desk opens, with the review that waits in hand', async () => {
    const { user } = await open('full')
    await screen.findByRole('heading', { name: 'Today' })
    await screen.findByRole('region', { name: 'Next review' })
    await user.keyboard('{Enter}')
    await screen.findByText(/Item 5 of 16/)
  })

  it('says each review of the quarter in words, not by its shape alone', async () => {
    await open('full', 'today')
    const strip = await screen.findByRole('table', { name: 'Rhythm of 2026-Q4' })
    const weekly = within(strip).getByRole('row', { name: /Weekly governance call/ })
    expect(within(weekly).getByText('WEEKLY-2026-W43, missed')).toBeInTheDocument()
    expect(weekly).toHaveTextContent('5 of 6, due today')
  })

  it('leads to an action item by keys alone', async () => {
    const { user } = await open('full', 'today')
    await screen.findByText('ACT-0058')
    // Past the review, the two decisions, the policy and the four exceptions that wait too.
    await user.keyboard('{ArrowDown>8/}{Enter}')
    expect(window.location.hash).toBe('#/actions/ACT-0058')
  })

  it('shows what went wrong: what is asked of whoever looks before the rest, with its time', async () => {
    await open('full', 'today')
    const section = await screen.findByRole('region', { name: 'Exceptions' })
    const lines = within(section).getAllByRole('listitem')
    expect(lines.map((line) => line.querySelector('.ref')?.textContent)).toEqual([
      'EXC-0014',
      'EXC-0012',
      'EXC-0011',
      'EXC-0010',
    ])
    expect(lines[0]).toHaveTextContent('26 h past due')
    expect(section).toHaveTextContent('4 open, 1 past due, 3 asked of you')
  })

  it('takes an override and an exception with one key each', async () => {
    const { user } = await open('full', 'today')
    await screen.findByText('ACT-0058')
    await user.keyboard('o')
    await screen.findByRole('dialog', { name: 'Record an override' })
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await user.keyboard('x')
    await screen.findByRole('dialog', { name: 'Report an exception' })
  })

  it('tells who comes back what happened, with where it leads, until they have seen it', async () => {
    const { user } = await open('full', 'today')
    const news = await screen.findByRole('region', { name: 'Since you were last here' })
    const links = within(news).getAllByRole('link')
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '#/exceptions/EXC-0014',
      '#/decisions/DEC-0031',
      '#/reviews/DAILY-2026-11-13',
      '#/log',
    ])
    expect(links[0]).toHaveTextContent('EXC-0014 passed its due')
    await user.keyboard('d')
    await waitFor(() => expect(news).not.toBeInTheDocument())
  })

  it('copies the week in short with one key', async () => {
    const { user } = await open('full', 'today')
    await screen.findByText('ACT-0058')
    await waitFor(() => expect(asked('summary_text')).toHaveLength(1), { timeout: 4000 })
    await user.keyboard('c')
    await screen.findByText(/The week in short is copied, entry/)
    expect(await navigator.clipboard.readText()).toBe('# The week in short\n')
  })

  it('tells a new workspace what it lacks', async () => {
    await open('empty', 'today')
    const link = await screen.findByRole('link', { name: 'Put your AI workflows on the register' })
    expect(link).toHaveAttribute('href', '#/register')
  })
})
