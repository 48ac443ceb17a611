/**
 * What a web server's answer means for a message, wherever nothing more is
 * known of it. Only its status is kept: the rest is written by strangers and
 * may hold addresses or secrets.
 */
import type { Fetched } from '#fetch'
import { hoursMs, secondsMs } from '#kernel'
import type { Sent } from './channel.ts'

/**
 * A `gateway` carries everybody's messages and was set up by the operator; an
 * `address` is one reader's own, and what is wrong with it is nobody else's.
 */
export type FarEnd = 'gateway' | 'address'

/** However long a far end asks for patience, a notice is tried again after this. */
const longestWaitMs = hoursMs(1)

type Context = { readonly farEnd: FarEnd; readonly now: Date }

export function sentOf(answer: Fetched, { farEnd, now }: Context): Sent {
  const everybody = farEnd === 'gateway'
  if (answer.kind === 'failed') return { kind: 'later', answer: answer.why, everybody }
  const { status } = answer
  const said = String(status)
  if (status >= 200 && status < 300) return { kind: 'taken', answer: said }
  if (status === 429 || status === 503) return { kind: 'later', answer: said, everybody, ...waitOf(answer.retryAfter, now) }
  if (status >= 500 || status === 408 || status === 425) return { kind: 'later', answer: said, everybody }
  if (status === 410) return everybody ? { kind: 'refused', answer: said } : { kind: 'gone', answer: said }
  if (farEnd === 'address') return { kind: status === 404 ? 'gone' : 'refused', answer: said }
  // A wrong password, a wrong path or a redirect is a wrong setting: the operator is told, and nothing is lost meanwhile.
  const isSetting = status < 400 || [401, 403, 404, 405, 407].includes(status)
  return isSetting ? { kind: 'later', answer: said, everybody } : { kind: 'refused', answer: said }
}

/** Retry-After in either of its forms (RFC 9110 §10.2.3). */
function waitOf(retryAfter: string | undefined, now: Date): { readonly afterMs?: number } {
  if (retryAfter === undefined) return {}
  const waitMs = /^\d{1,9}$/.test(retryAfter) ? secondsMs(Number(retryAfter)) : Date.parse(retryAfter) - now.getTime()
  return Number.isNaN(waitMs) ? {} : { afterMs: boundedWait(waitMs) }
}

export const boundedWait = (waitMs: number): number => Math.min(longestWaitMs, Math.max(0, waitMs))

/** JSON of a stranger; undefined when it is none. */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
