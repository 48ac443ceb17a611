/**
 * The parts of the operating system that some journeys need, and what to do
 * without them. scripts/test.ts names and installs them; a test only says
 * which it needs:
 *
 *   test('a letter arrives', needs('dovecot'), async () => { … })
 */
import { existsSync, readdirSync } from 'node:fs'

export type SystemPart = 'dovecot' | 'chromium' | 'firefox' | 'postgresql' | 'knot' | 'unbound' | 'kannel'

type Part = {
  /** The Debian package that brings it. */
  readonly package: string
  /** Where it is on this machine, or nothing when it is not. */
  readonly find: () => string | undefined
}

const parts: Readonly<Record<SystemPart, Part>> = {
  dovecot: { package: 'dovecot-imapd', find: () => firstThere(['/usr/sbin/dovecot'], '/usr/lib/dovecot/imap') },
  chromium: { package: 'chromium', find: () => firstThere(['/usr/bin/chromium', '/usr/bin/chromium-browser']) },
  firefox: { package: 'firefox-esr', find: () => firstThere(['/usr/bin/firefox-esr']) },
  knot: { package: 'knot', find: () => firstThere(['/usr/sbin/knotd']) },
  unbound: { package: 'unbound', find: () => firstThere(['/usr/sbin/unbound']) },
  // Its pretended carrier stands in the package of extras, which brings Kannel itself.
  kannel: { package: 'kannel-extras', find: () => firstThere(['/usr/lib/kannel/test/fakesmsc'], '/usr/sbin/bearerbox') },
  postgresql: { package: 'postgresql', find: () => firstThere(serversOf('/usr/lib/postgresql')) },
}

export const systemParts = Object.keys(parts) as readonly SystemPart[]

/** The path of a part's program, or nothing when it is not installed. */
export function findPart(name: SystemPart): string | undefined {
  return parts[name].find()
}

/** The parts that are not installed here. */
export function missingParts(): readonly SystemPart[] {
  return systemParts.filter((name) => findPart(name) === undefined)
}

/** The Debian package that brings a part. */
export function packageOf(name: SystemPart): string {
  return parts[name].package
}

/** Test options that leave a test out, with the reason, where a part it needs is missing. */
export function needs(...names: readonly SystemPart[]): { readonly skip: string | false } {
  const missing = names.filter((name) => findPart(name) === undefined)
  if (missing.length === 0) return { skip: false }
  return { skip: `needs ${missing.join(' and ')}: apt-get install ${missing.map(packageOf).join(' ')}` }
}

function firstThere(paths: readonly string[], beside?: string): string | undefined {
  if (beside !== undefined && !existsSync(beside)) return undefined
  return paths.find((path) => existsSync(path))
}

function serversOf(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  const versions = readdirSync(folder).filter((name) => /^\d+$/.test(name))
  return versions.sort((a, b) => Number(b) - Number(a)).map((version) => `${folder}/${version}/bin/postgres`)
}
