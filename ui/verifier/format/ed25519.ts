/**
 * Strict Ed25519, as FORMAT.md section 1 says: without the cofactor, S below the order, neither key nor
 * R of small order, R with exactly the bytes that the equation gives. The library's own `verify`
 * multiplies by the cofactor, so only its points are used.
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { joined, same } from './bytes'

const { Point } = ed25519
type Point = InstanceType<typeof Point>
const ORDER = Point.Fn.ORDER

/** A key that has judged so many signatures is worth a table of its multiples. */
const WORTH_A_TABLE = 8

export class VerifyingKey {
  private judged = 0

  private constructor(
    readonly bytes: Uint8Array,
    private readonly point: Point,
  ) {}

  /** Nothing where the bytes are no point, as RFC 8032 decodes one, or one of small order. */
  static of(bytes: Uint8Array): VerifyingKey | undefined {
    try {
      const point = Point.fromBytes(bytes)
      return point.isSmallOrder() ? undefined : new VerifyingKey(bytes, point)
    } catch {
      return undefined
    }
  }

  /** Whether a signature holds over a message. */
  signed(message: Uint8Array, signature: Uint8Array): boolean {
    if (signature.length !== 64) return false
    const [r, s] = [signature.subarray(0, 32), number(signature.subarray(32))]
    if (s >= ORDER) return false
    const k = number(sha512(joined(r, this.bytes, message))) % ORDER
    if (++this.judged === WORTH_A_TABLE) this.point.precompute(6, true)
    const found = Point.BASE.multiplyUnsafe(s).subtract(this.point.multiplyUnsafe(k))
    return !found.isSmallOrder() && same(found.toBytes(), r)
  }
}

/** Bytes as a number, the least first. */
function number(bytes: Uint8Array): bigint {
  let value = 0n
  for (const byte of bytes.toReversed()) value = (value << 8n) | BigInt(byte)
  return value
}
