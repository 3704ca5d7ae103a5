import { screen, waitFor, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import type { ReviewView } from '../src/lib/bindings'
import { open } from './app'
import { asked, refuse } from './fake/desk'
import { DRAFT } from './fake/reviews'
import { PASSPHRASE } from './fake/state'

const AT = 'reviews/WEEKLY-2026-W47'
const PULLS = 'Exceptions and clocks'
const OFFER = 'Its cadence offers it'

describe('the evidence that an item pulls', () => {
  async function atItem() {
    const opened = await open('full', AT)
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    expect(asked('pulled'), 'nothing is read for an item nobody looks at').toHaveLength(0)
    await opened.user.keyboard('j')
    expect(await screen.findByRole('heading', { name: PULLS })).toBeVisible()
    const evidence = await screen.findByRole('region', { name: 'What the record shows' })
    await within(evidence).findByRole('table', { name: 'Findings open' })
    return { ...opened, evidence }
  }

  it('is asked for once somebody looks at the item, and says as of when it stands', async () => {
    const { evidence } = await atItem()
    expect(asked('pulled')[0]).toEqual({ review: 'WEEKLY-2026-W47', item: 'exceptions' })
    expect(within(evidence).getByText(/as it stood at the end of 30 September 2026/)).toBeVisible()
  })

  it('leads from each row to its thing, with its state in words and what changed since', async () => {
    const { evidence } = await atItem()
    const link = within(evidence).getByRole('link', { name: 'WF-0001' })
    expect(link).toHaveAttribute('href', '#/register/WF-0001')
    expect(within(evidence).getByText('Blocks')).toBeVisible()
    expect(within(evidence).getByRole('cell', { name: 'no more' })).toBeVisible()
  })

  it('shows the gravest rows, and all of them when asked', async () => {
    const { user, evidence } = await atItem()
    expect(within(evidence).queryByRole('link', { name: 'WF-0009' })).toBeNull()
    await user.click(within(evidence).getByRole('button', { name: 'All 9 rows' }))
    expect(within(evidence).getByRole('link', { name: 'WF-0009' })).toBeVisible()
  })

  it('says in a sentence when a table is empty', async () => {
    const { evidence } = await atItem()
    expect(within(evidence).getByText('No workflow is live.')).toBeVisible()
  })

  it('says why when it cannot be read, and leaves the item to be answered', async () => {
    const { user } = await open('full', AT)
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    refuse('pulled', 'disk-full', 'The disk is full.')
    await user.keyboard('j')
    const evidence = await screen.findByRole('region', { name: 'What the record shows' })
    expect(await within(evidence).findByText(/Make room on the disk/)).toBeVisible()
    await user.keyboard('f')
    await waitFor(() => expect(asked('answer_item')).toHaveLength(1))
  })
})

describe('what is signed with an audit', () => {
  async function closing() {
    const opened = await open('full', AT)
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    opened.state.review.items.forEach((item) => (item.outcome ??= 'fine'))
    opened.state.review.countersigned_by = 'Executive sponsor'
    await opened.user.keyboard('fp')
    await screen.findByRole('button', { name: 'Close and sign' })
    await opened.user.keyboard('c')
    const narrative = await screen.findByRole('textbox', { name: 'Board narrative' })
    await waitFor(() => expect(narrative).toHaveValue(DRAFT))
    return { ...opened, narrative }
  }

  it('is drafted for the board from the quarter, and closed in the words of who closes', async () => {
    const { user, narrative } = await closing()
    await user.clear(narrative)
    await user.type(narrative, 'A quiet quarter.')
    await user.type(screen.getByLabelText('Passphrase of Maren Okafor'), `${PASSPHRASE}{Enter}`)
    const signed = await screen.findByRole('region', { name: 'Signatures' })
    expect(asked('close_review')[0]).toMatchObject({ narrative: 'A quiet quarter.' })
    expect(within(signed).getByText('A quiet quarter.')).toBeVisible()
  })

  it('is read by the sponsor, who states their own', async () => {
    const { user, state } = await open('closed', AT)
    Object.assign(state.review, { may_countersign: true, narrative: 'A quiet quarter.' })
    state.person = 'PER-0002'
    window.location.hash = '#/reviews'
    await screen.findByRole('heading', { name: 'Reviews' })
    window.location.hash = `#/${AT}`
    await user.click(await screen.findByRole('button', { name: 'Countersign' }))
    const sheet = screen.getByRole('dialog')
    expect(within(sheet).getByText('A quiet quarter.')).toBeVisible()
    await user.type(within(sheet).getByRole('textbox', { name: 'Statement' }), 'I stand behind it.')
    await user.type(within(sheet).getByLabelText(/Passphrase of/), `${PASSPHRASE}{Enter}`)
    const signed = await screen.findByRole('region', { name: 'Signatures' })
    await waitFor(() => expect(within(signed).getByText('I stand behind it.')).toBeVisible())
    expect(asked('countersign_review')[0]).toMatchObject({ statement: 'I stand behind it.' })
  })

  it('is not asked for where no countersignature is', async () => {
    const opened = await open('full', AT)
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    opened.state.review.items.forEach((item) => (item.outcome ??= 'fine'))
    await opened.user.keyboard('fp')
    await screen.findByRole('button', { name: 'Close and sign' })
    await opened.user.keyboard('c')
    await screen.findByLabelText('Passphrase of Maren Okafor')
    expect(screen.queryByRole('textbox', { name: 'Board narrative' })).toBeNull()
    expect(asked('draft_narrative')).toHaveLength(0)
  })
})

describe('an audit before it is opened', () => {
  async function unopened(change: Partial<ReviewView>) {
    const opened = await open('full', 'settings')
    const items = opened.state.review.items.map((item) => ({ ...item, pulls: [] }))
    Object.assign(opened.state.review, { state: 'due', items, ...change })
    window.location.hash = `#/${AT}`
    await screen.findByRole('region', { name: 'Agenda' })
  }

  it('leads to its cadence where that offers evidence, whatever the audit is called', async () => {
    await unopened({ offers_evidence: true })
    expect(screen.getByRole('link', { name: OFFER })).toHaveAttribute('href', '#/settings/cadences')
  })

  it('promises no evidence that its cadence does not offer', async () => {
    await unopened({ review: 'QUARTERLY-2026-Q3', offers_evidence: false })
    expect(screen.queryByRole('link', { name: OFFER })).toBeNull()
  })
})
