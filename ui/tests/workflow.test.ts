import { screen, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { open } from './app'
import { asked, refuse } from './fake/desk'

describe("a workflow's page", () => {
  it('opens from the register on Enter and leads back on Esc', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.keyboard('jj{Enter}')
    expect(await screen.findByRole('heading', { name: /WF-0002 Inbound routing/ })).toBeVisible()
    await user.keyboard('{Escape}')
    expect(await screen.findByRole('table', { name: 'Register' })).toBeVisible()
  })

  it('shows every kind of action, what is permitted first', async () => {
    await open('full', 'register/WF-0008')
    const actions = within(await screen.findByRole('region', { name: 'Allowed actions' }))
    const rows = actions.getAllByRole('button').map((one) => one.textContent ?? '')
    expect(rows).toHaveLength(18)
    const first = rows.findIndex((words) => words.includes('blocked'))
    expect(rows.slice(first).every((words) => words.includes('blocked'))).toBe(true)
  })

  it('edits a fact in its place by keyboard, with its reason in the history', async () => {
    const { user } = await open('full', 'register/WF-0008')
    const fact = await screen.findByRole('button', { name: /^Vendor Clearpair/ })
    fact.focus()
    await user.keyboard('{Enter}')
    const field = screen.getByRole('textbox', { name: 'Vendor' })
    expect(field, 'the field has the focus').toHaveFocus()
    await user.clear(field)
    await user.type(field, 'Fathomdata')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(screen.getByText(/Say why/), 'what runs does not change without a reason').toBeVisible()
    expect(asked('describe_workflow')).toHaveLength(0)
    await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'contract signed')
    await user.keyboard('{Control>}{Enter}{/Control}')
    const after = await screen.findByRole('button', { name: /^Vendor Fathomdata/ })
    expect(after, 'the focus stays where the work is').toHaveFocus()
    expect(screen.getByText('contract signed')).toBeVisible()
    expect(asked('describe_workflow')).toEqual([
      {
        workflow: 'WF-0008',
        seen: 41,
        given: [{ fact: 'vendor', to: 'Fathomdata' }],
        why: 'contract signed',
      },
    ])
  })

  it('keeps what was typed when the desk refuses', async () => {
    const { user } = await open('full', 'register/WF-0016')
    refuse('describe_workflow', 'changed-meanwhile', 'WF-0016 was changed by entry 99.')
    ;(await screen.findByRole('button', { name: /^AI does/ })).focus()
    await user.keyboard('{Enter}')
    const field = screen.getByRole('textbox', { name: 'AI does' })
    await user.type(field, ' and more')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText(/changed by entry 99/)).toBeVisible()
    expect(field).toHaveValue('Merges contacts that match above 0.97 and more')
  })

  it('sends one row of permissions with its limits', async () => {
    const { user } = await open('full', 'register/WF-0016')
    await user.click(await screen.findByRole('button', { name: /^Apply discount/ }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'How freely' }), '2 Draft')
    await user.type(screen.getByRole('textbox', { name: /Discount at most/ }), '7.5')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(/WF-0016 changed/)
    const [request] = asked('describe_workflow') as { given: unknown[] }[]
    expect(request?.given).toMatchObject([
      {
        fact: 'permission',
        to: {
          action: 'apply-discount',
          permitted: 'tier2',
          limits: { discount_percent: '7.5', window: null },
        },
      },
    ])
  })

  it('asks how long an approval counts where one is needed, and nowhere else', async () => {
    const { user } = await open('full', 'register/WF-0016')
    await user.click(await screen.findByRole('button', { name: /^Apply discount/ }))
    const tiers = screen.getByRole('combobox', { name: 'How freely' })
    await user.selectOptions(tiers, '2 Draft')
    expect(screen.queryByRole('textbox', { name: /An approval counts for/ })).toBeNull()
    await user.selectOptions(tiers, '3 Execute with approval')
    expect(screen.getByRole('textbox', { name: /An approval counts for/ })).toBeVisible()
    expect(screen.getByText(/approvals that end in time/)).toBeVisible()
  })

  it('offers no tier 4 where an action is approved every time', async () => {
    const { user } = await open('full', 'register/WF-0008')
    await user.click(await screen.findByRole('button', { name: /^Publish/ }))
    const tiers = within(screen.getByRole('combobox', { name: 'How freely' }))
    expect(tiers.queryByRole('option', { name: /^4/ })).toBeNull()
  })

  it('sets a workflow aside with a reason, and offers no way to live', async () => {
    const { user } = await open('full', 'register/WF-0008')
    await screen.findByText('Allowed actions')
    await user.keyboard('s')
    const choice = within(screen.getByRole('combobox', { name: 'From now on' }))
    expect(choice.queryByRole('option', { name: 'Live' })).toBeNull()
    await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'odd replies')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('odd replies')).toBeVisible()
  })
})
