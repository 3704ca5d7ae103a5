import { mount } from 'svelte'
import App from './App.svelte'
import { look } from './frame/look.svelte'
import './kit/font.css'
import './kit/tokens.css'
import './kit/base.css'

look.start()
mount(App, { target: document.body })
