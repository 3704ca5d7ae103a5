/**
 * Puts script and style of a page into its one file, under a policy that lets nothing else run and
 * nothing be asked of any network: both stand in it by their hashes.
 */
import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

export function oneFile(name: string): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      let [html, script, style] = ['', '', '']
      for (const [path, file] of Object.entries(bundle)) {
        if (file.type === 'chunk') script += file.code
        else if (path.endsWith('.css')) style += String(file.source)
        else if (path.endsWith('.html')) html = String(file.source)
        else this.error(`${path} would not lie in the one file`)
        delete bundle[path]
      }
      // Within a script the element would end at these letters.
      script = script.trim().replaceAll('</script', '<\\/script')
      style = style.trim()
      const source = put(html, script, style)
      this.emitFile({ type: 'asset', fileName: name, source })
    },
  }
}

function put(html: string, script: string, style: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    `<style>${style}</style>`,
    `<script type="module">${script}</script>`,
  ]
  const bare = html.replace(
    /\s*<script[^>]*src=[^>]*><\/script>|\s*<link rel="stylesheet"[^>]*>/g,
    '',
  )
  // A function, for the signs that a replacement text would give a meaning.
  return bare.replace(/(<meta charset="utf-8" \/>)/, (charset) => [charset, ...head].join('\n    '))
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
