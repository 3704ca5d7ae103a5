import { cleanup, screen, within } from '@testing-library/svelte'
import { afterEach, describe, expect, it } from 'vitest'
import { open } from './app'
import { asked, refuse } from './fake/desk'

afterEach(cleanup)

describe('findings', () => {
  it('lead to the fact where they are mended, by keyboard alone', async () => {
    const { user } = await open('full', 'findings')
    await screen.findByText(/runs unattended without a volume cap/)
    await user.keyboard('jj{Enter}')
    expect(window.location.hash).toBe('#/register/WF-0004/Logs')
    const fact = await screen.findByRole('button', { name: /^Logs/ })
    await expect
      .poll(() => document.activeElement, { message: 'the fact has the focus' })
      .toBe(fact)
  })

  it('leave as CSV on E, as they stand on screen', async () => {
    const { user } = await open('full', 'findings')
    await screen.findByText('5 found, 3 blocking, 1 put off')
    await user.keyboard('e')
    await expect.poll(() => asked('export_list')).toMatchObject([{ list: 'findings' }])
    const [{ rows }] = asked('export_list') as [{ rows: string[] }]
    expect(rows).toHaveLength(5)
    expect(rows).toContain('launch.hard-limits WF-0007 enrich-firmographic-field')
  })

  it('are put off only with a reason, and stay counted', async () => {
    const { user } = await open('full', 'findings')
    await screen.findByText('5 found, 3 blocking, 1 put off')
    await user.keyboard('jp')
    await screen.findByRole('dialog', { name: 'Put off' })
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText('Say why; it stands in the change log.')
    expect(asked('put_off_finding'), 'nothing was sent').toEqual([])
    await user.type(screen.getByLabelText('Why'), 'The cap comes with the next release.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText('5 found, 3 blocking, 2 put off')
    expect(asked('put_off_finding')).toEqual([
      {
        rule: 'launch.hard-limits',
        about: 'WF-0007',
        part: 'enrich-firmographic-field',
        until: '2026-11-30',
        reason: 'The cap comes with the next release.',
      },
    ])
  })

  it('say what was mended meanwhile', async () => {
    const { user } = await open('full', 'findings')
    await screen.findByText(/runs unattended without a volume cap/)
    await user.keyboard('jp')
    refuse('put_off_finding', 'finding-gone', 'WF-0007 holds this rule by now.')
    await user.type(await screen.findByLabelText('Why'), 'Later.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(/holds this rule by now/)
  })

  it('are picked by the reference that Today links to', async () => {
    await open('full', 'findings/WF-0011')
    await screen.findByRole('complementary', { name: /WF-0011/ })
    expect(screen.getAllByText('SOC 2 ends on 2026-11-28.').length).toBe(2)
  })

  it('teach where every rule holds', async () => {
    await open('empty', 'findings')
    await screen.findByText('Every rule holds')
  })
})

it('says on a workflow’s page what does not hold of it', async () => {
  await open('full', 'register/WF-0007')
  const line = await screen.findByRole('link', { name: /Nobody has said where its logs are/ })
  expect(line.getAttribute('href')).toBe('#/register/WF-0007/Logs')
  expect(line.textContent).toContain('put off until 30 Nov 2026')
})

it('says what the next tier asks and what of it is there', async () => {
  await open('full', 'register/WF-0007')
  await screen.findByText('3 of 5 proofs earned for tier 4')
  screen.getByText('Two proofs are missing. Then RevOps may propose tier 4.')
})

it('shows every rule as it is set', async () => {
  await open('full', 'settings/rules')
  await screen.findByText('Every rule is on.', { exact: false })
  screen.getByText('60 days before the last one')
})

describe('a rule', () => {
  const change = (sentence: RegExp) =>
    screen.findByRole('button', { name: new RegExp(`Propose to change: ${sentence.source}`) })

  it('is switched off by proposing it, and the sheet says that it lets more through', async () => {
    const { user } = await open('full', 'settings/rules')
    await user.click(await change(/What runs unattended/))
    const sheet = await screen.findByRole('dialog')
    expect(within(sheet).queryByText(/lets more through/)).toBeNull()
    await user.click(within(sheet).getByLabelText('On'))
    within(sheet).getByText('This lets more through than before.')
    within(sheet).getByText(/two persons/)
    await user.type(within(sheet).getByLabelText('Why'), 'Caps are kept in the platform.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { name: /DEC-0037/ })
    expect(asked('propose_decision')).toMatchObject([
      {
        kind: 'rule-setting',
        change: {
          of: 'rules',
          switched: [{ rule: 'launch.hard-limits', on: false }],
          numbers: [],
        },
      },
    ])
  })

  it('is told a number within its limits, and a stricter one lets nothing more through', async () => {
    const { user } = await open('full', 'settings/rules')
    await user.click(await change(/The vendor/))
    const sheet = await screen.findByRole('dialog')
    const days = within(sheet).getByLabelText('Days before the last one')
    await user.type(within(sheet).getByLabelText('Why'), 'Renewals take a quarter.')
    await user.clear(days)
    await user.type(days, '999')
    await user.keyboard('{Control>}{Enter}{/Control}')
    within(sheet).getByText(/At most 365|from 1 to 365/)
    expect(asked('propose_decision'), 'nothing was sent').toEqual([])
    await user.clear(days)
    await user.type(days, '90')
    within(sheet).getByText(/holds more back/)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { name: /DEC-0037/ })
    expect(asked('propose_decision')).toMatchObject([
      { change: { switched: [], numbers: [{ number: 'certification-lasts.days', to: 90 }] } },
    ])
  })

  it('that separates duties is never off, so nothing offers to change it', async () => {
    await open('full', 'settings/rules')
    await change(/The vendor/)
    expect(screen.queryByRole('button', { name: /Whoever asks does not approve/ })).toBeNull()
  })
})
