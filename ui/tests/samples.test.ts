import { cleanup, screen, waitFor, within } from '@testing-library/svelte'
import { afterEach, describe, expect, it } from 'vitest'
import { open } from './app'
import { asked } from './fake/desk'

afterEach(cleanup)

describe('a worksheet', () => {
  it('opens at the first item that is still to be tested', async () => {
    await open('full', 'samples/SMP-0002')
    await screen.findByRole('region', { name: 'Draw 17, row 162' })
    const chosen = within(screen.getByRole('table', { name: 'Items' })).getByRole('row', {
      selected: true,
    })
    expect(chosen.textContent, 'the list says the same').toContain('To be tested')
  })

  it('asks for words once an item is in error, before anything is sent', async () => {
    const { user } = await open('full', 'samples/SMP-0002')
    await screen.findByRole('region', { name: 'Draw 17, row 162' })
    await user.keyboard('y2{Enter}')
    await screen.findByText('Say what is wrong.')
    expect(asked('test_item'), 'nothing was sent').toEqual([])
    await user.type(screen.getByLabelText('What is wrong'), 'Nobody read it')
    await user.click(screen.getByRole('button', { name: /^Record the error/ }))
    await expect
      .poll(() => asked('test_item'), { message: 'the finding and its words went together' })
      .toMatchObject([{ sample: 'SMP-0002', row: 162, note: 'Nobody read it' }])
  })

  it('answers nothing by itself: an item is recorded once each question has its answer', async () => {
    const { user } = await open('full', 'samples/SMP-0002')
    await screen.findByRole('region', { name: 'Draw 17, row 162' })
    await user.keyboard('1{Enter}')
    expect(asked('test_item'), 'three are left to answer').toEqual([])
    screen.getByRole('button', { name: /^Record, 3 to answer/ })
    await user.keyboard('333y{Enter}')
    await expect
      .poll(() => asked('test_item'), { message: 'Y leaves alone what was answered' })
      .toMatchObject([
        {
          findings: [
            { attribute: 'correct', held: 'yes' },
            { attribute: 'approved', held: 'yes' },
            { attribute: 'guardrails', held: 'not-applicable' },
            { attribute: 'disclosed', held: 'yes' },
          ],
        },
      ])
  })

  it('says in its list what the AI did, whatever room there is for hashes', async () => {
    await open('full', 'samples/SMP-0002')
    const table = await screen.findByRole('table', { name: 'Items' })
    within(table).getByText('contact-40162, Send external message')
  })

  it('says what was found where nothing is left to judge', async () => {
    const { user } = await open('full', 'samples/SMP-0001')
    await screen.findByRole('region', { name: 'Draw 1, row 98' })
    await user.keyboard('jjjjjj')
    const side = within(await screen.findByRole('region', { name: 'Draw 7, row 184' }))
    side.getByText('No')
    side.getByText(/Names a competitor/)
    expect(side.queryByRole('button'), 'nothing to press').toBeNull()
  })

  it('says first what was shown up to here, while items are left', async () => {
    await open('full', 'samples/SMP-0002')
    await screen.findByText(/^1 of 16 tested was in error\. So far .* at most 28\.8\s%.* 9 items/)
  })

  it('saves the workpaper on P, and asks on W why it is given up', async () => {
    const { user } = await open('full', 'samples/SMP-0002')
    await screen.findByRole('region', { name: 'Draw 17, row 162' })
    await user.keyboard('p')
    await expect.poll(() => asked('export_sample')).toMatchObject([{ form: 'pdf' }])
    await user.keyboard('w')
    await screen.findByRole('dialog', { name: 'Give SMP-0002 up' })
  })

  it('says where the sample stands and how many items would prove more', async () => {
    await open('full', 'samples/SMP-0001')
    await screen.findByRole('img', {
      name: /^At most 18\.1\s% in error after 25 items, 5\s% after 80$/,
    })
  })
})

describe('an extension', () => {
  it('is told as what the plan says, and as due where nobody drew it', async () => {
    await open('full', 'samples/SMP-0001/draw')
    const facts = within(await screen.findByRole('region', { name: 'Plan and draw' }))
    facts.getByText('To be extended')
    facts.getByText('by 20 rows once 1 is in error')
    facts.getByText('Due, not drawn')
    expect(facts.queryByText('Extended'), 'no entry drew more').toBeNull()
  })
})

describe('a plan', () => {
  /** Lets what was typed settle, and everything asked about it. */
  const settled = () => new Promise((done) => setTimeout(done, 300))

  it('asks once for each change of what is drawn, and never for a title', async () => {
    const { user } = await open('full', 'samples')
    await screen.findAllByText('SMP-0001')
    await user.keyboard('p')
    await screen.findByRole('dialog', { name: 'Plan a sample' })
    await screen.findByText(/would be drawn/)
    expect(asked('preview_sample'), 'the first look brings figures and fields').toHaveLength(1)

    await user.type(screen.getByLabelText(/^A sample of/), 'Outbound mails')
    await settled()
    expect(asked('preview_sample'), 'a title draws nothing').toHaveLength(1)

    await user.selectOptions(screen.getByLabelText('How many'), 'A number of rows')
    await settled()
    expect(asked('preview_sample')).toHaveLength(2)
    expect(asked('preview_sample')[1]).toMatchObject({ size: { by: 'number', rows: 10 } })
  })

  it('is previewed with its extension, which halves what its limit may be wrong by', async () => {
    const { user } = await open('full', 'samples')
    await screen.findAllByText('SMP-0001')
    await user.keyboard('p')
    await screen.findByText(/would be drawn/)
    expect(asked('preview_sample')[0], 'none is asked for').toMatchObject({ extension: null })
    await user.click(screen.getByLabelText('Draw more once an item is in error'))
    await settled()
    expect(asked('preview_sample').at(-1), 'the preview proves what the plan can').toMatchObject({
      extension: { errors: 1, rows: 20 },
    })
    await user.selectOptions(
      screen.getByLabelText('Rows are drawn'),
      'Every k-th from a random start',
    )
    await settled()
    expect(asked('preview_sample').at(-1), 'such a draw is never extended').toMatchObject({
      method: 'every-kth',
      extension: null,
    })
  })

  it('of outbound mail draws from the messages that went out, unless somebody chooses others', async () => {
    const { user } = await open('full', 'reviews/WEEKLY-2026-W47')
    await user.click(await screen.findByRole('button', { name: /Outbound emails, 10 %/ }))
    await user.click(await screen.findByRole('button', { name: 'Plan it' }))
    const messages = { field: 'action', says: 'Send external message' }
    await waitFor(() =>
      expect(asked('preview_sample').at(-1), 'as the log spells them').toMatchObject({
        size: { by: 'percent', percent: 10 },
        item: 'outbound-emails',
        only: messages,
      }),
    )
    expect(screen.getByLabelText('is'), 'to be seen before it is entered').toHaveValue(
      messages.says,
    )
    await user.clear(screen.getByLabelText('is'))
    await waitFor(() =>
      expect(asked('preview_sample').at(-1), 'nobody is overruled').toMatchObject({ only: null }),
    )
  })

  it('names who draws it by signing, and is not entered before', async () => {
    const { user } = await open('full', 'samples')
    await screen.findAllByText('SMP-0001')
    await user.keyboard('p')
    await screen.findByText(/would be drawn/)
    await user.type(screen.getByLabelText(/^A sample of/), 'Outbound mails')
    await user.type(screen.getByLabelText(/^Why/), 'The weekly ten per cent')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText('Choose who signs the plan, and draws it.')
    expect(asked('plan_sample'), 'nothing was sent').toEqual([])
    const who = screen.getByRole('combobox', { name: /^Drawn by the signature of/ })
    await user.type(who, 'Rafael{Enter}')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await expect.poll(() => asked('plan_sample')).toMatchObject([{ reviewer: 'PER-0005' }])
  })

  it('shows no figures until its strata are chosen', async () => {
    const { user } = await open('full', 'samples')
    await screen.findAllByText('SMP-0001')
    await user.keyboard('p')
    await screen.findByText(/would be drawn/)
    await user.selectOptions(screen.getByLabelText('Rows are drawn'), 'Random in each stratum')
    await expect.poll(() => screen.queryByText(/would be drawn/)).toBeNull()
    await user.type(screen.getByRole('combobox', { name: /^Strata by/ }), 'Segment{Enter}')
    await screen.findByText(/would be drawn/)
    expect(asked('preview_sample').at(-1)).toMatchObject({
      method: 'stratified',
      strata_by: 'segment',
    })
  })
})

describe('an action log to take in', () => {
  it('asks first for the system once a file is read, and gives the focus back on Esc', async () => {
    const { user } = await open('full', 'batches')
    await screen.findByText('BAT-0002')
    const before = document.activeElement
    await user.keyboard('i')
    await screen.findByRole('dialog', { name: 'Import an action log' })
    await user.keyboard('{Control>}{Enter}{/Control}')
    const system = await screen.findByLabelText('System that wrote the log')
    await expect.poll(() => document.activeElement).toBe(system)
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog'), 'the sheet is gone').toBeNull()
    await expect.poll(() => document.activeElement, { message: 'back where it was' }).toBe(before)
  })
})
