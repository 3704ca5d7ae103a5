/** Texts beside the entries, each held to its commitment (FORMAT.md section 5). */
import { base64, bytesOrNone, utf8 } from '../format/bytes'
import { sha256 } from '../format/hash'
import type { Pace } from '../pack/pace'
import { type Ledger, placeOf } from './ledger'

export interface TextRow {
  seq: number
  path: string
  salt: string
  text: string
  /** Whether it lies in an earlier pack, where it may have been erased since. */
  earlier?: boolean
}

export interface Texts {
  present: number
  withheld: number
  erased: number
  /** Texts that are what was committed to, by their places. */
  words: Map<string, string>
}

/** Judges each text row, withheld place and commitment. */
export async function judgeTexts(
  ledger: Ledger,
  rows: TextRow[],
  withheld: { seq: number; path: string }[],
  pace: Pace,
): Promise<Texts> {
  const given = rowsByPlace(ledger, rows)
  const left = placesWithheld(ledger, withheld)
  const texts: Texts = { present: 0, withheld: 0, erased: 0, words: new Map() }
  for (const { seq, pointer, c, bare } of ledger.commitments) {
    await pace.step()
    const place = placeOf(seq, pointer)
    const fault = (code: 'altered' | 'missing' | 'not_erased' | 'withheld', says: string) =>
      ledger.findings.fault(`text.${code}`, `entry ${seq}, ${pointer}`, says)
    const row = given.get(place)
    const [erased, out] = [ledger.erased.has(place), bare || left.has(place)]
    if (row?.earlier && erased) texts.erased++
    else if (row && erased)
      fault('not_erased', 'It was erased by a recorded act, but is still here.')
    else if (row && out) fault('withheld', 'It is listed as withheld, but is here.')
    else if (row && !isWhat(row, c)) fault('altered', 'It is not the text that was signed.')
    else if (row) {
      texts.present++
      texts.words.set(place, row.text)
    } else if (erased) texts.erased++
    else if (out) texts.withheld++
    else fault('missing', 'It is neither here, nor erased, nor listed as withheld.')
  }
  return texts
}

function rowsByPlace(ledger: Ledger, rows: TextRow[]): Map<string, TextRow> {
  const given = new Map<string, TextRow>()
  for (const row of rows) {
    const place = placeOf(row.seq, row.path)
    const where = `entry ${row.seq}, ${row.path}`
    if (given.has(place)) {
      ledger.findings.fault('text.uncommitted', where, 'Two texts stand for one place.')
      continue
    }
    given.set(place, row)
    if (!ledger.committed.has(place)) {
      ledger.findings.fault('text.uncommitted', where, 'No entry holds this text.')
    }
  }
  return given
}

function placesWithheld(ledger: Ledger, withheld: { seq: number; path: string }[]): Set<string> {
  const left = new Set<string>()
  for (const { seq, path } of withheld) {
    const place = placeOf(seq, path)
    if (!left.has(place) && !ledger.committed.has(place)) {
      const says = 'It is listed as withheld, but no entry holds such a text.'
      ledger.findings.fault('text.withheld', `entry ${seq}, ${path}`, says)
    }
    left.add(place)
  }
  return left
}

function isWhat({ salt, text }: TextRow, c: string): boolean {
  const raw = bytesOrNone(salt)
  return raw.length === 16 && base64(sha256(raw, utf8(text))) === c
}
