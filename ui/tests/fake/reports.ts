import type { LeftRow, Paper, ReportOffered } from '../../src/lib/bindings'
import type { Desk } from './desk'
import minutes from './minutes.pdf?inline'
import { record, type State } from './state'

export const reports: Pick<
  Desk,
  'reports' | 'exports_left' | 'preview_report' | 'export_sponsor' | 'export_audit'
> = {
  reports: (state) => ({
    quarters: ['2026-Q4', '2026-Q3', '2026-Q2'],
    records: state.decisions.length ? offered(state) : [],
  }),
  exports_left(state, { before }) {
    const all = left(state)
    const asked = all.filter(({ entry }) => before === null || entry < before)
    return { rows: asked.slice(0, PAGE), all: all.length, more: asked.length > PAGE }
  },
  // Minutes that the desk itself made, whatever is asked for.
  preview_report: (state) => ({ pdf: minutes.split(',')[1] ?? '', as_of: state.entry }),
  export_sponsor: (state, { period }) => saved(state, `sponsor ${period ?? ''}`),
  export_audit: (state, { period }) => saved(state, `audit ${period ?? ''}`),
}

const PAGE = 60

function offered(state: State): ReportOffered[] {
  const of = (paper: Paper, of: string, title: string | null): ReportOffered => ({
    paper,
    of,
    title,
    at: '2026-11-13T16:00:00+01:00',
  })
  return [
    of('minutes', 'WEEKLY-2026-W46', 'Weekly call'),
    ...state.decisions.slice(0, 2).map(({ row }) => of('decision', row.decision, row.title)),
    of('workpaper', 'SMP-0002', null),
  ]
}

/** Sixty-four exports, a sponsor page the newest; none where nothing was decided yet. */
function left(state: State): LeftRow[] {
  if (!state.decisions.length) return []
  const row = (back: number, what: string, more: Partial<LeftRow>): LeftRow => ({
    entry: 2400 - back * 7,
    at: '2026-11-13T16:04:12+01:00',
    by_name: state.people[0]?.name ?? '',
    what,
    form: 'pdf',
    about: null,
    period: null,
    as_of: 2399 - back * 7,
    sha256: 'ab34f1'.repeat(10),
    ...more,
  })
  return Array.from({ length: 64 }, (_, back) => {
    if (back === 0) return row(0, 'sponsor', { period: '2026-Q3' })
    if (back === 1) return row(1, 'pack', { period: '2026-Q3', form: 'zip' })
    return row(back, 'minutes', { about: `WEEKLY-2026-W${46 - (back % 40)}`, form: 'md' })
  })
}

function saved(state: State, what: string) {
  record(state, 'export.made', `${what} exported as pdf`)
  return { name: `${what}.pdf`, bytes: 4096, sha256: 'ab'.repeat(32), entry: state.entry }
}
