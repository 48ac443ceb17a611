/**
 * Holds every file of the project against the table of storeys (house.ts):
 * imports, front doors, packages, purity, rings, and files nobody can read.
 */
import { dirname } from 'node:path'
import type { Breach } from './breach.ts'
import { findCycles } from './find-cycles.ts'
import { findImpure } from './find-impure.ts'
import { pureStoreys } from './house.ts'
import { judgeImport } from './judge-import.ts'
import type { Manifest } from './manifest.ts'
import { placeOf, rankOf } from './place.ts'
import type { SurveyedFile } from './survey.ts'

/** Every breach of the boundaries in the surveyed files. */
export function findBreaches(files: readonly SurveyedFile[], manifest: Manifest): readonly Breach[] {
  return [...files.flatMap((file) => breachesOf(file, manifest)), ...ringsOf(files), ...misplacedDoors(manifest.doors)]
}

function breachesOf(file: SurveyedFile, packages: Manifest): readonly Breach[] {
  const { path, tokens, links, lost } = file
  if (lost) return [{ path, line: lost.line, says: `The boundary check cannot read on here: ${lost.says}.` }]
  const { storey, room, isTest } = placeOf(path)
  const breaches: Breach[] = []
  if (storey !== undefined && room !== undefined && room !== storey && rankOf(storey, room) === -1) {
    breaches.push({ path, line: 1, says: `${room} has no place in the table of storeys (scripts/boundaries/house.ts).` })
  }
  for (const link of links) {
    const says = judgeLink(path, link, packages)
    if (says !== undefined) breaches.push({ path, line: link.line, says })
  }
  if (storey !== undefined && pureStoreys.includes(storey) && !isTest) {
    breaches.push(...findImpure(tokens).map(({ says, line }) => ({ path, line, says })))
  }
  return breaches
}

function judgeLink(path: string, link: SurveyedFile['links'][number], manifest: Manifest): string | undefined {
  if (link.target !== undefined) return judgeImport({ from: path, specifier: link, target: link.target, packages: manifest })
  const { storey, isTest } = placeOf(path)
  // Tests may walk a folder and load what is in it; the product names what it loads.
  if (isTest) return undefined
  // A computed address is how pages find their styles and storage its programs: it names a file and loads none. Pure code has no files.
  if ((link.kind === 'url' || link.kind === 'resolve') && storey !== undefined && !pureStoreys.includes(storey)) return undefined
  return 'This path is computed, so nobody can check where it leads: write it out.'
}

function ringsOf(files: readonly SurveyedFile[]): readonly Breach[] {
  const imports = new Map(
    files.map(({ path, links }) => [path, links.flatMap(({ target }) => (target?.kind === 'file' ? [target.path] : []))]),
  )
  return findCycles(imports).map((ring) => ({ path: ring[0] ?? '', line: 1, says: `These files import each other: ${ring.join(' → ')}.` }))
}

/** A name in package.json must lead to the front door of the room it is called after. */
function misplacedDoors(doors: Readonly<Record<string, string>>): readonly Breach[] {
  return Object.entries(doors).flatMap(([name, door]) => {
    const room = dirname(door).split('/').at(-1)
    const isFrontDoor = door.endsWith('/index.ts') && name === `#${room}`
    return isFrontDoor
      ? []
      : [{ path: 'package.json', line: 1, says: `'${name}' must lead to the index.ts of a room of that name, not to ${door}.` }]
  })
}
