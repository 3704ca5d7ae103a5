import type { CadenceDraft, CadencesView, CalendarView } from '../../src/lib/bindings'
import type { Desk } from './desk'
import { check } from './state'

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
      question: 'What did the AI do this week that nobody expected?',
      guidance: 'Jumps in volume, score or tone.',
      minutes: 5,
      figures: ['workflows.live'],
      metrics: [],
    },
  ],
}
const next = ['2026-11-23', '2026-11-30'].map((day, place) => ({
  review: `WEEKLY-2026-W${48 + place}`,
  due: `${day}T10:00:00+01:00`,
}))
let view: CadencesView = {
  cadences: [{ terms: weekly, rhythm: 'Every week on Monday', next }],
  figures: [{ figure: 'workflows.live', label: 'Workflows live' }],
}
let calendar: CalendarView = {
  business_days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
  holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
}

export const cadences = {
  cadences: () => view,
  preview_cadence: () => ({ rhythm: 'Every week on Monday', next }),
  set_cadence(state, { terms }) {
    check(state)
    view = { ...view, cadences: [{ terms, rhythm: 'Every week on Monday', next }] }
    return view
  },
  retire_cadence(state, { cadence }) {
    check(state)
    view = { ...view, cadences: view.cadences.filter((row) => row.terms.cadence !== cadence) }
    return view
  },
  calendar: () => calendar,
  set_calendar(state, { business_days, holidays }) {
    check(state)
    calendar = { business_days, holidays }
    return calendar
  },
} satisfies Partial<Desk>
