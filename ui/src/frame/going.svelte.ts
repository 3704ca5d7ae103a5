/** Long work that no sheet shows: what it is called, and which operation does it. */
export interface Going {
  operation: string
  words: string
}

class Current {
  now = $state.raw<Going | undefined>(undefined)

  /** Shows `going` for as long as `work` goes on. */
  async during<Made>(going: Going, work: () => Promise<Made>): Promise<Made> {
    this.now = going
    try {
      return await work()
    } finally {
      if (this.now === going) this.now = undefined
    }
  }
}

export const going = new Current()
