/** Bytes and how FORMAT.md writes them: hex, base64, UTF-8. */
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { need, Unreadable } from './unreadable'

export { bytesToHex as hex, concatBytes as joined, hexToBytes as fromHex, utf8ToBytes as utf8 }

/** Many pieces as one, of so many bytes in all. */
export function gathered(pieces: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** Whether two runs of bytes are the same. */
export function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}

/** The text of UTF-8 bytes, a byte order mark included; {@link Unreadable} where they are none. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Unreadable('it is not UTF-8')
  }
}

export function base64(bytes: Uint8Array): string {
  let letters = ''
  for (const byte of bytes) letters += String.fromCharCode(byte)
  return btoa(letters)
}

/** The bytes of base64 with padding and zero unused bits; {@link Unreadable} otherwise. */
export function fromBase64(text: string): Uint8Array {
  need(text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text), 'it is not base64')
  let bytes: Uint8Array
  try {
    bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  } catch {
    throw new Unreadable('it is not base64')
  }
  need(base64(bytes) === text, 'it is base64 with unused bits set')
  return bytes
}

/** What base64 holds, or no bytes where it is none: so a salt or signature is read. */
export function bytesOrNone(text: string): Uint8Array {
  try {
    return fromBase64(text)
  } catch {
    return new Uint8Array()
  }
}
