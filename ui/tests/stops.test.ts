import { screen, waitFor, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { open } from './app'
import { asked, refuse } from './fake/desk'
import { hold } from './fake/transport'

const STOP = '{Control>}{Shift>}K{/Shift}{/Control}'
const OVERRIDE = '{Control>}{Shift>}O{/Shift}{/Control}'
const SEND = '{Control>}{Enter}{/Control}'

describe('the kill switch', () => {
  it('stops what is picked, from any screen and by keys alone, for nothing but a reason', async () => {
    const { user } = await open('full', 'log')
    await user.keyboard(STOP)
    const which = await screen.findByRole('combobox', { name: 'Workflow' })
    await waitFor(() => expect(which).toHaveFocus())
    await screen.findByText(/takes a decision/)
    await user.keyboard('inbound')
    await user.keyboard('{Enter}')
    await user.tab()
    await user.keyboard(SEND)
    expect(await screen.findByText('Say in a few words why.')).toBeVisible()
    expect(asked('stop_workflow'), 'without a reason nothing is sent').toHaveLength(0)
    await user.keyboard('It routes to people who left')
    await user.keyboard(SEND)
    await waitFor(() => expect(asked('stop_workflow')).toHaveLength(1))
    expect(asked('stop_workflow')[0]).toEqual({
      workflow: 'WF-0002',
      why: 'It routes to people who left',
      drill: false,
    })
    expect(
      await screen.findByRole('complementary', { name: /Stop of Inbound routing/ }),
    ).toBeVisible()
  })

  it('stands in every row that runs, and in no other', async () => {
    const { user } = await open('full', 'register')
    const stop = await screen.findByRole('button', { name: 'Stop WF-0002 Inbound routing' })
    expect(screen.queryByRole('button', { name: /^Stop WF-0014/ })).toBeNull()
    await user.click(stop)
    const sheet = await screen.findByRole('dialog', { name: 'Stop a workflow at once' })
    expect(await within(sheet).findByText('WF-0002')).toBeVisible()
    expect(within(sheet).queryByRole('combobox'), 'it is known which').toBeNull()
  })

  it('offers the workflow whose page is shown, and any other one', async () => {
    const { user } = await open('full', 'register/WF-0008')
    await screen.findByText('Allowed actions')
    await user.keyboard(STOP)
    const which = await screen.findByRole('combobox', { name: 'Workflow' })
    await waitFor(() => expect(which).toHaveValue('Contact de-duplication'))
    await user.clear(which)
    await user.type(which, 'inbound{Enter}')
    await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'The other one, after all')
    await user.keyboard(SEND)
    await waitFor(() => expect(asked('stop_workflow')).toMatchObject([{ workflow: 'WF-0002' }]))
  })

  it('lies first in the drawer of what runs, and asks for nothing but the reason', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.keyboard('jj ')
    const card = await screen.findByRole('form', { name: 'Stop WF-0002' })
    await user.keyboard(STOP)
    expect(within(card).getByRole('textbox'), 'the key leads into it').toHaveFocus()
    await user.keyboard('{Enter}')
    expect(await within(card).findByText('Say in a few words why.')).toBeVisible()
    expect(asked('stop_workflow')).toEqual([])
    await user.keyboard('It routes to nobody{Enter}')
    await waitFor(() =>
      expect(asked('stop_workflow')).toEqual([
        { workflow: 'WF-0002', why: 'It routes to nobody', drill: false },
      ]),
    )
  })

  it('never stops what was only to be tried, however soon it is sent', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.keyboard('jj ')
    const card = await screen.findByRole('form', { name: 'Stop WF-0002' })
    const release = hold('stoppable')
    await user.click(within(card).getByRole('button', { name: 'Run as drill' }))
    const sheet = await screen.findByRole('dialog', { name: 'Try the kill switch' })
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(asked('stop_workflow'), 'without a reason').toEqual([])
    await user.type(within(sheet).getByRole('textbox', { name: 'Reason' }), 'Quarterly')
    await user.keyboard(SEND)
    release()
    await waitFor(() => expect(asked('stop_workflow')).toMatchObject([{ drill: true }]))
  })

  it('lies on top of an open sheet', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.keyboard('?')
    await user.keyboard(STOP)
    expect(await screen.findByRole('dialog', { name: 'Stop a workflow at once' })).toBeVisible()
  })

  it('works on the lock screen, where the machine signs, and says what is left', async () => {
    const { user } = await open('locked')
    await user.keyboard(STOP)
    const form = await screen.findByRole('form', { name: 'Stop a workflow' })
    const which = await within(form).findByRole('combobox', { name: 'Workflow' })
    await waitFor(() => expect(which, 'no key is lost on the way to it').toHaveFocus())
    await user.keyboard('inbound{Enter}{Tab}It runs wild')
    await user.keyboard(SEND)
    expect(await screen.findByText(/signed by this machine/)).toBeVisible()
    expect(asked('stop_workflow')[0]).toMatchObject({ workflow: 'WF-0002', drill: false })
    expect(screen.getByRole('form', { name: 'Unlock' }), 'and back to signing in').toBeVisible()
  })

  it('keeps what was typed when the desk refuses', async () => {
    const { user } = await open('full', 'register')
    await user.click(await screen.findByRole('button', { name: 'Stop WF-0002 Inbound routing' }))
    const why = await screen.findByRole('textbox', { name: 'Reason' })
    await user.type(why, 'It runs wild')
    refuse('stop_workflow', 'stopped-already', 'WF-0002 is stopped already.')
    await user.keyboard(SEND)
    expect(await screen.findByText(/WF-0002 is stopped already/)).toBeVisible()
    expect(why).toHaveValue('It runs wild')
  })

  it('says whose stop it was, and confirms it system by system', async () => {
    const { user } = await open('full', 'exceptions/STOP-0003')
    const drawer = await screen.findByRole('complementary', { name: /STOP-0003/ })
    await user.click(within(drawer).getByRole('button', { name: 'It was me' }))
    expect(await within(drawer).findByText(/Maren Okafor, while nobody/)).toBeVisible()
    await user.click(within(drawer).getByRole('button', { name: 'Confirm' }))
    await screen.findByRole('dialog', { name: 'It acts no more in Salesforce' })
    await user.keyboard('Its access is withdrawn')
    await user.keyboard(SEND)
    expect(await within(drawer).findByText('Its access is withdrawn')).toBeVisible()
    expect(asked('confirm_stop')[0]).toMatchObject({ stop: 'STOP-0003', system: 1 })
  })

  it('says loudly on every screen that the stop list could not be written', async () => {
    const { state } = await open('full', 'log')
    state.troubles.list.trouble = 'The stop list stop-list.json could not be written.'
    const { desk } = await import('../src/frame/desk.svelte')
    await desk.refresh()
    expect(await screen.findByText(/stop-list.json could not be written/)).toBeVisible()
  })
})

describe('overrides', () => {
  it('are recorded by keys alone from any screen', async () => {
    const { user } = await open('full', 'log')
    await user.keyboard(OVERRIDE)
    const sheet = await screen.findByRole('dialog', { name: 'Record an override' })
    await waitFor(() =>
      expect(within(sheet).getByRole('combobox', { name: 'Workflow' })).toHaveFocus(),
    )
    await user.keyboard('pipeline{Enter}')
    await user.tab()
    await user.tab()
    await user.keyboard('006Aa00001')
    await user.tab()
    await user.keyboard('Commit')
    await user.tab()
    await user.keyboard('Best case')
    await user.tab()
    await user.keyboard('context{Enter}')
    await user.keyboard(SEND)
    expect(await screen.findByText(/^OVR-\d+ is recorded/)).toBeVisible()
    expect(asked('record_override')[0]).toMatchObject({
      workflow: 'WF-0006',
      pointer: '006Aa00001',
      ai_said: 'Commit',
      chose: 'Best case',
      reason: 'missing-context',
      generated: false,
    })
  })

  it('are counted by team and workflow, and name no person', async () => {
    await open('full', 'exceptions/OVR-0104')
    const counts = await screen.findByRole('region', { name: 'By team and workflow' })
    expect(within(counts).getByText('Mid-market East')).toBeVisible()
    const table = screen.getByRole('table', { name: 'Overrides' })
    expect(within(table).queryByRole('columnheader', { name: /who|person|by/i })).toBeNull()
  })
})

describe('exceptions', () => {
  it('are reported on N and resolved on Enter, in words', async () => {
    const { user } = await open('full', 'exceptions')
    await screen.findByText('EXC-0011')
    await user.keyboard('n')
    await user.type(await screen.findByRole('textbox', { name: 'What happened' }), 'Wrong price')
    await user.keyboard(SEND)
    expect(await screen.findByText(/is with RevOps/)).toBeVisible()
    await user.keyboard('jjjj{Enter}')
    await screen.findByRole('dialog', { name: /^Resolve EXC-0011/ })
    await user.keyboard('Taken back')
    await user.keyboard(SEND)
    expect(await screen.findByText('EXC-0011 is resolved')).toBeVisible()
  })

  it('are acknowledged, wait with a reason and go on, by keys alone', async () => {
    const { user } = await open('full', 'exceptions/EXC-0011')
    const drawer = await screen.findByRole('complementary', { name: /EXC-0011/ })
    await user.keyboard('a')
    expect(await screen.findByText('EXC-0011 is acknowledged')).toBeVisible()
    await user.keyboard('w')
    await screen.findByRole('dialog', { name: 'Let EXC-0011 wait' })
    await user.keyboard(SEND)
    expect(await screen.findByText(/without a reason the clock runs on/)).toBeVisible()
    await user.keyboard('The vendor looks for it')
    await user.keyboard(SEND)
    expect(await screen.findByText('EXC-0011 waits; its clock stands still')).toBeVisible()
    await user.keyboard('w')
    expect(await screen.findByText('EXC-0011: its clock goes on')).toBeVisible()
    expect(within(drawer).getByText('acknowledged')).toBeVisible()
  })

  it('are taken up again, and what was severe is learnt from', async () => {
    const { user } = await open('full', 'exceptions/EXC-0009')
    const drawer = await screen.findByRole('complementary', { name: /EXC-0009/ })
    expect(within(drawer).getByText('its postmortem is wanted')).toBeVisible()
    await user.keyboard('p')
    await screen.findByRole('dialog', { name: 'Postmortem of EXC-0009' })
    await user.type(screen.getByRole('textbox', { name: 'How it came about' }), 'A cold domain')
    await user.type(screen.getByRole('textbox', { name: 'Whom and what it hurt' }), 'Nobody')
    await user.type(screen.getByRole('textbox', { name: /^What changes/ }), 'Domains are warmed')
    await user.keyboard(SEND)
    expect(await within(drawer).findByText('Domains are warmed')).toBeVisible()
    await user.keyboard('r')
    await screen.findByRole('dialog', { name: 'Reopen EXC-0009' })
    await user.keyboard('They bounce again')
    await user.keyboard(SEND)
    expect(await screen.findByText(/EXC-0009 is open again/)).toBeVisible()
  })

  it('show who is asked since their due passed, and when', async () => {
    await open('full', 'exceptions/EXC-0014')
    const clock = await screen.findByRole('region', { name: 'Time left' })
    expect(within(clock).getByRole('timer')).toHaveTextContent('26 h past due')
    expect(within(clock).getByText(/to Lead of Security/)).toBeVisible()
    expect(within(clock).getByText('RevOps (Maren Okafor)')).toBeVisible()
  })

  it('are narrowed to what is asked of me, and laid out on a board', async () => {
    const { user } = await open('full', 'exceptions')
    await screen.findByText('EXC-0010')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'asked of me')
    expect(screen.queryByText('EXC-0010')).toBeNull()
    await user.click(screen.getByRole('button', { name: /Show all/ }))
    await user.keyboard('b')
    const waiting = await screen.findByRole('region', { name: 'Waiting' })
    expect(within(waiting).getByRole('button', { name: /EXC-0010/ })).toBeVisible()
    await user.keyboard('b')
  })

  it('say what keeps them open', async () => {
    await open('full', 'exceptions/EXC-0012')
    const drawer = await screen.findByRole('complementary', { name: /EXC-0012/ })
    const resolve = within(drawer).getByRole('button', { name: /Resolve/ })
    expect(resolve).toHaveAttribute('title', '1 of 2 systems to confirm')
    expect(within(drawer).getByRole('link', { name: '1 of 2 systems to confirm' })).toBeVisible()
  })
})
