/** The manifest: every file is the one that was listed (FORMAT.md section 9, check 1). */
import * as form from '../format/form'
import type { Findings } from '../record/findings'
import type { Files } from './archive'
import { readWhole } from './read'

/** What every pack has. */
export const PATHS = {
  manifest: 'manifest.json',
  entries: 'ledger/entries.jsonl',
  texts: 'ledger/texts.jsonl',
  withheld: 'ledger/withheld.jsonl',
  keys: 'keys/keys.json',
  sealEntry: 'seal/entry.json',
  sealProof: 'seal/proof',
  sealCheckpoint: 'seal/checkpoint',
}
/** What some packs have. */
export const SINCE = 'ledger/since.json'
export const BETWEEN = 'seal/between.jsonl'
export const ACTIONS = 'actions/'
const SEAL: string[] = [PATHS.sealEntry, PATHS.sealProof, PATHS.sealCheckpoint, BETWEEN]

const MANIFEST = form.object({
  files: form.listOf(form.object({ path: form.text, sha256: form.text, size: form.natural })),
  v: form.natural,
})

export function judgeManifest(files: Files, findings: Findings) {
  const manifest = readWhole(files, PATHS.manifest, MANIFEST, findings)
  const listed = new Set<string>()
  for (const { path, sha256, size } of manifest?.files ?? []) {
    if (listed.has(path)) findings.fault('pack.form', PATHS.manifest, `It lists ${path} twice.`)
    listed.add(path)
    const file = files.get(path)
    if (!file) {
      findings.fault('pack.file_missing', path, 'The manifest lists it, but it is not here.')
    } else if (file.sha256 !== sha256 || file.size !== size) {
      findings.fault('pack.file_altered', path, 'It is not the file that was exported.')
    }
  }
  if (manifest && manifest.v !== 1) {
    findings.fault('pack.form', PATHS.manifest, 'Its version is not 1.')
  }
  for (const path of Object.values(PATHS)) {
    if (!files.has(path) && !listed.has(path)) {
      findings.fault('pack.file_missing', path, 'Every pack has this file.')
    }
  }
  for (const path of files.keys()) {
    const sealed = path.startsWith('seal/')
    const known = sealed ? SEAL.includes(path) : listed.has(path) || path === PATHS.manifest
    if (!known && (manifest || sealed)) {
      findings.fault('pack.file_unlisted', path, 'It was put in: the manifest does not list it.')
    }
  }
}
