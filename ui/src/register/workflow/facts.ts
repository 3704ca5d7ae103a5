import type {
  DataRisk,
  Given,
  Kind,
  PeopleView,
  Phase,
  RegisterRow,
  TrainingUse,
  WriteStage,
} from '../../lib/bindings'
import { money } from '../../lib/format'
import { approverWords, KIND, options, PHASE, RISK, STAGE_WORD, TRAINING } from '../words'

/** How a fact is edited in its place. */
export type Edit =
  | { as: 'line' | 'text' | 'lines' | 'day'; from: string; give: (words: string) => Given }
  | {
      as: 'choice'
      from: string
      options: readonly { value: string; word: string }[]
      give: (value: string) => Given
    }
  | { as: 'risks'; from: DataRisk[]; give: (risks: DataRisk[] | null) => Given }
  | { as: 'sheet'; sheet: 'certifications' | 'cost-benefit' }

/** One fact of a workflow as its page shows it. */
export interface Fact {
  word: string
  /** What is known; null where it is not answered. */
  says: string | null
  /** Whether launching will ask for it. */
  wanted?: boolean
  edit: Edit
}

export interface Group {
  title: string
  facts: Fact[]
}

const UNSET = { value: '', word: 'Not answered' }

/** Everything known of a workflow, in the order its page tells it. */
export function groups(row: RegisterRow, people: PeopleView | undefined): Group[] {
  const persons = [
    UNSET,
    ...(people?.people ?? [])
      .filter(({ left }) => !left)
      .map(({ person, name }) => ({ value: person, word: name ?? person })),
  ]
  const roles = [
    UNSET,
    ...(people?.roles ?? []).map(({ role, name }) => ({ value: role, word: name })),
  ]
  return [
    {
      title: 'What it does',
      facts: [
        text('AI does', row.ai_does, 'ai-does'),
        text('Human does', row.human_does, 'human-does'),
        text('Kept safe by', row.governance, 'governance'),
        text('Bottleneck', row.bottleneck, 'bottleneck'),
        text('Outcome', row.outcome, 'outcome'),
        choice('Phase', row.phase, options(PHASE, UNSET), (to) => ({
          fact: 'phase',
          to: to as Phase | null,
        })),
        choice('Kind', row.kind, options(KIND, UNSET), (to) => ({
          fact: 'kind',
          to: to as Kind | null,
        })),
        choice('Write stage', row.write_stage, options(STAGE_WORD, UNSET), (to) => ({
          fact: 'write-stage',
          to: to as WriteStage | null,
        })),
      ],
    },
    {
      title: 'Who answers for it',
      facts: [
        {
          ...choice('Owner', row.owner_person, persons, (to) => ({ fact: 'owner', to })),
          says: named(row.owner, row.owner_known),
          wanted: true,
        },
        {
          ...choice('Approver', row.approver_role, roles, (to) => ({ fact: 'approver', to })),
          says: row.approver && approverWords(row),
          wanted: true,
        },
        {
          ...choice('Kill switch', row.kill_switch_person, persons, (to) => ({
            fact: 'kill-switch-owner',
            to,
          })),
          says: named(row.kill_switch_owner, row.kill_switch_person !== null),
          wanted: true,
        },
        line('RACI row', row.raci, (to) => ({ fact: 'raci', to })),
        {
          word: 'Next review',
          says: row.next_review && (row.review_late ? `${row.next_review}, late` : row.next_review),
          edit: {
            as: 'day',
            from: row.next_review ?? '',
            give: (to) => ({ fact: 'next-review', to }),
          },
        },
      ],
    },
    {
      title: 'What holds it back',
      facts: [
        list('Guardrails', row.guardrails, (to) => ({ fact: 'guardrails', to })),
        {
          word: 'Data risk',
          says: row.data_risks && (riskWords(row.data_risks) || 'None'),
          wanted: true,
          edit: {
            as: 'risks',
            from: row.data_risks ?? [],
            give: (to) => ({ fact: 'data-risks', to }),
          },
        },
        { ...text('Rollback plan', row.rollback_plan, 'rollback-plan'), wanted: true },
        { ...text('Logs', row.logs, 'logs'), wanted: true },
        text('Records in', row.system_of_record, 'system-of-record'),
      ],
    },
    {
      title: 'What it is measured by',
      facts: [
        list('KPIs', row.kpis, (to) => ({ fact: 'kpis', to })),
        list('Metrics', row.metrics, (to) => ({ fact: 'metrics', to })),
        {
          word: 'Cost, benefit',
          says: costBenefit(row),
          edit: { as: 'sheet', sheet: 'cost-benefit' },
        },
      ],
    },
    {
      title: 'Vendor',
      facts: [
        line('Vendor', row.vendor, (to) => ({ fact: 'vendor', to })),
        line('Product', row.product, (to) => ({ fact: 'product', to })),
        line('Model', row.model, (to) => ({ fact: 'model', to })),
        {
          word: 'Certifications',
          says: row.certifications.length ? certified(row) : null,
          edit: { as: 'sheet', sheet: 'certifications' },
        },
        text('Keeps data', row.vendor_retention, 'vendor-retention'),
        choice('Training', row.vendor_training, options(TRAINING, UNSET), (to) => ({
          fact: 'vendor-training',
          to: to as TrainingUse | null,
        })),
      ],
    },
  ]
}

type TextFact =
  | 'ai-does'
  | 'human-does'
  | 'governance'
  | 'bottleneck'
  | 'outcome'
  | 'rollback-plan'
  | 'logs'
  | 'system-of-record'
  | 'vendor-retention'

function text(word: string, says: string | null, fact: TextFact): Fact {
  return { word, says, edit: { as: 'text', from: says ?? '', give: (to) => ({ fact, to }) } }
}

function line(word: string, says: string | null, give: (to: string) => Given): Fact {
  return { word, says, edit: { as: 'line', from: says ?? '', give } }
}

function list(word: string, items: readonly string[], give: (to: string[]) => Given): Fact {
  return {
    word,
    says: items.length ? items.join('\n') : null,
    edit: {
      as: 'lines',
      from: items.join('\n'),
      give: (words) => give(words.split('\n').filter((one) => one.trim() !== '')),
    },
  }
}

function choice(
  word: string,
  value: string | null,
  from: readonly { value: string; word: string }[],
  give: (to: string | null) => Given,
): Fact {
  return {
    word,
    says: value && (from.find((one) => one.value === value)?.word ?? value),
    edit: { as: 'choice', from: value ?? '', options: from, give: (to) => give(to || null) },
  }
}

function named(name: string | null, known: boolean): string | null {
  return name && !known ? `${name}, who is not in this workspace` : name
}

export function riskWords(risks: readonly DataRisk[]): string {
  return risks.map((risk) => RISK[risk].word).join(', ')
}

function certified({ certifications }: RegisterRow): string {
  const state = { valid: 'to', 'running-out': 'runs out', expired: 'expired', 'not-stated': '' }
  return certifications
    .map(({ words, validity, expires }) => `${words} ${state[validity]} ${expires ?? ''}`.trim())
    .join(', ')
}

function costBenefit({ cost_benefit: figures }: RegisterRow): string | null {
  if (!figures) return null
  const { currency, set_up, cost_a_year, benefit_a_year, return_a_year, payback_months } = figures
  const said = [
    set_up && `${money(set_up, currency)} to set up`,
    cost_a_year && `${money(cost_a_year, currency)} a year`,
    benefit_a_year && `brings ${money(benefit_a_year, currency)} a year`,
    return_a_year && `${money(return_a_year, currency)} above its cost`,
    payback_months && `paid back in ${payback_months} months`,
  ]
  return said.filter(Boolean).join(', ') || currency
}
