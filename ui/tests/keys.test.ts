import { describe, expect, it } from 'vitest'
import { isPressed, isTyping, keyWords } from '../src/lib/keys'

const press = (key: string, held: Partial<KeyboardEventInit> = {}) =>
  new KeyboardEvent('keydown', { key, ...held })

describe('a key combination', () => {
  it.each([
    ['J', press('j'), true],
    ['J', press('J', { shiftKey: true }), false],
    ['Shift+A', press('A', { shiftKey: true }), true],
    ['A', press('a', { ctrlKey: true }), false],
    ['Ctrl+K', press('k', { ctrlKey: true }), true],
    ['Ctrl+K', press('k', { metaKey: true }), true],
    ['Ctrl++', press('+', { ctrlKey: true, shiftKey: true }), true],
    ['?', press('?', { shiftKey: true }), true],
    ['Space', press(' '), true],
    ['Ctrl+Enter', press('Enter', { ctrlKey: true }), true],
    ['Enter', press('Enter', { ctrlKey: true }), false],
    ['F', press('f', { altKey: true }), false],
  ])('%s, case %#', (keys, event, expected) => {
    expect(isPressed(keys, event), `${event.key} against ${keys}`).toBe(expected)
  })

  it.each([
    ['Ctrl+Enter', 'Ctrl ↵'],
    ['Shift+A', '⇧ A'],
    ['J K', 'J K'],
    ['Ctrl++', 'Ctrl +'],
    ['Escape', 'Esc'],
  ])('%s reads as %s', (keys, words) => {
    expect(keyWords(keys)).toBe(words)
  })

  it('knows where a letter would be typed', () => {
    expect(isTyping(document.createElement('textarea'))).toBe(true)
    expect(isTyping(document.createElement('button'))).toBe(false)
  })
})
