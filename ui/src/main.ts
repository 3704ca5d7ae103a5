import { mount } from 'svelte'
import App from './App.svelte'
import { look } from './frame/look.svelte'
import './kit/font.css'
import './kit/tokens.css'
import './kit/base.css'

look.start()
// Words set in another face first would jump when theirs arrives.
void document.fonts
  .load('1rem "Inter Variable"')
  .finally(() => mount(App, { target: document.body }))
