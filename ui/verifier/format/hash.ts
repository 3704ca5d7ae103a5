/** Hashes of FORMAT.md section 2. */
import { sha256 as sha256Of } from '@noble/hashes/sha2.js'
import { hex, joined, utf8 } from './bytes'

export const sha256 = (...parts: Uint8Array[]): Uint8Array => sha256Of(joined(...parts))

/** SHA-256 of bytes that come in pieces. */
export const sha256InPieces = () => sha256Of.create()

export const leafHash = (body: Uint8Array, signature: Uint8Array): Uint8Array =>
  sha256(Uint8Array.of(0), body, signature)

export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(Uint8Array.of(1), left, right)

/** Of a public key: 64 hex digits. */
export const fingerprint = (publicKey: Uint8Array): string => hex(sha256(publicKey))

/** A key's name in signed notes. */
export const keyName = (ws: string, person: string): string =>
  person === 'machine' ? `countersign/${ws}` : `countersign/${ws}/${person}`

/** What a signature is by: 0x01 in entries, statements and machines' notes, 0x04 in cosignatures. */
export type Kind = 1 | 4

/** The first 4 bytes of a key's hash, in hex; with type 0x01 it is the key's id. */
export const keyHash = (ws: string, person: string, kind: Kind, publicKey: Uint8Array): string =>
  hex(sha256(utf8(`${keyName(ws, person)}\n`), Uint8Array.of(kind), publicKey).slice(0, 4))
