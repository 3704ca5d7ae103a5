import { screen, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { open } from './app'
import { asked, refuse } from './fake/desk'

const dialog = (name: string | RegExp) => within(screen.getByRole('dialog', { name }))

describe('settings', () => {
  it('has its parts in the address and walks them with the arrow keys', async () => {
    const { user } = await open('full', 'settings/people')
    const tab = await screen.findByRole('tab', { name: 'People' })
    tab.focus()
    await user.keyboard('{ArrowRight}')
    expect(await screen.findByRole('table', { name: 'Roles' })).toBeVisible()
    expect(window.location.hash).toBe('#/settings/roles')
  })

  it('shows people when the part is unknown', async () => {
    await open('full', 'settings/nonsense')
    expect(await screen.findByRole('table', { name: 'People' })).toBeVisible()
  })
})

describe('roles', () => {
  it('say who acts today in whose place', async () => {
    await open('full', 'settings/roles')
    const table = within(await screen.findByRole('table', { name: 'Roles' }))
    const row = (await table.findByText('Security')).closest('tr')
    expect(row).toHaveTextContent('D. Petrescu for R. Castellanos')
  })

  it('get their deputies in order, by keyboard', async () => {
    const { user } = await open('full', 'settings/roles')
    await screen.findByText('Security')
    await user.keyboard('jj ')
    await user.click(await screen.findByRole('button', { name: 'Change deputies' }))
    const sheet = dialog('Deputies of RevOps')
    await user.type(sheet.getByRole('combobox', { name: 'Add a person' }), 'jonas{Enter}')
    await user.type(sheet.getByRole('combobox', { name: 'Add a person' }), 'tobias{Enter}')
    await user.click(sheet.getByRole('button', { name: 'Move Tobias Lindqvist up' }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(asked('name_deputies')).toEqual([
      {
        role: 'revops',
        deputies: [
          { person: 'PER-0002', from: '2026-11-16', to: null },
          { person: 'PER-0003', from: '2026-11-16', to: null },
        ],
      },
    ])
    expect(screen.queryByRole('dialog'), 'the sheet closed').toBeNull()
  })

  it('of one’s own are defined, and a name that is taken is said at its field', async () => {
    const { user } = await open('full', 'settings/roles')
    await screen.findByText('Security')
    await user.keyboard('n')
    await user.keyboard('revops{Enter}')
    const field = dialog('Define a role').getByRole('textbox', { name: 'Name' })
    expect(await screen.findByText(/is already called/)).toBeVisible()
    expect(field, 'to be mended at once').toHaveFocus()
    await user.clear(field)
    await user.type(field, 'Pricing lead{Enter}')
    expect(await screen.findByText('Pricing lead')).toBeVisible()
  })
})

describe('teams', () => {
  it('are formed with a manager and members', async () => {
    const { user } = await open('full', 'settings/teams')
    await screen.findByText('Inside sales')
    await user.keyboard('n')
    await user.keyboard('Renewals')
    const sheet = dialog('Form a team')
    await user.type(sheet.getByRole('combobox', { name: /Manager/ }), 'amara{Enter}')
    await user.click(sheet.getByRole('checkbox', { name: 'Ilse Verbeek' }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(asked('set_team')).toEqual([
      { team: null, name: 'Renewals', manager: 'PER-0004', members: ['PER-0006'] },
    ])
    expect(await screen.findByText('Renewals')).toBeVisible()
  })

  it('refuse a membership that ends before it starts, before it is sent', async () => {
    const { user } = await open('full', 'settings/teams')
    await screen.findByText('Inside sales')
    await user.keyboard('j ')
    await user.click(await screen.findByRole('button', { name: 'Add member' }))
    const sheet = dialog(/Add a member/)
    await user.type(sheet.getByRole('combobox', { name: 'Who' }), 'ilse{Enter}')
    await user.type(sheet.getByLabelText('Last day, if known'), '2026-11-01')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(sheet.getByText('The last day comes after the first.')).toBeVisible()
    expect(asked('join_team')).toHaveLength(0)
  })
})

describe('absences', () => {
  it('are recorded for oneself from today, open at the end', async () => {
    const { user } = await open('full', 'settings/absences')
    await screen.findByText('ABS-0002')
    await user.keyboard('n')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(asked('record_absence')).toEqual([
      { absence: null, person: 'PER-0001', from: '2026-11-16', to: null, reason: '' },
    ])
  })

  it('say at the day that somebody is away on it already', async () => {
    const { user } = await open('full', 'settings/absences')
    await screen.findByText('ABS-0002')
    await user.keyboard('n')
    refuse('record_absence', 'away-already', 'PER-0001 is away on some of these days already.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    const day = dialog('Record an absence').getByLabelText('First day away')
    expect(await screen.findByText(/away on some of these days/)).toBeVisible()
    expect(day).toHaveFocus()
  })

  it('name who acts in whose place, and where nobody does', async () => {
    const { user } = await open('full', 'settings/absences')
    await screen.findByText('ABS-0003')
    await user.keyboard('jj ')
    const drawer = within(await screen.findByRole('complementary', { name: /ABS-0003/ }))
    expect(drawer.getByText('nobody acts')).toBeVisible()
    expect(drawer.getByText(/Name a deputy under Roles/)).toBeVisible()
  })

  it('are withdrawn', async () => {
    const { user } = await open('full', 'settings/absences')
    await screen.findByText('ABS-0002')
    await user.keyboard('j ')
    await user.click(await screen.findByRole('button', { name: 'Withdraw' }))
    expect(asked('withdraw_absence')).toEqual([{ absence: 'ABS-0002' }])
    expect(screen.queryByText('ABS-0002')).toBeNull()
  })
})

describe('a list of people', () => {
  it('shows what each row does before it is taken in', async () => {
    const { user } = await open('full', 'settings/people')
    await screen.findByText('Jonas Weidmann')
    await user.keyboard('i{Control>}{Enter}{/Control}')
    const table = within(await screen.findByRole('table', { name: 'People of this file' }))
    expect(table.getByText('Luc Fontaine').closest('tr')).toHaveTextContent('is added')
    expect(table.getByText('Maren Okafor').closest('tr')).toHaveTextContent('known already')
    expect(screen.getByText(/is no role here/)).toBeVisible()
    expect(asked('import_people'), 'nothing is written yet').toHaveLength(0)
    await user.click(screen.getByRole('button', { name: 'Take in 2 people' }))
    expect(await screen.findByText(/2 people taken in, 1 row rejected/)).toBeVisible()
    expect(asked('import_people')).toEqual([
      { grant: 'grant-read-inventory', sha256: '0'.repeat(64) },
    ])
  })

  it('says so when the file changed meanwhile', async () => {
    const { user } = await open('full', 'settings/people')
    await screen.findByText('Jonas Weidmann')
    await user.keyboard('i{Control>}{Enter}{/Control}')
    refuse('import_people', 'import-changed', 'The file has changed since you looked at it.')
    await user.click(await screen.findByRole('button', { name: 'Take in 2 people' }))
    expect(await screen.findByText(/Look at the preview again/)).toBeVisible()
  })
})

it('a person’s name and contact are changed in their drawer', async () => {
  const { user } = await open('full', 'settings/people')
  await screen.findByText('Jonas Weidmann')
  await user.keyboard('jjj ')
  await user.click(await screen.findByRole('button', { name: 'Change name or contact' }))
  const name = dialog('Change PER-0003').getByRole('textbox', { name: 'Name' })
  await user.clear(name)
  await user.type(name, 'Jonas Okonkwo{Enter}')
  expect(asked('change_person')).toEqual([
    { person: 'PER-0003', name: 'Jonas Okonkwo', contact: '' },
  ])
})
