import { describe, expect, it } from 'vitest'
import { codes } from '../src/lib/bindings'
import { isKnown, say } from '../src/lib/words'

describe('the table from code to words', () => {
  it.each(codes)('knows %s', (code) => {
    expect(isKnown(code), `src/lib/words.ts has no row for ${code}`).toBe(true)
    expect(say({ code, says: 'What is wrong.' }).what).not.toBe('')
  })

  it('says the desk’s own sentence, which names reference, line or field', () => {
    expect(say({ code: 'name-taken', says: 'WF-0002 has that name.' }).what).toBe(
      'WF-0002 has that name.',
    )
  })

  it('still says something about what it does not know', () => {
    expect(say(new Error('boom')).what).not.toBe('')
    expect(say({ code: 'brand-new', says: 'Something new.' }).what).toBe('Something new.')
  })
})
