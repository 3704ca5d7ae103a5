import type { DecisionRow, DecisionView, VoteGiven, VoteVerdict } from '../lib/bindings'

/** What somebody wants to say of a decision they have read. */
export interface Answer extends VoteGiven {
  title: string
}

/**
 * Decisions read one after the other and signed with one passphrase. An answer is given on the page
 * that shows the whole difference and nowhere else, so that nothing is signed unread.
 */
class Sitting {
  marked = $state.raw<readonly string[]>([])
  answers = $state.raw<readonly Answer[]>([])

  isMarked = (decision: string): boolean => this.marked.includes(decision)

  /** Marks a decision to be read with the others, or takes the mark back. */
  toggle({ decision }: DecisionRow): void {
    if (this.isMarked(decision)) {
      this.marked = this.marked.filter((one) => one !== decision)
      this.answers = this.answers.filter((one) => one.decision !== decision)
    } else this.marked = [...this.marked, decision]
  }

  /** The marked ones that have no answer yet, other than `decision`. */
  unread(decision: string): string[] {
    if (!this.isMarked(decision)) return []
    return this.marked.filter(
      (one) => one !== decision && !this.answers.some((answer) => answer.decision === one),
    )
  }

  answerTo = (decision: string): Answer | undefined =>
    this.answers.find((answer) => answer.decision === decision)

  /** Notes what is to be signed of the decision shown. */
  note({ row, subject }: DecisionView, verdict: VoteVerdict, reason: string): void {
    const { decision } = row
    const title = row.title ?? ''
    const others = this.answers.filter((one) => one.decision !== decision)
    this.answers = [...others, { decision, subject, verdict, reason, title }]
  }

  /** What one signature would stand under: this answer, with those of the same sitting. */
  toSign(decision: string): readonly Answer[] {
    const given = this.isMarked(decision) ? this.marked : [decision]
    return this.answers.filter((answer) => given.includes(answer.decision))
  }

  end(): void {
    this.marked = []
    this.answers = []
  }
}

export const sitting = new Sitting()
