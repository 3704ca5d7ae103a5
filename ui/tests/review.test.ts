import { screen, waitFor, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { open } from './app'
import { asked, refuse } from './fake/desk'
import { PASSPHRASE } from './fake/state'

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

  it('states everybody left as present on P', async () => {
    const { user } = await open('full', AT)
    await screen.findByRole('button', { name: /All 2 present/ })
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

  it('takes an addendum and nothing else', async () => {
    const { user } = await open('closed', AT)
    await user.click(await screen.findByRole('button', { name: 'Write an addendum' }))
    await user.type(screen.getByRole('textbox', { name: 'Addendum' }), 'Two, not three.')
    await user.click(screen.getByRole('button', { name: 'Add' }))
    expect(await screen.findByText('Two, not three.')).toBeVisible()
  })
})
