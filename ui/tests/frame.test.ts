import { screen, within } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { open } from './app'
import { asked } from './fake/desk'
import { PASSPHRASE } from './fake/state'

describe('the frame', () => {
  it('shows file, entry, head and both verdicts at the foot', async () => {
    await open('full', 'register')
    const foot = within(screen.getByRole('contentinfo'))
    expect(foot.getByText('northwind.countersign')).toBeVisible()
    expect(foot.getByText('Entry 4829')).toBeVisible()
    expect(foot.getByText('Head 51be 0c93')).toBeVisible()
    expect(foot.getByRole('button', { name: 'Integrity holds' })).toBeVisible()
    expect(foot.getByRole('button', { name: 'Completeness holds' })).toBeVisible()
  })

  it('finds a workflow in the palette by typing and goes there on Enter', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.keyboard('{Control>}k{/Control}')
    await user.keyboard('inbound{Enter}')
    expect(await screen.findByRole('complementary', { name: /Inbound routing/ })).toBeVisible()
  })

  it('lists the keys of the screen and of the desk on ?', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.keyboard('?')
    const sheet = within(screen.getByRole('dialog', { name: 'All keys' }))
    expect(sheet.getByText('Import an inventory')).toBeVisible()
    expect(sheet.getByText('Find or do anything')).toBeVisible()
  })

  it('rests the keys of the screen beneath a sheet', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.keyboard('?')
    await user.keyboard('i')
    expect(screen.queryByRole('dialog', { name: 'Import an inventory' })).toBeNull()
  })

  it('rests them also where the screen came after the sheet, whose Esc it would take', async () => {
    const { user } = await open('full', 'register')
    await screen.findByText('Inbound routing')
    await user.keyboard('?')
    window.location.hash = '#/register/WF-0008'
    await screen.findByText('Allowed actions')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(window.location.hash, 'the page is not left').toBe('#/register/WF-0008')
  })

  it('sets text size by keys, between 100 and 200 %', async () => {
    const { user } = await open('full', 'register')
    const root = document.documentElement
    await user.keyboard('{Control>}+{/Control}')
    expect(root.style.fontSize).toBe('110%')
    await user.keyboard('{Control>}++++++{/Control}')
    expect(root.style.fontSize).toBe('200%')
    await user.keyboard('{Control>}0{/Control}')
    expect(root.style.fontSize).toBe('100%')
  })

  it('names no place that does not exist yet', async () => {
    await open('full', 'register')
    const links = within(screen.getByRole('navigation', { name: 'Desk' })).getAllByRole('link')
    expect(links.map((link) => link.title)).toEqual([
      'Today',
      'Reviews',
      'Action items',
      'Exceptions',
      'Register',
      'RACI',
      'Decisions',
      'Findings',
      'AI actions',
      'Samples',
      'Checks',
      'Scorecards',
      'Metrics',
      'Change log',
      'Policies',
      'Frameworks',
      'Reports and packs',
      'Settings',
    ])
  })
})

describe('the lock', () => {
  it('covers the desk on Ctrl L and gives it back as it was', async () => {
    const { user } = await open('full', 'reviews/WEEKLY-2026-W47')
    await screen.findByRole('radiogroup', { name: 'Outcome' })
    await user.keyboard('bhalf a sentence')
    await user.keyboard('{Control>}l{/Control}')
    const form = within(await screen.findByRole('form', { name: 'Unlock' }))
    await user.type(form.getByLabelText('Passphrase'), `${PASSPHRASE}{Enter}`)
    const note = await screen.findByRole('textbox', { name: /Note/ })
    expect(note, 'what was typed survives the lock').toHaveValue('half a sentence')
  })

  it('lets no key of the desk through', async () => {
    const { user } = await open('locked')
    await user.click(screen.getByRole('heading', { name: 'Locked' }))
    await user.keyboard('i')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('refuses a wrong passphrase at the field and clears it', async () => {
    const { user } = await open('locked')
    const field = screen.getByLabelText('Passphrase')
    await user.type(field, 'wrong{Enter}')
    expect(await screen.findByText(/does not open the key/)).toBeVisible()
    expect(field).toHaveValue('')
    expect(asked('sign_in')).toHaveLength(1)
  })
})

describe('signing in', () => {
  it('lets a person look without a signature, with every act blocked and one way back', async () => {
    const { user } = await open('signed-out', 'register')
    await user.click(await screen.findByRole('button', { name: 'Look without signing in' }))
    const add = await screen.findByRole('button', { name: /New workflow/ })
    expect(add).toHaveAttribute('title', 'Sign in to change anything')
    await user.keyboard('n')
    expect(screen.queryByRole('dialog'), 'a key is blocked as its button is').toBeNull()
    const banner = screen.getByText(/looking without a signature/).closest('[role=status]')
    await user.click(within(banner as HTMLElement).getByRole('button', { name: 'Sign in' }))
    expect(screen.getByRole('form', { name: 'Sign in' })).toBeVisible()
  })

  it('offers no way to look once the desk has locked', async () => {
    await open('locked')
    expect(screen.queryByRole('button', { name: 'Look without signing in' })).toBeNull()
  })
})

describe('verification', () => {
  it('names every fault with its place, and what the verdicts rest on', async () => {
    const { user } = await open('damaged', 'register')
    await user.click(await screen.findByRole('button', { name: 'Integrity fails' }))
    const sheet = within(screen.getByRole('dialog', { name: 'Verification' }))
    expect(await sheet.findByText(/signature of entry 4102/)).toHaveTextContent('signature-invalid')
    expect(sheet.getByText(/not anchored: no key/)).toBeVisible()
  })
})

describe('people and keys', () => {
  it('adds a person with roles and enrols their key with two passphrases', async () => {
    const { user } = await open('full', 'settings/people')
    await screen.findByRole('table', { name: 'People' })
    await user.keyboard('n')
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Luc Fontaine')
    await user.click(screen.getByRole('checkbox', { name: 'Legal' }))
    const sheet = within(screen.getByRole('dialog', { name: 'Add a person' }))
    await user.click(sheet.getByRole('button', { name: 'Add person' }))
    await user.click(await screen.findByText('Luc Fontaine'))
    await user.click(screen.getByRole('button', { name: 'Make and enrol a key' }))
    await user.type(screen.getByLabelText('New passphrase of Luc Fontaine'), 'their own words')
    await user.type(screen.getByLabelText('New passphrase again'), 'their own words')
    await user.type(screen.getByLabelText('Passphrase of Maren Okafor'), PASSPHRASE)
    await user.click(screen.getByRole('button', { name: 'Make and enrol the key' }))
    expect(await screen.findByText('signs on this computer')).toBeVisible()
    expect(asked('enrol_key')).toEqual([
      { person: 'PER-0009', new_passphrase: 'their own words', passphrase: PASSPHRASE },
    ])
  })
})
