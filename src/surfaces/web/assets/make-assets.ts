/**
 * The files that pages load, read once at start: one style sheet, the font,
 * the browser modules. Each name carries a hash of its content, so a browser
 * may keep it for ever.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { defect } from '#kernel'
import { Href } from '../parts/href.ts'
import { strip } from './strip.ts'

export type Asset = { readonly type: string; readonly body: Uint8Array<ArrayBuffer> }

/** Where a file lies, and the hash that the browser holds it to (Subresource Integrity). */
export type Loaded = { readonly address: Href; readonly integrity: string }

export type Assets = {
  readonly styles: Loaded
  readonly icon: Loaded
  /** A module of `browser/` by its name without the ending, or `webauthn`. */
  readonly script: (name: ScriptName) => Loaded
  readonly find: (name: string) => Asset | undefined
}

export type ScriptName = 'webauthn' | 'passkeys' | 'queue' | 'keys' | 'copy'

const here = (path: string): URL => new URL(path, import.meta.url)
const sheets = ['tokens', 'base', 'parts', 'tables', 'pages', 'print'] as const

/** Reads and names them all. */
export function makeAssets(): Assets {
  const kept = new Map<string, Asset>()
  const keep = (name: string, ending: string, type: string, content: string | Uint8Array): Loaded => {
    const body = new Uint8Array(Buffer.from(content))
    const hash = createHash('sha256').update(body).digest()
    const file = `${name}-${hash.toString('base64url').slice(0, 12)}.${ending}`
    kept.set(file, { type, body })
    return { address: new Href(`/assets/${file}`), integrity: `sha256-${hash.toString('base64')}` }
  }

  const font = keep('public-sans', 'woff2', 'font/woff2', readFileSync(fontFile()))
  const css = sheets.map((sheet) => readFileSync(here(`../styles/${sheet}.css`), 'utf8')).join('\n')
  const styles = keep('bellwether', 'css', 'text/css; charset=utf-8', css.replaceAll('public-sans.woff2', font.address.path))
  const icon = keep('bell', 'svg', 'image/svg+xml', readFileSync(here('../styles/bell.svg')))
  const scripts = new Map<string, Loaded>([
    ['webauthn', keep('webauthn', 'js', 'text/javascript; charset=utf-8', readFileSync(webauthnFile()))],
  ])
  for (const file of readdirSync(here('../browser/')).filter((file) => file.endsWith('.ts'))) {
    const name = file.slice(0, -3)
    scripts.set(name, keep(name, 'js', 'text/javascript; charset=utf-8', strip(readFileSync(here(`../browser/${file}`), 'utf8'))))
  }
  return {
    styles,
    icon,
    script: (name) => {
      const script = scripts.get(name)
      if (!script) throw defect('no-such-script', `there is no browser module ${name}`)
      return script
    },
    find: (name) => kept.get(name),
  }
}

const fontFile = (): URL => new URL(import.meta.resolve('@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2'))

// The package exports many small modules; its bundle is the one file that a slow phone wants.
const webauthnFile = (): URL => new URL('../dist/bundle/index.umd.min.js', import.meta.resolve('@simplewebauthn/browser'))
