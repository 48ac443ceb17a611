/** An identity provider, asked for what it publishes: silence when it can be used, trouble with one clear sentence when it cannot. */
import { openRelyingParties } from '#oidc'
import { providerFetch } from '../provider-fetch.ts'
import type { TryProvider } from './checks.ts'

export const tryProvider: TryProvider = async (client) => {
  const open = openRelyingParties({ fetchOf: providerFetch, clock: { now: () => new Date() } })
  const nobody = { state: '-', nonce: '-', verifier: '-'.repeat(43), scope: 'openid' }
  await open({ ...client, redirectUri: 'http://localhost/' }).begin(nobody)
}
