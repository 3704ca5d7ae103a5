import { describe, expect, it, vi } from 'vitest'
import { Act } from '../src/lib/act.svelte'
import { Load } from '../src/lib/load.svelte'

describe('an act', () => {
  it('runs once while it is under way', async () => {
    const work = vi.fn(() => new Promise<void>((done) => setTimeout(done)))
    const act = new Act(work)
    await Promise.all([act.run(), act.run(), act.run()])
    expect(work).toHaveBeenCalledTimes(1)
    expect(act.busy).toBe(false)
  })

  it('keeps the refusal until it is tried again', async () => {
    const refusal = { code: 'disk-full', says: 'Full.' }
    const work = vi.fn().mockRejectedValueOnce(refusal).mockResolvedValueOnce('done')
    const act = new Act(work)
    await act.run()
    expect(act.fault).toBe(refusal)
    await expect(act.run()).resolves.toBe('done')
    expect(act.fault).toBeUndefined()
  })
})

describe('a reading', () => {
  it('drops an answer that a later reading overtook', async () => {
    const answers = [Promise.resolve('old'), Promise.resolve('new')]
    const slow = answers[0]?.then(
      (answer) => new Promise<string>((done) => setTimeout(() => done(answer), 5)),
    )
    const load = new Load(vi.fn().mockReturnValueOnce(slow).mockReturnValueOnce(answers[1]))
    await Promise.all([load.again(), load.again()])
    expect(load.view).toBe('new')
  })

  it('keeps what it shows when reading again fails', async () => {
    const read = vi.fn().mockResolvedValueOnce('shown').mockRejectedValueOnce(new Error('gone'))
    const load = new Load<string>(read)
    await load.again()
    await load.again()
    expect(load.view).toBe('shown')
    expect(load.fault).toBeInstanceOf(Error)
  })
})
