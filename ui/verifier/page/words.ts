/** The page's words for what the checks find. */
import type { Code } from '../record/findings'

/** What each code means to somebody who knows nothing of the format. */
export const MEANS: Record<Code, string> = {
  'entry.unreadable': 'An entry cannot be read',
  'entry.foreign': 'An entry is of another workspace',
  'entry.repeated': 'An entry stands twice',
  'entry.order': 'An entry stands in the wrong order',
  'entry.prev': 'The past was changed',
  'entry.signature': 'An entry is not what was signed',
  'entry.key_unknown': 'A key is unknown',
  'entry.key_retired': 'A key was no longer in use',
  'entry.key_not_theirs': 'A key is somebody else’s',
  'entry.creation': 'The record does not begin as it must',
  'event.form': 'What an entry records is malformed',
  'event.machine': 'The machine did what only people may',
  'key.invalid': 'A key is not valid',
  'key.again': 'A key was enrolled again',
  'key.unauthorised': 'A key was changed by nobody entitled',
  'statement.invalid': 'A signed statement does not hold',
  'statement.again': 'A signed statement was used twice',
  'text.altered': 'A text was changed',
  'text.uncommitted': 'A text was put in',
  'text.form': 'A text is malformed',
  'text.not_erased': 'An erased text is still here',
  'text.erasure': 'What was erased never stood there',
  'text.withheld': 'The list of withheld texts is wrong',
  'checkpoint.form': 'A checkpoint cannot be read',
  'checkpoint.root': 'A checkpoint is of another record',
  'checkpoint.signature': 'A checkpoint is not signed by the machine',
  'checkpoint.cosignature': 'A countersignature does not hold',
  'pack.archive': 'Part of the zip is refused',
  'pack.file_altered': 'A file was changed',
  'pack.file_unlisted': 'A file was put in',
  'pack.form': 'A file of the record cannot be read',
  'pack.seal': 'The seal is of another pack',
  'pack.proof': 'The seal is not proven',
  'pack.keys': 'The keys are not those of the record',
  'pack.rows': 'Rows of AI actions are not those taken in',
  'pack.since': 'An earlier pack is needed',
  'vote.subject': 'A vote is not over its proposal',
  'record.empty': 'There is no entry',
  'entry.missing': 'Entries are missing',
  'text.missing': 'A text is missing',
  'seen.cut': 'The record was cut off',
  'seen.differs': 'The record is another than was seen',
  'pack.file_missing': 'A file is missing',
  'key.not_named': 'Somebody not on your list signed',
}

/**
 * A text from a pack with its invisible and direction-changing signs spelled out, so that none can
 * make it look like another. Line ends and tabs stay.
 */
export const visible = (text: string): string =>
  text.replace(/(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/gu, (sign) =>
    sign === '\u200d' ? sign : `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}]`,
  )

/** "1 entry", "12,345 entries". */
export function counted(count: number, one: string, many: string): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${count === 1 ? one : many}`
}

/** A recorded time as it stands, to the minute, in UTC. */
export const moment = (time: string): string => `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`

/** An event's type in words: "Decision voted". */
export function eventWords(type: string): string {
  const words = type.replace(/[._]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
