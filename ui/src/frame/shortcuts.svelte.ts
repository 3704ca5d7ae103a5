import { getContext, setContext } from 'svelte'
import { isPressable, isPressed, isTyping } from '../lib/keys'

/** One key and what it does. */
export interface Shortcut {
  keys: string
  does: string
  run: () => void
  /** A word for the foot; `hintKeys` names a pair such as `J K` at once. */
  hint?: string
  hintKeys?: string
  /** Works while a field has the focus too. Ctrl combinations always do. */
  inFields?: boolean
  /** A second way to press what is listed already. */
  unlisted?: boolean
}

interface Layer {
  list: () => Shortcut[]
  /** Hides every layer below it, as a sheet does. */
  modal: boolean
  /** Keys of the whole desk are listed apart and never in the foot. */
  wide: boolean
  /** Works beneath sheets too, as text size must. */
  always: boolean
  /** Hides everything, whatever else arrives: the sign-in screen. */
  cover: boolean
  /** The sheet that the component stands in. */
  within: Layer | undefined
}

const SHEET = Symbol('sheet')

// A component that leaves still sees the layers as they were, so the list itself is kept apart.
let all: Layer[] = []
let layers = $state.raw<Layer[]>([])

/** Lays a component's shortcuts on top for as long as it is on screen. */
export function layer(
  list: () => Shortcut[],
  { modal = false, wide = false, always = false, cover = false } = {},
): void {
  const mine: Layer = { list, modal, wide, always, cover, within: getContext(SHEET) }
  if (modal) setContext(SHEET, mine)
  $effect.pre(() => {
    // Keys of the whole desk lie at the bottom, whenever they arrive.
    set(wide ? [mine, ...all] : [...all, mine])
    return () => set(all.filter((other) => other !== mine))
  })
}

/** What works now, latest first: under a sheet rests every key, also of what comes to the screen later. */
export function active(): Shortcut[] {
  const sheet = layers.findLast(({ modal }) => modal)
  const covered = layers.some(({ cover }) => cover)
  return layers
    .filter(
      (one) =>
        one.always || (covered ? one.cover : !sheet || one === sheet || one.within === sheet),
    )
    .reverse()
    .flatMap(({ list }) => list())
}

/** How many sheets are open, one above the other. */
export function sheetsOpen(): number {
  return layers.filter(({ modal }) => modal).length
}

/** The keys of this screen and those of the whole desk, for the sheet that lists them. */
export function listed(): { here: Shortcut[]; everywhere: Shortcut[] } {
  const of = (wide: boolean) =>
    layers
      .filter((one) => one.wide === wide)
      .flatMap((one) => one.list())
      .filter(({ unlisted }) => !unlisted)
  return { here: of(false), everywhere: of(true) }
}

/** What the foot says about keys. */
export function hints(): { keys: string; word: string }[] {
  return layers
    .filter(({ wide }) => !wide)
    .flatMap(({ list }) => list())
    .flatMap(({ hint, hintKeys, keys }) => (hint ? [{ keys: hintKeys ?? keys, word: hint }] : []))
}

/** Runs the topmost shortcut that matches; the window's one key listener. */
export function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const typing = isTyping(event.target)
  const pressable = isPressable(event.target) && (event.key === 'Enter' || event.key === ' ')
  const found = active().find(
    ({ keys, inFields }) =>
      isPressed(keys, event) &&
      (!typing || inFields || keys.startsWith('Ctrl+')) &&
      (!pressable || keys.startsWith('Ctrl+')),
  )
  if (!found) return
  event.preventDefault()
  if (!event.repeat || isStep(found.keys)) found.run()
}

// Held down, keys that move may repeat; keys that act may not.
function isStep(keys: string): boolean {
  return /^(J|K|Arrow\w+|Page\w+)$/.test(keys)
}

function set(next: Layer[]): void {
  all = next
  layers = next
}
