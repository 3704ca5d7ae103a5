import type { Shortcut } from '../frame/shortcuts.svelte'
import { LETTERS } from './terms'
import type { Work } from './work.svelte'
import { LETTER_WORDS } from './words'

/** The keys of the grid: to go about in it, and to change what is in hand where that may be changed. */
export function gridKeys(
  work: Work | undefined,
  editable: boolean,
  open: (sheet: 'new' | 'activity') => void,
): Shortcut[] {
  const edit = (run: () => void) => () => {
    if (editable) run()
  }
  return [
    {
      keys: 'ArrowUp',
      does: 'Activity above',
      run: () => work?.move(-1, 0),
      hint: 'cell',
      hintKeys: 'ArrowUp ArrowDown ArrowLeft ArrowRight',
    },
    { keys: 'ArrowDown', does: 'Activity below', run: () => work?.move(1, 0) },
    { keys: 'ArrowLeft', does: 'Role to the left', run: () => work?.move(0, -1) },
    { keys: 'ArrowRight', does: 'Role to the right', run: () => work?.move(0, 1) },
    { keys: 'Home', does: 'First role', run: () => work?.move(0, -1000) },
    { keys: 'End', does: 'Last role', run: () => work?.move(0, 1000) },
    ...LETTERS.map((letter) => ({
      keys: letter,
      does: `${LETTER_WORDS[letter].word}, on or off`,
      run: edit(() => work?.toggle(letter)),
      ...(letter === 'R' ? { hint: 'toggle', hintKeys: 'R A C I' } : {}),
    })),
    { keys: 'Backspace', does: 'Clear the cell', run: edit(() => work?.clear()) },
    { keys: 'Delete', does: 'Clear the cell', run: edit(() => work?.clear()), unlisted: true },
    { keys: 'F8', does: 'Next mark', run: () => work?.nextMark(1), hint: 'next mark' },
    { keys: 'Shift+F8', does: 'Mark before', run: () => work?.nextMark(-1) },
    { keys: 'Ctrl+Z', does: 'Undo', run: edit(() => work?.undo()) },
    { keys: 'Ctrl+Shift+Z', does: 'Redo', run: edit(() => work?.redo()) },
    { keys: 'N', does: 'New activity below', run: () => work && open('new') },
    {
      keys: 'Enter',
      does: 'Rename or remove the activity',
      run: () => work?.row && open('activity'),
    },
    { keys: 'Shift+ArrowUp', does: 'Move the activity up', run: edit(() => work?.moveRow(-1)) },
    { keys: 'Shift+ArrowDown', does: 'Move the activity down', run: edit(() => work?.moveRow(1)) },
    { keys: 'Shift+ArrowLeft', does: 'Move the role left', run: edit(() => work?.moveRole(-1)) },
    { keys: 'Shift+ArrowRight', does: 'Move the role right', run: edit(() => work?.moveRole(1)) },
  ]
}
