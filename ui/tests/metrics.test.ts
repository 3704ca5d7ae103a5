import { cleanup, render, screen, within } from '@testing-library/svelte'
import { afterEach, describe, expect, it } from 'vitest'
import TrendChart from '../src/kit/TrendChart.svelte'
import { draw } from '../src/kit/trend'
import type { MetricBeside } from '../src/lib/bindings'
import EmergencyPoints from '../src/metrics/EmergencyPoints.svelte'
import { open } from './app'
import { asked, refuse } from './fake/desk'
import { METRICS } from './fake/metrics-samples'

afterEach(cleanup)

const FRAME = { width: 320, height: 128, left: 30, right: 50, top: 12, bottom: 22, line: 14 }

function beside(metric: string): MetricBeside {
  const found = METRICS.find(({ row }) => row.beside.metric === metric)
  if (!found) throw new Error(`${metric} is no sample`)
  return found.row.beside
}

describe('a trend chart', () => {
  it('never bridges a period without a value, and marks it', () => {
    const drawing = draw(beside('MET-0004'), FRAME)
    expect(drawing.lines, 'one line before the gap and one after it').toHaveLength(2)
    expect(drawing.gaps.map(({ point }) => point.short)).toEqual(['W40'])
    expect(drawing.dots, 'every value has its dot').toHaveLength(12)
  })

  it('steps the baseline where its next version begins', () => {
    const [line] = draw(beside('MET-0004'), FRAME).baselines
    expect(line?.match(/V/g), 'one step for two versions').toHaveLength(1)
  })

  it('begins the baseline with its first period, not with the series', () => {
    const { baselines, dots } = draw(beside('MET-0010'), FRAME)
    expect(baselines[0]?.startsWith(`M${dots[2]?.x.toFixed(1).replace(/\.0$/, '')} `)).toBe(true)
  })

  it('names a limit that is too far off instead of flattening the series', () => {
    const far = { ...beside('MET-0005'), limit: '9000', limit_shown: '9,000' }
    expect(draw(far, FRAME).limit).toBeUndefined()
    expect(draw(beside('MET-0007'), FRAME).limit, 'a near one is drawn').toBeDefined()
  })

  it('keeps the names of the last value and of the baseline apart', () => {
    const { latest = 0, baseline = 0 } = draw(beside('MET-0010'), FRAME)
    expect(Math.abs(latest - baseline)).toBeGreaterThanOrEqual(FRAME.line)
  })

  it('stays inside its frame whatever the values', () => {
    for (const values of [['0'], ['5', '5'], ['-3', '-3.5'], ['0.001', '123456789'], []]) {
      const points = values.map((value, index) => ({
        ...structuredClone(beside('MET-0005').points[index]!),
        value,
      }))
      const { dots } = draw({ points, limit: null }, FRAME)
      for (const { x, y } of dots) {
        expect(x).toBeGreaterThanOrEqual(FRAME.left)
        expect(x).toBeLessThanOrEqual(FRAME.width - FRAME.right)
        expect(y).toBeGreaterThanOrEqual(FRAME.top - 0.01)
        expect(y).toBeLessThanOrEqual(FRAME.height - FRAME.bottom + 0.01)
      }
    }
  })

  it('tells a screen reader the finding in a sentence and the figures as a table', () => {
    render(TrendChart, { metric: beside('MET-0004') })
    const image = screen.getByRole('img')
    expect(image.getAttribute('aria-label')).toContain('Positive replies, 2.7\u202f% in W46')
    expect(image.getAttribute('aria-label')).toContain('no value for W40')
    const rows = within(screen.getByRole('table')).getAllByRole('row')
    expect(rows, 'a row per period under the head').toHaveLength(14)
    expect(rows[7]?.textContent).toMatch(/2026-W40.*none.*missing/)
  })
})

describe('metrics', () => {
  it('records the value that the review would ask for, by keyboard alone', async () => {
    const { user } = await open('full', 'metrics')
    await screen.findByText('Opens')
    await user.keyboard('jjj{Enter}')
    await screen.findByRole('dialog', { name: /MET-0002/ })
    await user.keyboard('43.5{Control>}{Enter}{/Control}')
    await screen.findByText('2026-W46 is 43.5')
    expect(asked('record_observation')).toEqual([
      { metric: 'MET-0002', period: '2026-W46', value: '43.5', review: null },
    ])
  })

  it('asks why before it replaces a value', async () => {
    const { user } = await open('full', 'metrics')
    await screen.findByText('Positive replies')
    await user.keyboard('j{Enter}')
    await screen.findByRole('dialog', { name: /MET-0004/ })
    await user.keyboard('2.8{Control>}{Enter}{/Control}')
    await screen.findByText('Say why; it stands in the change log.')
    expect(asked('correct_observation'), 'nothing was sent').toEqual([])
    await user.keyboard('counted twice{Control>}{Enter}{/Control}')
    await screen.findByText('2026-W46 is 2.8, corrected')
    expect(asked('correct_observation')).toEqual([
      {
        metric: 'MET-0004',
        period: '2026-W46',
        value: '2.8',
        reason: 'counted twice',
        review: null,
      },
    ])
  })

  it('takes unit and direction from what the desk counts, where it counts', async () => {
    const { user } = await open('full', 'metrics')
    await screen.findByText('Opens')
    await user.keyboard('n')
    await screen.findByRole('dialog', { name: 'Define a metric' })
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Rules broken')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Its values' }), 'Findings open')
    expect(screen.queryByRole('combobox', { name: 'Unit' }), 'nothing to choose').toBeNull()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(/Rules broken defined/)
    expect(asked('define_metric')).toMatchObject([
      { terms: { derived: 'findings-open', unit: 'count', direction: 'lower' } },
    ])
  })

  it('shows what opened the emergency path as it stood then', async () => {
    await open('full', 'today')
    render(EmergencyPoints, {
      metric: 'MET-0004',
      periods: ['2026-W45', '2026-W46'],
      entry: 4800,
    })
    const table = await screen.findByRole('table', { name: /opened the emergency path/ })
    const rows = within(table).getAllByRole('row').slice(1)
    expect(rows.map((row) => row.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      expect.stringMatching(/2026-W45.*2\.9.*below baseline.*3\.1/),
      expect.stringMatching(/2026-W46.*2\.7.*below baseline.*3\.1/),
    ])
    expect(asked('metric').at(-1)).toEqual({ metric: 'MET-0004', as_of: 4800 })
  })

  it('shows a refused number at its field', async () => {
    const { user } = await open('full', 'metrics')
    await screen.findByText('Opens')
    await user.keyboard('jjj{Enter}')
    await screen.findByRole('dialog', { name: /MET-0002/ })
    refuse('record_observation', 'not-a-number', '“4,3” is not a number as metrics keep it.')
    await user.keyboard('4,3{Control>}{Enter}{/Control}')
    const field = await screen.findByLabelText('Value')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement, 'the focus is where it can be mended').toBe(field)
  })

  it('sets a baseline from the first period that is free', async () => {
    const { user } = await open('full', 'metrics')
    await screen.findByText('Positive replies')
    await user.keyboard('jb')
    await screen.findByRole('dialog', { name: /Baseline of Positive replies/ })
    await user.keyboard('3.2{Tab}{Tab}mean of eight weeks{Control>}{Enter}{/Control}')
    await screen.findByText('Held against 3.2 from 2026-W47')
    expect(asked('set_baseline')).toEqual([
      { metric: 'MET-0004', value: '3.2', from: '2026-W47', reason: 'mean of eight weeks' },
    ])
  })

  it('takes values in after showing what becomes of each', async () => {
    const { user } = await open('full', 'metrics')
    await screen.findByText('Opens')
    await user.keyboard('i')
    await screen.findByRole('dialog', { name: 'Import values' })
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(/Other values stand for 1 period/)
    await user.type(screen.getByLabelText('Why what stands was wrong'), 'Friday was left out')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(/1 value recorded, 1 corrected/)
    expect(asked('import_metrics')).toEqual([
      expect.objectContaining({ correct_because: 'Friday was left out' }),
    ])
  })

  it('teaches where there is nothing yet', async () => {
    await open('empty', 'metrics')
    await screen.findByText('Nothing is measured yet')
  })
})

it('leads from a metric to the one it stands beside', async () => {
  await open('full', 'metrics/MET-0004')
  const link = await screen.findByRole('link', { name: 'MET-0003' })
  expect(link).toHaveAttribute('href', '#/metrics/MET-0003')
})
