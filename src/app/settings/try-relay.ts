/** The mail relay, tried by notify: silence when it works, a refusal with one clear sentence when it does not. */
import { refusal } from '#kernel'
import { verifyRelay } from '#notify'
import type { TryRelay } from './checks.ts'

export const tryRelay: TryRelay = async (relay) => {
  const { ok, says } = await verifyRelay(relay)
  if (!ok) throw refusal('relay-not-working', says)
}
