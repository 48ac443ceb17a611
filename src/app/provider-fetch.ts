/** How an identity provider is asked: the host that the operator named may stand anywhere, all others on the open internet only. */
import { lookup } from 'node:dns/promises'
import { createGuardedFetch, type GuardedFetch, mayUsually } from '#fetch'

/** Keys and metadata of a large provider. */
const longest = 512 * 1024

export function providerFetch(issuer: string): GuardedFetch {
  const named = new URL(issuer).hostname.replace(/^\[|\]$/g, '')
  return createGuardedFetch({
    lookUp: async (host) => (await lookup(host, { all: true, order: 'ipv4first' })).map(({ address }) => address),
    // A provider within the operator's own network is usual; what its answers name besides is not believed to be.
    mayDial: (address, port, host) => host === named || mayUsually(address, port),
    timeMs: 8000,
    longest,
  })
}
