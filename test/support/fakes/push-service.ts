/**
 * A push service after RFC 8030, a fake since real ones are on the internet:
 * it checks what theirs check (TTL, size, coding, the VAPID token), and keeps a
 * message until its browser comes, one a topic. Browsers' addresses are
 * `https://push.example/…`; `leading` takes them to loopback.
 */
import { createPublicKey, verify } from 'node:crypto'
import type { Asker } from '#fetch'
import { type Answer, type Asked, startFarEnd, type Worded } from './far-end.ts'

export const pushOrigin = 'https://push.example'
const mostBytes = 4096

/** In the place of "taken", by the standard's own numbers. */
const worded: Readonly<Record<Exclude<Worded, 'takes'>, Answer>> = {
  gone: { status: 410, body: '' },
  refuses: { status: 413, body: '' },
  later: { status: 429, headers: { 'retry-after': '2' }, body: '' },
}

/** `taken` hears of each message that it took. */
export async function startPushService({ taken = () => undefined }: { readonly taken?: (asked: Asked) => void } = {}) {
  const waiting = new Map<string, Asked>()
  const answers: Omit<Answer, 'body'>[] = []
  const farEnd = await startFarEnd((asked, mood) => {
    if (mood !== 'takes') return worded[mood]
    const { status, headers } = answers.shift() ?? { status: judge(asked) }
    if (status === 201) {
      waiting.set(`${asked.path} ${asked.headers.topic}`, asked)
      taken(asked)
    }
    return { status, ...(headers && { headers }), body: status === 201 ? '' : `for ${asked.path}` }
  })
  return {
    ...farEnd,
    /** What browsers would find, in the order in which it came. */
    waiting: (): readonly Asked[] => [...waiting.values()],
    /** What it says next time, in the place of 201. */
    next: (answer: Omit<Answer, 'body'>) => void answers.push(answer),
    /** Leads browsers' addresses to this fake. */
    leading:
      (ask: Asker): Asker =>
      (url, question) =>
        ask(url.replace(pushOrigin, farEnd.url), question),
  }
}

function judge({ headers, bytes }: Asked): number {
  if (!/^\d+$/.test(String(headers.ttl)) || headers['content-encoding'] !== 'aes128gcm') return 400
  if (!/^[\w-]{1,32}$/.test(String(headers.topic)) || !['very-low', 'low', 'normal', 'high'].includes(String(headers.urgency))) return 400
  if (bytes.length > mostBytes) return 413
  return vapidClaims(headers.authorization ?? '') === undefined ? 401 : 201
}

/** What a token says, when its key signed it, it is for this service and for no longer than a day (RFC 8292 §2). */
export function vapidClaims(authorization: string): { readonly exp: number; readonly sub: string; readonly key: string } | undefined {
  const [, head = '', claims = '', signature = '', key = ''] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(authorization) ?? []
  const point = Buffer.from(key, 'base64url')
  if (point.length !== 65) return undefined
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'))
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, format: 'jwk' })
  const checked = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), checked, Buffer.from(signature, 'base64url'))) return undefined
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString())
  const seconds = Date.now() / 1000
  return aud === pushOrigin && exp > seconds && exp <= seconds + 86_400 ? { exp, sub, key } : undefined
}
