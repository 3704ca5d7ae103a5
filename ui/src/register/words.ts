import type {
  DataRisk,
  Kind,
  Permitted,
  Phase,
  RegisterRow,
  Standard,
  Status,
  Tier,
  TrainingUse,
  WriteStage,
} from '../lib/bindings'
import type { Shape } from '../kit/shape'

/** How the register's answers are written. Each table is in the order people expect. */
export const STATUS: Record<Status, { shape: Shape; word: string }> = {
  draft: { shape: 'draft', word: 'Draft' },
  live: { shape: 'fine', word: 'Live' },
  paused: { shape: 'paused', word: 'Paused' },
  stopped: { shape: 'stopped', word: 'Stopped' },
  retired: { shape: 'retired', word: 'Retired' },
}

/** Where a workflow acts, or might: there it can be stopped. */
export const RUNS: readonly Status[] = ['live', 'paused']

export const TIER: Record<Tier, { number: 1 | 2 | 3 | 4; word: string; short: string }> = {
  suggest: { number: 1, word: 'Suggest', short: 'suggest' },
  draft: { number: 2, word: 'Draft', short: 'draft' },
  'execute-with-approval': { number: 3, word: 'Execute with approval', short: 'with approval' },
  'execute-autonomously': { number: 4, word: 'Execute autonomously', short: 'autonomous' },
}

export const STAGE: Record<WriteStage, 1 | 2 | 3 | 4> = {
  'read-only-assist': 1,
  'draft-mode': 2,
  'conditional-write': 3,
  'automated-write': 4,
}

export const STAGE_WORD: Record<WriteStage, string> = {
  'read-only-assist': 'Read-only assist',
  'draft-mode': 'Draft mode',
  'conditional-write': 'Conditional write',
  'automated-write': 'Automated write',
}

export const PERMITTED: Record<Permitted, 0 | 1 | 2 | 3 | 4> = {
  blocked: 0,
  tier1: 1,
  tier2: 2,
  tier3: 3,
  tier4: 4,
}

export const PERMITTED_WORDS: Record<Permitted, string> = {
  blocked: 'Blocked',
  tier1: '1 Suggest',
  tier2: '2 Draft',
  tier3: '3 Execute with approval',
  tier4: '4 Execute autonomously',
}

/** What each freedom wants of the workflow, in a line or two. */
export const PERMITTED_WANTS: Record<Permitted, string> = {
  blocked: 'What is not listed is blocked as well.',
  tier1: 'Wants top drivers, the age of the data and confidence shown beside each suggestion.',
  tier2: 'Wants a content policy, sources for what is compared, and a person who reviews each.',
  tier3: 'Wants a reason, the difference shown, a rollback plan, and approvals that end in time.',
  tier4: 'Wants hard limits, a kill switch, monitoring for drift, and an audit now and then.',
}

export const STANDARD: Record<Standard, string> = {
  'soc-2': 'SOC 2',
  'iso-27001': 'ISO 27001',
  'gdpr-dpa': 'GDPR/DPA',
}

export const TRAINING: Record<TrainingUse, string> = {
  never: 'Not used for training',
  'opted-out': 'Opted out of training',
  used: 'Used for training',
}

export const RISK: Record<DataRisk, { tag: string; word: string }> = {
  'personal-data': { tag: 'personal', word: 'Personal data' },
  'customer-confidential': { tag: 'confid.', word: 'Customer confidential' },
  pricing: { tag: 'pricing', word: 'Pricing' },
  'contract-terms': { tag: 'contract', word: 'Contract terms' },
  credentials: { tag: 'credentials', word: 'Credentials' },
}

export const PHASE: Record<Phase, string> = {
  'data-sourcing': 'Data sourcing',
  'campaign-execution': 'Campaign execution',
  'pipeline-progression': 'Pipeline progression',
}

export const KIND: Record<Kind, string> = {
  'lead-scoring': 'Lead scoring',
  enrichment: 'Enrichment',
  routing: 'Routing',
  outreach: 'Outreach',
  sequencing: 'Sequencing',
  forecasting: 'Forecasting',
  'next-best-action': 'Next best action',
  'call-summary': 'Call summary',
  renewal: 'Renewal',
  'deal-desk': 'Deal desk',
  'de-duplication': 'De-duplication',
  content: 'Content',
  agent: 'Agent',
}

/** The fields a column of an inventory can fill, in the order of a page. */
export const FIELD: Record<string, string> = {
  name: 'Name',
  reference: 'Reference',
  bottleneck: 'Bottleneck',
  outcome: 'Outcome expected',
  phase: 'Phase',
  kind: 'Kind',
  ai_does: 'AI does',
  human_does: 'Human does',
  governance: 'Kept safe by',
  owner: 'Owner',
  approver: 'Approver',
  kill_switch_owner: 'Kill-switch owner',
  raci: 'RACI row',
  status: 'Status',
  tier: 'Tier',
  permissions: 'Permissions',
  write_stage: 'Write stage',
  data_risks: 'Data risk',
  guardrails: 'Guardrails',
  kpis: 'KPIs',
  metrics: 'Metrics',
  system_of_record: 'System of record',
  logs: 'Logs',
  rollback_plan: 'Rollback plan',
  vendor: 'Vendor',
  product: 'Product',
  model: 'Model',
  soc_2: 'SOC 2',
  iso_27001: 'ISO 27001',
  gdpr_dpa: 'GDPR/DPA',
  vendor_retention: 'Data kept by vendor',
  vendor_training: 'Use for training',
  currency: 'Currency',
  set_up_cost: 'Set-up cost',
  cost_a_year: 'Cost a year',
  benefit_a_year: 'Benefit a year',
  benefit_basis: 'Basis of the benefit',
  next_review: 'Next review',
}

/** Who approves: the role, and who holds it. */
export function approverWords({ approver, approver_people: people }: RegisterRow): string {
  if (!approver) return 'nobody named'
  return people.length ? `${approver}: ${people.join(', ')}` : `${approver}, held by nobody here`
}

/** A workflow's name, or that it was erased. */
export function nameOf(row: RegisterRow): string {
  return row.name ?? '(name erased)'
}

/** Options for a choice, from one of the tables above, after a first one. */
export function options<T extends string>(
  table: Record<T, string | { word: string }>,
  first: { value: string; word: string },
): { value: string; word: string }[] {
  const rest = Object.entries<string | { word: string }>(table).map(([value, said]) => ({
    value,
    word: typeof said === 'string' ? said : said.word,
  }))
  return [first, ...rest]
}
