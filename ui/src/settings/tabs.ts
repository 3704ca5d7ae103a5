import type { Component } from 'svelte'
import Absences from '../people/Absences.svelte'
import Cadences from '../cadences/Cadences.svelte'
import Calendar from '../cadences/CalendarPart.svelte'
import Keys from '../people/KeysPart.svelte'
import People from '../people/People.svelte'
import Roles from '../people/Roles.svelte'
import Teams from '../people/Teams.svelte'
import DecisionRights from './DecisionRights.svelte'
import Machine from './Machine.svelte'
import Rules from './Rules.svelte'

/** A part of the settings. Its `id` stands in the address: `#/settings/people`. */
export interface Tab {
  id: string
  word: string
  part: Component
}

/** The parts, in the order in which a desk is set up. The first is shown when none is named. */
export const TABS: readonly [Tab, ...Tab[]] = [
  { id: 'people', word: 'People', part: People },
  { id: 'roles', word: 'Roles', part: Roles },
  { id: 'teams', word: 'Teams', part: Teams },
  { id: 'absences', word: 'Absences', part: Absences },
  { id: 'cadences', word: 'Cadences', part: Cadences },
  { id: 'calendar', word: 'Calendar', part: Calendar },
  { id: 'rights', word: 'Decision rights', part: DecisionRights },
  { id: 'rules', word: 'Rules', part: Rules },
  { id: 'keys', word: 'Keys', part: Keys },
  { id: 'machine', word: 'This machine', part: Machine },
]
