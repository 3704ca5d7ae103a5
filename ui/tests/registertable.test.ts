import { screen, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { open } from './app'
import { asked } from './fake/desk'

async function names(): Promise<string[]> {
  const table = await screen.findByRole('table', { name: 'Register' })
  return within(table)
    .getAllByRole('row')
    .flatMap((row) => within(row).queryAllByRole('cell')[1]?.textContent ?? [])
}

/** What is chosen from a list takes letters until the focus leaves it. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

describe('the table of the register', () => {
  it('sorts by any head, and by the same head the other way round', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.click(screen.getByRole('button', { name: 'Workflow' }))
    const up = await names()
    expect(up[0]).toBe('Account research briefs')
    expect(screen.getByRole('columnheader', { name: 'Workflow' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
    await user.click(screen.getByRole('button', { name: 'Workflow' }))
    expect(await names()).toEqual([...up].reverse())
  })

  it('puts what is not stated last, whichever way it sorts', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.click(screen.getByRole('button', { name: 'Owner' }))
    expect((await names()).at(-1)).toBe('Territory rebalancing')
    await user.click(screen.getByRole('button', { name: 'Owner' }))
    expect((await names()).at(-1)).toBe('Territory rebalancing')
  })

  it('groups rows, and J goes over the heads of groups', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.selectOptions(screen.getByRole('combobox', { name: 'View' }), 'By phase')
    expect(screen.getByRole('rowheader', { name: 'Data sourcing 6' })).toBeVisible()
    leaveField()
    await user.keyboard('jjjjjjj ')
    expect(
      screen.getByRole('complementary', { name: /WF-0002/ }),
      'the seventh row is the first of the next group',
    ).toBeVisible()
  })

  it('keeps a view under a name and shows it again', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'found live')
    leaveField()
    await user.keyboard('v')
    await user.click(screen.getByRole('checkbox', { name: 'Vendor' }))
    await user.type(screen.getByRole('textbox', { name: /Keep this view as/ }), 'Mine')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(screen.getByRole('columnheader', { name: 'Vendor' })).toBeVisible()
    await user.selectOptions(screen.getByRole('combobox', { name: 'View' }), 'All workflows')
    expect(screen.queryByRole('columnheader', { name: 'Vendor' })).toBeNull()
    await user.selectOptions(screen.getByRole('combobox', { name: 'View' }), 'Mine')
    expect(screen.getByRole('columnheader', { name: 'Vendor' })).toBeVisible()
    expect(screen.queryByText('Territory rebalancing'), 'a draft is not found live').toBeNull()
    localStorage.clear()
  })

  it('exports exactly the rows and columns that are seen', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Tier' }), 'Execute autonomously')
    leaveField()
    await user.keyboard('e')
    expect(screen.getByRole('checkbox', { name: 'Exactly what is seen' })).toBeChecked()
    await user.keyboard('c')
    await screen.findByText(/saved, entry/)
    const [request] = asked('export_register') as { seen: { rows: string[]; columns: string[] } }[]
    expect(request?.seen.rows).toEqual(['WF-0008', 'WF-0012'])
    expect(request?.seen.columns[0]).toBe('reference')
  })
})

describe('importing again', () => {
  it('maps a column, offers to change what is there, and shows each difference', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.keyboard('i')
    await user.click(screen.getByRole('button', { name: 'Choose a file' }))
    await user.click(await screen.findByText(/1 left out/))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Colour fills' }), 'Vendor')
    await user.click(screen.getByRole('checkbox', { name: /Change workflows/ }))
    const changes = await screen.findByRole('table', { name: 'Workflows that would change' })
    expect(
      within(changes).getByRole('row', { name: /Vendor Clearpair → Fathomdata/ }),
    ).toBeVisible()
    await user.click(screen.getByRole('button', { name: /change 1 workflow/ }))
    expect(asked('import_workflows')).toMatchObject([
      { update: true, reading: { columns: { '#1': 'name', '#2': 'vendor' } } },
    ])
  })
})
