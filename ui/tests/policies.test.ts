import { cleanup, screen, within } from '@testing-library/svelte'
import { afterEach, describe, expect, it } from 'vitest'
import type { PolicyVersion } from '../src/lib/bindings'
import { against, compared } from '../src/policies/versions'
import { blocks } from '../src/policies/words'
import { open } from './app'
import { breaks } from './axe'
import { asked } from './fake/desk'
import { PASSPHRASE } from './fake/state'

afterEach(cleanup)

const version = (number: number, body: string, in_force = false): PolicyVersion => ({
  version: number,
  at: '2026-08-04T16:02:00+02:00',
  by_name: 'Maren Okafor',
  entry: number,
  hash: '9f'.repeat(32),
  title: 'Acceptable use',
  kind: 'acceptable-use',
  sections: [{ heading: 'Data', body }],
  roles: [],
  again_days: null,
  adopted: [],
  in_force,
})

describe('what a version says', () => {
  it('reads as paragraphs and lists', () => {
    const read = blocks('Allowed:\n- mail;\n- phone.\n\nNothing else.\nReally.')
    expect(read).toEqual([
      { items: false, lines: ['Allowed:'] },
      { items: true, lines: ['mail;', 'phone.'] },
      { items: false, lines: ['Nothing else.', 'Really.'] },
    ])
  })

  it('is held against the one in force, or the one before it', () => {
    const all = [version(3, 'c'), version(2, 'b'), version(1, 'a', true)]
    expect(against(all, version(3, 'c'))?.version, 'what it would replace').toBe(1)
    expect(against(all, version(1, 'a', true)), 'the first replaces nothing').toBeUndefined()
  })

  it('names what came, what went and what stayed', () => {
    const after = { ...version(2, 'b'), sections: [{ heading: 'Calls', body: 'Ask first.' }] }
    const parts = compared(version(1, 'a'), after).filter(({ before, after }) => before !== after)
    expect(parts).toEqual([
      { heading: 'Calls', before: null, after: 'Ask first.' },
      { heading: 'Data', before: 'a', after: null },
    ])
  })
})

describe('the list', () => {
  it('teaches where there is none, and takes the start-up ones', async () => {
    const { user } = await open('empty', 'policies')
    await screen.findByText('No policy is written yet')
    await user.click(screen.getByRole('button', { name: 'Take the start-up policies' }))
    await screen.findByText('Acceptable use of AI in sales')
    expect(asked('take_start_up_policies')).toHaveLength(1)
  })

  it('says of each who is late and what it waits for', async () => {
    await open('full', 'policies')
    const table = within(await screen.findByRole('table', { name: 'Policies and training' }))
    const first = table.getByRole('row', { name: /POL-0001/ })
    expect(first.textContent.replace(/\s+/g, ' ')).toContain('4 of 6, 1 late')
    table.getByText('version 3 is a draft')
    table.getByText('DEC-0034, version 1')
  })

  it('says of one that was retired that it is, and asks nothing for it', async () => {
    await open('full', 'policies')
    const table = within(await screen.findByRole('table', { name: 'Policies and training' }))
    const row = within(table.getByRole('row', { name: /POL-0004/ }))
    row.getByText('Retired')
    expect(row.queryByText('a decision that adopts it')).toBeNull()
  })
})

describe('a policy', () => {
  it('is attested on A, with all of it in sight and the passphrase asked', async () => {
    const { user } = await open('full', 'policies/POL-0002')
    await screen.findByRole('article')
    await user.keyboard('a')
    const sheet = within(await screen.findByRole('dialog', { name: 'Attest POL-0002' }))
    sheet.getByRole('heading', { name: /Call recordings and notes/ })
    await user.type(sheet.getByLabelText(/^Passphrase of/), PASSPHRASE)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await expect.poll(() => asked('attest_policy')).toMatchObject([{ policy: 'POL-0002' }])
    await screen.findByText('Attested, 2 of 2')
  })

  it('opens the decision sheet with the version to adopt on P', async () => {
    const { user } = await open('full', 'policies/POL-0001')
    await screen.findByRole('article')
    await user.keyboard('p')
    await screen.findByRole('dialog', { name: /^Adopt version 3/ })
    await screen.findByDisplayValue('Adopt version 3 of Acceptable use of AI in sales')
    await user.keyboard('{Escape}')
  })

  it('opens the decision sheet to adopt the version in force anew on Shift P', async () => {
    const { user } = await open('full', 'policies/POL-0001')
    await screen.findByRole('article')
    await user.keyboard('{Shift>}p{/Shift}')
    await screen.findByDisplayValue('Adopt version 2 of Acceptable use of AI in sales anew')
    await user.keyboard('{Escape}')
  })

  it('opens the decision sheet to retire it on Shift R', async () => {
    const { user } = await open('full', 'policies/POL-0001')
    await screen.findByRole('article')
    await user.keyboard('{Shift>}r{/Shift}')
    await screen.findByDisplayValue('Retire Acceptable use of AI in sales')
    await user.keyboard('{Escape}')
  })

  it('that is retired says by which decision, and offers no attestation', async () => {
    await open('full', 'policies/POL-0004')
    const about = within(await screen.findByRole('complementary', { name: 'About it' }))
    expect(about.getByRole('link', { name: 'DEC-0029' }).getAttribute('href')).toBe(
      '#/decisions/DEC-0029',
    )
    screen.getByText(/retired, it asks nobody/)
    expect(screen.queryByRole('button', { name: /Propose retiring/ })).toBeNull()
  })

  it('leaves as PDF on E', async () => {
    const { user } = await open('full', 'policies/POL-0001')
    await screen.findByRole('article')
    await user.keyboard('e')
    await expect
      .poll(() => asked('export_policy'))
      .toMatchObject([{ policy: 'POL-0001', version: 2 }])
  })

  it('is revised from its last version, and asks before what was typed is dropped', async () => {
    const { user } = await open('full', 'policies/POL-0001')
    await screen.findByRole('article')
    await user.keyboard('r')
    const sheet = within(await screen.findByRole('dialog', { name: 'Revise POL-0001' }))
    await user.type(sheet.getByLabelText('Heading'), ' of all')
    await user.keyboard('{Escape}')
    sheet.getByText('Press Esc again to drop what you typed.')
    await user.click(sheet.getByRole('button', { name: /^Write version 4/ }))
    await expect
      .poll(() => asked('revise_policy'))
      .toMatchObject([
        {
          policy: 'POL-0001',
          seen: 3,
          given: {
            sections: expect.arrayContaining([
              expect.objectContaining({ heading: 'What this is for of all' }),
            ]) as unknown,
          },
        },
      ])
  })

  it('shows word by word what a version says otherwise', async () => {
    await open('full', 'policies/POL-0001/versions')
    const region = within(await screen.findByRole('region', { name: 'What version 3 says' }))
    region.getByText('Nobody picks what is drawn.')
    region.getByText(/^As in version 2: .*Customer data/)
  })

  it('holds each version against the one before it, by J and K', async () => {
    const { user } = await open('full', 'policies/POL-0001/versions')
    await screen.findByRole('region', { name: 'What version 3 says' })
    await user.keyboard('j')
    await screen.findByRole('region', { name: 'What version 2 says' })
    await user.keyboard('k')
    await screen.findByRole('region', { name: 'What version 3 says' })
  })

  it('says who has not attested it, the late first', async () => {
    await open('full', 'policies/POL-0001/people')
    const table = within(await screen.findByRole('table', { name: 'Who attests it' }))
    const states = table.getAllByRole('row').slice(1, 3)
    expect(states.map((row) => row.textContent)).toMatchObject([
      expect.stringContaining('was due 9 Nov 2026'),
      expect.stringContaining('due 27 Nov 2026'),
    ])
  })

  it('breaks no rule of axe in its sheets', async () => {
    const { user } = await open('full', 'policies/POL-0002')
    await screen.findByRole('article')
    await user.keyboard('a')
    expect(await breaks(await screen.findByRole('dialog'))).toEqual([])
    await user.keyboard('{Escape}r')
    expect(await breaks(await screen.findByRole('dialog', { name: 'Revise POL-0002' }))).toEqual([])
  })
})

it('Today asks for the attestations that wait for me', async () => {
  await open('full', 'today')
  const line = await screen.findByRole('link', { name: /POL-0002/ })
  expect(line.textContent).toContain('11 days')
})
