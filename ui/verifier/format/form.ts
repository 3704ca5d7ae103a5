/**
 * Forms of values. A form takes a JSON value and gives what it reads, or throws Unreadable.
 * Fields beyond those named are passed over; a named one may not stand twice.
 */
import { fromBase64 } from './bytes'
import { type Json, JsonObject } from './json'
import { need } from './unreadable'

export type Form<T> = (value: Json) => T
type Shape = Record<string, Form<unknown>>
type Fields<S extends Shape> = { [Name in keyof S]: ReturnType<S[Name]> }
type Given<S extends Shape, O extends Shape> = Fields<S> & Partial<Fields<O>>

export const text: Form<string> = (value) => {
  need(typeof value === 'string', 'a text is no string')
  return value
}

export const bool: Form<boolean> = (value) => {
  need(typeof value === 'boolean', 'a yes or no is neither')
  return value
}

/** An integer from 0. */
export const natural: Form<number> = (value) => {
  need(typeof value === 'number' && value >= 0, 'a number is no plain integer from 0')
  return value
}

/** An integer from 1. */
export const count: Form<number> = (value) => {
  need(typeof value === 'number' && value >= 1, 'a number is no plain integer from 1')
  return value
}

export const one: Form<number> = (value) => {
  need(value === 1, 'its version is not 1')
  return value
}

const like =
  (pattern: RegExp, what: string): Form<string> =>
  (value) => {
    need(typeof value === 'string' && pattern.test(value), `${what} is malformed`)
    return value
  }

export const person = like(/^[A-Za-z0-9-]{1,32}$/, 'a person')
/** A person who is not the machine. */
export const somebody = like(/^(?!machine$)[A-Za-z0-9-]{1,32}$/, 'a person')
export const keyId = like(/^[0-9a-f]{8}$/, 'a key id')
export const workspace = like(/^[0-7][0-9a-hjkmnp-tv-z]{25}$/, 'a workspace id')
export const hash = like(/^[0-9a-f]{64}$/, 'a SHA-256')

const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.\d{3}Z$/

/** A moment that exists, as FORMAT.md writes times. They sort as texts. */
export const time: Form<string> = (value) => {
  const found = typeof value === 'string' ? TIME.exec(value) : null
  need(typeof value === 'string' && found, 'a time is malformed')
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map(Number)
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  const exists = day >= 1 && day <= days && hour < 24 && minute < 60 && second < 60
  need(exists, 'a time does not exist')
  return value
}

/** Base64 of so many bytes. */
export const bytes =
  (size: number): Form<Uint8Array> =>
  (value) => {
    need(typeof value === 'string', 'bytes are no string')
    const found = fromBase64(value)
    need(found.length === size, `base64 holds ${found.length} bytes, not ${size}`)
    return found
  }

/** A size below 2^64 in decimal; larger than any record's when it cannot be counted exactly. */
export function size(digits: string): number {
  const plain = /^(?:0|[1-9][0-9]{0,19})$/.test(digits) && BigInt(digits) < 2n ** 64n
  need(plain, 'a size is malformed')
  return Number(digits)
}

/** How many entries, and the root of the tree over them in hex. */
export interface Head {
  size: number
  root: string
}

export const head: Form<Head> = (value) => {
  const [digits = '', root = '', more] = text(value).split(':')
  need(more === undefined, 'a head is malformed')
  return { size: size(digits), root: hash(root) }
}

export const listOf =
  <T>(form: Form<T>): Form<T[]> =>
  (value) => {
    need(Array.isArray(value), 'a list is none')
    return value.map(form)
  }

/** An object of any fields. */
export const anyObject: Form<JsonObject> = (value) => {
  need(value instanceof JsonObject, 'an object is none')
  return value
}

/** An object with these fields, and perhaps those. */
export const object =
  <S extends Shape, O extends Shape = Record<never, never>>(
    required: S,
    optional?: O,
  ): Form<Given<S, O>> =>
  (value) => {
    const given = anyObject(value)
    const read: Record<string, unknown> = {}
    for (const [name, form] of Object.entries({ ...required, ...optional })) {
      const field = given.get(name)
      need(!given.repeated.has(name), `“${name}” stands twice`)
      need(field !== undefined || !Object.hasOwn(required, name), `“${name}” is missing`)
      if (field !== undefined) read[name] = form(field)
    }
    return read as Given<S, O>
  }

/** The same, and no other fields. */
export const exactly =
  <S extends Shape, O extends Shape = Record<never, never>>(
    required: S,
    optional?: O,
  ): Form<Given<S, O>> =>
  (value) => {
    const known = { ...required, ...optional }
    const other = [...anyObject(value).keys()].find((name) => !Object.hasOwn(known, name))
    need(other === undefined, `“${other}” is no field of it`)
    return object(required, optional)(value)
  }
