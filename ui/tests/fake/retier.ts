import type {
  ItemRow,
  Outcome,
  PulledRow,
  PulledView,
  ReviewView,
  TierGiven,
  TierRow,
  TierVerdict,
} from '../../src/lib/bindings'
import { count } from '../../src/lib/format'
import { sampleReview } from './samples'
import { problem } from './state'

/** The item that an audit re-tiers with. */
export const RE_TIER = 're-tier'
const WORD = { keep: 'Keep', lower: 'Lower', raise: 'Propose to raise', retire: 'Retire' } as const
const SHOWN = { stays: 'Stays', down: 'Reasons to go down', up: 'May go up' } as const

function tier(
  workflow: string,
  name: string,
  tier: string,
  shown: keyof typeof SHOWN,
  supports: string,
): PulledRow {
  const against: Record<keyof typeof SHOWN, TierVerdict[]> = {
    stays: ['lower', 'raise', 'retire'],
    down: ['keep', 'raise'],
    up: ['lower', 'retire'],
  }
  return {
    key: workflow,
    leads: workflow,
    cells: [name, tier, 'draft mode', supports],
    mark: shown === 'down' ? 'attention' : shown === 'up' ? 'waiting' : 'fine',
    word: SHOWN[shown],
    since: null,
    judged: { shown, noted: against[shown] },
  }
}

/** Three workflows that acted in the quarter, and a draft that did not. */
export const TIERS: PulledView = {
  stands:
    '2026-Q3 as it stood at the end of 30 September 2026, entry 1,204, and what changed by 16 November 2026.',
  tables: [
    {
      pulled: 'tiers',
      title: 'Tier by workflow',
      counts: [
        { figure: 'pulled.tiers', label: 'Workflows', value: '4' },
        { figure: 'pulled.tiers-down', label: 'With reasons to go down', value: '1' },
      ],
      columns: ['Workflow', 'Tier', 'Write stage', 'What its evidence supports'],
      rows: [
        tier(
          'WF-0001',
          'Lead scoring',
          '3 Approval',
          'down',
          'Severe and open: EXC-0012. Its vendor’s ISO 27001 certificate ran out.',
        ),
        tier('WF-0004', 'Outreach drafts', '2 Draft', 'up', 'All that tier 3 asks is there.'),
        tier(
          'WF-0007',
          'مساعد المبيعات und außergewöhnliche Vorkommnisse',
          '2 Draft',
          'stays',
          'Tier 3 still wants: 13 weeks of samples, a drill that passed.',
        ),
        {
          ...tier('WF-0009', 'Renewal notes', 'none', 'stays', 'It does not act yet.'),
          judged: null,
        },
      ],
      more: 0,
      empty: 'No workflow is on the register.',
    },
  ],
}

/** The verdicts of an answer beside those given before; fine while one is missing is refused. */
export function judge(item: ItemRow, outcome: Outcome, given: readonly TierGiven[]): TierRow[] {
  if (item.item !== RE_TIER) return []
  const asked = (TIERS.tables[0]?.rows ?? []).filter(({ judged }) => judged)
  const rows = asked.flatMap(({ leads, cells, judged }) => {
    const one = given.find(({ workflow }) => workflow === leads)
    const stands = item.tiers.filter(({ workflow }) => workflow === leads)
    if (!one || !judged) return stands
    if (judged.noted.includes(one.verdict) && !one.note)
      throw problem('tier-note-missing', `The verdict on ${leads} goes against the record.`)
    const { workflow, verdict, note } = one
    const { shown } = judged
    const words = { word: WORD[verdict], shown_word: SHOWN[shown], name: cells[0] ?? '' }
    return [{ workflow, verdict, shown, ...words, note: note || null }]
  })
  const left = asked.filter(({ leads }) => !rows.some(({ workflow }) => workflow === leads))
  if (outcome === 'fine' && left.length)
    throw problem(
      'tiers-unjudged',
      `${count(left.length, 'workflow')} still ${left.length === 1 ? 'waits' : 'wait'} for a verdict: ${left.map(({ leads }) => leads).join(', ')}`,
    )
  return rows
}

/** The quarter's audit: its first item re-tiers. */
export function sampleAudit(): ReviewView {
  const review = sampleReview(false)
  const [first] = review.items
  if (first)
    Object.assign(first, {
      item: RE_TIER,
      title: 'Re-tier every workflow',
      question: 'Is every workflow on the tier its evidence supports, no higher and no lower?',
      guidance:
        'Each workflow in turn: tier, write stage, samples, metrics, exceptions. Down is at once; up is one step, by decision, on evidence.',
      minutes: 14,
      outcome: null,
      note: null,
      metrics: [],
      figures: [],
      pulls: ['tiers'],
    })
  return { ...review, name: 'Quarterly audit', minutes: 120 }
}
