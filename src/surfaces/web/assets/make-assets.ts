/**
 * The files that pages load, each read once: one style sheet, the font, the
 * browser modules. Each name carries a hash of its content, so a browser may
 * keep it for ever. Modules are made when a page first wants them: taking the
 * types out of one needs a compiler that a start does not wait for.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
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
  /** Its address stays the same: a browser comes back to it by itself and takes what changed. */
  readonly serviceWorker: () => Asset
}

const ours = ['passkeys', 'queue', 'keys', 'copy', 'push'] as const
export type ScriptName = 'webauthn' | (typeof ours)[number]

const here = (path: string): URL => new URL(path, import.meta.url)
const javascript = 'text/javascript; charset=utf-8'
const sheets = ['tokens', 'base', 'parts', 'tables', 'pages', 'print'] as const

/** Reads and names them. */
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
  const scripts = new Map<ScriptName, Loaded>()
  const script = (name: ScriptName): Loaded => {
    const made = scripts.get(name) ?? keep(name, 'js', javascript, contentOf(name))
    scripts.set(name, made)
    return made
  }
  let worker: Asset | undefined
  return {
    styles,
    icon,
    script,
    serviceWorker: () => {
      worker ??= { type: javascript, body: new Uint8Array(Buffer.from(moduleOf('service-worker'))) }
      return worker
    },
    find: (name) => {
      // A page that was open before a restart asks for what no page of this process wanted yet.
      if (!kept.has(name)) for (const one of ['webauthn', ...ours] as const) script(one)
      return kept.get(name)
    },
  }
}

const contentOf = (name: ScriptName): string | Uint8Array => (name === 'webauthn' ? readFileSync(webauthnFile()) : moduleOf(name))

const moduleOf = (name: string): string => strip(readFileSync(here(`../browser/${name}.ts`), 'utf8'))

const fontFile = (): URL => new URL(import.meta.resolve('@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2'))

// The package exports many small modules; its bundle is the one file that a slow phone wants.
const webauthnFile = (): URL => new URL('../dist/bundle/index.umd.min.js', import.meta.resolve('@simplewebauthn/browser'))
