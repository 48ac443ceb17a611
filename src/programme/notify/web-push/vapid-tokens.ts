/** Says to a push service who we are: a token signed once an origin and kept, since a signature for each message would cost more than the message. */
import { sign } from 'node:crypto'
import { hoursMs } from '#kernel'
import type { VapidKey } from './vapid-key.ts'

/** RFC 8292 §2 allows 24 hours; Apple's service takes less kindly to long ones. */
const livesMs = hoursMs(12)
/** Not shown in its last hour, so that no clock that runs ahead calls it too old. */
const keptMs = hoursMs(11)
/** Origins come from browsers: however many are named, no more are kept. */
const mostKept = 500

type Kept = { readonly header: string; readonly untilMs: number }
type Wanted = { readonly key: VapidKey; readonly origin: string; readonly contact: string; readonly now: Date }

/** Gives the `Authorization` header for an origin (RFC 8292 §3). `contact` is a `mailto:` or `https:` address of the operator. */
export function openVapidTokens(): (wanted: Wanted) => string {
  const kept = new Map<string, Kept>()
  return ({ key, origin, contact, now }) => {
    const name = `${origin} ${contact} ${key.publicKey}`
    const held = kept.get(name)
    if (held !== undefined && held.untilMs > now.getTime()) return held.header
    const claims = { aud: origin, exp: Math.floor((now.getTime() + livesMs) / 1000), sub: contact }
    const signed = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`
    const signature = sign('sha256', Buffer.from(signed), { key: key.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')
    const header = `vapid t=${signed}.${signature}, k=${key.publicKey}`
    if (kept.size >= mostKept) kept.clear()
    kept.set(name, { header, untilMs: now.getTime() + keptMs })
    return header
  }
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
