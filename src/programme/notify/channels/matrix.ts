/**
 * A Matrix room, through the operator's homeserver (client-server API v1.11,
 * "PUT /rooms/{roomId}/send"). The transaction id is the key, so the homeserver
 * takes a message once however often it is sent.
 */
import { z } from 'zod'
import type { Channel, Sent } from './channel.ts'
import type { ChannelDeps } from './deps.ts'
import { boundedWait, jsonOf, sentOf } from './http-answer.ts'
import { cutTo, plainText } from './plain-text.ts'

const roomId = /^![\x21-\x39\x3B-\x7E]{1,200}(:[A-Za-z0-9.[\]:-]{1,230})?$/
/** An event has at most 65,536 bytes with everything around it. */
const longestText = 10_000

const made = z.object({ event_id: z.string().regex(/^\$[\x21-\x7E]{1,254}$/) })
const trouble = z.object({ errcode: z.string().regex(/^[A-Z][A-Z_.]{2,60}$/), retry_after_ms: z.number().nonnegative().optional() })

export const matrixChannel = (deps: ChannelDeps): Channel => ({
  name: 'matrix',
  atOnce: 16,
  isSetUp: async () => (await deps.settings()).matrix !== null,
  readAddress: (typed) => (roomId.test(typed.trim()) ? typed.trim() : undefined),
  masked: (room) => `${room.slice(0, 3)} …${room.includes(':') ? ` ${room.slice(room.indexOf(':') + 1)}` : room.slice(-3)}`,
  send: async (room, { subject, text, key }) => {
    const { matrix } = await deps.settings()
    if (matrix === null) return { kind: 'later', answer: 'no homeserver is set up', everybody: true }
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/send/m.room.message/${encodeURIComponent(key)}`
    const answer = await deps.askGateway(new URL(path, matrix.homeserver).href, {
      method: 'PUT',
      headers: { authorization: `Bearer ${matrix.accessToken}`, 'content-type': 'application/json' },
      // No formatted body, so no HTML; and whoever is named in it is not called (§ user and room mentions).
      body: JSON.stringify({ msgtype: 'm.text', body: cutTo(plainText(`${subject}\n\n${text}`), longestText), 'm.mentions': {} }),
    })
    const sent = sentOf(answer, { farEnd: 'gateway', now: deps.clock.now() })
    if (answer.kind === 'failed') return sent
    return sent.kind === 'taken' ? ofTaken(sent, answer.body) : ofTrouble(sent, answer.body)
  },
  close: async () => undefined,
})

function ofTaken(sent: Extract<Sent, { readonly kind: 'taken' }>, body: string): Sent {
  const { data } = made.safeParse(jsonOf(body))
  return data === undefined
    ? { kind: 'later', answer: `${sent.answer}, and no event`, everybody: true }
    : { ...sent, reference: data.event_id, arrived: true }
}

function ofTrouble(sent: Sent, body: string): Sent {
  const { data } = trouble.safeParse(jsonOf(body))
  if (data === undefined) return sent
  const answer = `${sent.answer}, ${data.errcode}`
  switch (data.errcode) {
    case 'M_LIMIT_EXCEEDED':
      return { kind: 'later', answer, everybody: true, ...waitOf(data.retry_after_ms, sent) }
    // We were put out of the room, or it is none any more.
    case 'M_FORBIDDEN':
    case 'M_NOT_FOUND':
      return { kind: 'gone', answer }
    case 'M_TOO_LARGE':
    case 'M_BAD_JSON':
      return { kind: 'refused', answer }
    default:
      return { ...sent, answer }
  }
}

/** `retry_after_ms` is older than the header, and many servers send only one of them. */
function waitOf(retryAfterMs: number | undefined, sent: Sent): { readonly afterMs?: number } {
  if (retryAfterMs !== undefined) return { afterMs: boundedWait(retryAfterMs) }
  return sent.kind === 'later' && sent.afterMs !== undefined ? { afterMs: sent.afterMs } : {}
}
