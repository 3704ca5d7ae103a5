/** Signed notes with a checkpoint in them (FORMAT.md section 8), and tlog-proofs (section 9, check 3). */
import { fromBase64, hex, textOf, utf8 } from './bytes'
import { bytes, size } from './form'
import { need } from './unreadable'

/** A signature line: the key's name, the hash of the key in 8 hex digits, the bytes of the signature. */
export interface SignatureLine {
  name: string
  hash: string
  signature: Uint8Array
}

export interface Checkpoint {
  /** What is signed: the note's text with the line feed of its last line. */
  text: Uint8Array
  origin: string
  size: number
  /** The size, exactly. */
  exactSize: bigint
  /** In hex. */
  root: string
  lines: SignatureLine[]
}

const LINE = /^\u2014 ([^ +]+) ([^ ]+)$/
const MOST_LINES = 100

/** Reads a checkpoint from the bytes of its note, or is Unreadable. */
export function readCheckpoint(note: Uint8Array): Checkpoint {
  const whole = textOf(note)
  need(!/[\u0000-\u0009\u000b-\u001f]/.test(whole), 'it holds a control character')
  const parted = whole.lastIndexOf('\n\n')
  need(parted >= 0 && whole.endsWith('\n'), 'it is no signed note')
  const [text, tail] = [whole.slice(0, parted + 1), whole.slice(parted + 2)]
  const lines = text.slice(0, -1).split('\n')
  need(lines.length >= 3 && !lines.includes(''), 'its text is no checkpoint')
  const [origin = '', digits = '', root = ''] = lines
  const signatures = tail.split('\n').slice(0, -1)
  const few = signatures.length >= 1 && signatures.length <= MOST_LINES
  need(few, `it has ${signatures.length} signature lines`)
  return {
    text: utf8(text),
    origin,
    size: size(digits),
    exactSize: BigInt(digits),
    root: hex(bytes(32)(root)),
    lines: signatures.map(readLine),
  }
}

function readLine(line: string): SignatureLine {
  const found = LINE.exec(line)
  need(found, 'a signature line is malformed')
  const [, name = '', encoded = ''] = found
  const raw = fromBase64(encoded)
  need(raw.length > 4, 'a signature line holds no signature')
  return { name, hash: hex(raw.slice(0, 4)), signature: raw.slice(4) }
}

export interface Proof {
  index: bigint
  hashes: Uint8Array[]
  /** The note the proof ends with. */
  note: string
}

/** Reads the C2SP tlog-proof of a seal, or is Unreadable. */
export function readProof(file: Uint8Array): Proof {
  const whole = textOf(file)
  const parted = whole.indexOf('\n\n')
  need(parted >= 0, 'it ends in no checkpoint')
  const lines = whole.slice(0, parted).split('\n')
  need(lines.shift() === 'c2sp.org/tlog-proof@v1', 'it is no tlog-proof')
  if (lines[0]?.startsWith('extra ')) fromBase64(lines.shift()?.slice('extra '.length) ?? '')
  const index = lines.shift() ?? ''
  need(index.startsWith('index '), 'it names no index')
  const digits = index.slice('index '.length)
  size(digits)
  return { index: BigInt(digits), hashes: lines.map(bytes(32)), note: whole.slice(parted + 2) }
}
