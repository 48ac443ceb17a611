/**
 * Which tenant of Microsoft's a mail domain belongs to: what Microsoft
 * publishes for the domain names the tenant that proved it owns the domain.
 */
import { z } from 'zod'
import type { GuardedFetch } from '#fetch'

const published = z.object({ issuer: z.string() })
const tenantInIssuer = /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\//i

/**
 * The id of the tenant in which a domain is verified; undefined when there is none, or nobody answers. Asks at the
 * host of `issuer`, which is `https://login.microsoftonline.com` unless the operator named another.
 */
export async function tenantOfDomain(fetch: GuardedFetch, issuer: string, domain: string): Promise<string | undefined> {
  const address = new URL(`/${encodeURIComponent(domain)}/v2.0/.well-known/openid-configuration`, issuer)
  const answer = await fetch(address.href, { method: 'GET', headers: { accept: 'application/json' } }).catch(() => undefined)
  if (answer?.status !== 200) return undefined
  const read = published.safeParse(await answer.json().catch(() => undefined))
  return read.success ? tenantInIssuer.exec(read.data.issuer)?.[1]?.toLowerCase() : undefined
}
