import { cleanup, screen } from '@testing-library/svelte'
import axe from 'axe-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { open } from './app'
import { bare, breaks, OPTIONS, settled } from './axe'
import type { Scene } from './fake/state'

interface Seen {
  name: string
  scene: Scene
  at?: string
  keys?: string
  wait: string | RegExp
}
const SCREENS: Seen[] = [
  { name: 'first start', scene: 'none', wait: 'Open the demo' },
  { name: 'new workspace', scene: 'none', keys: 'n', wait: 'Start a workspace' },
  { name: 'sign in', scene: 'locked', wait: 'Locked' },
  { name: 'today', scene: 'full', at: 'today', wait: 'Rhythm of Q4' },
  { name: 'today in a new workspace', scene: 'empty', at: 'today', wait: 'To a working desk' },
  { name: 'empty register', scene: 'empty', at: 'register', wait: 'No workflows yet' },
  { name: 'register with drawer', scene: 'full', at: 'register', keys: 'j ', wait: 'AI does' },
  { name: 'new workflow', scene: 'full', at: 'register', keys: 'n', wait: 'What the AI does' },
  { name: 'import', scene: 'full', at: 'register', keys: 'i', wait: 'Import an inventory' },
  { name: 'workflow', scene: 'full', at: 'register/WF-0008', wait: 'Allowed actions' },
  { name: 'arranging', scene: 'full', at: 'register', keys: 'v', wait: 'Arrange the table' },
  { name: 'reviews', scene: 'full', at: 'reviews', wait: 'Held and missed' },
  { name: 'reviews by month', scene: 'full', at: 'reviews', keys: 'm', wait: /Days and times/ },
  { name: 'live review', scene: 'full', at: 'reviews/WEEKLY-2026-W47', wait: /Item 5 of 16/ },
  { name: 'closed review', scene: 'closed', at: 'reviews/WEEKLY-2026-W47', wait: 'Closed by' },
  {
    name: 'raise',
    scene: 'full',
    at: 'reviews/WEEKLY-2026-W47',
    keys: '{Shift>}A{/Shift}',
    wait: 'Raise an action item',
  },
  { name: 'action items', scene: 'full', at: 'actions', keys: 'j ', wait: 'What became of it' },
  { name: 'what became of it', scene: 'full', at: 'actions', keys: 'j{Enter}', wait: 'It is done' },
  { name: 'decisions', scene: 'full', at: 'decisions', keys: 'j ', wait: 'What is decided' },
  { name: 'no decisions yet', scene: 'empty', at: 'decisions', wait: 'Nothing was decided yet' },
  { name: 'a decision', scene: 'full', at: 'decisions/DEC-0034', wait: 'Who must sign' },
  { name: 'a request decided', scene: 'full', at: 'decisions/DEC-0035', wait: 'What is asked for' },
  { name: 'proposing', scene: 'full', at: 'decisions', keys: 'n', wait: 'Kind of decision' },
  { name: 'exceptions', scene: 'full', at: 'exceptions/EXC-0011', wait: 'Raised' },
  { name: 'exceptions on a board', scene: 'full', at: 'exceptions', keys: 'bj ', wait: 'Waiting' },
  { name: 'no exception yet', scene: 'empty', at: 'exceptions', wait: 'Nothing is open' },
  { name: 'an empty board', scene: 'empty', at: 'exceptions', keys: 'b', wait: 'Nothing is open' },
  { name: 'an exception past due', scene: 'full', at: 'exceptions/EXC-0014', wait: 'Escalated' },
  { name: 'an exception that waits', scene: 'full', at: 'exceptions/EXC-0010', wait: 'Waited' },
  {
    name: 'resolving an exception',
    scene: 'full',
    at: 'exceptions',
    keys: 'j{Enter}',
    wait: 'What was found and done',
  },
  {
    name: 'letting an exception wait',
    scene: 'full',
    at: 'exceptions',
    keys: 'jw',
    wait: 'What is waited for',
  },
  {
    name: 'handing an exception over',
    scene: 'full',
    at: 'exceptions',
    keys: 'jh',
    wait: 'Who sees to it',
  },
  {
    name: 'how bad an exception is',
    scene: 'full',
    at: 'exceptions',
    keys: 'js',
    wait: /^Severity of/,
  },
  {
    name: 'linking a decision',
    scene: 'full',
    at: 'exceptions',
    keys: 'jd',
    wait: /^Link a decision to/,
  },
  {
    name: 'a postmortem',
    scene: 'full',
    at: 'exceptions',
    keys: 'jp',
    wait: 'Whom and what it hurt',
  },
  {
    name: 'reopening an exception',
    scene: 'full',
    at: 'exceptions',
    keys: '2jr',
    wait: 'Why it is not over',
  },
  {
    name: 'resolved exceptions',
    scene: 'full',
    at: 'exceptions',
    keys: '2j ',
    wait: 'Found and done',
  },
  { name: 'no override yet', scene: 'empty', at: 'exceptions', keys: '3', wait: /No overrides/ },
  { name: 'no stop yet', scene: 'empty', at: 'exceptions', keys: '4', wait: /ever stopped/ },
  { name: 'overrides', scene: 'full', at: 'exceptions/OVR-0103', wait: 'By team and workflow' },
  { name: 'stops and drills', scene: 'full', at: 'exceptions/STOP-0003', wait: 'Acts no more in' },
  { name: 'no batch yet', scene: 'empty', at: 'batches', wait: 'Import an action log' },
  { name: 'batches', scene: 'full', at: 'batches', wait: 'BAT-0002' },
  {
    name: 'tests of a batch',
    scene: 'full',
    at: 'batches/BAT-0002/tests',
    keys: 'j',
    wait: 'Shadow AI',
  },
  { name: 'no check yet', scene: 'empty', at: 'checks', wait: 'No check is on the record yet' },
  { name: 'checks', scene: 'full', at: 'checks', wait: 'CHK-0002' },
  { name: 'no rows to check', scene: 'empty', at: 'checks/drift', wait: /no action log to check/ },
  { name: 'a check of fairness', scene: 'full', at: 'checks/CHK-0002', wait: 'Selected most' },
  { name: 'a check of drift', scene: 'full', at: 'checks/CHK-0001', wait: 'All rows' },
  {
    name: 'checking a service level',
    scene: 'full',
    at: 'checks/service-level',
    wait: /Say what was promised/,
  },
  { name: 'return on workflows', scene: 'full', at: 'checks/return', wait: 'Together' },
  {
    name: 'no return stated',
    scene: 'empty',
    at: 'checks/return',
    wait: /No live workflow states/,
  },
  { name: 'checking drift', scene: 'full', at: 'checks/drift', wait: /Put on the record/ },
  { name: 'rows of a batch', scene: 'full', at: 'batches/BAT-0002/rows', wait: 'Go to row' },
  { name: 'origin of a batch', scene: 'full', at: 'batches/BAT-0002/facts', wait: 'Longest gaps' },
  {
    name: 'an action log to take in',
    scene: 'full',
    at: 'batches',
    keys: 'i{Control>}{Enter}{/Control}',
    wait: 'System that wrote the log',
  },
  { name: 'no sample yet', scene: 'empty', at: 'samples', wait: 'No sample was planned yet' },
  { name: 'samples', scene: 'full', at: 'samples', wait: 'Thirteen weeks together' },
  {
    name: 'a sample to plan',
    scene: 'full',
    at: 'samples',
    keys: 'p',
    wait: /would be drawn/,
  },
  { name: 'a worksheet', scene: 'full', at: 'samples/SMP-0002', wait: 'What the AI did was right' },
  {
    name: 'a confirmed sample',
    scene: 'full',
    at: 'samples/SMP-0001',
    wait: 'Every item is tested',
  },
  { name: 'a plan and its draw', scene: 'full', at: 'samples/SMP-0002/draw', wait: 'Seed' },
  { name: 'scorecards', scene: 'full', at: 'scorecards', wait: 'On the line of time' },
  {
    name: 'scorecard of a workflow',
    scene: 'full',
    at: 'scorecards/WF-0008',
    keys: 'a',
    wait: 'Last six periods',
  },
  { name: 'scorecard of nothing', scene: 'empty', at: 'scorecards', wait: /Nothing is measured/ },
  { name: 'metrics', scene: 'full', at: 'metrics/MET-0004', wait: 'Baselines' },
  {
    name: 'a metric’s value',
    scene: 'full',
    at: 'metrics',
    keys: 'j{Enter}',
    wait: /Why 2\.7/,
  },
  { name: 'define a metric', scene: 'full', at: 'metrics', keys: 'n', wait: 'Measured every' },
  { name: 'RACI', scene: 'full', at: 'raci', keys: 'a', wait: 'This cell' },
  { name: 'RACI, a new activity', scene: 'full', at: 'raci', keys: 'n', wait: 'What is done' },
  { name: 'RACI, roles across', scene: 'full', at: 'raci', keys: 'm', wait: 'Roles across' },
  { name: 'no RACI yet', scene: 'empty', at: 'raci', wait: 'No matrix yet' },
  { name: 'import values', scene: 'full', at: 'metrics', keys: 'i', wait: 'Import values' },
  { name: 'change log', scene: 'full', at: 'log', keys: 'j ', wait: 'Leaf' },
  {
    name: 'people',
    scene: 'full',
    at: 'settings/people',
    keys: 'j ',
    wait: 'Another role, from today',
  },
  {
    name: 'import people',
    scene: 'full',
    at: 'settings/people',
    keys: 'i{Control>}{Enter}{/Control}',
    wait: 'Rejected rows',
  },
  { name: 'roles', scene: 'full', at: 'settings/roles', keys: 'j ', wait: 'Change deputies' },
  {
    name: 'a role of one’s own',
    scene: 'full',
    at: 'settings/roles',
    keys: 'n',
    wait: 'Define a role',
  },
  { name: 'teams', scene: 'full', at: 'settings/teams', keys: 'j ', wait: 'Add member' },
  { name: 'a new team', scene: 'full', at: 'settings/teams', keys: 'n', wait: 'Form a team' },
  { name: 'no teams', scene: 'empty', at: 'settings/teams', wait: 'No teams yet' },
  { name: 'absences', scene: 'full', at: 'settings/absences', keys: 'j ', wait: 'Withdraw' },
  {
    name: 'a new absence',
    scene: 'full',
    at: 'settings/absences',
    keys: 'n',
    wait: 'Record an absence',
  },
  { name: 'no absences', scene: 'empty', at: 'settings/absences', wait: 'Nobody is away' },
  { name: 'cadences', scene: 'full', at: 'settings/cadences', wait: /1 cadence in force/ },
  {
    name: 'a new cadence',
    scene: 'full',
    at: 'settings/cadences',
    keys: 'n',
    wait: /from its first day/,
  },
  { name: 'no cadences', scene: 'empty', at: 'settings/cadences', wait: 'No cadence is in force' },
  { name: 'calendar', scene: 'full', at: 'settings/calendar', wait: 'Set the calendar' },
  { name: 'rules', scene: 'full', at: 'settings/rules', wait: /Every rule is on/ },
  { name: 'keys', scene: 'full', at: 'settings/keys', wait: 'signs elsewhere' },
  { name: 'open a request', scene: 'full', at: 'settings/keys', keys: 'o', wait: /whole request/ },
  {
    name: 'take statements',
    scene: 'full',
    at: 'settings/keys',
    keys: 't',
    wait: /Add what came back/,
  },
  { name: 'this machine', scene: 'full', at: 'settings/machine', wait: 'Backup' },
  { name: 'signed out', scene: 'signed-out', wait: 'Who signs?' },
  { name: 'a damaged file', scene: 'damaged', at: 'log', wait: /does not hold/ },
  { name: 'signing', scene: 'full', at: 'decisions/DEC-0034', keys: 'a', wait: /^Passphrase of/ },
  { name: 'findings', scene: 'full', at: 'findings', keys: 'j ', wait: 'Go and mend it' },
  { name: 'decision rights', scene: 'full', at: 'settings/rights', wait: 'Evidence asked for' },
  { name: 'comparing', scene: 'full', at: 'log', keys: 'c', wait: 'Compare two moments' },
  { name: 'as of', scene: 'full', at: 'log', keys: 't', wait: 'Open the desk as of' },
  { name: 'an override', scene: 'full', at: 'today', keys: 'o', wait: 'What was overridden' },
  { name: 'an exception', scene: 'full', at: 'today', keys: 'x', wait: 'Report an exception' },
  {
    name: 'the kill switch',
    scene: 'full',
    at: 'today',
    keys: '{Control>}{Shift>}K{/Shift}{/Control}',
    wait: /takes a decision/,
  },
  {
    name: 'attaching evidence',
    scene: 'full',
    at: 'register/WF-0008',
    keys: '{Shift>}E{/Shift}',
    wait: 'What it shows',
  },
  {
    name: 'verification',
    scene: 'full',
    at: 'log',
    keys: '{Control>}k{/Control}verify{Enter}',
    wait: 'Hold it against what was kept outside',
  },
  { name: 'palette', scene: 'full', at: 'register', keys: '{Control>}k{/Control}', wait: 'Do' },
  { name: 'all keys', scene: 'full', at: 'register', keys: '?', wait: 'On this screen' },
  { name: 'long names', scene: 'long', at: 'register', keys: 'j ', wait: 'AI does' },
]

it('finds a field without a name, so that finding nothing says something', async () => {
  document.body.innerHTML = '<main><input hidden><input></main>'
  const { violations } = await bare(() => axe.run(document, OPTIONS))
  document.body.innerHTML = ''
  const label = violations.find(({ id }) => id === 'label')
  expect(label?.nodes, 'the one that shows, and not the hidden one').toHaveLength(1)
})

it('finds a button that is called something else than it says', async () => {
  document.body.innerHTML =
    '<main><button aria-label="Report an error">Say what happened</button></main>'
  const found = await breaks(document)
  document.body.innerHTML = ''
  expect(found).toContainEqual(expect.stringMatching(/^label-content-name-mismatch: <button/))
})

describe('axe finds nothing on', () => {
  beforeAll(() => {
    // As index.html has them.
    document.title = 'Countersign'
    document.documentElement.lang = 'en'
  })
  afterEach(cleanup)

  it.each(SCREENS)('$name', async ({ scene, at, keys, wait }) => {
    const { user } = await open(scene, at)
    if (at) await screen.findAllByText(at.startsWith('reviews/') ? /governance call/ : /./)
    await settled()
    if (keys) await user.keyboard(keys)
    await screen.findAllByText(wait)
    // What the window shows around a screen is judged with the first few; then only what is new.
    const context =
      keys || at ? (document.querySelector('dialog[open], main') ?? document) : document
    expect(await breaks(context)).toEqual([])
  })
})

describe('axe finds nothing on the sheet that opens', () => {
  afterEach(cleanup)

  it.each([
    ['register', 'e'],
    ['register/WF-0008', 'm'],
    ['register/WF-0008', 's'],
    ['register/WF-0008', 'l'],
    ['raci', 'e'],
    ['decisions/DEC-0033', 'p'],
    ['reviews/WEEKLY-2026-W47', 'h'],
    ['reviews/WEEKLY-2026-W47', '{Shift>}D{/Shift}'],
    ['metrics', 'jb'],
    ['samples/SMP-0002', 'w'],
    ['settings/people', 'n'],
    ['settings/calendar', 'i'],
  ])('over %s on %s', async (at, keys) => {
    const { user } = await open('full', at)
    await expect.poll(() => document.querySelector('main h1')).not.toBeNull()
    await settled()
    await user.keyboard(keys)
    const sheet = await screen.findByRole('dialog')
    await settled()
    expect(await breaks(sheet)).toEqual([])
  })
})
