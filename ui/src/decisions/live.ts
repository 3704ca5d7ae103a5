import type { RegisterRow } from '../lib/bindings'
import type { Start } from './draft.svelte'

/** The proposal that would let a workflow run: a launch, or a restart once it was stopped. */
export function toGoLive(row: RegisterRow): Start | undefined {
  const launches = row.status === 'draft' || row.status === 'paused' || row.found_live
  const kind = row.status === 'stopped' ? 'restart' : launches ? 'launch' : undefined
  if (!kind || row.status === 'retired') return undefined
  const name = row.name ?? row.workflow
  const { workflow, changed_entry: seen } = row
  return {
    kind,
    title: kind === 'launch' ? `Launch ${name}` : `Restart ${name}`,
    lead:
      kind === 'launch'
        ? 'It goes live with the last signature, exactly as the register describes it then.'
        : 'It was stopped by a person. It runs again with the last signature and not before.',
    change: { of: 'workflow', workflow, seen, given: [], status: null, outside: [] },
  }
}

/** What to press for it. */
export function liveWords({ kind }: Start): string {
  return kind === 'restart' ? 'Propose restart' : 'Propose launch'
}
