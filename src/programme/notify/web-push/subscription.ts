/** Where a browser is reached, as its PushSubscription says it (Push API §8), and as it is kept: one line of JSON. */
import { ECDH } from 'node:crypto'
import { z } from 'zod'
import { type BrowserKeys, curve } from './encrypt.ts'

export type Subscription = BrowserKeys & { readonly endpoint: string }

const longest = 2000
const base64url = z.string().regex(/^[\w-]+={0,2}$/)
const said = z.object({ endpoint: z.string().max(longest), keys: z.object({ p256dh: base64url, auth: base64url }) })

/** What a browser's `toJSON()` holds, or what is kept of it; undefined for everything else. */
export function readSubscription(text: string): Subscription | undefined {
  const read = text.length <= 2 * longest ? said.safeParse(jsonOf(text)) : undefined
  if (!read?.success) return undefined
  const { endpoint, keys } = read.data
  const url = URL.parse(endpoint)
  const [p256dh, auth] = [Buffer.from(keys.p256dh, 'base64url'), Buffer.from(keys.auth, 'base64url')]
  if (url?.protocol !== 'https:' || url.username + url.password !== '' || auth.length !== 16 || !isPoint(p256dh)) return undefined
  return { endpoint: url.href, p256dh, auth }
}

export const keptSubscription = ({ endpoint, p256dh, auth }: Subscription): string =>
  JSON.stringify({ endpoint, keys: { p256dh: p256dh.toString('base64url'), auth: auth.toString('base64url') } })

/** Uncompressed, and on the curve: a point elsewhere would tell its sender something of our key. */
function isPoint(key: Buffer): boolean {
  if (key.length !== 65) return false
  try {
    ECDH.convertKey(key, curve)
    return true
  } catch {
    return false
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
