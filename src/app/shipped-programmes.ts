/** The programmes that ship, read from `programmes/` once. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProgrammeFiles } from '#eligibility'

const home = join(import.meta.dirname, '..', '..', 'programmes')
/** In force until an operator accepts another. */
export const firstProgramme = 'open'

let read: Readonly<Record<string, ProgrammeFiles>> | undefined

export function shippedProgrammes(): Readonly<Record<string, ProgrammeFiles>> {
  read ??= Object.fromEntries(
    globSync('*/programme.yaml', { cwd: home })
      .sort()
      .map((path) => {
        const folder = join(home, path, '..')
        const files = globSync('**/*.yaml', { cwd: folder }).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const)
        return [path.split('/')[0] ?? path, Object.fromEntries(files)]
      }),
  )
  return read
}
