import type { AttachTo, EvidencePiece, EvidenceView } from '../../src/lib/bindings'
import type { Desk } from './desk'
import { check, choice, NOW, problem, record, type State } from './state'

const SHA = '7f3c0a91d2e4b5660c1f8a97e35d2b4410f6c8d7a9b3e5f1027c4d6e8fa0b1c3'

/** A report that expires soon, and what a vendor promised. */
export function sampleEvidence(): EvidencePiece[] {
  const attached = (reference: string) => ({
    to: { reference, item: null },
    by: 'PER-0001',
    by_name: 'Maren Okafor',
    entry: 4776,
  })
  const one = {
    captured: '2026-11-12T14:02:13+01:00',
    captured_by: 'PER-0001',
    captured_by_name: 'Maren Okafor',
    attached: [attached('WF-0001')],
  }
  return [
    {
      ...one,
      evidence: 'EVD-0002',
      title: 'Fathomdata deletes prompts after 30 days',
      class: 'commitment',
      url: 'https://fathomdata.example/trust/retention',
      file: null,
      entry: 4777,
      expires: null,
      validity: 'lasting',
    },
    {
      ...one,
      evidence: 'EVD-0001',
      title: 'SOC 2 report, Fathomdata',
      class: 'observed-fact',
      url: null,
      file: {
        name: 'soc2-fathomdata-2026.pdf',
        sha256: SHA,
        size: 240_118,
        content: 'pointer',
        here: true,
        checked: null,
      },
      entry: 4776,
      expires: '2026-12-01',
      validity: 'expiring',
    },
  ]
}

function view({ evidence }: State, about: string | null = null): EvidenceView {
  const rows = evidence.filter(
    (row) => about === null || row.attached.some(({ to }) => to.reference === about),
  )
  return { rows, most_bytes: 10_485_760 }
}

function found(state: State, evidence: string): EvidencePiece {
  const row = state.evidence.find((one) => one.evidence === evidence)
  if (!row) throw problem('unknown', `${evidence} is not known in this workspace.`)
  return row
}

function attach(state: State, row: EvidencePiece, to: AttachTo): void {
  const me = choice(state, state.person ?? '')
  record(state, 'evidence.attached', `Attached to ${to.reference}`, row.evidence)
  row.attached.push({ to, by: me.person, by_name: me.name, entry: state.entry })
}

export const evidence = {
  evidence: (state, { about }) => view(state, about),
  capture_evidence(state, { title, class: kind, url, grant, keep, expires, to }) {
    check(state)
    if (!grant && !url.includes(':'))
      throw problem('not-an-address', `“${url}” is no address; write one like https://example.com.`)
    const me = choice(state, state.person ?? '')
    const reference = `EVD-${String(state.evidence.length + 1).padStart(4, '0')}`
    record(state, 'evidence.captured', `${title} captured`, reference)
    const row: EvidencePiece = {
      evidence: reference,
      title,
      class: kind,
      url: grant ? null : url,
      file: grant
        ? {
            name: 'report.pdf',
            sha256: SHA,
            size: 11,
            content: keep ? 'kept' : 'pointer',
            here: true,
            checked: null,
          }
        : null,
      captured: NOW,
      captured_by: me.person,
      captured_by_name: me.name,
      entry: state.entry,
      expires,
      validity: expires ? 'valid' : 'lasting',
      attached: [],
    }
    state.evidence.unshift(row)
    if (to) attach(state, row, to)
    return view(state, to?.reference)
  },
  attach_evidence(state, { evidence: which, to }) {
    check(state)
    attach(state, found(state, which), to)
    return view(state, to.reference)
  },
  detach_evidence(state, { evidence: which, from }) {
    check(state)
    const row = found(state, which)
    row.attached = row.attached.filter(({ to }) => to.reference !== from.reference)
    return view(state, from.reference)
  },
  recheck_evidence(state, { evidence: which }) {
    check(state)
    const { file } = found(state, which)
    record(state, 'evidence.rechecked', 'The file is what it was', which)
    const me = choice(state, state.person ?? '')
    if (file) file.checked = { found: 'matches', at: NOW, by_name: me.name, entry: state.entry }
    return view(state)
  },
  keep_evidence(state, { evidence: which }) {
    check(state)
    const { file } = found(state, which)
    if (file) file.content = 'kept'
    return view(state)
  },
  save_evidence(state, { evidence: which }) {
    check(state)
    return { name: found(state, which).file?.name ?? '', bytes: 11, sha256: SHA, entry: 1 }
  },
  erase_evidence(state, { evidence: which, passphrase }) {
    check(state, passphrase)
    const { file } = found(state, which)
    if (file) file.content = 'erased'
    return view(state)
  },
} satisfies Partial<Desk>
