/** Programmes for tests, read from the files that ship or from those made for tests. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Programme, type ProgrammeFiles, readProgramme } from '#eligibility'

const root = join(import.meta.dirname, '..', '..')

/** The files of a programme under `programmes/` or `fixtures/programmes/`. */
export function programmeFiles(name: string, folder = 'programmes'): ProgrammeFiles {
  const home = join(root, folder, name)
  return Object.fromEntries(globSync('**/*.yaml', { cwd: home }).map((path) => [path, readFileSync(join(home, path), 'utf8')]))
}

/** A programme that has to read. */
export function programmeOf(files: ProgrammeFiles): Programme {
  const read = readProgramme(files)
  if ('programme' in read) return read.programme
  throw new Error(read.problems.map(({ file, line, says }) => `${file}:${line} ${says}`).join('\n'))
}
