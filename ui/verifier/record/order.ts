/** Whether the numbers of entries are 1, 2, 3, … in the order of the file (section 4, check 2). */
import type { Findings } from './findings'

export class Order {
  private readonly stood = new Set<number>()
  private highest = 0

  constructor(private readonly findings: Findings) {}

  next(seq: number) {
    if (this.stood.has(seq)) {
      this.findings.fault('entry.repeated', `entry ${seq}`, 'Its number stands twice.')
    } else if (seq < this.highest) {
      this.findings.fault('entry.order', `entry ${seq}`, `It stands after entry ${this.highest}.`)
    }
    this.stood.add(seq)
    this.highest = Math.max(this.highest, seq)
  }

  end() {
    let last = 0
    for (const seq of [...this.stood].sort((one, other) => one - other)) {
      if (seq > last + 1) {
        const run = seq === last + 2 ? `entry ${seq - 1}` : `entries ${last + 1} to ${seq - 1}`
        this.findings.fault('entry.missing', run, 'Left out of the record.')
      }
      last = seq
    }
  }
}
