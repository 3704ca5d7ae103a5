import type { ClockState } from '../kit/clock'
import type { Shape } from '../kit/shape'
import type {
  ExceptionKind,
  ExceptionRow,
  ExceptionSeverity,
  ExceptionStage,
  ExceptionTime,
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

/** How a time is marked: by the shape of its verdict, and on the bar while its clock is not over. */
export const TIME: Record<TimeState, { shape: Shape; clock: ClockState }> = {
  late: { shape: 'breach', clock: 'over' },
  near: { shape: 'attention', clock: 'near' },
  running: { shape: 'open', clock: 'running' },
  waiting: { shape: 'paused', clock: 'paused' },
  'in-time': { shape: 'fine', clock: 'running' },
  'was-late': { shape: 'attention', clock: 'running' },
}

/** Whether an exception is still to be seen to. */
export const isOpen = ({ stage }: ExceptionRow): boolean => stage !== 'resolved'

/** Whether its clock has stopped for good. */
export const isOver = ({ state }: ExceptionTime): boolean =>
  state === 'in-time' || state === 'was-late'

/** Whether its time must be noticed. */
export const isPressing = ({ time }: ExceptionRow): boolean =>
  time.state === 'late' || time.state === 'near'

/** Who is asked now, in a line; names as written, or as a dense table has them. */
export function whoIsAsked(
  { asked, person_name, routed_name }: ExceptionRow,
  named: (name: string) => string = (name) => name,
): string {
  if (!asked) return person_name ?? routed_name
  return asked.step === 'person'
    ? asked.says
    : `${asked.says} (${asked.names.map(named).join(', ')})`
}
