import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), svelteTesting()],
  // `--mode fake` and tests put an in-memory desk behind the screens; a build never does.
  resolve: {
    alias:
      mode === 'fake' || mode === 'test'
        ? [{ find: /^.*\/transport$/, replacement: here('./tests/fake/transport.ts') }]
        : [],
  },
  clearScreen: false,
  // The reader of PDFs runs beside the page, from a file of the app's own.
  worker: { format: 'es' },
  server: { port: 5173, strictPort: true, host: '127.0.0.1' },
  build: {
    target: 'safari15',
    cssTarget: 'safari15',
    // The window's content policy allows no data: addresses for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'jsdom',
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    restoreMocks: true,
    env: { DEBUG_PRINT_LIMIT: '0' },
    testTimeout: 20_000,
  },
}))
