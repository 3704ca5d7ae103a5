import { screen, waitFor, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { open } from './app'
import { asked } from './fake/desk'
import { identifierOf } from '../src/cadences/draft.svelte'
import { read, show } from '../src/cadences/rhythms'
import type { CadenceRhythm, Problem } from '../src/lib/bindings'

async function edit() {
  const opened = await open('full', 'settings/cadences')
  await opened.user.click(await screen.findByRole('button', { name: /^Change/ }))
  const sheet = within(await screen.findByRole('dialog'))
  const part = (name: RegExp) => opened.user.click(sheet.getByRole('tab', { name }))
  return { ...opened, sheet, part }
}

describe('a rhythm in a form', () => {
  const rhythms: CadenceRhythm[] = [
    { every: 'business-day' },
    { every: 'day', on: ['Mon', 'Thu'] },
    { every: 'week', on: 'Wed' },
    { every: 'month', on: { the: 'business-day', nth: -2 } },
    { every: 'month', on: { the: 'weekday', nth: -1, day: 'Fri' } },
    { every: 'month', on: { the: 'date', day: 31 } },
    { every: 'quarter', on: { the: 'in-month', month: 2, on: { the: 'date', day: 15 } } },
    { every: 'quarter', on: { the: 'days-after-end', days: 14 } },
    { every: 'rule', rule: 'FREQ=YEARLY;BYMONTH=3' },
  ]
  it.each(rhythms)('says what stood there: %j', (rhythm) => {
    expect(read(show(rhythm))).toEqual(rhythm)
  })

  it('makes the short name of a cadence from its name', () => {
    expect(identifierOf('  Überprüfung der Anbieter (2 x) ')).toBe('uberprufung-der-anbieter-2-x')
    expect(identifierOf('2nd line'), 'it begins with a letter').toBe('nd-line')
    expect(identifierOf('週次'), 'what has no such letters is left to the person').toBe('')
  })
})

describe('the cadence editor', () => {
  it('begins a cadence with every field it has', async () => {
    const { user } = await open('full', 'settings/cadences')
    await screen.findByRole('button', { name: /^Change/ })
    await user.keyboard('n')
    const sheet = within(await screen.findByRole('dialog', { name: 'New cadence' }))
    await user.type(sheet.getByRole('textbox', { name: 'Name' }), 'Vendor check')
    expect(sheet.getByRole('textbox', { name: 'Short name' })).toHaveValue('vendor-check')
    await user.selectOptions(sheet.getByRole('combobox', { name: 'Rhythm' }), 'rule')
    expect(await sheet.findByText(/Every 2 weeks on Tuesday/), 'in words').toBeVisible()
    await user.click(sheet.getByRole('tab', { name: /Checklist/ }))
    await user.type(sheet.getByRole('textbox', { name: 'Title' }), 'Changes')
    await user.type(sheet.getByRole('textbox', { name: 'Heading' }), 'Vendors')
    await user.type(sheet.getByRole('textbox', { name: 'Question' }), 'What changed?')
    await user.click(sheet.getByRole('checkbox', { name: 'Meetings booked' }))
    await user.click(sheet.getByRole('button', { name: /Set the cadence/ }))
    await waitFor(() => expect(asked('set_cadence')).toHaveLength(1))
    expect(asked('set_cadence')[0]).toMatchObject({
      begins: true,
      terms: {
        cadence: 'vendor-check',
        name: 'Vendor check',
        rhythm: { every: 'rule', rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' },
        chair: 'revops',
        checklist: [
          { title: 'Changes', group: 'Vendors', question: 'What changed?', metrics: ['MET-0005'] },
        ],
      },
    })
  })

  it('shows the part whose field is missing instead of sending it', async () => {
    const { user, sheet, part } = await edit()
    await part(/Checklist/)
    await user.clear(sheet.getByRole('textbox', { name: 'Question' }))
    await part(/When/)
    await user.click(sheet.getByRole('button', { name: /^Set/ }))
    expect(await sheet.findByText('Ask what the review has to answer.')).toBeVisible()
    expect(asked('set_cadence')).toHaveLength(0)
  })

  it('says what changes before it is set', async () => {
    const { user, sheet } = await edit()
    const time = sheet.getByRole('textbox', { name: 'Time' })
    await user.clear(time)
    await user.type(time, '0930')
    const changes = await sheet.findByRole('region', { name: 'What changes' })
    await waitFor(() => expect(changes).toHaveTextContent(/time\s*10:00.*09:30/))
  })

  it('keeps what was foretold last beside the reason why a rule cannot be', async () => {
    const { user, sheet } = await edit()
    await sheet.findByText(/Every week on Monday/)
    await user.selectOptions(sheet.getByRole('combobox', { name: 'Rhythm' }), 'rule')
    await user.clear(sheet.getByRole('textbox', { name: 'Rule' }))
    await user.type(sheet.getByRole('textbox', { name: 'Rule' }), 'often')
    expect(await sheet.findByText(/it does not say FREQ/)).toBeVisible()
  })

  it('adds, moves, removes and brings back items by keys alone', async () => {
    const { user, sheet, part } = await edit()
    await part(/Checklist/)
    const items = () =>
      within(sheet.getByRole('list', { name: 'Items' }))
        .getAllByRole('button')
        .map((button) => button.textContent?.replace(/\s+/g, ' ').trim())
    sheet.getByRole('button', { name: /1\s*Anomalies/ }).focus()
    await user.keyboard('{Insert}')
    expect(sheet.getByRole('textbox', { name: 'Title' }), 'ready to be written').toHaveFocus()
    await user.keyboard('Bounces')
    sheet.getByRole('button', { name: /2\s*Bounces/ }).focus()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(items()).toEqual(['1 Bounces 5 min', '2 Anomalies 5 min'])
    expect(sheet.getByText('Bounces is number 1 of 2'), 'and it is said').toBeInTheDocument()
    await user.keyboard('{Delete}')
    expect(items()).toEqual(['1 Anomalies 5 min'])
    await user.click(sheet.getByRole('button', { name: /Put back/ }))
    expect(items()).toEqual(['1 Bounces 5 min', '2 Anomalies 5 min'])
  })
})

describe('holidays from a file', () => {
  it('are looked at first, then added; what is rejected is named by its line', async () => {
    const { user } = await open('full', 'settings/calendar')
    await screen.findByRole('textbox', { name: 'Holidays' })
    await user.keyboard('i')
    const sheet = within(await screen.findByRole('dialog', { name: 'Holidays from a file' }))
    await user.click(sheet.getByRole('button', { name: /Choose a file/ }))
    const rejected = await sheet.findByRole('table', { name: 'Rejected rows' })
    expect(rejected).toHaveTextContent(/18\s*Half a day/)
    expect(asked('import_holidays'), 'nothing was written').toHaveLength(0)
    await user.click(sheet.getByRole('button', { name: /Add 2 holidays/ }))
    expect(await sheet.findByText(/2 holidays added/)).toBeVisible()
    await user.click(sheet.getByRole('button', { name: /Done/ }))
    const lines = screen.getByRole('textbox', { name: 'Holidays' }) as HTMLTextAreaElement
    expect(lines.value).toContain('2026-12-26 Boxing Day')
  })
})

describe('what takes a decision', () => {
  async function retire() {
    const opened = await open('full', 'settings/cadences')
    opened.state.refusals.set('retire_cadence', {
      code: 'needs-decision',
      kind: 'rule-setting',
      says: 'The reviews of weekly would be held no longer; that takes a decision.',
    } as Problem)
    const [first] = await screen.findAllByRole('button', { name: /^Retire/ })
    if (first) await opened.user.click(first)
    await opened.user.type(await screen.findByLabelText(/Reason/), 'Nobody comes.')
    await opened.user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(/propose it instead/)
    return opened
  }

  it('is proposed as it was typed, with its reason', async () => {
    const { user } = await retire()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(asked('propose_decision')).toHaveLength(1))
    expect(asked('propose_decision')[0]).toMatchObject({
      kind: 'rule-setting',
      rationale: 'Nobody comes.',
      change: { of: 'setting', given: { setting: 'cadence-retired' } },
    })
  })

  it('stays as it was typed when Esc closes the proposal over it', async () => {
    const { user } = await retire()
    expect(screen.getAllByRole('dialog')).toHaveLength(2)
    await user.keyboard('{Escape}')
    expect(screen.getAllByRole('dialog')).toHaveLength(1)
    expect(screen.getByLabelText(/Reason/)).toHaveValue('Nobody comes.')
  })
})

describe('an audit of before its questions could pull evidence', () => {
  it('is offered the evidence, as an edit that its keeper sets', async () => {
    const { user, state } = await open('full', 'settings')
    const [row] = state.cadences.cadences
    if (!row) throw new Error('no cadence in the scene')
    const pulls = ['logs' as const]
    const checklist = row.terms.checklist.map((item) => ({ ...item, pulls }))
    row.offered = { ...row.terms, checklist }
    window.location.hash = '#/settings/cadences'
    await user.click(await screen.findByRole('button', { name: 'Let them pull it' }))
    const sheet = within(await screen.findByRole('dialog'))
    await user.click(sheet.getByRole('button', { name: /^Set/ }))
    await waitFor(() => expect(asked('set_cadence')).toHaveLength(1))
    expect(asked('set_cadence')[0]).toMatchObject({ terms: { checklist } })
  })
})
