import type { SampleItem, SampleRow, SampleView } from '../../src/lib/bindings'
import type { Desk } from './desk'
import { check, problem, record, type State } from './state'

const ROW: SampleRow = {
  sample: 'SMP-0002',
  title: 'Outbound mails',
  batch: 'BAT-0001',
  stage: 'drawn',
  method: 'simple',
  rows: 248,
  take: 25,
  tested: 16,
  errors: 1,
  planned: '2026-11-16T10:02:00+01:00',
  entry: 214,
  tester: 'PER-0001',
  tester_name: 'Maren Okafor',
  says: null,
}

const EARLIER: SampleRow = {
  ...ROW,
  sample: 'SMP-0001',
  stage: 'confirmed',
  tested: 25,
  entry: 190,
  planned: '2026-11-09T10:05:00+01:00',
  says: '1 of 25 tested, of 248, was in error. At 95\u202f% confidence at most 42 of the 248 were (17.0\u202f%). This does not prove an error share below 5\u202f%; 53 more items without error would.',
}

const rowsOf = (state: State) => (state.workflows.length ? [ROW, EARLIER] : [])

function item(row: SampleRow, place: number): SampleItem {
  const tested = place <= row.tested
  const wrong = place === 7
  const number = ((place * 97) % 248) + 1
  return {
    place,
    row: number,
    stratum: null,
    row_hash: '7c1d'.repeat(16),
    order_hash: place.toString(16).padStart(4, '0').repeat(16),
    cells: [
      { field: 'time', words: 'Time', says: `2026-11-12T09:${String(place).padStart(2, '0')}:03Z` },
      { field: 'workflow', words: 'Workflow or agent', says: 'Outreach drafts' },
      { field: 'action', words: 'Kind of action', says: 'Send external message' },
      { field: 'target', words: 'Target', says: `contact-${40_000 + number}` },
      { field: 'segment', words: 'Segment', says: 'DACH, 200 to 999 employees' },
    ],
    findings: tested
      ? [
          { attribute: 'correct', held: 'yes' },
          { attribute: 'approved', held: wrong ? 'no' : 'yes' },
          { attribute: 'guardrails', held: 'yes' },
          { attribute: 'disclosed', held: place % 3 ? 'yes' : 'not-applicable' },
        ]
      : [],
    note: wrong ? 'Names a competitor; the required reading by a person is not on record.' : null,
    evidence: [],
    entry: tested ? 220 + place : null,
    error: tested ? wrong : null,
  }
}

/** How a limit falls, near enough to be drawn. */
const curve = ({ tested }: SampleRow) =>
  [...new Set([...Array.from({ length: 32 }, (_, index) => (index + 1) * 4), tested])]
    .sort((a, b) => a - b)
    .map((items) => ({
      items,
      limit: Math.min(1000, Math.ceil((4744 / items) * (1 - items / 500))),
      clean: Math.ceil(1000 * (1 - 0.05 ** (1 / items))),
    }))

function view(state: State, reference: string): SampleView {
  const row = rowsOf(state).find(({ sample }) => sample === reference)
  if (!row) throw problem('unknown', `There is no ${reference}.`)
  const done = row.stage === 'confirmed'
  return {
    row,
    why: 'The weekly ten per cent of outbound mail.',
    batch_root: 'P8UM7eclznQ3r7At4g7iSZMVm7/HOcSL942yebdo/IA=',
    only: null,
    strata_by: null,
    strata: [],
    size_words: '10\u202f%, rounded up',
    attributes: ['correct', 'approved', 'guardrails', 'disclosed'],
    extension: { errors: 1, rows: 20 },
    extension_due: done,
    review: null,
    reviewer: { person: 'PER-0002', name: 'Tobias Lindqvist' },
    until: '2026-11-30T10:02:00+01:00',
    root: `${row.entry}:${'41eab5242e44908610dee4d74358138a'.repeat(2)}`,
    seed_subject: 'ab'.repeat(32),
    draw: {
      signed: {
        person: 'PER-0002',
        name: 'Tobias Lindqvist',
        at: '2026-11-16T10:31:00+01:00',
        entry: row.entry + 1,
      },
      seed: '138a2dffe60a779bfc2fd344720c6cc5'.repeat(2),
      signature: 'c2ln',
      extended: [],
    },
    items: Array.from({ length: row.take }, (_, index) => item(row, index + 1)),
    confirmation_subject: done ? 'cd'.repeat(32) : null,
    confirmed: done
      ? {
          person: 'PER-0002',
          name: 'Tobias Lindqvist',
          at: '2026-11-09T11:10:00+01:00',
          entry: 219,
        }
      : null,
    abandoned: null,
    abandoned_why: null,
    others: rowsOf(state)
      .filter(({ sample }) => sample !== reference)
      .map(({ sample, batch, stage, entry }) => ({ sample, batch, stage, entry })),
    collusion:
      'The tester fixed the plan before the reviewer signed, and cannot foresee the signature.',
    curve: curve(row),
    acts: { draw: false, test: !done, extend: false, confirm: false, abandon: !done },
  }
}

/** Samples of AI actions. */
export const sampling = {
  samples: (state) => ({
    rows: rowsOf(state),
    pools: state.workflows.length
      ? [
          {
            of: 'WF-0007',
            workflow: 'WF-0007',
            samples: ['SMP-0001'],
            tested: 25,
            errors: 1,
            says: '1 of 25 tested was in error. At 95\u202f% confidence the process errs in at most 17.7\u202f%. This does not prove an error share below 5\u202f%; 68 more items without error would.',
          },
        ]
      : [],
  }),
  sample: (state, { sample }) => view(state, sample),
  preview_sample: (_, { item: of }) => ({
    rows: 248,
    take: 25,
    strata: [],
    proves:
      'None of 25 tested, of 248, was in error. 25 clean items prove the error rate is below 11\u202f%; 50 would prove below 5\u202f%.',
    others: [{ sample: 'SMP-0001', batch: 'BAT-0001', stage: 'confirmed', entry: 190 }],
    messages: of ? { field: 'action', says: 'Send external message' } : null,
    fields: [
      { field: 'action', words: 'Kind of action' },
      { field: 'workflow', words: 'Workflow or agent' },
      { field: 'segment', words: 'Segment' },
    ],
    guidance: [{ rows: 250, ten: 27, five: 50, two: 96 }],
    reviewers: [
      { person: 'PER-0002', name: 'Tobias Lindqvist' },
      { person: 'PER-0005', name: 'Rafael Castellanos' },
    ],
  }),
  plan_sample(state) {
    check(state)
    record(state, 'sample.planned', 'Sample planned', ROW.sample)
    return view(state, ROW.sample)
  },
  draw_sample: (state, { sample }) => view(state, sample),
  request_seed() {
    throw problem('export-failed', 'The fake desk writes no files.')
  },
  test_item(state, { sample }) {
    check(state)
    return view(state, sample)
  },
  extend_sample: (state, { sample }) => view(state, sample),
  confirm_sample: (state, { sample }) => view(state, sample),
  abandon_sample: (state, { sample }) => view(state, sample),
  export_sample: (state) => ({
    name: 'items.csv',
    bytes: 9_120,
    sha256: '0'.repeat(64),
    entry: state.entry,
  }),
} satisfies Partial<Desk>
