import { screen, waitFor, within } from '@testing-library/svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import { open } from './app'
import { asked } from './fake/desk'
import { monthWords, step } from '../src/reviews/month'
import { shown } from '../src/reviews/shown.svelte'

beforeEach(() => shown.reset())

describe('the list of reviews', () => {
  it('opens the chosen one on Enter after arriving through the palette, wherever the focus was', async () => {
    const { user } = await open('full', 'today')
    await screen.findByRole('heading', { name: 'Today' })
    screen.getByRole('link', { name: /Register/ }).focus()
    await user.keyboard('{Control>}k{/Control}')
    await user.keyboard('Reviews{Enter}')
    await screen.findByRole('tab', { name: 'List' })
    await screen.findByText('WEEKLY-2026-W48')
    expect(screen.getByRole('main'), 'the keys are those of the new screen').toHaveFocus()
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('radiogroup', { name: 'Outcome' })).toBeVisible()
  })

  it('takes the keys from a link also where the palette leads to the screen that is shown', async () => {
    const { user } = await open('full', 'reviews')
    await screen.findByText('WEEKLY-2026-W48')
    screen.getByRole('link', { name: /^Reviews/ }).focus()
    await user.keyboard('{Control>}k{/Control}')
    await user.keyboard('Reviews{Enter}')
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus())
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('radiogroup', { name: 'Outcome' })).toBeVisible()
  })

  it('adds earlier ones beneath and puts the focus on the first of them', async () => {
    const { user } = await open('full', 'reviews')
    await user.click(await screen.findByRole('button', { name: 'Show earlier reviews' }))
    const first = await screen.findByRole('link', { name: /WEEKLY-2026-W42/ })
    await waitFor(() => expect(first).toHaveFocus())
    expect(asked('past_reviews')).toEqual([{ cadence: null, before: 'WEEKLY-2026-W43' }])
    await user.click(screen.getByRole('button', { name: 'Show earlier reviews' }))
    await screen.findByRole('link', { name: /WEEKLY-2026-W07/ })
    expect(screen.queryByRole('button', { name: 'Show earlier reviews' }), 'no more').toBeNull()
  })

  it('saves when reviews are due as a calendar file', async () => {
    const { user } = await open('full', 'reviews')
    await user.click(await screen.findByRole('button', { name: 'Export as .ics' }))
    expect(await screen.findByText(/reviews.ics saved/)).toBeVisible()
  })
})

describe('the month of reviews', () => {
  async function month() {
    const opened = await open('full', 'reviews')
    await screen.findByText('WEEKLY-2026-W48')
    await opened.user.keyboard('m')
    const grid = await screen.findByRole('grid', { name: 'Reviews in November 2026' })
    return { ...opened, grid }
  }
  const day = () => screen.getByRole('region', { name: 'Reviews of the day' })

  it('starts on today, with every review by shape and word', async () => {
    const { grid } = await month()
    const today = within(grid).getByRole('gridcell', { selected: true })
    expect(today).toHaveAccessibleName(/^Mon 16 Nov 2026. today. 3 reviews. Daily watch, late/)
    expect(within(day()).getAllByRole('link')).toHaveLength(3)
    expect(screen.getByText('Days and times of Europe/Berlin')).toBeVisible()
  })

  it('is walked by day, week and month, across their ends', async () => {
    const { user } = await month()
    await user.keyboard('{ArrowRight}{ArrowDown}')
    expect(within(day()).getByRole('heading')).toHaveTextContent('Tue 24 Nov 2026')
    await user.keyboard('{PageDown}')
    expect(await screen.findByRole('grid', { name: 'Reviews in December 2026' })).toBeVisible()
    await waitFor(() =>
      expect(screen.getByRole('gridcell', { selected: true })).toHaveAccessibleName(/^Thu 24 Dec/),
    )
    await user.keyboard('{ArrowRight}')
    expect(within(day()).getByText('Christmas Day, a holiday')).toBeVisible()
    await user.keyboard('t')
    expect(await screen.findByRole('grid', { name: 'Reviews in November 2026' })).toBeVisible()
  })

  it('opens the one review of a day on Enter, and leaves the choice where there are several', async () => {
    const { user } = await month()
    await user.keyboard('{Enter}')
    expect(within(day()).getAllByRole('link')[0], 'the first of three').toHaveFocus()
    await user.keyboard('{Home}{ArrowRight}{Enter}')
    await waitFor(() => expect(window.location.hash).toBe('#/reviews/DAILY-2026-11-17'))
  })

  it('is still there when a person comes back from a review', async () => {
    const { user } = await month()
    await user.keyboard('{ArrowRight}{Enter}')
    await waitFor(() => expect(window.location.hash).toContain('DAILY'))
    window.location.hash = '#/reviews'
    expect(await screen.findByRole('grid', { name: 'Reviews in November 2026' })).toBeVisible()
    expect(within(day()).getByRole('heading')).toHaveTextContent('Tue 17 Nov 2026')
  })

  it('steps from the last of a month to the last of a shorter one', () => {
    expect(step('2026-01-31', 'PageDown')).toBe('2026-02-28')
    expect(step('2026-11-22', 'Home'), 'a week begins on Monday').toBe('2026-11-16')
    expect(step('2026-11-16', 'End')).toBe('2026-11-22')
    expect(step('2026-12-31', 'ArrowRight')).toBe('2027-01-01')
    expect(monthWords('2026-11')).toBe('November 2026')
  })
})
