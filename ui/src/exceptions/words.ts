import type { Shape } from '../kit/shape'
import type {
  ExceptionKind,
  ExceptionRow,
  ExceptionSeverity,
  ExceptionStage,
  TimeState,
} from '../lib/bindings'

export const KIND: Record<ExceptionKind, string> = {
  'output-error': 'Output error',
  anomaly: 'Anomaly',
  'workflow-disruption': 'Workflow disruption',
  'data-security': 'Data security',
  privacy: 'Privacy',
  bias: 'Bias',
  'legal-or-claims': 'Legal or claims',
  deliverability: 'Deliverability',
  'sequence-deviation': 'Sequence deviation',
  'crm-hygiene': 'CRM hygiene',
  usability: 'Usability',
  'metric-emergency': 'Metric emergency',
}

export const SEVERITY: Record<ExceptionSeverity, { shape: Shape; word: string }> = {
  normal: { shape: 'open', word: 'normal' },
  high: { shape: 'attention', word: 'high' },
  critical: { shape: 'breach', word: 'critical' },
}

export const STAGE: Record<ExceptionStage, { shape: Shape; word: string }> = {
  open: { shape: 'open', word: 'open' },
  acknowledged: { shape: 'now', word: 'acknowledged' },
  waiting: { shape: 'paused', word: 'waiting' },
  reopened: { shape: 'attention', word: 'reopened' },
  resolved: { shape: 'fine', word: 'resolved' },
}

export const TIME: Record<
  TimeState,
  { shape: Shape; tone: 'accent' | 'attention' | 'breach' | 'ink' }
> = {
  late: { shape: 'breach', tone: 'breach' },
  near: { shape: 'attention', tone: 'attention' },
  running: { shape: 'now', tone: 'accent' },
  waiting: { shape: 'paused', tone: 'ink' },
  'in-time': { shape: 'fine', tone: 'ink' },
  'was-late': { shape: 'attention', tone: 'ink' },
}

/** Whether an exception is still to be seen to. */
export const isOpen = ({ stage }: ExceptionRow): boolean => stage !== 'resolved'

/** Whether its time must be noticed. */
export const isPressing = ({ time }: ExceptionRow): boolean =>
  time.state === 'late' || time.state === 'near'

/** Who is asked now, in a line. */
export function whoIsAsked({ asked, person_name, routed_name }: ExceptionRow): string {
  if (!asked) return person_name ?? routed_name
  return asked.step === 'person' ? asked.says : `${asked.says} (${asked.names.join(', ')})`
}
