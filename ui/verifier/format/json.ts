/**
 * A strict JSON reader. The browser's own forgives what a verifier must not: it drops names that stand
 * twice, and cannot tell 1 from 1.0.
 */
import { need, Unreadable } from './unreadable'

export type Json = null | boolean | number | string | OtherNumber | Json[] | JsonObject

/** An object: its names in the order of the text; of a name that stands twice the last counts. */
export class JsonObject extends Map<string, Json> {
  readonly repeated = new Set<string>()
}

/** A number that is no integer between -(2^53 - 1) and 2^53 - 1, or not written as one. */
export class OtherNumber {
  constructor(readonly text: string) {}
}

/** No value lies inside more lists and objects, in canonical JSON as in any other. */
export const DEEPEST = 64

const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y
const SPACE = /[ \t\n\r]*/y
const PLAIN = /[^"\\\u0000-\u001f]*/y
const ESCAPED: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/** The value of a JSON text; {@link Unreadable} where it is none. */
export function parse(text: string): Json {
  return new Reader(text).whole()
}

class Reader {
  private at = 0

  constructor(private readonly text: string) {}

  whole(): Json {
    const value = this.value(0)
    this.run(SPACE)
    need(this.at === this.text.length, 'something follows the JSON value')
    return value
  }

  private value(depth: number): Json {
    need(depth <= DEEPEST, 'it nests too deep')
    this.run(SPACE)
    switch (this.text[this.at]) {
      case '{':
        return this.object(depth)
      case '[':
        return this.list(depth)
      case '"':
        return this.string()
      case 't':
        return this.word('true', true)
      case 'f':
        return this.word('false', false)
      case 'n':
        return this.word('null', null)
      default:
        return this.number()
    }
  }

  private object(depth: number): JsonObject {
    const object = new JsonObject()
    this.at++
    if (this.next('}')) return object
    do {
      this.run(SPACE)
      const name = this.string()
      this.expect(':')
      if (object.has(name)) object.repeated.add(name)
      object.set(name, this.value(depth + 1))
    } while (this.next(','))
    this.expect('}')
    return object
  }

  private list(depth: number): Json[] {
    const list: Json[] = []
    this.at++
    if (this.next(']')) return list
    do list.push(this.value(depth + 1))
    while (this.next(','))
    this.expect(']')
    return list
  }

  private string(): string {
    need(this.text[this.at] === '"', 'it is not JSON')
    this.at++
    let string = this.run(PLAIN)
    while (this.text[this.at] === '\\') {
      this.at++
      string += this.escape() + this.run(PLAIN)
    }
    need(this.text[this.at] === '"', 'a string is not ended, or holds a control character')
    this.at++
    need(!/\p{Surrogate}/u.test(string), 'a string holds half a character')
    return string
  }

  private escape(): string {
    const sign = this.text[this.at++] ?? ''
    if (sign !== 'u') {
      const meant = Object.hasOwn(ESCAPED, sign) ? ESCAPED[sign] : undefined
      need(meant !== undefined, 'a string holds an unknown escape')
      return meant
    }
    const digits = this.text.slice(this.at, this.at + 4)
    need(/^[0-9a-fA-F]{4}$/.test(digits), 'a string holds an unknown escape')
    this.at += 4
    return String.fromCharCode(parseInt(digits, 16))
  }

  private number(): number | OtherNumber {
    NUMBER.lastIndex = this.at
    const found = NUMBER.exec(this.text)
    need(found, 'it is not JSON')
    this.at = NUMBER.lastIndex
    const [text, point, exponent] = found
    const value = Number(text)
    const plain = point === undefined && exponent === undefined && text !== '-0'
    return plain && Number.isSafeInteger(value) ? value : new OtherNumber(text)
  }

  private word<T>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.at)) throw new Unreadable('it is not JSON')
    this.at += word.length
    return value
  }

  private next(sign: string): boolean {
    this.run(SPACE)
    const found = this.text[this.at] === sign
    if (found) this.at++
    return found
  }

  private expect(sign: string) {
    need(this.next(sign), 'it is not JSON')
  }

  /** What a pattern that may be empty finds here. */
  private run(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0] ?? ''
    this.at += found.length
    return found
  }
}
