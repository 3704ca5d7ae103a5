import axe from 'axe-core'
import { vi } from 'vitest'

/** Without layout colours and sizes can't be judged here; tokens have their own test. */
export const OPTIONS: axe.RunOptions = {
  rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
  resultTypes: ['violations', 'incomplete'],
  preload: false,
}

/** What axe draws letters on to tell words from the glyphs of an icon font; here every letter is as wide. */
const INK = {
  canvas: {},
  clearRect: () => {},
  fillText: () => {},
  measureText: (words: string) => ({ width: 30 * words.length }),
  getImageData: (_x: number, _y: number, width: number, height: number) => ({
    data: new Uint8ClampedArray(4 * width * height).fill(255),
  }),
}

/** The rules that something breaks, and those that could not be asked: these must not pass for held. */
export async function breaks(context: axe.ElementContext): Promise<string[]> {
  const { violations, incomplete } = await bare(() => axe.run(context, OPTIONS))
  const unasked = incomplete.filter(({ nodes }) =>
    nodes.some(({ any, all, none }) =>
      [...any, ...all, ...none].some(({ id }) => id === 'error-occurred'),
    ),
  )
  return [...violations, ...unasked].map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

/**
 * Judges while only what is hidden counts as styled: no sheet is loaded here, and jsdom works out every
 * style of every element from its own sheet again and again, which takes longer than all the rules.
 * Where nothing is drawn nor laid out, no glyph is an icon and no point of the window has a dialog over it.
 */
export async function bare<Found>(judge: () => Promise<Found>): Promise<Found> {
  const { getComputedStyle } = window
  const drawn = vi.spyOn(HTMLCanvasElement.prototype, 'getContext')
  drawn.mockImplementation(() => INK as unknown as RenderingContext)
  document.elementsFromPoint = () => []
  const styled = (display: string) => {
    const { style } = document.createElement('div')
    style.cssText = `display: ${display}; visibility: visible; position: static; overflow: visible`
    return style
  }
  const [shown, hidden] = [styled('block'), styled('none')]
  window.getComputedStyle = (element) => {
    const out = element.matches('[hidden], head, script, style, template, dialog:not([open])')
    return out || (element as HTMLElement).style?.display === 'none' ? hidden : shown
  }
  try {
    return await judge()
  } finally {
    window.getComputedStyle = getComputedStyle
    drawn.mockRestore()
  }
}

/** What was asked of the desk has been answered and drawn. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
  await new Promise((done) => setTimeout(done))
}
