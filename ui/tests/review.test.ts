import { screen, waitFor, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { open } from './app'
import { desk } from '../src/frame/desk.svelte'
import { asked, refuse } from './fake/desk'
import { PASSPHRASE, type State } from './fake/state'

const AT = 'reviews/WEEKLY-2026-W47'
const NEXT = '{Control>}{Enter}{/Control}'

describe('holding a review by keys alone', () => {
  it('starts at the first item that is open', async () => {
    await open('full', AT)
    expect(await screen.findByRole('heading', { name: 'Overrides and repeats' })).toBeVisible()
  })

  it('answers fine at once on F, without a note', async () => {
    const { user } = await open('full', AT)
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    await user.keyboard('f')
    await waitFor(() => expect(asked('answer_item')).toHaveLength(1))
    expect(asked('answer_item')[0]).toMatchObject({ item: 'overrides', outcome: 'fine', note: '' })
  })

  it('asks for a note when the outcome is not fine, and moves on once it is there', async () => {
    const { user } = await open('full', AT)
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    await user.keyboard('a')
    const note = screen.getByRole('textbox', { name: /Note, required/ })
    expect(note, 'the cursor waits in the note').toHaveFocus()
    await user.keyboard(NEXT)
    expect(screen.getByText('Say in a sentence what you saw.')).toBeVisible()
    expect(asked('answer_item')).toHaveLength(0)
    await user.keyboard(`three overrides in EMEA${NEXT}`)
    expect(await screen.findByRole('heading', { name: 'Exceptions and clocks' })).toBeVisible()
    expect(asked('answer_item')).toHaveLength(1)
    expect(asked('answer_item')[0]).toMatchObject({
      outcome: 'attention',
      note: 'three overrides in EMEA',
    })
  })

  it('keeps what was typed when the person looks at another item', async () => {
    const { user } = await open('full', AT)
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    await user.keyboard('b{Escape}jk')
    expect(screen.getByRole('radio', { name: 'Breach' })).toBeChecked()
  })

  it('keeps what was typed when the person leaves the screen and comes back', async () => {
    const { user } = await open('full', AT)
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    await user.keyboard('bhalf a sentence')
    await user.click(screen.getByRole('link', { name: /Register/ }))
    await screen.findByRole('table', { name: 'Register' })
    window.location.hash = `#/${AT}`
    expect(await screen.findByRole('textbox', { name: /Note/ })).toHaveValue('half a sentence')
  })

  it('does not move without an outcome, and says so', async () => {
    const { user } = await open('full', AT)
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    await user.keyboard(NEXT)
    expect(screen.getByText('Pick an outcome first: F, A, B or N.')).toBeVisible()
  })

  it('keeps the answer and says why when the desk refuses it', async () => {
    const { user } = await open('full', AT)
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    refuse('answer_item', 'disk-full', 'The disk is full.')
    await user.keyboard('f')
    expect(await screen.findByText(/Make room on the disk/)).toBeVisible()
    expect(screen.getByRole('radio', { name: 'Fine' })).toBeChecked()
  })

  it.each([
    ['A', 'Raise an action item'],
    ['X', 'Report an exception'],
    ['D', 'Propose a decision'],
    ['O', 'Record an override'],
  ])('raises what comes out of it in place on Shift %s', async (key, title) => {
    const { user } = await open('full', AT)
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    await user.keyboard(`{Shift>}${key}{/Shift}`)
    expect(await screen.findByRole('dialog', { name: title })).toBeVisible()
  })

  it('states everybody left as present on P', async () => {
    const { user } = await open('full', AT)
    await screen.findByRole('button', { name: /The other 2 present/ })
    await user.keyboard('p')
    expect(await screen.findByText('Quorum 6 of 7')).toBeVisible()
    expect(asked('state_attendance')).toHaveLength(2)
  })
})

describe('closing a review', () => {
  async function ready() {
    const opened = await open('full', AT)
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    opened.state.review.items.forEach((item) => (item.outcome ??= 'fine'))
    await opened.user.keyboard('fp')
    await screen.findByRole('button', { name: 'Close and sign' })
    return opened
  }

  it('is blocked while items are open, and counts them', async () => {
    await open('full', AT)
    const button = await screen.findByRole('button', { name: 'Close and sign, 12 to go' })
    expect(button).toHaveAttribute('aria-disabled', 'true')
  })

  it('signs with the passphrase, locks, and shows who signed', async () => {
    const { user } = await ready()
    await user.keyboard('c')
    await user.type(screen.getByLabelText('Passphrase of Maren Okafor'), `${PASSPHRASE}{Enter}`)
    const signed = await screen.findByRole('region', { name: 'Signatures' })
    expect(within(signed).getByText('Maren Okafor')).toBeVisible()
    expect(screen.queryByRole('radiogroup'), 'a locked review takes no outcome').toBeNull()
  })

  it('clears a wrong passphrase and says so at the field', async () => {
    const { user } = await ready()
    await user.keyboard('c')
    const field = screen.getByLabelText('Passphrase of Maren Okafor')
    await user.type(field, 'wrong{Enter}')
    expect(await screen.findByText(/does not open the key/)).toBeVisible()
    expect(field, 'no passphrase stays behind').toHaveValue('')
    expect(field).toBeInvalid()
  })
})

describe('a closed review', () => {
  it('saves its minutes as PDF on P', async () => {
    const { user } = await open('closed', AT)
    await screen.findByRole('region', { name: 'Signatures' })
    await user.keyboard('p')
    expect(await screen.findByText(/minutes.pdf saved/)).toBeVisible()
  })

  it('is sent to the sponsor by file on F, who reads every answer before signing', async () => {
    const { user } = await open('closed', AT)
    await screen.findByRole('region', { name: 'Signatures' })
    await user.keyboard('f')
    expect(await screen.findByText(/Send countersign.json to the sponsor/)).toBeVisible()
    expect(asked('request_countersignature')).toMatchObject([{ review: 'WEEKLY-2026-W47' }])
  })

  it('shows in a request all that was found, and asks for a statement', async () => {
    const { user } = await open('closed', 'settings/keys')
    await screen.findAllByRole('button', { name: /lost the key/ })
    await user.keyboard('o')
    const sheet = () => within(screen.getByRole('dialog'))
    await user.click(sheet().getByRole('button', { name: /Choose the request/ }))
    const shown = await screen.findByRole('list', { name: 'What was found' })
    expect(within(shown).getAllByRole('listitem'), 'every item').toHaveLength(16)
    expect(sheet().getByRole('textbox', { name: /^Statement/ })).toBeVisible()
    await user.selectOptions(sheet().getByLabelText('Your answer'), 'yes')
    await user.type(sheet().getByRole('textbox', { name: /^Statement/ }), 'I stand behind it')
    await user.type(sheet().getByLabelText(/^Passphrase of/), PASSPHRASE)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText(/is signed; send it back/)).toBeTruthy()
    expect(asked('sign_request')).toMatchObject([
      { person: 'PER-0002', approve: true, reason: 'I stand behind it' },
    ])
  })

  it('takes an addendum and nothing else', async () => {
    const { user } = await open('closed', AT)
    await user.click(await screen.findByRole('button', { name: 'Write an addendum' }))
    await user.type(screen.getByRole('textbox', { name: 'Addendum' }), 'Two, not three.')
    await user.click(screen.getByRole('button', { name: 'Add' }))
    expect(await screen.findByText('Two, not three.')).toBeVisible()
  })
})

describe('the chair', () => {
  async function other(change: (state: State) => void) {
    const opened = await open('full', AT)
    change(opened.state)
    await desk.changed()
    return opened
  }

  it('is taken on H with a reason by whoever may, and the record names both', async () => {
    const { user } = await other(({ review }) =>
      Object.assign(review, { chair_name: 'Jonas Weidmann', yours: false, may_chair: true }),
    )
    await screen.findByRole('button', { name: /Take the chair/ })
    await user.keyboard('h')
    await screen.findByRole('dialog', { name: /Take the chair/ })
    await user.keyboard(NEXT)
    expect(asked('take_chair'), 'without a reason nothing is taken').toHaveLength(0)
    await user.keyboard(`His line broke off${NEXT}`)
    expect(await screen.findByText(/took the chair from/)).toHaveTextContent('His line broke off')
    expect(screen.getByRole('button', { name: /Close and sign/ })).toBeVisible()
  })

  it('does not close when stated as away, and the button says why', async () => {
    await other(({ review }) => {
      review.items.forEach((item) => (item.outcome ??= 'fine'))
      for (const row of review.attendance) row.presence = row.chair ? 'absent' : 'present'
    })
    expect(
      await screen.findByRole('button', { name: 'Close and sign, the chair is away' }),
    ).toHaveAttribute('aria-disabled', 'true')
  })
})

describe('time', () => {
  it('of each item is signed with the closing, also what passed after its answer', async () => {
    const { user, state } = await open('full', AT)
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    state.review.items.forEach((item) => (item.outcome ??= 'fine'))
    await user.keyboard('fp')
    await screen.findByRole('button', { name: 'Close and sign' })
    await user.keyboard('c')
    await user.type(screen.getByLabelText('Passphrase of Maren Okafor'), `${PASSPHRASE}{Enter}`)
    await screen.findByRole('region', { name: 'Signatures' })
    const [{ spent }] = asked('close_review') as [{ spent: { item: string; seconds: number }[] }]
    expect(spent, 'one for each item').toHaveLength(16)
    expect(spent[0]).toEqual({ item: 'opens-replies-meetings', seconds: 340 })
  })

  it('goes on where a window that was closed had left it', async () => {
    const times = [{ item: 'overrides', seconds: 192 }]
    localStorage.setItem('countersign.times.ws1 WEEKLY-2026-W47', JSON.stringify(times))
    await open('full', AT)
    expect(await screen.findByText(/^3:1[2-4]$/)).toBeVisible()
    localStorage.clear()
  })

  it('of a meeting held earlier is stated apart from the entries', async () => {
    const { user } = await open('full', AT)
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    await user.keyboard('h')
    const began = await screen.findByRole('textbox', { name: 'Began' })
    await user.type(began, '9')
    await user.keyboard(NEXT)
    expect(screen.getAllByText('Write a time of the day, such as 10:00.')[0]).toBeVisible()
    await user.clear(began)
    await user.type(began, '9:05')
    await user.type(screen.getByRole('textbox', { name: 'Ended' }), `0958${NEXT}`)
    expect(await screen.findByText(/recorded afterwards/)).toBeVisible()
    expect(asked('state_held')[0]).toMatchObject({
      from: '2026-11-16T09:05',
      to: '2026-11-16T09:58',
    })
  })
})

describe('the size for a shared screen', () => {
  it('shows the item alone on L, still by keys, and everything again on L', async () => {
    const { user } = await open('full', AT)
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    await user.keyboard('l')
    expect(screen.getByRole('heading', { name: 'Overrides and repeats' })).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Attendance' }), 'nothing of persons').toBeNull()
    expect(screen.queryByRole('navigation', { name: 'Desk' }), 'nor of the desk').toBeNull()
    expect(screen.queryByRole('contentinfo'), 'nor of the file').toBeNull()
    await user.keyboard('f')
    await waitFor(() => expect(asked('answer_item')).toHaveLength(1))
    await user.keyboard('l')
    expect(screen.getByRole('region', { name: 'Attendance' })).toBeVisible()
  })
})

describe('minutes', () => {
  it('are copied as Markdown on C, and that is an entry', async () => {
    const { user } = await open('closed', AT)
    await screen.findByRole('region', { name: 'Signatures' })
    await user.keyboard('c')
    expect(await screen.findByText(/The minutes are copied, entry/)).toBeVisible()
    expect(await navigator.clipboard.readText()).toMatch(/^# Weekly governance call/)
  })
})

describe('metrics beside an item', () => {
  it('show their course and state, and take the value asked for on V', async () => {
    const { user } = await open('full', AT)
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    const replies = screen.getByRole('article', { name: 'Positive replies' })
    expect(within(replies).getByText('two periods worse')).toBeVisible()
    expect(within(replies).getAllByText(/baseline 3.1/)[0]).toBeVisible()
    await user.keyboard('v')
    expect(screen.getByRole('textbox', { name: 'Value in W46' })).toHaveFocus()
    await user.keyboard('44.5{Enter}')
    await waitFor(() => expect(asked('record_observation')).toHaveLength(1))
    expect(asked('record_observation')[0]).toMatchObject({
      metric: 'MET-0002',
      period: '2026-W46',
      value: '44.5',
      review: 'WEEKLY-2026-W47',
    })
    expect(await screen.findAllByText('W46 is typed.')).toHaveLength(2)
  })

  it('are answered again when a value comes after the outcome, so that it is stored with it', async () => {
    const { user } = await open('full', AT)
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    await user.keyboard('f')
    await waitFor(() => expect(asked('answer_item')).toHaveLength(1))
    await user.keyboard('v44.5{Enter}')
    await waitFor(() => expect(asked('answer_item')).toHaveLength(2))
    expect(asked('answer_item')[1]).toMatchObject({ item: 'overrides', outcome: 'fine' })
  })
})
