/** The operator's S/MIME certificate, pasted or in files, as letters are signed with it. */
import { readFileSync } from 'node:fs'
import type { Smime } from '#notify'
import type { ProgrammeSettings } from './schema.ts'

const isPem = (text: string): boolean => text.includes('-----BEGIN ')
const pemOf = (given: string): string => (isPem(given) ? given : readFileSync(given.trim(), 'utf8'))

/** Throws when a file cannot be read. */
export const readSmimeFiles = ({ certificate, key }: Smime): Smime => ({ certificate: pemOf(certificate), key: pemOf(key) })

const read = new WeakMap<ProgrammeSettings, Smime>()

/** Undefined without one, or when its files cannot be read: letters leave all the same. Read once for the settings as they stand. */
export function smimeOf(settings: ProgrammeSettings): Smime | undefined {
  if (settings.smime === null) return undefined
  const known = read.get(settings)
  if (known !== undefined) return known
  try {
    const smime = readSmimeFiles(settings.smime)
    read.set(settings, smime)
    return smime
  } catch {
    return undefined
  }
}
