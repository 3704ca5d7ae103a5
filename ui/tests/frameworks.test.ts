import { cleanup, screen, within } from '@testing-library/svelte'
import { afterEach, describe, expect, it } from 'vitest'
import { open } from './app'
import { breaks, settled } from './axe'
import { asked, refuse } from './fake/desk'

afterEach(cleanup)

const rows = () =>
  within(screen.getByRole('table', { name: 'Requirements' }))
    .getAllByRole('row')
    .map((row) => row.querySelector('td.ref')?.textContent)
    .filter(Boolean)

describe('frameworks', () => {
  it('show gaps first and say in words how many there are, with no percentage', async () => {
    await open('full', 'frameworks')
    await screen.findByText('2026-Q4, 2 without evidence')
    expect(rows()).toEqual([
      'MEASURE 2.12',
      'MEASURE 2.11',
      'GOVERN 2.1',
      'Clause 5.2',
      'A.9.4',
      'Article 14',
      'Article 26(8)',
    ])
    screen.getByText(
      '1 without evidence, 1 with only earlier evidence, 1 with evidence in the period',
    )
    expect(screen.getByRole('main').textContent).not.toContain('%')
  })

  it('lead from a requirement to its evidence, by keyboard alone', async () => {
    const { user } = await open('full', 'frameworks')
    await screen.findByText('Fairness is evaluated')
    await user.keyboard('jj ')
    const drawer = await screen.findByRole('complementary', { name: /MEASURE 2.11/ })
    const link = within(drawer).getByRole('link', { name: 'CHK-0003' })
    expect(link.getAttribute('href')).toBe('#/checks/CHK-0003')
    within(drawer).getByText('Only earlier evidence')
  })

  it('lead to what stands without a reference of its own', async () => {
    await open('full', 'frameworks/NIST-GOVERN-2.1')
    const drawer = await screen.findByRole('complementary', { name: /GOVERN 2.1/ })
    const link = within(drawer).getByRole('link', { name: 'Governance' })
    expect(link.getAttribute('href')).toBe('#/raci')
  })

  it('lead from what is missing to whom it waits for', async () => {
    await open('full', 'frameworks/NIST-GOVERN-2.1')
    const drawer = await screen.findByRole('complementary', { name: /GOVERN 2.1/ })
    const link = within(drawer).getByRole('link', {
      name: 'POL-0001, 2 of 6 have not attested version 2',
    })
    expect(link.getAttribute('href')).toBe('#/policies/POL-0001/people')
  })

  it('name no days that the record cannot have', async () => {
    const { user } = await open('full', 'frameworks')
    await screen.findByText('2026-Q4, 2 without evidence')
    await user.selectOptions(screen.getByRole('combobox', { name: /Period/ }), 'between')
    const sheet = await screen.findByRole('dialog', { name: 'Evidence between two days' })
    const last = within(sheet).getByRole('textbox', { name: 'To' })
    await user.clear(last)
    await user.type(last, '2026-08-30')
    await user.click(within(sheet).getByRole('button', { name: /Show it/ }))
    within(sheet).getByText(/nothing is on record before/)
  })

  it('take what else shows a requirement, with a reason', async () => {
    const { user } = await open('full', 'frameworks/NIST-MEASURE-2.12')
    await screen.findByRole('complementary', { name: /MEASURE 2.12/ })
    await user.keyboard('m')
    await user.type(await screen.findByLabelText('Reference'), 'WF-0001')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText('Say why; it stands beside it.')
    expect(asked('map_requirement'), 'nothing was sent').toEqual([])
    await user.type(screen.getByLabelText('Why it shows this'), 'The vendor states its use.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    const drawer = await screen.findByRole('complementary', { name: /MEASURE 2.12/ })
    await within(drawer).findByText('The vendor states its use.')
    expect(asked('map_requirement')).toMatchObject([
      {
        requirement: 'NIST-MEASURE-2.12',
        shown: { by: 'thing', reference: 'WF-0001' },
        reason: 'The vendor states its use.',
      },
    ])
  })

  it('say at the field that the record has no such thing', async () => {
    const { user } = await open('full', 'frameworks/NIST-MEASURE-2.12')
    await screen.findByRole('complementary', { name: /MEASURE 2.12/ })
    await user.keyboard('m')
    refuse('map_requirement', 'unknown', 'WF-0099 is not known in this workspace.')
    const field = await screen.findByLabelText('Reference')
    await user.type(field, 'WF-0099')
    await user.type(screen.getByLabelText('Why it shows this'), 'So it does.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(/WF-0099 is not known/)
    expect(field.getAttribute('aria-invalid')).toBe('true')
  })

  it('leave a requirement out only by proposing it', async () => {
    const { user } = await open('full', 'frameworks/ISO42001-5.2')
    await screen.findByRole('complementary', { name: /Clause 5.2/ })
    await user.keyboard('l')
    await user.type(
      await screen.findByLabelText('Why it does not apply here'),
      'Another unit does.',
    )
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(/would be asked no longer, which takes a second person/)
    expect(asked('propose_decision'), 'nothing is proposed yet').toEqual([])
  })

  it('show what is left out with its reason, and ask it again', async () => {
    const { user } = await open('full', 'frameworks/AIACT-26(8)')
    const drawer = await screen.findByRole('complementary', { name: /Article 26\(8\)/ })
    within(drawer).getByText('We are no public authority and work for none.')
    await user.keyboard('l')
    await user.type(await screen.findByLabelText('Why'), 'We took on a public client.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText('Article 26(8) is asked again')
    await within(drawer).findByText('No evidence')
    expect(asked('ask_again')).toMatchObject([{ of: 'AIACT-26(8)' }])
  })

  it('are asked for another period', async () => {
    const { user } = await open('full', 'frameworks')
    await user.selectOptions(await screen.findByLabelText('Period'), '2026-Q3')
    await screen.findByText(/^2026-Q3,/)
    expect(asked('frameworks').at(-1)).toEqual({ period: '2026-Q3', from: null, to: null })
  })

  it('narrow to a state and to words, and teach where nothing is like that', async () => {
    const { user } = await open('full', 'frameworks')
    await user.selectOptions(await screen.findByLabelText('State'), 'none')
    expect(rows()).toEqual(['MEASURE 2.12', 'Clause 5.2'])
    await user.keyboard('/')
    await user.type(screen.getByLabelText('Search the requirements'), 'no such words')
    await screen.findByText('No requirement is like that')
    await user.click(screen.getAllByRole('button', { name: 'Show all' })[0] as HTMLElement)
    expect(rows()).toHaveLength(7)
  })

  it('leave as PDF for the period shown', async () => {
    const { user } = await open('full', 'frameworks')
    await screen.findByText('Fairness is evaluated')
    await user.keyboard('e')
    await screen.findByText(/coverage.pdf saved, entry/)
    expect(asked('export_coverage')).toMatchObject([{ form: 'pdf', framework: null }])
  })

  it.each(['full', 'empty', 'long'] as const)('pass axe with an open drawer: %s', async (scene) => {
    await open(scene, 'frameworks/NIST-GOVERN-2.1')
    await screen.findByRole('complementary', { name: /GOVERN 2.1/ })
    await settled()
    expect(await breaks(document.querySelector('main') ?? document)).toEqual([])
  })
})
