import type {
  CadenceDraft,
  CadenceRow,
  CadencesView,
  CalendarView,
  HolidaysPreview,
  RoleRow,
} from '../../src/lib/bindings'
import type { Desk } from './desk'
import { check, problem, type Scene } from './state'

const weekly: CadenceDraft = {
  cadence: 'weekly',
  name: 'Weekly governance call',
  rhythm: { every: 'week', on: 'Mon' },
  time: '10:00',
  zone: 'Europe/Berlin',
  on_holiday: 'move',
  minutes: 60,
  chair: 'revops',
  required: ['revops', 'sales-leader'],
  quorum: 2,
  countersigned_by: null,
  from: '2026-01-05',
  checklist: [
    {
      item: 'anomalies',
      title: 'Anomalies',
      group: '',
      question: 'What did the AI do this week that nobody expected?',
      guidance: 'Jumps in volume, score or tone.',
      minutes: 5,
      figures: ['workflows.live'],
      metrics: [],
      pulls: [],
    },
  ],
}
const next = ['2026-11-23', '2026-11-30'].map((day, place) => ({
  review: `WEEKLY-2026-W${48 + place}`,
  due: `${day}T10:00:00+01:00`,
  was: null,
}))
const WORDS = 'Every week on Monday'

function row(terms: CadenceDraft): CadenceRow {
  const since = '2026-01-05T09:12:00+01:00'
  return { terms, offered: null, rhythm: WORDS, chair: 'RevOps', since, entry: 12, next }
}

/** The cadences of a scene, with what a sheet chooses from. */
export function sampleCadences(scene: Scene, roles: readonly RoleRow[]): CadencesView {
  const none = scene === 'empty'
  return {
    cadences: none ? [] : [row(scene === 'long' ? stretched() : weekly)],
    figures: [{ figure: 'workflows.live', label: 'Workflows live' }],
    pulls: [{ pulled: 'logs', label: 'Action logs' }],
    metrics: none ? [] : [{ metric: 'MET-0005', name: 'Meetings booked' }],
    roles: roles.map(({ role, name, holders }) => ({ role, name, vacant: !holders.length })),
    zone: 'Europe/Berlin',
    fiscal_start: 1,
  }
}

function stretched(): CadenceDraft {
  const [first] = weekly.checklist
  const checklist = Array.from({ length: 24 }, (_, place) => ({
    ...(first ?? blank),
    item: `item-${place + 1}`,
    title: `Anweisungen und außergewöhnliche Vorkommnisse der Vertriebssteuerung ${place + 1}`,
    group: ['Zustellbarkeit', 'مساعد تسجيل العملاء', '潜在客户评分'][Math.floor(place / 8)] ?? '',
  }))
  return {
    ...weekly,
    name: 'Wöchentliche Besprechung 潜在客户评分助手 für alle Regionen',
    checklist,
  }
}
const blank = {
  title: '',
  group: '',
  question: '',
  guidance: '',
  minutes: 5,
  figures: [],
  metrics: [],
  pulls: [],
  item: '',
}

const FACTS = ['name', 'time', 'zone', 'minutes', 'chair', 'quorum', 'from'] as const
let calendar: CalendarView = {
  business_days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
  holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
}
export const holidayOn = (date: string): string | null =>
  calendar.holidays.find((day) => day.date === date)?.name ?? null

const FEED: HolidaysPreview = {
  file: 'holidays.ics',
  sha256: '51be0c93'.repeat(8),
  calendar: true,
  encoding: 'UTF-8',
  rows: 4,
  added: [
    { line: 8, date: '2026-12-26', name: 'Boxing Day' },
    { line: 13, date: '2027-01-01', name: 'New Year' },
  ],
  same: 1,
  named: [],
  rejected: [
    {
      line: 18,
      column: null,
      code: 'not-a-day',
      says: '“20261224T120000Z” is no whole day; a holiday has no time of day.',
      row: 'Half a day',
    },
  ],
  until: '2031-12-31',
  taken_in_before: null,
}

export const cadences = {
  cadences: (state) => state.cadences,
  preview_cadence({ cadences: { cadences } }, draft) {
    const was = cadences.find(({ terms }) => terms.cadence === draft.cadence)?.terms
    const rule = draft.rhythm.every === 'rule' ? draft.rhythm.rule : 'FREQ=DAILY'
    if (!rule.startsWith('FREQ='))
      throw problem('bad-rule', `The rule “${rule}” cannot be used: it does not say FREQ.`)
    const changes = FACTS.filter((fact) => was && was[fact] !== draft[fact]).map((fact) => ({
      fact,
      before: `${was?.[fact]}`,
      after: `${draft[fact]}`,
    }))
    const rhythm = draft.rhythm.every === 'rule' ? 'Every 2 weeks on Tuesday' : WORDS
    return { rhythm, earliest: '2026-11-16', changes, late: [], next, gone: [] }
  },
  set_cadence(state, { terms, begins }) {
    check(state)
    const others = state.cadences.cadences.filter((one) => one.terms.cadence !== terms.cadence)
    if (begins && others.length < state.cadences.cadences.length)
      throw problem('name-taken', `${terms.name} is already called “${terms.cadence}”.`)
    state.cadences = { ...state.cadences, cadences: [...others, row(terms)] }
    return state.cadences
  },
  retire_cadence(state, { cadence }) {
    check(state)
    const left = state.cadences.cadences.filter((one) => one.terms.cadence !== cadence)
    state.cadences = { ...state.cadences, cadences: left }
    return state.cadences
  },
  calendar: () => calendar,
  set_calendar(state, { business_days, holidays }) {
    check(state)
    calendar = { business_days, holidays }
    return calendar
  },
  preview_holidays: () => FEED,
  import_holidays(state) {
    check(state)
    const added = FEED.added.map(({ date, name }) => ({ date, name }))
    calendar = { ...calendar, holidays: [...calendar.holidays, ...added] }
    return { added: added.length, known: FEED.same, rejected: FEED.rejected, calendar }
  },
  save_rejected_holidays: () => ({
    name: 'holidays-rejected.csv',
    bytes: 120,
    sha256: '51be0c93'.repeat(8),
    entry: null,
  }),
} satisfies Partial<Desk>
