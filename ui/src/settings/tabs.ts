import type { Component } from 'svelte'
import Keys from '../people/KeysPart.svelte'
import People from '../people/People.svelte'
import Machine from './Machine.svelte'

/** A part of the settings. Its `id` stands in the address: `#/settings/people`. */
export interface Tab {
  id: string
  word: string
  part: Component
}

/** The parts, in the order in which a desk is set up. The first is shown when none is named. */
export const TABS: readonly [Tab, ...Tab[]] = [
  { id: 'people', word: 'People', part: People },
  { id: 'keys', word: 'Keys', part: Keys },
  { id: 'machine', word: 'This machine', part: Machine },
]
