/** What the way a visitor came in, and where from, opens to them. */
import { isInNetworks } from '#http'
import { refusal } from '#kernel'
import type { Route } from '../route.ts'
import type { PersonAsk } from './ask.ts'

/** What leads to a passkey; without one yet, also what sets the first one up. */
const toPasskey: readonly string[] = ['/with-passkey', '/confirm', '/confirm/challenge', '/confirm/send']
const toFirstPasskey: readonly string[] = ['/passkeys', '/passkeys/challenge']

/** Whether a page opens to strong sessions alone: all that reach what is others', and every page where the operator wants it so. */
export function wantsPasskey(route: Route, { programme, visitor }: PersonAsk): boolean {
  if (visitor.session.strong || route.who === 'anyone') return false
  if (route.who !== 'person' && route.who !== 'administrator') return true
  const leadsThere = toPasskey.includes(route.path) || (!visitor.ways.passkey && toFirstPasskey.includes(route.path))
  return programme.passkeysOnly && !leadsThere
}

/** Keeps the desk to the networks that the operator named, if any (ASVS 5 V8.4.2). Refusal `desk-outside`. */
export function keepWithinNetworks({ programme, remote }: PersonAsk): void {
  if (programme.deskNetworks.length === 0 || isInNetworks(remote, programme.deskNetworks)) return
  throw refusal('desk-outside', 'The desk answers only from networks that the operator named. Your own page is open.')
}
