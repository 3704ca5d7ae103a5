import { screen, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { open } from './app'
import { asked, refuse } from './fake/desk'

describe('the register', () => {
  it('shows every workflow with what is missing said in words', async () => {
    await open('full', 'register')
    const table = await screen.findByRole('table', { name: 'Register' })
    const last = await within(table).findByRole('row', { name: /Territory rebalancing/ })
    expect(last).toHaveTextContent('vacant')
    expect(last).toHaveTextContent('no answer')
    expect(last).toHaveTextContent('No tier')
  })

  it('moves by J and K and opens the drawer on Space', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.keyboard('jj ')
    expect(screen.getByRole('complementary', { name: 'WF-0002 Inbound routing' })).toBeVisible()
    await user.keyboard('k')
    expect(screen.getByRole('complementary', { name: /WF-0001/ })).toBeVisible()
  })

  it('keeps letters typed into the filter from acting as keys', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.keyboard('/')
    await user.keyboard('joint nothing')
    expect(screen.queryByRole('dialog'), 'N must not open the new-workflow sheet').toBeNull()
    expect(screen.getByText(/No workflow fits the filter/)).toBeVisible()
  })

  it('filters by a chip and sums the tiers of what is shown', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Tier' }), 'Execute autonomously')
    expect(screen.getByText('2 autonomous')).toBeVisible()
    expect(screen.queryByText('Inbound routing')).toBeNull()
  })

  it('adds a workflow once, however often the key is pressed', async () => {
    const { user } = await open('empty', 'register')
    await screen.findByText('No workflows yet')
    await user.keyboard('n')
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Win-back emails')
    await user.keyboard('{Control>}{Enter}{Enter}{/Control}')
    expect(await screen.findByRole('complementary', { name: /Win-back emails/ })).toBeVisible()
    expect(asked('add_workflow'), 'a double press is one request').toHaveLength(1)
  })

  it('says at the field that a name is taken, and keeps what was typed', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.keyboard('n')
    const name = screen.getByRole('textbox', { name: 'Name' })
    await user.type(name, 'inbound ROUTING')
    await user.click(screen.getByRole('button', { name: 'Add workflow' }))
    expect(await screen.findByText(/WF-0002 is already called/)).toBeVisible()
    expect(name).toHaveValue('inbound ROUTING')
    expect(name).toBeInvalid()
  })

  it('previews an inventory, names rejected rows by line, and takes in what was seen', async () => {
    const { user } = await open('empty', 'register')
    await screen.findByText('No workflows yet')
    await user.keyboard('i')
    await user.click(screen.getByRole('button', { name: 'Choose a file' }))
    const rejected = await screen.findByRole('table', { name: 'Rejected rows' })
    expect(within(rejected).getByRole('row', { name: /^7 Competitor alerts Tier:/ })).toBeVisible()
    const unread = { name: 'Not understood, left unanswered' }
    const noted = screen.getByRole('table', unread)
    expect(
      within(noted).getByRole('row', { name: /^5 Lead scoring Phase: “Nowhere”/ }),
    ).toBeVisible()
    expect(asked('import_workflows'), 'a preview writes nothing').toHaveLength(0)
    await user.click(screen.getByRole('button', { name: /Take in 16 workflows/ }))
    expect(await screen.findByText(/16 workflows registered/)).toBeVisible()
    expect(screen.getByRole('table', unread), 'told again once it is done').toBeVisible()
    expect(asked('import_workflows')).toEqual([
      {
        grant: 'grant-read-inventory',
        sha256: '0'.repeat(64),
        reading: { sheet: null, columns: {} },
        update: false,
      },
    ])
  })

  it('says what to do when a file cannot be read', async () => {
    const { user } = await open('empty', 'register')
    await screen.findByText('No workflows yet')
    refuse('preview_import', 'import-unreadable', 'inventory.csv is a picture.')
    await user.keyboard('i')
    await user.click(screen.getByRole('button', { name: 'Choose a file' }))
    const alert = await screen.findByText(/inventory.csv is a picture/)
    expect(alert.parentElement).toHaveTextContent('Save it as CSV (UTF-8)')
  })

  it('exports as PDF and says which entry records it', async () => {
    const { user, state } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.keyboard('e')
    await user.keyboard('p')
    expect(await screen.findByText(`register.pdf saved, entry ${state.entry}`)).toBeVisible()
  })
})

describe('without a signature', () => {
  it('blocks every act and says what would open it', async () => {
    await open('damaged', 'register')
    const add = await screen.findByRole('button', { name: /New workflow/ })
    expect(add).toHaveAttribute('aria-disabled', 'true')
    expect(add).toHaveAttribute('title', 'Two entries of this file cannot be read.')
  })
})
