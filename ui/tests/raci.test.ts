import { cleanup, screen, waitFor, within } from '@testing-library/svelte'
import { afterEach, describe, expect, it } from 'vitest'
import type {
  KeepRaciDraft,
  LintRaci,
  ProposeDecision,
  RaciMark,
  RaciTerms,
} from '../src/lib/bindings'
import { inHand } from '../src/raci/desk.svelte'
import { drawing, type Drawn } from '../src/raci/lines'
import { difference, inWords, withActivity, withLetters, withRoles } from '../src/raci/terms'
import { open } from './app'
import { asked, refuse } from './fake/desk'
import { sampleRaci } from './fake/raci'

const cell = (name: string | RegExp) => screen.getByRole('gridcell', { name })

async function start() {
  inHand.at(`another ${Math.random()}`)
  const opened = await open('full', 'raci')
  await screen.findByRole('grid', { name: /Decisions/ })
  return opened
}

describe('a matrix is edited by keyboard', () => {
  afterEach(cleanup)

  it('toggles letters where the arrows lead, and lint explains them while they are typed', async () => {
    const { user } = await start()
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}a')
    expect(
      cell('External message policy, CISO: Accountable, changed'),
      'an A, and its corner',
    ).toBeTruthy()
    expect(await screen.findByText('Two are Accountable'), 'said at once').toBeTruthy()
    await user.keyboard('ra')
    expect(cell('External message policy, CISO: Responsible, changed'), 'off again').toBeTruthy()
    await waitFor(() => expect(screen.queryByText('Two are Accountable')).toBeNull())
    await user.keyboard('{Backspace}')
    expect(cell('External message policy, CISO: no part'), 'cleared').toBeTruthy()
    const last = asked('lint_raci').at(-1) as LintRaci
    expect(last.terms.rows[1]?.cells.ciso, 'lint was asked of what stands there').toBeUndefined()
  })

  it('undoes and redoes step by step', async () => {
    const { user } = await start()
    await user.keyboard('{ArrowRight}ci')
    await user.keyboard('{Control>}z{/Control}')
    expect(cell(/^ICP scoring change, CMO: Consulted, changed/), 'one step back').toBeTruthy()
    await user.keyboard('{Control>}z{/Control}')
    expect(cell('ICP scoring change, CMO: no part'), 'two steps back').toBeTruthy()
    await user.keyboard('{Control>}{Shift>}Z{/Shift}{/Control}')
    expect(cell(/^ICP scoring change, CMO: Consulted/), 'and forth').toBeTruthy()
  })

  it('goes from mark to mark with F8', async () => {
    const { user } = await start()
    await user.keyboard('{ArrowRight}a{ArrowDown}{ArrowDown}a')
    await waitFor(() => expect(screen.getAllByText('Two are Accountable')).toHaveLength(2))
    await user.keyboard('{F8}')
    const chosen = () => screen.getByRole('gridcell', { selected: true }).getAttribute('aria-label')
    expect(chosen(), 'the first mark').toMatch(/^ICP scoring change, CRO/)
    await user.keyboard('{F8}')
    expect(chosen(), 'the second').toMatch(/^Sales agent permissions, CRO/)
    await user.keyboard('{F8}')
    expect(chosen(), 'and round').toMatch(/^ICP scoring change, CRO/)
  })

  it('adds, renames, moves and removes an activity', async () => {
    const { user } = await start()
    await user.keyboard('n')
    await user.type(screen.getByLabelText('What is done'), 'Renewal risk call{Enter}')
    const rows = () => screen.getAllByRole('rowheader').map((head) => head.textContent?.trim())
    expect(rows()[1], 'below the one that was chosen').toContain('Renewal risk call')
    await user.keyboard('{Shift>}{ArrowUp}{/Shift}')
    expect(rows()[0], 'moved up').toContain('Renewal risk call')
    await user.keyboard('{Enter}')
    await user.click(screen.getByRole('button', { name: 'Remove the activity' }))
    expect(rows(), 'five as before').toHaveLength(5)
  })

  it('is kept as a draft, and proposed with a rationale once nothing blocks', async () => {
    const { user } = await start()
    await user.keyboard('{ArrowRight}a')
    const propose = () => screen.getByRole('button', { name: /^Propose/ })
    await waitFor(() => expect(propose().textContent).toContain('1 mark blocks'))
    await user.keyboard('{Control>}s{/Control}')
    expect((asked('keep_raci_draft')[0] as KeepRaciDraft).seen, 'on what was looked at').toBe(4)
    expect(await screen.findByText(/Draft kept by/), 'it says whose').toBeTruthy()
    await user.keyboard('{ArrowLeft}a')
    await waitFor(() => expect(propose().getAttribute('aria-disabled')).toBeNull())
    await user.keyboard('{Control>}{Enter}{/Control}')
    const sheet = within(screen.getByRole('dialog'))
    expect(sheet.getByText('2 cells changed'), 'what is about to change').toBeTruthy()
    await user.click(sheet.getByRole('button', { name: /^Propose/ }))
    expect(asked('propose_decision'), 'not without a rationale').toHaveLength(0)
    await user.type(sheet.getByLabelText('Why'), 'The CMO owns the profile.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const request = asked('propose_decision')[0] as ProposeDecision
    expect(request.rationale, 'with it').toBe('The CMO owns the profile.')
    expect(await screen.findByText(/proposes .* it waits for/), 'it says for whom').toBeTruthy()
  })

  it('keeps what was typed when the desk refuses it', async () => {
    const { user } = await start()
    refuse('keep_raci_draft', 'moved-on', 'decisions was changed by entry 12 since you looked.')
    await user.keyboard('{ArrowRight}c{Control>}s{/Control}')
    expect((await screen.findByRole('alert')).textContent, 'why').toContain('entry 12')
    expect(cell(/^ICP scoring change, CMO: Consulted/), 'nothing is lost').toBeTruthy()
  })
})

const MARK: RaciMark = {
  rule: 'raci-roles-filled',
  title: 'Role nobody holds',
  says: '',
  why: '',
  mend: '',
  blocks: false,
  breaks: false,
  rows: [4],
  workflows: [],
  roles: ['cmo'],
}

describe('what differs', () => {
  const decisions = () => {
    const terms = sampleRaci('full').matrices[0]?.in_force
    if (!terms) throw new Error('the sample has a matrix in force')
    return terms
  }

  it.each([
    ['nothing', (terms = decisions()) => terms, ''],
    [
      'a cell',
      (terms = decisions()) => withLetters(terms, { row: 0, role: 1 }, 'C'),
      '1 cell changed',
    ],
    ['an activity', (terms = decisions()) => withActivity(terms, 0, 'New'), '1 activity added'],
    [
      'a role that had one letter',
      (terms = decisions()) =>
        withRoles(
          terms,
          terms.roles.filter((role) => role !== 'cmo'),
        ),
      '1 cell changed, roles changed',
    ],
  ])('%s', (_, change, expected) => {
    const base = decisions()
    expect(inWords(difference(base, change(base)))).toBe(expected)
  })

  it.each<[string, (terms: RaciTerms) => Partial<Drawn>, number[]]>([
    ['a letter', (terms) => ({ terms: withLetters(terms, { row: 2, role: 0 }, 'RA') }), [2]],
    ['a step down', () => ({ at: { row: 1, role: 0 } }), [0, 1]],
    ['a mark', () => ({ marks: [{ ...MARK, rows: [3] }] }), [3]],
    [
      'a workflow it governs',
      (terms) => ({ governs: new Map([[terms.rows[4]?.row ?? '', 1]]) }),
      [4],
    ],
  ])('draws anew for %s the lines it changed and no other', (_, change, expected) => {
    const draw = drawing()
    const terms = decisions()
    const drawn = { terms, base: terms, marks: [], at: { row: 0, role: 0 }, governs: new Map() }
    const before = draw(drawn)
    const after = draw({ ...drawn, ...change(terms) })
    const anew = after.flatMap((line, place) => (line === before[place] ? [] : [place]))
    expect(anew, 'by identity: a line that is the same object wakes nothing').toEqual(expected)
  })

  it('changes no row but the one at hand, so that only it is drawn anew', () => {
    const base = decisions()
    const next = withLetters(base, { row: 2, role: 0 }, 'RA')
    const same = next.rows.filter((row, index) => row === base.rows[index])
    expect(same, 'all others are the very same').toHaveLength(base.rows.length - 1)
  })
})
