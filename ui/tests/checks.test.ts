import { cleanup, screen, within } from '@testing-library/svelte'
import { afterEach, describe, expect, it } from 'vitest'
import { open } from './app'
import { asked } from './fake/desk'

afterEach(cleanup)

describe('a check of fairness', () => {
  it('asks what counts as selected before it counts, and goes on the record with it', async () => {
    const { user } = await open('full', 'checks/fairness')
    await screen.findByText(/Choose what counts as selected/)
    expect(asked('run_check'), 'nothing is counted before it is known what').toEqual([])
    await user.click(await screen.findByRole('checkbox', { name: 'reply (823)' }))
    await screen.findByText(/^Nordics is selected 0\.50 as often as DACH/)
    const picked = { by: 'one-of', field: 'outcome', says: ['reply'] }
    expect(asked('run_check').at(-1)).toMatchObject({ asks: { by: 'segment', picked } })
    await user.click(screen.getByRole('button', { name: /Put on the record/ }))
    const sheet = within(await screen.findByRole('dialog', { name: 'Put the check on the record' }))
    await user.click(sheet.getByRole('button', { name: /Put on the record/ }))
    await expect
      .poll(() => asked('record_check'), { message: 'the same question, for the item that asks' })
      .toMatchObject([{ asks: { picked }, item: { cadence: 'quarterly', item: 'bias' } }])
  })

  it('says in words what its bars show', async () => {
    await open('full', 'checks/CHK-0002')
    const table = within(await screen.findByRole('table', { name: /^Segments/ }))
    const row = table.getByRole('row', { name: /Nordics/ })
    expect(row.textContent).toContain('30.0')
    within(row).getByText('Below')
    screen.getByText(/says that rates differ, not why/)
  })
})

describe('the return on workflows', () => {
  it('stands under 5, with the basis of each figure to be read and the sum saying what it adds', async () => {
    const { user } = await open('full', 'checks')
    await screen.findByRole('table', { name: /^Checks/ })
    await user.keyboard('5')
    const table = within(await screen.findByRole('table', { name: /^Cost and benefit/ }))
    table.getByText('Hours of SDRs, at EUR 52')
    const sum = table.getByRole('row', { name: /^Together where both are stated/ })
    expect(sum.textContent).toContain('EUR\u00a038,000')
  })
})

it('offers nothing to put on the record where there is no action log', async () => {
  const { user } = await open('empty', 'checks/drift')
  await screen.findByText('There is no action log to check yet')
  await user.keyboard('r')
  expect(screen.queryByRole('dialog')).toBeNull()
})

describe('a check of drift', () => {
  it('holds the last batch against the one before it, and shows the bins of each segment', async () => {
    const { user } = await open('full', 'checks/drift')
    await screen.findByText(/^Score has moved somewhat/)
    expect(asked('run_check').at(-1)).toMatchObject({
      asks: { before: { batches: ['BAT-0001'] }, now: { batches: ['BAT-0002'] }, of: 'score' },
    })
    await user.click(screen.getByRole('button', { name: 'Nordics' }))
    await screen.findByRole('table', { name: 'Bins of Nordics' })
  })
})

describe('a check of a service level', () => {
  it('reads the file that is chosen, and records the very file that was looked at', async () => {
    const { user } = await open('full', 'checks/service-level')
    await user.type(await screen.findByLabelText(/What was promised/), 'Dossiers 48 h ahead')
    await user.click(screen.getByRole('button', { name: /Choose a file/ }))
    await screen.findByText(/^22 of 25 due were done on time/)
    screen.getByText('Meeting 4502, Brightwater')
    await user.click(screen.getByRole('button', { name: /Put on the record/ }))
    const sheet = within(await screen.findByRole('dialog', { name: 'Put the check on the record' }))
    await user.click(sheet.getByRole('button', { name: /Put on the record/ }))
    await expect
      .poll(() => asked('record_check'))
      .toMatchObject([{ asks: { kind: 'service-level', sha256: 'cd'.repeat(32) } }])
  })
})
