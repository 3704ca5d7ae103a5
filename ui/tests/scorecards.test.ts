import { cleanup, screen, waitFor, within } from '@testing-library/svelte'
import { afterEach, describe, expect, it } from 'vitest'
import { draw, together } from '../src/kit/trend'
import { open } from './app'
import { asked } from './fake/desk'
import { METRICS } from './fake/metrics-samples'

afterEach(cleanup)

const FRAME = { width: 320, height: 128, left: 30, right: 50, top: 20, bottom: 22, line: 14 }

describe('what happened on a line', () => {
  const beside = METRICS[0]!.row.beside

  it('stands at the period it happened in', () => {
    const { marks, dots } = draw(beside, FRAME, [{ period: '2026-W38', letters: ['a'] }])
    const then = dots.find(({ point }) => point.period === '2026-W38')
    expect(marks).toEqual([{ x: then?.x, word: 'a' }])
  })

  it('is left out where the line does not reach', () => {
    expect(draw(beside, FRAME, [{ period: '2025-W38', letters: ['a'] }]).marks).toEqual([])
  })

  it('shortens many letters of one period to the first and the last', () => {
    expect(together(['c', 'd'])).toBe('c d')
    expect(together(['c', 'd', 'e', 'f'])).toBe('c–f')
  })
})

describe('scorecards', () => {
  it('show the same figures beside each chart, with what happened in words', async () => {
    await open('full', 'scorecards')
    const card = await screen.findByRole('article', { name: 'Positive replies' })
    const table = within(card).getByRole('table', { name: /Positive replies by period/ })
    const rows = within(table).getAllByRole('row')
    expect(rows, 'the head and the last six periods').toHaveLength(7)
    expect(rows[1], 'the latest first, and what it means').toHaveTextContent(
      /W46, below baseline.*2\.7.*3\.1/,
    )
    expect(table, 'letters are told, not only drawn').toHaveTextContent(
      'STOP-0002 SDR outreach agent stopped; DEC-0029 Daily cap',
    )
    expect(within(card).getAllByRole('table'), 'once').toHaveLength(1)
  })

  it('show every period of the charts on A, gaps among them', async () => {
    const { user } = await open('full', 'scorecards')
    const card = await screen.findByRole('article', { name: 'Positive replies' })
    expect(within(card).queryByRole('row', { name: /W40/ })).toBeNull()
    await user.keyboard('a')
    expect(within(card).getByRole('row', { name: /W40/ })).toHaveTextContent('missing')
  })

  it('are of one workflow where one is chosen, and Esc leads back', async () => {
    const { user } = await open('full', 'scorecards')
    const of = await screen.findByRole('combobox', { name: 'Scorecard of' })
    await user.selectOptions(of, 'WF-0007 Firmographic enrichment')
    expect(await screen.findByRole('link', { name: 'Its page in the register' })).toBeVisible()
    expect(asked('scorecard').at(-1)).toMatchObject({ workflow: 'WF-0007' })
    of.blur()
    await user.keyboard('{Escape}')
    expect(await screen.findByDisplayValue('The whole program')).toBeVisible()
  })

  it('name the workflow also where nothing but the desk counts of it', async () => {
    await open('full', 'scorecards/WF-0009')
    const of = await screen.findByRole('combobox', { name: 'Scorecard of' })
    await waitFor(() => expect(of).toHaveDisplayValue(/^WF-0009/))
  })

  it('say what will stand there while nothing is measured', async () => {
    await open('empty', 'scorecards')
    expect(await screen.findByText(/what its next step up rests on/)).toBeVisible()
  })
})
