import type { Shape } from '../kit/shape'
import type { ExceptionKind, ExceptionSeverity, ExceptionStage } from '../lib/bindings'

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
  resolved: { shape: 'fine', word: 'resolved' },
}
