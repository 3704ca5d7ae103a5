/** The parts of the settings, in the order in which a desk is set up. The first is shown when none is named. */
export const TABS = [
  { id: 'people', word: 'People' },
  { id: 'roles', word: 'Roles' },
  { id: 'teams', word: 'Teams' },
  { id: 'absences', word: 'Absences' },
  { id: 'cadences', word: 'Cadences' },
  { id: 'calendar', word: 'Calendar' },
  { id: 'rights', word: 'Decision rights' },
  { id: 'rules', word: 'Rules' },
  { id: 'keys', word: 'Keys' },
  { id: 'machine', word: 'This machine' },
] as const

/** What a part is called in the address: `#/settings/people`. */
export type TabId = (typeof TABS)[number]['id']
