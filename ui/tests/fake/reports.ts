import type { Desk } from './desk'
import { record, type State } from './state'

export const reports: Pick<Desk, 'export_sponsor' | 'export_audit'> = {
  export_sponsor: (state, { period }) => saved(state, `sponsor ${period ?? ''}`),
  export_audit: (state, { period }) => saved(state, `audit ${period ?? ''}`),
}

function saved(state: State, what: string) {
  record(state, 'export.made', `${what} exported as pdf`)
  return { name: `${what}.pdf`, bytes: 4096, sha256: 'ab'.repeat(32), entry: state.entry }
}
