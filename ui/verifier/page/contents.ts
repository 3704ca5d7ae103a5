/** What is in a pack, made ready to be shown. */
import { textOf } from '../format/bytes'
import { attempt } from '../format/unreadable'
import { signers } from '../record/enrolment'
import { placeOf, type Read } from '../record/ledger'
import type { Verified } from '../pack/verify'
import { tableUnder, titleOf } from './markdown'
import { eventWords, moment } from './words'

/** An entry in the page's list. */
export interface Row {
  seq: number
  at: string
  who: string
  what: string
  /** References in it, such as `DEC-0003`. */
  about: string[]
  /** Its texts, each with where it stands. */
  texts: { path: string; text: string }[]
  body: string
  /** All of it in small letters, to search in. */
  found: string
}

/** Every entry that could be read, in the order of the record. */
export function rows({ ledger, texts }: Verified): Row[] {
  const names = peoplesNames(ledger.entries, texts.words)
  const words = new Map<number, Row['texts']>()
  for (const { seq, pointer } of ledger.commitments) {
    const text = texts.words.get(placeOf(seq, pointer))
    if (text === undefined) continue
    words.set(seq, [...(words.get(seq) ?? []), { path: pointer, text }])
  }
  return ledger.entries.map(({ entry, type, body }) => {
    const name = names.get(entry.by)
    const who = entry.by === 'machine' ? 'the machine' : [entry.by, name].filter(Boolean).join(' ')
    const row = {
      seq: entry.seq,
      at: moment(entry.at),
      who,
      what: eventWords(type),
      about: references(body),
      texts: words.get(entry.seq) ?? [],
      body,
    }
    const all = [row.seq, row.at, who, row.what, ...row.about, ...row.texts.map(({ text }) => text)]
    return { ...row, found: all.join('\n').toLowerCase() }
  })
}

/** The latest name that the record holds of each person, where its text is here. */
function peoplesNames(entries: Read[], words: Map<string, string>): Map<string, string> {
  const names = new Map<string, string>()
  for (const { entry, type } of entries) {
    const founds = type === 'workspace.created'
    const person = founds ? founder(entry.event.get('founder')) : entry.event.get('person')
    const path = founds ? '/event/founder/name' : '/event/name'
    const name = words.get(placeOf(entry.seq, path))
    if (typeof person === 'string' && name !== undefined) names.set(person, name)
  }
  return names
}

const founder = (value: unknown) => (value instanceof Map ? value.get('person') : undefined)

const MOST_NAMED = 4

/** What an event names, itself first; the person who entered it stands in a column of its own. */
function references(body: string): string[] {
  const event = /"event":(\{.*\}),"key":/s.exec(body)?.[1] ?? ''
  const found = [...event.matchAll(/"([A-Z]{2,8}-[0-9][0-9A-Za-z-]{0,20})"/g)].map(
    ([, ref = '']) => ref,
  )
  const named = [...new Set(found)]
  return named.length > MOST_NAMED ? [...named.slice(0, MOST_NAMED), '…'] : named
}

/** What the sender wrote about the pack, the files for each request, and who signed. */
export function about(verified: Verified) {
  const { ledger, files } = verified
  const text = (path: string) => {
    const bytes = files.get(path)?.bytes
    const read = bytes && attempt(() => textOf(bytes))
    return read && 'value' in read ? read.value : ''
  }
  const signed = new Set(signers(ledger).map(({ id }) => id))
  const names = peoplesNames(ledger.entries, verified.texts.words)
  return {
    title: titleOf(text('README.md')),
    facts: tableUnder(text('README.md'), ['', '']),
    requests: tableUnder(text('INDEX.md'), ['Asked for', 'Files']),
    keys: ledger.keys.all().map(({ id, person, fingerprint, inUse }) => ({
      id,
      who:
        person === 'machine'
          ? 'the machine'
          : [person, names.get(person)].filter(Boolean).join(' '),
      fingerprint,
      state: [signed.has(id) ? 'signed' : '', inUse ? '' : 'no longer in use']
        .filter(Boolean)
        .join(', '),
    })),
  }
}
