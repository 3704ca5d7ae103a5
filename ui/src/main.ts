import { mount } from 'svelte'
import App from './App.svelte'
import { desk } from './frame/desk.svelte'
import { later } from './frame/later.svelte'
import { look } from './frame/look.svelte'
import './kit/font.css'
import './kit/tokens.css'
import './kit/base.css'
import { askAhead } from './lib/transport'

/** So long the first screen is waited for, in ms, before what stands around it is painted alone. */
const PATIENCE = 300
/** Long enough for the first screen to be painted, short enough to be there before anybody goes on. */
const SETTLED = 500

look.start()
// The desk answers what the first screen asks while the page is still being set.
const opening = desk.refresh()
const first = askAhead(['today', 'decisions', 'since_last_here'])
// Words and signs of keys set in another face first would jump when theirs arrives.
const face = document.fonts.load('1rem "Inter Variable"', 'a↵')
void Promise.allSettled([opening, face])
  .then(() => Promise.race([first, new Promise((go) => setTimeout(go, PATIENCE))]))
  .then(() => {
    mount(App, { target: document.body })
    setTimeout(() => void later.read(), SETTLED)
  })
