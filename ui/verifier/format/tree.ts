/** RFC 6962's tree, growing leaf by leaf, and proofs that a leaf lies in one. */
import { hex } from './bytes'
import { nodeHash, sha256 } from './hash'
import { need } from './unreadable'

export class Tree {
  /** The full subtrees from left to right. */
  private readonly full: { size: number; root: Uint8Array }[] = []
  /** The root over the first so many leaves, in hex. */
  private readonly roots = [hex(sha256())]

  get size(): number {
    return this.roots.length - 1
  }

  /** The root over all leaves, in hex. */
  get root(): string {
    return this.rootAt(this.size) ?? ''
  }

  /** The root over the first so many, in hex; nothing where there are not so many. */
  rootAt(size: number): string | undefined {
    return this.roots[size]
  }

  add(leaf: Uint8Array) {
    let tree = { size: 1, root: leaf }
    for (let left = this.full.at(-1); left?.size === tree.size; left = this.full.at(-1)) {
      this.full.pop()
      tree = { size: 2 * tree.size, root: nodeHash(left.root, tree.root) }
    }
    this.full.push(tree)
    const whole = this.full.reduceRight((right, left) => ({
      size: left.size + right.size,
      root: nodeHash(left.root, right.root),
    }))
    this.roots.push(hex(whole.root))
  }
}

/** The same tree, of which only the full subtrees at its edge are kept. */
export class Edge {
  private readonly full: { size: number; root: Uint8Array }[] = []
  size = 0

  add(leaf: Uint8Array) {
    let tree = { size: 1, root: leaf }
    for (let left = this.full.at(-1); left?.size === tree.size; left = this.full.at(-1)) {
      this.full.pop()
      tree = { size: 2 * tree.size, root: nodeHash(left.root, tree.root) }
    }
    this.full.push(tree)
    this.size++
  }

  /** The root over all leaves. */
  get root(): Uint8Array {
    const roots = this.full.map(({ root }) => root)
    return roots.length > 0 ? roots.reduceRight((right, left) => nodeHash(left, right)) : sha256()
  }
}

/**
 * The root that a leaf and its inclusion proof lead to (RFC 9162 section 2.1.3.2), in hex; Unreadable
 * where they prove nothing. A size above 2^53 is larger than any index here, and its proof is folded
 * with the same halving, exactly, as a big integer.
 */
export function foldProof(
  index: bigint,
  size: bigint,
  leaf: Uint8Array,
  hashes: Uint8Array[],
): string {
  need(index < size, 'its index is not below the size')
  let [f, s, root] = [index, size - 1n, leaf]
  for (const hash of hashes) {
    need(s > 0n, 'the proof holds too many hashes')
    if (f % 2n === 1n || f === s) {
      root = nodeHash(hash, root)
      while (f % 2n === 0n && f > 0n) [f, s] = [f / 2n, s / 2n]
    } else {
      root = nodeHash(root, hash)
    }
    ;[f, s] = [f / 2n, s / 2n]
  }
  need(s === 0n, 'the proof holds too few hashes')
  return hex(root)
}
