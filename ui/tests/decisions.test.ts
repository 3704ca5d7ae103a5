import { screen, within } from '@testing-library/svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import { sitting } from '../src/decisions/sitting.svelte'
import { left, moved } from '../src/decisions/words'
import type { Problem, ProposeDecision } from '../src/lib/bindings'
import { open } from './app'
import { sampleDecisions } from './fake/decisions'
import { PASSPHRASE } from './fake/state'

const heading = (name: RegExp) => screen.findByRole('heading', { name, level: 1 })
const asked = (state: { asked: { name: string; request: unknown }[] }, name: string) =>
  state.asked.filter((one) => one.name === name)

beforeEach(() => sitting.end())

describe('how far a figure moves', () => {
  it.each([
    ['62', '58', '−4'],
    ['0.20', '0.28', '+0.08'],
    ['30 days', '14 days', '−16 days'],
    ['30 days', '14 hours', ''],
    ['icp 4.1.2', 'icp 4.2.0', ''],
    ['62', null, ''],
    ['62', '62', ''],
  ])('from %s to %s is “%s”', (before, after, by) => {
    expect(moved(before, after)).toBe(by)
  })
})

describe('the clock of a decision', () => {
  const row = sampleDecisions()[0]?.row
  const at = (moment: string) => row && left(row, new Date(moment))
  it('says what is left, and that it is near within a day', () => {
    expect(at('2026-11-16T10:35:00+01:00')).toMatchObject({ words: '4 h 00 m', near: true })
    expect(at('2026-11-14T10:35:00+01:00')?.near).toBe(false)
  })
  it('says how much of its time is left, as a share of all of it', () => {
    expect(at('2026-11-13T14:35:00+01:00')?.share).toBe(1)
    expect(at('2026-11-15T02:35:00+01:00')?.share).toBeCloseTo(0.5)
  })
  it('says nothing once its time has passed', () => {
    expect(at('2026-11-16T15:00:00+01:00')).toBeUndefined()
  })
})

describe('the queue', () => {
  it('begins with what waits for whoever is signed in', async () => {
    await open('full', 'decisions')
    const table = await screen.findByRole('table', { name: 'Decisions' })
    const groups = [...table.querySelectorAll('tr.group')].map((row) => row.textContent?.trim())
    expect(groups).toEqual(['Waits for you 2', 'Proposed by you 1', 'Settled 6'])
  })

  it('leaves as CSV on E, as it stands on screen', async () => {
    const { user, state } = await open('full', 'decisions')
    await screen.findByRole('table', { name: 'Decisions' })
    await user.keyboard('e')
    const wanted = { request: { list: 'decisions' } }
    await expect.poll(() => asked(state, 'export_list')).toMatchObject([wanted])
  })

  it('says every state with a word', async () => {
    await open('full', 'decisions')
    const table = await screen.findByRole('table', { name: 'Decisions' })
    for (const word of ['Applied', 'Rejected', 'Lapsed', 'Stale', 'Withdrawn', 'Rolled back'])
      expect(within(table).getByText(word), `a decision is ${word}`).toBeTruthy()
  })

  it('marks only what may be signed', async () => {
    const { user } = await open('full', 'decisions')
    await screen.findByRole('table', { name: 'Decisions' })
    await user.keyboard('j jjj ')
    expect(sitting.marked, 'a settled one takes no mark').toEqual(['DEC-0034'])
  })

  it('teaches what will come while nothing was decided', async () => {
    await open('empty', 'decisions')
    expect(await screen.findByText('Nothing was decided yet')).toBeTruthy()
  })
})

describe('one decision', () => {
  it('shows the whole difference beside who signs it', async () => {
    await open('full', 'decisions/DEC-0034')
    const table = await screen.findByRole('table', { name: 'What changes' })
    const cells = [...table.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()),
    )
    expect(cells).toHaveLength(5)
    expect(cells[1]?.slice(1)).toEqual(['62', '58', '−4'])
    expect(screen.getByText(/5 fields, 25 stay/)).toBeTruthy()
    expect(screen.getByText('Fine if capacity holds at 40 a week')).toBeTruthy()
  })

  it('is approved with A, a passphrase and Ctrl Enter, over exactly what was read', async () => {
    const { state, user } = await open('full', 'decisions/DEC-0034')
    await screen.findByRole('table', { name: 'What changes' })
    await user.keyboard('a')
    await user.type(await screen.findByLabelText(/Passphrase of/), PASSPHRASE)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Applied')).toBeTruthy()
    const subject = sampleDecisions()[0]?.subject
    expect(asked(state, 'give_votes')[0]?.request).toMatchObject({
      votes: [{ decision: 'DEC-0034', verdict: 'approve', subject }],
    })
  })

  it('keeps the answer when the passphrase is wrong', async () => {
    const { user } = await open('full', 'decisions/DEC-0034')
    await screen.findByRole('table', { name: 'What changes' })
    await user.keyboard('a')
    await user.type(await screen.findByLabelText(/Passphrase of/), 'wrong')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText(/does not open the key/)).toBeTruthy()
    expect(screen.getByText('Proposed')).toBeTruthy()
  })

  it('is not refused without a reason', async () => {
    const { state, user } = await open('full', 'decisions/DEC-0034')
    await screen.findByRole('table', { name: 'What changes' })
    await user.keyboard('r{Control>}{Enter}{/Control}')
    expect(await screen.findByText(/Say why not/)).toBeTruthy()
    expect(asked(state, 'give_votes'), 'nothing was signed').toHaveLength(0)
  })

  it('says why its proposer does not sign it', async () => {
    const { user } = await open('full', 'decisions/DEC-0036')
    expect(await screen.findByText('Not for you to sign.')).toBeTruthy()
    await user.keyboard('a')
    expect(screen.queryByLabelText(/Passphrase of/), 'A does nothing here').toBeNull()
  })

  it.each([
    ['DEC-0030', /changed since it was proposed.*propose it anew/],
    ['DEC-0031', /Its time passed/],
  ])('%s says what to do now that it came to nothing', async (decision, says) => {
    await open('full', `decisions/${decision}`)
    expect(await screen.findByText(says)).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'Sign' })).toBeNull()
  })

  it('tells one time of a moment, wherever on it that stands', async () => {
    await open('full', 'decisions/DEC-0034')
    const history = await screen.findByRole('region', { name: 'History' })
    // Written with another offset than the workspace's zone has, and shown in the zone.
    expect(within(history).getByText('Fri 13 Nov 2026, 14:35')).toBeTruthy()
    expect(
      screen.getByText(/Felix Adeyemi/, { selector: '.about *' }).parentElement,
    ).toHaveTextContent('Felix Adeyemi, Fri 13 Nov 2026, 14:35')
  })

  it('is proposed anew, as it was, once it came to nothing', async () => {
    const { state, user } = await open('full', 'decisions/DEC-0031')
    await screen.findByText(/Its time passed/)
    await user.keyboard('n')
    const sheet = await screen.findByRole('dialog')
    expect(within(sheet).getByLabelText('What is asked for')).toHaveValue(
      'A pilot with one partner, for a month.',
    )
    await user.keyboard('{Control>}{Enter}{/Control}')
    await heading(/DEC-0037/)
    expect(asked(state, 'propose_decision')[0]?.request).toMatchObject({
      kind: 'other',
      title: 'A pilot with a partner',
      change: { of: 'request', what: 'A pilot with one partner, for a month.' },
    })
  })

  it('is made again on its own screen, where it was put together there', async () => {
    const { user } = await open('full', 'decisions/DEC-0030')
    await screen.findByText(/changed since it was proposed/)
    await user.click(screen.getByRole('button', { name: /Propose anew/ }))
    await expect.poll(() => window.location.hash).toBe('#/register/WF-0001')
  })

  it('is withdrawn with a reason by whoever proposed it', async () => {
    const { state, user } = await open('full', 'decisions/DEC-0036')
    await screen.findByText('Not for you to sign.')
    await user.keyboard('w')
    await user.type(await screen.findByLabelText('Reason'), 'The pilot was put off.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Withdrawn')).toBeTruthy()
    expect(asked(state, 'withdraw_decision')[0]?.request).toEqual({
      decision: 'DEC-0036',
      why: 'The pilot was put off.',
    })
  })

  it('is rolled back by one more decision that names it', async () => {
    const { state, user } = await open('full', 'decisions/DEC-0033')
    await heading(/DEC-0033/)
    await screen.findByRole('button', { name: /Propose to roll back/ })
    await user.keyboard('z')
    const sheet = await screen.findByRole('dialog')
    await user.type(within(sheet).getByLabelText('Why'), 'Win rate fell.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await heading(/DEC-0037/)
    expect(asked(state, 'propose_decision')[0]?.request).toMatchObject({
      kind: 'rollback',
      change: { of: 'undo', decision: 'DEC-0033' },
    })
  })

  it('says when it was rolled back and by which decision, and of when its evidence is', async () => {
    await open('full', 'decisions/DEC-0028')
    await heading(/DEC-0028/)
    const proposal = screen.getByRole('region', { name: 'The proposal' })
    expect(proposal).toHaveTextContent(/Rolled back by DEC-0033, Fri 13 Nov 2026, 16:02/)
    const life = within(proposal).getByRole('list')
    expect(life).toHaveTextContent(/Tobias Lindqvist rolled it back with DEC-0033/)
    expect(screen.getByText(/on Thu 12 Nov 2026/)).toBeVisible()
  })

  it('leaves as a record, to read or to be verified without what people wrote', async () => {
    const { state, user } = await open('full', 'decisions/DEC-0033')
    await heading(/DEC-0033/)
    await user.keyboard('p')
    const sheet = await screen.findByRole('dialog')
    await user.click(within(sheet).getByLabelText(/Leave out/))
    await user.click(within(sheet).getByRole('button', { name: /Excerpt/ }))
    await screen.findByText(/DEC-0033\.excerpt saved/)
    expect(asked(state, 'export_decision')[0]?.request).toMatchObject({
      decision: 'DEC-0033',
      form: 'excerpt',
      withhold_words: true,
    })
  })
})

describe('several in one sitting', () => {
  it('are each read and answered, and signed with one passphrase', async () => {
    const { state, user } = await open('full', 'decisions')
    await screen.findByRole('table', { name: 'Decisions' })
    await user.keyboard('j j s')
    await heading(/DEC-0034/)
    await screen.findByRole('table', { name: 'What changes' })
    expect(screen.getByText('1 of 2 to read and sign')).toBeTruthy()
    await user.keyboard('a')
    expect(screen.queryByLabelText(/Passphrase of/), 'one is still unread').toBeNull()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await heading(/DEC-0035/)
    await screen.findByText('What is asked for')
    await user.keyboard('r')
    await user.type(await screen.findByLabelText('Reason'), 'Too many rows.')
    await user.type(screen.getByLabelText(/Passphrase of/), PASSPHRASE)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Rejected')).toBeTruthy()
    expect(asked(state, 'give_votes'), 'one signature for both').toHaveLength(1)
    expect(asked(state, 'give_votes')[0]?.request).toMatchObject({
      votes: [
        { decision: 'DEC-0034', verdict: 'approve' },
        { decision: 'DEC-0035', verdict: 'refuse', reason: 'Too many rows.' },
      ],
    })
    expect(sitting.marked, 'the sitting is over').toEqual([])
  })
})

describe('proposing from the queue', () => {
  it('asks for a permit’s limits with an export', async () => {
    const { state, user } = await open('full', 'decisions')
    await screen.findByRole('table', { name: 'Decisions' })
    await user.keyboard('n')
    const sheet = await screen.findByRole('dialog')
    await user.selectOptions(await within(sheet).findByLabelText('Kind of decision'), 'data-export')
    await user.type(within(sheet).getByLabelText(/about, in a line/), 'Contacts for Berlin')
    await user.type(within(sheet).getByLabelText('What is asked for'), 'Contacts in EMEA.')
    await user.type(within(sheet).getByLabelText('Last day'), '2026-11-20')
    await user.type(within(sheet).getByLabelText('At most, rows'), '400')
    await user.type(within(sheet).getByLabelText('Why'), 'The agency sends invitations.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await heading(/DEC-0037/)
    expect(asked(state, 'propose_decision')[0]?.request).toMatchObject({
      kind: 'data-export',
      change: {
        of: 'request',
        what: 'Contacts in EMEA.',
        permit: { class: 'one', last_day: '2026-11-20', count: 400 },
      },
    })
  })

  it('says what is missing at its field', async () => {
    const { state, user } = await open('full', 'decisions')
    await screen.findByRole('table', { name: 'Decisions' })
    await user.keyboard('n')
    await screen.findByLabelText('Why')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Say in a line what it is about.')).toBeTruthy()
    expect(asked(state, 'propose_decision')).toHaveLength(0)
  })
})

describe('proposing from a workflow', () => {
  it('turns a change that needs a decision into a proposal of that very change', async () => {
    const { state, user } = await open('full', 'register/WF-0008')
    await screen.findByText('Allowed actions')
    state.refusals.set('describe_workflow', {
      code: 'needs-decision',
      says: 'Raising the write stage needs a decision.',
    } as Problem)
    await user.click(await screen.findByRole('button', { name: /^Write stage/ }))
    const form = screen.getByRole('form', { name: 'Write stage' })
    await user.selectOptions(within(form).getByLabelText('Write stage'), 'Automated write')
    const reason = within(form).queryByLabelText(/Reason/)
    if (reason) await user.type(reason, 'A clean quarter.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    const sheet = await screen.findByRole('dialog')
    expect(within(sheet).getByText(/propose it instead/)).toBeTruthy()
    await user.type(within(sheet).getByLabelText('Rollback plan'), 'Back to draft mode.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await heading(/DEC-0037/)
    expect(asked(state, 'propose_decision')[0]?.request).toMatchObject({
      kind: 'tier-or-stage',
      change: { of: 'workflow', workflow: 'WF-0008', given: [{ fact: 'write-stage' }] },
    })
  })

  it('stays as it was typed when it is not proposed after all', async () => {
    const { state, user } = await open('full', 'register/WF-0008')
    await screen.findByText('Allowed actions')
    state.refusals.set('describe_workflow', {
      code: 'needs-decision',
      says: 'Naming it anew needs a decision.',
    } as Problem)
    await user.keyboard('m')
    const name = screen.getByRole('textbox', { name: 'Name' })
    await user.clear(name)
    await user.type(name, 'Outreach, second try')
    const reason = screen.queryByLabelText(/Reason/)
    if (reason) await user.type(reason, 'It grew.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(/propose it instead/)
    await user.keyboard('{Escape}')
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Outreach, second try')
  })
})

describe('Today', () => {
  it('shows what waits for my signature with its clock, and opens it', async () => {
    const { user } = await open('full', 'today')
    const section = await screen.findByRole('region', { name: 'Decisions' })
    const lines = within(section).getAllByRole('listitem')
    expect(lines.map((line) => line.querySelector('.ref')?.textContent)).toEqual([
      'DEC-0034',
      'DEC-0035',
    ])
    await user.click(within(section).getByText('Lower the qualified threshold'))
    await heading(/DEC-0034/)
  })
})

describe('decision rights', () => {
  it('are changed by proposing the whole set with the one that differs', async () => {
    const { state, user } = await open('full', 'settings/rights')
    await user.click(await screen.findByRole('button', { name: 'Propose to change Data export' }))
    const sheet = await screen.findByRole('dialog')
    const hours = within(sheet).getByLabelText(/Until it lapses/)
    await user.clear(hours)
    await user.type(hours, '48')
    await user.type(within(sheet).getByLabelText('Why'), 'A day was too short.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await heading(/DEC-0037/)
    const request = asked(state, 'propose_decision')[0]?.request as ProposeDecision
    const rights = request.change.of === 'rights' ? request.change.rights : []
    expect(rights).toHaveLength(18)
    expect(rights.filter(({ hours }) => hours === 48).map(({ kind }) => kind)).toEqual([
      'data-export',
    ])
  })
})

describe('votes by file', () => {
  it('leave as a request that carries the proposal whole', async () => {
    const { state, user } = await open('full', 'decisions/DEC-0034')
    await screen.findByRole('table', { name: 'What changes' })
    await user.keyboard('f')
    expect(await screen.findByText(/to whoever signs/)).toBeTruthy()
    expect(asked(state, 'request_votes')[0]?.request).toMatchObject({ decision: 'DEC-0034' })
  })

  it('are asked for without any workspace open', async () => {
    const { user } = await open('none')
    await user.keyboard('r')
    expect(await screen.findByRole('dialog', { name: 'Open a request' })).toBeTruthy()
  })
})
