import { mount } from 'svelte'
import '../src/kit/tokens.css'
import './page.css'
import Page from './page/Page.svelte'

const dark = window.matchMedia('(prefers-color-scheme: dark)')
const wear = (isDark: boolean) => {
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
}
wear(dark.matches)
dark.addEventListener('change', ({ matches }) => wear(matches))
// Paper is light.
window.addEventListener('beforeprint', () => wear(false))
window.addEventListener('afterprint', () => wear(dark.matches))

mount(Page, { target: document.body })
