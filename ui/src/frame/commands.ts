import ArchiveRestore from '@lucide/svelte/icons/archive-restore'
import Bot from '@lucide/svelte/icons/bot'
import BookText from '@lucide/svelte/icons/book-text'
import CircleAlert from '@lucide/svelte/icons/circle-alert'
import CalendarCheck from '@lucide/svelte/icons/calendar-check'
import ChartBar from '@lucide/svelte/icons/chart-bar'
import ChartLine from '@lucide/svelte/icons/chart-line'
import Dices from '@lucide/svelte/icons/dices'
import Files from '@lucide/svelte/icons/files'
import FileText from '@lucide/svelte/icons/file-text'
import Flag from '@lucide/svelte/icons/flag'
import Grid3x3 from '@lucide/svelte/icons/grid-3x3'
import Keyboard from '@lucide/svelte/icons/keyboard'
import Landmark from '@lucide/svelte/icons/landmark'
import ListChecks from '@lucide/svelte/icons/list-checks'
import Clock from '@lucide/svelte/icons/clock'
import History from '@lucide/svelte/icons/history'
import List from '@lucide/svelte/icons/list'
import Lock from '@lucide/svelte/icons/lock'
import LogOut from '@lucide/svelte/icons/log-out'
import Moon from '@lucide/svelte/icons/moon'
import OctagonX from '@lucide/svelte/icons/octagon-x'
import Package from '@lucide/svelte/icons/package'
import Route from '@lucide/svelte/icons/route'
import Ruler from '@lucide/svelte/icons/ruler'
import Scale from '@lucide/svelte/icons/scale'
import ScrollText from '@lucide/svelte/icons/scroll-text'
import Settings from '@lucide/svelte/icons/settings-2'
import ShieldCheck from '@lucide/svelte/icons/shield-check'
import Undo from '@lucide/svelte/icons/undo-2'
import { operations, type WorkspaceFrame } from '../lib/bindings'
import { chooseFile, fileName } from '../lib/files'
import { isCode, say } from '../lib/words'
import { TABS } from '../settings/tabs'
import { desk } from './desk.svelte'
import { going } from './going.svelte'
import { look } from './look.svelte'
import type { Entry } from './palette.svelte'
import { place } from './place.svelte'
import { sheets } from './sheets.svelte'
import { toasts } from './toasts.svelte'

/** What the palette offers on every screen. */
export function commands(workspace: WorkspaceFrame): Entry[] {
  const go = (id: string, words: string, icon: Entry['icon'], run: () => void): Entry => ({
    id,
    group: 'Go to',
    words,
    icon,
    run,
  })
  const act = (id: string, words: string, icon: Entry['icon'], run: () => void, keys?: string) => ({
    id,
    group: 'Do' as const,
    words,
    icon,
    run,
    ...(keys ? { keys } : {}),
  })
  return [
    act('stop', 'Stop a workflow at once', OctagonX, () => sheets.stop(), 'Ctrl+Shift+K'),
    ...(desk.blocked
      ? []
      : [
          act('override', 'Record an override', Undo, () => sheets.override(), 'Ctrl+Shift+O'),
          act('report', 'Report an exception', CircleAlert, () => sheets.report()),
        ]),
    act('verify', 'Verify the whole file', ShieldCheck, () => (sheets.shown = 'verify')),
    act('pack', 'Export an evidence pack', Package, () => {
      sheets.shown = 'pack'
    }),
    act('copy', 'Back up the workspace', ArchiveRestore, () => void backUp(workspace)),
    workspace.past
      ? act('now', 'Return to now', History, () => void desk.returnToNow())
      : act('as-of', 'Open the desk as of a past moment', History, () => (sheets.shown = 'as-of')),
    act('lock', 'Lock the desk', Lock, () => void desk.lock(), 'Ctrl+L'),
    act('close', 'Close the workspace', LogOut, () => void closeWorkspace()),
    act('light', 'Theme: light', Moon, () => look.setTheme('light')),
    act('dark', 'Theme: dark', Moon, () => look.setTheme('dark')),
    act('system', 'Theme: as the system', Moon, () => look.setTheme('system')),
    act('keys', 'Show all keys', Keyboard, () => (sheets.shown = 'keys'), '?'),
    go('go-today', 'Today', Clock, () => place.go('today')),
    go('go-rollout', 'First 30 days', Route, () => place.go('rollout')),
    go('go-reviews', 'Reviews', CalendarCheck, () => place.go('reviews')),
    go('go-actions', 'Action items', ListChecks, () => place.go('actions')),
    go('go-decisions', 'Decisions', Scale, () => place.go('decisions')),
    go('go-findings', 'Findings', Flag, () => place.go('findings')),
    go('go-exceptions', 'Exceptions, overrides and stops', CircleAlert, () =>
      place.go('exceptions'),
    ),
    go('go-register', 'Register', List, () => place.go('register')),
    go('go-batches', 'AI actions', Bot, () => place.go('batches')),
    go('go-samples', 'Samples', Dices, () => place.go('samples')),
    go('go-checks', 'Checks', ChartBar, () => place.go('checks')),
    go('go-scorecards', 'Scorecards', ChartLine, () => place.go('scorecards')),
    go('go-metrics', 'Metrics', Ruler, () => place.go('metrics')),
    go('go-raci', 'RACI', Grid3x3, () => place.go('raci')),
    go('go-log', 'Change log', BookText, () => place.go('log')),
    go('go-policies', 'Policies', ScrollText, () => place.go('policies')),
    go('go-frameworks', 'Frameworks', Landmark, () => place.go('frameworks')),
    go('go-reports', 'Reports and packs', Files, () => place.go('reports')),
    go('go-quarter', 'Sponsor page and audit report of a quarter', FileText, () =>
      place.go('reports', 'quarter'),
    ),
    ...TABS.map(({ id, word }) =>
      go(`go-${id}`, `Settings: ${word}`, Settings, () => place.go('settings', id)),
    ),
  ]
}

/** Saves a whole copy of the workspace file where the person chooses. */
export async function backUp(workspace: WorkspaceFrame): Promise<void> {
  await saying(async () => {
    const chosen = await chooseFile('save-copy', fileName(`${workspace.name} copy`, 'countersign'))
    if (!chosen) return
    const made = await going.during(
      { operation: 'back_up', words: 'Backing up the workspace' },
      () => operations.back_up({ grant: chosen.grant }),
    )
    toasts.say(`${made.name} holds a whole copy`)
    await desk.changed()
  })
}

async function closeWorkspace(): Promise<void> {
  await saying(async () => desk.take(await operations.close_workspace({})))
}

async function saying(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (fault) {
    const { what, next } = say(fault)
    // Stopping is what the person wanted; anything else is not.
    toasts.say(`${what} ${next}`.trim(), isCode(fault, 'cancelled') ? 'stopped' : 'breach')
  }
}
