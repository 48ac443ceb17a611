/** One import held against the table: a sentence when it breaks a rule, nothing when it does not. */
import type { Specifier } from './find-specifiers.ts'
import { browserFolder, browserPackages, insideRooms, loaderMakers, pureBuiltins, purePackages, pureStoreys, storeys } from './house.ts'
import type { Manifest } from './manifest.ts'
import { placeOf, rankOf } from './place.ts'
import type { Target } from './resolve-specifier.ts'

export type Import = {
  readonly from: string
  readonly specifier: Specifier
  readonly target: Target
  readonly packages: Manifest
}

/** The sentence for an import that must not be, or nothing. */
export function judgeImport(it: Import): string | undefined {
  if (it.target.kind === 'unknown') return it.target.why
  if (it.target.kind === 'package') return judgePackage(it, it.target.name)
  if (it.target.kind === 'builtin') return judgeBuiltin(it, it.target.name)
  return judgeFile(it, it.target.path, it.target.byDoor)
}

function judgePackage({ from, packages }: Import, name: string): string | undefined {
  const { storey, isTest } = placeOf(from)
  const isKnown = packages.forUse.includes(name) || (isTest && packages.forWork.includes(name))
  if (!isKnown) return `'${name}' is not among the dependencies${isTest ? '' : ' that come with the product'}.`
  if (isTest || storey === undefined) return undefined
  if (pureStoreys.includes(storey) && !purePackages.includes(name))
    return `${storey} is pure and '${name}' is not on its list: ask for a port instead.`
  if (from.startsWith(`${browserFolder}/`) && !browserPackages.includes(name)) return `'${name}' is not made for the browser.`
  return undefined
}

function judgeBuiltin({ from, specifier }: Import, name: string): string | undefined {
  const { storey, isTest } = placeOf(from)
  if (isTest || storey === undefined) return undefined
  const makesLoader = name === 'module' && specifier.names.some((taken) => loaderMakers.includes(taken))
  if (makesLoader || name === 'vm') return `With 'node:${name}' code can be loaded that nobody can check.`
  const isPure = pureBuiltins.includes(name)
  if (pureStoreys.includes(storey) && !isPure) return `${storey} is pure and 'node:${name}' is not: ask for a port instead.`
  if (from.startsWith(`${browserFolder}/`)) return `There is no 'node:${name}' in the browser.`
  return undefined
}

function judgeFile({ from, specifier }: Import, to: string, byDoor: boolean): string | undefined {
  const here = placeOf(from)
  const there = placeOf(to)

  if (there.storey === undefined || there.room === undefined) {
    return here.isTest || here.storey === 'app' ? undefined : `${to} stands outside src/; the product does not lean on it.`
  }
  if (here.room === there.room && here.storey !== undefined) {
    // A test may stand at the door like any visitor.
    if (byDoor && !here.isTest) return `'${specifier.text}' is this very room: inside it, use a relative path.`
    return judgeInside(from, to)
  }
  // What tests share may set up a room from inside, as its own tests do.
  if (from.startsWith('test/support/')) return undefined
  if (!byDoor) return `${to} is another room: enter by its front door.`
  if (here.storey === undefined || here.room === undefined) return undefined
  if (from.startsWith(`${browserFolder}/`)) return 'The browser has only what it was sent: nothing of the server.'

  const storey = storeys[here.storey]
  if (here.storey === there.storey) {
    const isBelow = rankOf(here.storey, there.room) < rankOf(here.storey, here.room)
    return isBelow ? undefined : `${here.room} may not use ${there.room}: it does not stand below it.`
  }
  if (!storey.mayUse.includes(there.storey)) {
    return `${here.storey} may not use ${there.storey}: it uses ${storey.mayUse.join(', ') || 'nothing of ours'}.`
  }
  if (here.storey === 'connectors' && there.storey === 'engines' && !specifier.isTypeOnly && !here.isTest) {
    return `A connector takes only types from an engine (import type); app/ chains them.`
  }
  return undefined
}

function judgeInside(from: string, to: string): string | undefined {
  const broken = insideRooms.find(({ lower, higher }) => from.startsWith(`${lower}/`) && to.startsWith(`${higher}/`))
  if (broken) return `${broken.lower} may not use ${broken.higher}: it stands below it.`
  if (from.startsWith(`${browserFolder}/`) && !to.startsWith(`${browserFolder}/`))
    return 'The browser has only what it was sent: nothing of the server.'
  return undefined
}
