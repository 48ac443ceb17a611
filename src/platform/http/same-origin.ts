/**
 * Whether a request that changes something was made by one of our own pages.
 * No token in the form: the browser says where a request comes from in
 * headers that a page cannot set (Fetch Metadata; RFC 6454 §7).
 */

/** True for our own pages, and for programs that are not browsers and so carry nobody's cookie unasked. */
export function cameFromUs(request: Request, publicAddress: string): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  if (origin === null) return true
  return origin === new URL(request.url).origin || origin === new URL(publicAddress).origin
}
