import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import App from '../src/App.svelte'
import { instead } from '../src/decisions/instead.svelte'
import { filter } from '../src/exceptions/filter.svelte'
import { desk } from '../src/frame/desk.svelte'
import { seen } from '../src/frameworks/seen.svelte'
import { later } from '../src/frame/later.svelte'
import { palette } from '../src/frame/palette.svelte'
import { sheets } from '../src/frame/sheets.svelte'
import { toasts } from '../src/frame/toasts.svelte'
import { RUNNING } from '../src/frameworks/words'
import { table } from '../src/register/table.svelte'
import { reset } from './fake/desk'
import type { Scene, State } from './fake/state'

// What the window reads after its first screen is there from the start.
await later.read()

/** The whole window over a fake desk, at an address such as `register`. */
export async function open(scene: Scene, at = ''): Promise<{ state: State; user: UserEvent }> {
  window.location.hash = at ? `#/${at}` : ''
  const state = reset(scene)
  Object.assign(desk, { frame: undefined, looking: false, before: undefined, changes: 0 })
  palette.close()
  sheets.close()
  instead.close(false)
  toasts.list = []
  table.reset()
  filter.clear()
  filter.board = false
  seen.clear()
  seen.within = RUNNING
  render(App)
  const user = userEvent.setup()
  await screen.findAllByRole(scene === 'locked' || scene === 'signed-out' ? 'form' : 'main')
  return { state, user }
}

type UserEvent = ReturnType<typeof userEvent.setup>
