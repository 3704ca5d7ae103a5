import { screen, waitFor, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { open } from './app'
import { asked } from './fake/desk'

const CALL = 'reviews/WEEKLY-2026-W47'
const SEND = '{Control>}{Enter}{/Control}'

async function call() {
  const opened = await open('full', CALL)
  await screen.findByRole('radiogroup', { name: 'Outcome' })
  return opened
}

describe('action items in the call, by keys alone', () => {
  it('raises one on the item with Shift A, for whom and by when', async () => {
    const { user } = await call()
    await user.keyboard('{Shift>}A{/Shift}')
    const what = await screen.findByRole('textbox', { name: 'What is to be done' })
    expect(what, 'the cursor waits in the first field').toHaveFocus()
    await user.keyboard('Check the weight of job titles')
    await user.tab()
    await user.keyboard('Amara{Enter}')
    await user.keyboard(SEND)
    const raised = await screen.findByRole('list', { name: 'Raised here' })
    expect(within(raised).getByText('Check the weight of job titles')).toBeVisible()
    expect(asked('raise_action')[0]).toMatchObject({
      who: 'PER-0004',
      due: '2026-11-23',
      from: { item: { review: 'WEEKLY-2026-W47', item: 'overrides' } },
    })
  })

  it('says at the field what is missing and sends nothing', async () => {
    const { user } = await call()
    await user.keyboard('{Shift>}A{/Shift}')
    await screen.findByRole('textbox', { name: 'What is to be done' })
    await user.keyboard(SEND)
    expect(await screen.findByText('Say in a sentence what is to be done.')).toBeVisible()
    expect(asked('raise_action')).toHaveLength(0)
  })

  it('shows what is carried in with who and how late', async () => {
    await call()
    const carried = screen.getByRole('region', { name: 'Carried in' })
    const late = within(carried).getByRole('button', { name: /ACT-0058/ })
    expect(late).toHaveTextContent('R. Castellanos')
    expect(late).toHaveTextContent('2 days over')
    expect(within(carried).getByRole('button', { name: /ACT-0061/ })).toHaveTextContent('today')
  })

  it('goes to what is carried in on I, walks it by arrows, and says what became of it', async () => {
    const { user } = await call()
    await user.keyboard('i{ArrowDown}')
    expect(screen.getByRole('button', { name: /ACT-0061/ })).toHaveFocus()
    await user.keyboard('{Enter}')
    await screen.findByRole('dialog', { name: /ACT-0061/ })
    await user.keyboard(SEND)
    expect(await screen.findByText('ACT-0061 is done')).toBeVisible()
    expect(asked('complete_action')[0]).toMatchObject({ action: 'ACT-0061' })
    const line = await screen.findByRole('button', { name: /ACT-0061/ })
    expect(line, 'it stays in view as done').toHaveTextContent('done')
  })
})

describe('the list of action items', () => {
  it('shows mine, all open, late and over by number', async () => {
    const { user } = await open('full', 'actions')
    await screen.findByRole('table', { name: 'Action items' })
    for (const [key, wanted, rows] of [
      ['1', 'ACT-0062', 1],
      ['2', 'ACT-0058', 3],
      ['3', 'ACT-0058', 1],
      ['4', 'ACT-0055', 1],
    ] as const) {
      await user.keyboard(key)
      const table = screen.getByRole('table', { name: 'Action items' })
      expect(within(table).getByText(wanted)).toBeVisible()
      expect(within(table).getAllByRole('row')).toHaveLength(rows + 1)
    }
  })

  it('hands one over, drops one with a reason and reopens one', async () => {
    const { user } = await open('full', 'actions')
    await screen.findByRole('table', { name: 'Action items' })
    await user.keyboard('j{Enter}')
    const became = await screen.findByRole('combobox', { name: 'What became of it' })
    await user.selectOptions(became, 'drop')
    await user.keyboard(SEND)
    expect(
      await screen.findByText('Say why in a sentence.'),
      'dropping wants a reason',
    ).toBeVisible()
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Why' })).toHaveFocus())
    await user.keyboard(`The switch has two owners now${SEND}`)
    expect(await screen.findByText('ACT-0058 is dropped')).toBeVisible()
    expect(asked('drop_action')[0]).toMatchObject({ words: 'The switch has two owners now' })
  })

  it('says in the list what each came from, be it no review', async () => {
    const { state } = await open('full', 'findings')
    state.actions = state.actions.map((row) => ({ ...row, review: null, source: 'EXC-0012' }))
    window.location.hash = '#/actions'
    const table = await screen.findByRole('table', { name: 'Action items' })
    expect(within(table).getAllByText('EXC-0012')).toHaveLength(3)
  })

  it('saves what it shows as CSV', async () => {
    const { user } = await open('full', 'actions')
    await screen.findByRole('table', { name: 'Action items' })
    await user.keyboard('3e')
    expect(await screen.findByText(/late.csv saved, entry/)).toBeVisible()
  })

  it('teaches where action items come from when there are none', async () => {
    await open('empty', 'actions')
    expect(await screen.findByText(/raised in a review with/)).toBeVisible()
  })
})
