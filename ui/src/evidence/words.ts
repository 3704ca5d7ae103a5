import type {
  EvidenceClass,
  EvidenceFile,
  EvidencePiece,
  EvidenceValidity,
  FileFound,
} from '../lib/bindings'
import { dayWords } from '../lib/days'
import type { Shape } from '../kit/shape'

/** How firm a piece of evidence is. */
export const CLASS: Record<EvidenceClass, { word: string; hint: string }> = {
  'observed-fact': { word: 'Observed fact', hint: 'Anybody can look it up again.' },
  'interpreted-signal': { word: 'Interpreted signal', hint: 'Somebody reads it out of facts.' },
  commitment: { word: 'Commitment', hint: 'Somebody promises it.' },
}

const VALIDITY: Record<EvidenceValidity, { shape: Shape; word: string } | undefined> = {
  expired: { shape: 'breach', word: 'Expired' },
  expiring: { shape: 'attention', word: 'Expires soon' },
  valid: undefined,
  lasting: undefined,
}

const FOUND: Record<FileFound, { shape: Shape; word: string }> = {
  matches: { shape: 'fine', word: 'File matches' },
  changed: { shape: 'breach', word: 'File changed' },
  missing: { shape: 'attention', word: 'File missing' },
}

/** What a person should notice of a piece of evidence, the gravest first. */
export function noticed({ validity, file }: EvidencePiece): { shape: Shape; word: string }[] {
  const of = [VALIDITY[validity], file?.checked ? FOUND[file.checked.found] : undefined]
  const order: Shape[] = ['breach', 'attention', 'fine']
  return of
    .filter((one) => one !== undefined)
    .sort((one, other) => order.indexOf(one.shape) - order.indexOf(other.shape))
}

/** Until when it counts, in words. */
export function lasts({ expires, validity }: EvidencePiece): string {
  if (!expires) return 'It does not expire'
  return `${validity === 'expired' ? 'It counted' : 'It counts'} until ${dayWords(expires)}`
}

/** Where a file's content is. */
export function keptWords({ content, here }: EvidenceFile): string {
  if (content === 'kept') return 'The file is kept in the workspace'
  if (content === 'erased') return 'The kept file was erased'
  return here ? 'This computer remembers where the file lies' : 'The file lies elsewhere'
}

/** A size as people say it: `240 KB`. */
export function size(bytes: number): string {
  const steps = ['bytes', 'KB', 'MB', 'GB']
  let [value, step] = [bytes, 0]
  while (value >= 1000 && step < steps.length - 1) {
    value /= 1000
    step += 1
  }
  const digits = step > 0 && value < 10 ? 1 : 0
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${steps[step] ?? ''}`
}
