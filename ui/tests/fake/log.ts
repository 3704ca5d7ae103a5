import type { LogView } from '../../src/lib/bindings'
import type { Desk } from './desk'
import { check, record, type State } from './state'

function view(
  { log, past }: State,
  before: number | null,
  limit: number,
  about: string | null,
): LogView {
  const fitting = log.filter(
    (row) =>
      (past === null || row.entry <= past.entry) &&
      (before === null || row.entry < before) &&
      (about === null || row.about === about),
  )
  return { rows: fitting.slice(0, limit), entries: log.length, more: fitting.length > limit }
}

export const log = {
  log: (state, { before, limit, about }) => view(state, before, limit ?? 200, about),
  erase_text(state, { entry, path, passphrase }) {
    check(state, passphrase)
    const text = state.log
      .find((row) => row.entry === entry)
      ?.texts.find((one) => one.path === path)
    if (text) text.text = null
    record(state, 'text.erased', `Words of entry ${entry} erased`)
    return view(state, null, 200, null)
  },
} satisfies Partial<Desk>
