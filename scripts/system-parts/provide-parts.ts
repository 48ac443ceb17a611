/**
 * Before the journeys: which parts of the system are missing, and whether they
 * are installed now, left out, or stop the run. Installing is never done
 * unasked, since it changes the machine.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { missingParts, packageOf, type SystemPart } from '../../test/support/system-parts.ts'

export type Surroundings = {
  /** CI=true: every part must be there, so that a green run means everything ran. */
  readonly isCi: boolean
  /** CI=true or BELLWETHER_INSTALL=1. */
  readonly mayInstall: boolean
}

/** What the environment says about installing. */
export function surroundingsOf(env: Readonly<Record<string, string | undefined>>): Surroundings {
  const isCi = env.CI === 'true' || env.CI === '1'
  return { isCi, mayInstall: isCi || env.BELLWETHER_INSTALL === '1' }
}

/** The sentence that names what is missing and the one command that brings it. */
export function sentenceOfMissing(missing: readonly SystemPart[]): string {
  return [
    `These parts of the system are not installed: ${missing.join(', ')}. The journeys that need them are left out.`,
    `  sudo ${commandFor(missing)}`,
    '  or run again with BELLWETHER_INSTALL=1, which installs them and starts no service.',
  ].join('\n')
}

/**
 * Installs what is missing when it may. Answers whether the run may go on:
 * it may not when a part is still missing in CI.
 */
export function provideParts(surroundings: Surroundings, say: (line: string) => void): boolean {
  const missing = missingParts()
  if (missing.length === 0) return true
  if (surroundings.mayInstall) install(missing, say)

  const still = missingParts()
  if (still.length === 0) return true
  if (surroundings.isCi) {
    say(`CI must run every journey, and these parts of the system could not be installed: ${still.join(', ')}.\n  ${commandFor(still)}`)
    return false
  }
  say(sentenceOfMissing(still))
  return true
}

function commandFor(missing: readonly SystemPart[]): string {
  return `apt-get install -y --no-install-recommends ${missing.map(packageOf).join(' ')}`
}

function install(missing: readonly SystemPart[], say: (line: string) => void): void {
  const script = join(import.meta.dirname, 'install.sh')
  const packages = missing.map(packageOf)
  const isRoot = process.getuid?.() === 0
  const [command, args] = isRoot ? ['sh', [script, ...packages]] : ['sudo', ['-n', 'sh', script, ...packages]]
  say(`Installing ${packages.join(', ')} with apt; no service is started …`)
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) say(`Installing did not work: ${error?.message ?? lastLines(stderr || stdout)}`)
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-5).join('\n')
}
