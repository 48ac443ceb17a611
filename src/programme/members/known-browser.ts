/**
 * A browser in which somebody signed in is known again by a cookie. It opens nothing: digits that it asks for in that
 * person's name have a share of their own, which no stranger who asks from elsewhere uses up.
 */
import { timingSafeEqual } from 'node:crypto'
import type { Vault } from '#secrets'
import type { Chance } from './deps.ts'

const sealOf = (vault: Vault, personId: string, mark: string): string =>
  vault.mac('known-browser', `${personId}/${mark}`).toString('base64url')

/** What the cookie holds: a mark, and whose browser it is, as nobody but us can write it. */
export function newKnownBrowser(vault: Vault, chance: Chance, personId: string): string {
  const mark = chance(16).toString('base64url')
  return `${mark}.${sealOf(vault, personId, mark)}`
}

/** The mark of a browser in which this person signed in; undefined for every other. */
export function markOfKnown(vault: Vault, personId: string, cookie = ''): string | undefined {
  const [mark = '', seal = ''] = cookie.split('.')
  const [given, right] = [Buffer.from(seal), Buffer.from(sealOf(vault, personId, mark))]
  return given.length === right.length && timingSafeEqual(given, right) ? mark : undefined
}
