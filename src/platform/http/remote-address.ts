/** Who speaks to us, when a reverse proxy may stand between. */

export type RemoteAsk = {
  /** The address at the other end of the socket. */
  readonly socket: string
  readonly forwardedFor: string | null
  readonly trustedProxies: readonly string[]
}

const plain = (address: string): string =>
  address
    .trim()
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .toLowerCase()

/**
 * The client's address: the socket's, or, when the socket is a trusted proxy,
 * the last X-Forwarded-For entry that no trusted proxy wrote. Entries further
 * left are the client's own claims and are not believed.
 */
export function remoteAddress({ socket, forwardedFor, trustedProxies }: RemoteAsk): string {
  const trusted = new Set(trustedProxies.map(plain))
  const nearest = plain(socket)
  if (!trusted.has(nearest) || !forwardedFor) return nearest
  const hops = forwardedFor.split(',').map(plain).filter(Boolean).reverse()
  return hops.find((hop) => !trusted.has(hop)) ?? nearest
}
