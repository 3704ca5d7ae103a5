import { desk } from '../frame/desk.svelte'
import { sheets } from '../frame/sheets.svelte'
import type { Shortcut } from '../frame/shortcuts.svelte'
import type { acts } from './acts'
import type { Doing } from './doing.svelte'
import { filter } from './filter.svelte'
import type { Looking } from './looking.svelte'

/** The keys of the screen: to go about in it, and to do what the chosen exception asks for. */
export function exceptionKeys(
  looking: Looking,
  deeds: ReturnType<typeof acts>,
  doing: Doing,
): Shortcut[] {
  return [
    { keys: 'J', does: 'Next row', run: () => looking.move(1), hint: 'row', hintKeys: 'J K' },
    { keys: 'K', does: 'Row before', run: () => looking.move(-1) },
    { keys: 'ArrowDown', does: 'Next row', run: () => looking.move(1), unlisted: true },
    { keys: 'ArrowUp', does: 'Row before', run: () => looking.move(-1), unlisted: true },
    {
      keys: 'Space',
      does: 'Open or close the drawer',
      run: () => (looking.drawer = !looking.drawer),
      hint: 'drawer',
    },
    ...(deeds.some(({ keys }) => keys === 'Enter')
      ? []
      : [{ keys: 'Enter', does: 'Show it', run: () => (looking.drawer = looking.at >= 0) }]),
    ...deeds.map(({ deed, word, keys, blocked }) => ({
      keys,
      does: word,
      run: () => (blocked ? (looking.drawer = true) : doing.begin(deed)),
      ...(deed === 'resolve' || deed === 'acknowledge' ? { hint: word.toLowerCase() } : {}),
    })),
    ...(looking.part === 'open'
      ? [
          {
            keys: 'B',
            does: filter.board ? 'Show them as a table' : 'Show them as a board',
            run: () => (filter.board = !filter.board),
          },
        ]
      : []),
    ...(looking.drawer ? [{ keys: 'Escape', does: 'Close the drawer', run: looking.close }] : []),
    { keys: 'N', does: 'Report an exception', run: () => !desk.blocked && sheets.report() },
    { keys: 'O', does: 'Record an override', run: () => !desk.blocked && sheets.override() },
    ...looking.parts.map(({ id, word }, index) => ({
      keys: String(index + 1),
      does: `Show: ${word}`,
      run: () => looking.choose(id),
    })),
  ]
}
