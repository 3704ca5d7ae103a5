import { cleanup } from '@testing-library/svelte'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { open } from './app'
import { breaks, settled } from './axe'
import type { Scene } from './fake/state'

/** Every screen that the rail or a reference leads to. */
const PLACES = [
  'today',
  'reviews',
  'reviews/WEEKLY-2026-W47',
  'actions',
  'exceptions',
  'register',
  'register/WF-0008',
  'raci',
  'decisions',
  'decisions/DEC-0034',
  'findings',
  'batches',
  'batches/BAT-0002',
  'checks',
  'samples',
  'samples/SMP-0002',
  'scorecards',
  'scorecards/WF-0008',
  'metrics',
  'policies',
  'policies/POL-0001',
  'policies/POL-0001/people',
  'policies/POL-0001/versions',
  'log',
  'frameworks',
  'reports',
  'rollout',
  'settings/people',
  'settings/roles',
  'settings/teams',
  'settings/absences',
  'settings/cadences',
  'settings/calendar',
  'settings/rules',
  'settings/rights',
  'settings/keys',
  'settings/machine',
]

/** Nothing yet, names of any length and script, and a file that is only read; the rest has its own test. */
const EVERYWHERE: Scene[] = ['empty', 'long', 'damaged']

/** Where more than fits makes a difference. */
const HUGE = ['register', 'raci', 'log']

beforeAll(() => {
  // As index.html has them.
  document.title = 'Countersign'
  document.documentElement.lang = 'en'
})
afterEach(cleanup)

describe.each([
  ...EVERYWHERE.map((scene) => ({ scene, places: PLACES })),
  { scene: 'huge' as const, places: HUGE },
])('axe finds nothing in the scene “$scene” on', ({ scene, places }) => {
  it.each(places)('%s', async (at) => {
    await open(scene, at)
    await expect
      .poll(() => document.querySelector('main h1'), {
        message: 'the screen is there to be judged',
      })
      .not.toBeNull()
    await settled()
    expect(await breaks(document.querySelector('main') ?? document)).toEqual([])
  })
})
