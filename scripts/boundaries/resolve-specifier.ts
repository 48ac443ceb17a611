/** What a specifier leads to, as Node would resolve it: a file of ours, a package, a part of Node, or nothing we know. */
import { existsSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, normalize } from 'node:path'

export type Target =
  | { readonly kind: 'file'; readonly path: string; readonly byDoor: boolean }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'unknown'; readonly why: string }

export type Ground = {
  readonly root: string
  /** The `imports` of package.json: `#mail` to its front door. */
  readonly doors: Readonly<Record<string, string>>
}

/** Resolves a specifier written in the file `from` (a path relative to the root). */
export function resolveSpecifier(ground: Ground, from: string, specifier: string): Target {
  if (specifier.startsWith('#')) return resolveDoor(ground, specifier)
  if (specifier.startsWith('.')) return resolveRelative(ground, from, specifier)
  if (specifier.startsWith('node:')) return { kind: 'builtin', name: specifier.slice('node:'.length) }
  if (builtinModules.includes(specifier)) return { kind: 'builtin', name: specifier }
  if (specifier.startsWith('/') || /^[a-z][a-z+.-]*:/i.test(specifier)) {
    return { kind: 'unknown', why: `'${specifier}' is an address, not a place in the house.` }
  }
  const [scope = '', name = ''] = specifier.split('/')
  return { kind: 'package', name: scope.startsWith('@') ? `${scope}/${name}` : scope }
}

function resolveDoor({ doors }: Ground, specifier: string): Target {
  const door = doors[specifier]
  if (door !== undefined) return { kind: 'file', path: normalize(door), byDoor: true }
  const room = specifier.split('/')[0] ?? specifier
  const why =
    doors[room] === undefined ? `There is no room '${room}' in package.json.` : `Enter by the front door: '${room}', not '${specifier}'.`
  return { kind: 'unknown', why }
}

function resolveRelative({ root }: Ground, from: string, specifier: string): Target {
  const path = normalize(join(dirname(from), specifier))
  if (path.startsWith('..')) return { kind: 'unknown', why: `'${specifier}' leads out of the repository.` }
  if (path.split('/').includes('node_modules'))
    return { kind: 'unknown', why: `'${specifier}' reaches into a package; import it by its name.` }
  if (!existsSync(join(root, path))) return { kind: 'unknown', why: `'${specifier}' leads nowhere: there is no ${path}.` }
  return { kind: 'file', path, byDoor: false }
}
