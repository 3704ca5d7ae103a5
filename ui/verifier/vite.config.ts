/** Builds the page that travels in every pack: one file, the same bytes for the same sources. */
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { oneFile } from './one-file'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  plugins: [
    svelte({
      // Names of styles come from the styles alone: paths differ from machine to machine.
      compilerOptions: { runes: true, cssHash: ({ hash, css }) => `v${hash(css)}` },
    }),
    oneFile('verify.html'),
  ],
  clearScreen: false,
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    target: ['chrome110', 'firefox115', 'safari16.4'],
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
