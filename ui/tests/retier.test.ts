import { screen, waitFor, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { open } from './app'
import { asked } from './fake/desk'

const AT = 'reviews/WEEKLY-2026-W47'

describe('re-tiering in an audit', () => {
  async function atItem() {
    const opened = await open('audit', AT)
    const list = await screen.findByRole('list', { name: 'Tier by workflow' })
    const on = (name: RegExp) => within(list).getByRole('radiogroup', { name })
    return { ...opened, list, on }
  }
  const chosen = (group: HTMLElement) =>
    within(group)
      .getAllByRole('radio')
      .filter((radio) => radio.getAttribute('aria-checked') === 'true')
      .map((radio) => radio.getAttribute('aria-label'))

  it('asks a verdict on each workflow that acted, and says what asks for none', async () => {
    const { list } = await atItem()
    expect(within(list).getAllByRole('radiogroup')).toHaveLength(3)
    expect(screen.getByText(/3 workflows of 3 wait for a verdict/)).toBeVisible()
    const others = /No verdict is asked on WF-0009: drafts, and what came after the quarter\./
    expect(screen.getByText(others)).toBeVisible()
  })

  it('takes one key for a verdict and goes on to the next workflow that waits', async () => {
    const { user, on } = await atItem()
    await user.keyboard('2')
    expect(chosen(on(/WF-0001/))).toEqual(['Lower'])
    await waitFor(() =>
      expect(on(/WF-0004/)).toContainElement(document.activeElement as HTMLElement),
    )
    await user.keyboard('3')
    await waitFor(() =>
      expect(on(/WF-0007/)).toContainElement(document.activeElement as HTMLElement),
    )
    await user.keyboard('1')
    expect(chosen(on(/WF-0007/))).toEqual(['Keep'])
    expect(screen.getByText(/Each of 3 workflows has its verdict/)).toBeVisible()
  })

  it('asks why where a verdict goes against the record, and goes on with Enter', async () => {
    const { user, on } = await atItem()
    await user.keyboard('1')
    const why = await screen.findByRole('textbox', { name: /Why.*WF-0001/ })
    await waitFor(() => expect(why).toHaveFocus())
    await user.type(why, 'It is certified since.{Enter}')
    await waitFor(() =>
      expect(on(/WF-0004/)).toContainElement(document.activeElement as HTMLElement),
    )
  })

  it('leads to the page where a verdict is seen through', async () => {
    const { user } = await atItem()
    await user.keyboard('2')
    const link = await screen.findByRole('link', { name: 'Lower it on its page' })
    expect(link).toHaveAttribute('href', '#/register/WF-0001')
  })

  it('is not fine while a workflow waits, and leads to the first that does', async () => {
    const { user, on } = await atItem()
    await user.keyboard('2f')
    expect(await screen.findByText(/still wait for a verdict: WF-0004, WF-0007/)).toBeVisible()
    await waitFor(() =>
      expect(on(/WF-0004/)).toContainElement(document.activeElement as HTMLElement),
    )
    expect(screen.getByRole('radio', { name: /^Fine/ })).not.toBeChecked()
  })

  it('sends the verdicts with the answer, once', async () => {
    const { user } = await atItem()
    await user.keyboard('2')
    await user.keyboard('1')
    await user.keyboard('1f')
    await waitFor(() => expect(asked('answer_item')).toHaveLength(1))
    expect(asked('answer_item')[0]).toMatchObject({
      outcome: 'fine',
      tiers: [
        { workflow: 'WF-0001', verdict: 'lower', note: '' },
        { workflow: 'WF-0004', verdict: 'keep', note: '' },
        { workflow: 'WF-0007', verdict: 'keep', note: '' },
      ],
    })
    await waitFor(() => expect(screen.queryByText(/not saved yet/)).toBeNull())
  })

  it('shows on the closed review what was said of each tier, and why', async () => {
    const { user, state } = await open('closed', AT)
    const [item] = state.review.items
    const row = { workflow: 'WF-0001', name: 'Lead scoring', shown: 'down' as const }
    const words = { word: 'Keep', shown_word: 'Reasons to go down', note: 'It is certified since.' }
    item?.tiers.push({ ...row, verdict: 'keep', ...words })
    await user.keyboard('{Escape}')
    window.location.hash = `#/${AT}`
    const table = await screen.findByRole('table', { name: 'Verdicts on tiers' })
    for (const cell of ['Keep', 'Reasons to go down', 'It is certified since.'])
      expect(within(table).getByRole('cell', { name: cell })).toBeVisible()
  })
})
