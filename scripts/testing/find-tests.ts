/**
 * Which test files there are and how each wants to be run. Tests of pure code
 * share one process, which is many times faster; tests that touch the world
 * get a process each, so that one cannot spoil the next.
 */
import { existsSync, globSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'

export type Batch = {
  readonly name: 'pure' | 'units' | 'journeys'
  readonly files: readonly string[]
}

const pureFolders = ['src/kernel/', 'src/engines/', 'scripts/']
const journeysFolder = 'test/journeys/'

/** Every test file of the project, or those under the given paths, in the order of the batches. */
export function findTests(root: string, paths: readonly string[] = []): readonly Batch[] {
  const files = paths.length === 0 ? testsUnder(root, ['src', 'scripts', 'test', 'bench']) : testsUnder(root, paths)
  const isPure = (file: string) => pureFolders.some((folder) => file.startsWith(folder))
  const isJourney = (file: string) => file.startsWith(journeysFolder)
  return [
    { name: 'pure', files: files.filter(isPure) },
    { name: 'units', files: files.filter((file) => !isPure(file) && !isJourney(file)) },
    { name: 'journeys', files: files.filter(isJourney) },
  ]
}

/** Paths that name no file and no folder: a typing mistake must not look like a green run. */
export function pathsNotThere(root: string, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !existsSync(resolve(root, path)))
}

function testsUnder(root: string, paths: readonly string[]): readonly string[] {
  const found = paths.flatMap((path) => {
    const whole = resolve(root, path)
    if (!existsSync(whole)) return []
    if (statSync(whole).isFile()) return [relative(root, whole)]
    return globSync('**/*.test.ts', { cwd: whole }).map((file) => relative(root, resolve(whole, file)))
  })
  return [...new Set(found.map((file) => file.replaceAll('\\', '/')))].sort()
}
