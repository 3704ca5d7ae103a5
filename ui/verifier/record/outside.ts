/** What somebody kept outside the pack: heads and fingerprints (FORMAT.md section 10). */
import { type Head, head } from '../format/form'
import { attempt, need } from '../format/unreadable'
import { signers } from './enrolment'
import type { Ledger } from './ledger'

export interface Outside {
  heads: Head[]
  /** Fingerprints in lower-case hex; nothing where no list was given. */
  keys: Set<string> | undefined
}

/** Reads what somebody pasted; Unreadable with the line that is neither. */
export function readOutside(heads: string, keys: string): Outside {
  const lines = (text: string) =>
    text
      .replace(/^\ufeff/, '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'))
  const fingerprints = lines(keys).map((line) => {
    const [first = ''] = line.split(/\s+/)
    need(
      /^[0-9a-f]{64}$/i.test(first),
      `“${line}” does not begin with a fingerprint of 64 hex digits`,
    )
    return first.toLowerCase()
  })
  const kept = lines(heads).map((line) => {
    const read = attempt(() => head(line.toLowerCase()))
    need('value' in read, `“${line}” is no head: entries, a colon and 64 hex digits`)
    return read.value
  })
  return { heads: kept, keys: fingerprints.length > 0 ? new Set(fingerprints) : undefined }
}

/** Holds the record against them; whether it is anchored by them. */
export function judgeOutside(ledger: Ledger, { heads, keys }: Outside): boolean {
  const { findings, tree } = ledger
  for (const { size, root } of heads) {
    const where = `head ${size}:${root}`
    const own = tree.rootAt(size)
    if (own === undefined) {
      const says = `Somebody saw ${size} entries; this record ends after ${tree.size}.`
      findings.fault('seen.cut', where, says)
    } else if (own !== root) {
      findings.fault('seen.differs', where, 'Somebody saw another record than this one.')
    }
  }
  const people = signers(ledger)
  const unnamed = people.filter(({ fingerprint }) => keys && !keys.has(fingerprint))
  for (const { person, id, fingerprint } of unnamed) {
    const says = `It signed, but its fingerprint ${fingerprint} is not on your list.`
    findings.fault('key.not_named', `key ${id} of ${person}`, says)
  }
  const known = new Set(ledger.keys.all().map(({ fingerprint }) => fingerprint))
  for (const listed of keys ?? []) {
    if (!known.has(listed))
      findings.note(`The record does not know the key ${listed} on your list.`)
  }
  const agree =
    unnamed.length === 0 && findings.count('seen.cut') + findings.count('seen.differs') === 0
  return agree && (heads.length > 0 || (keys !== undefined && people.length > 0))
}
