/**
 * Web Push (RFC 8030): a message that only the reader's browser can open,
 * handed to the push service that the browser named. A second copy has the
 * same topic, so it takes the place of the first, on the way and on the screen.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Asker, Fetched } from '#fetch'
import { type Clock, cut, daysMs } from '#kernel'
import type { Sender } from '../deps.ts'
import { shownCode } from '../notice-code.ts'
import { isAccess } from '../routing/levels.ts'
import { encryptFor, mostBytes } from '../web-push/encrypt.ts'
import { keptSubscription, readSubscription } from '../web-push/subscription.ts'
import type { VapidKey } from '../web-push/vapid-key.ts'
import { openVapidTokens } from '../web-push/vapid-tokens.ts'
import type { Channel, Message, Sent } from './channel.ts'
import { sentOf } from './http-answer.ts'
import { plainText } from './plain-text.ts'

export type PushDeps = {
  /** The guarded one: a browser names the address, and so could anybody. */
  readonly askTyped: Asker
  readonly clock: Clock
  readonly vapid: () => Promise<VapidKey>
  readonly sender: () => Promise<Pick<Sender, 'fromAddress'>>
}

/** The topic makes a second copy harmless, so many may be in doubt. */
const atOnce = 100

/** How long the push service waits for a browser that is off. */
const livesSeconds = (message: Message): number => (isAccess(message.level) ? daysMs(28) : daysMs(1)) / 1000

/** 32 characters of the URL-safe alphabet are the most (RFC 8030 §5.4). */
const topicOf = (key: string): string => createHash('sha256').update(`push-topic/${key}`).digest('base64url').slice(0, 32)

export function pushChannel({ askTyped, clock, vapid, sender }: PushDeps): Channel {
  const tokenFor = openVapidTokens()
  return {
    name: 'push',
    atOnce,
    isSetUp: async () => true,
    readAddress: (typed) => {
      const subscription = readSubscription(typed)
      return subscription && keptSubscription(subscription)
    },
    masked: (address) => `${URL.parse(readSubscription(address)?.endpoint ?? '')?.host ?? ''} … ${address.slice(-5, -2)}`,
    send: async (address, message) => {
      const subscription = readSubscription(address)
      if (subscription === undefined) return { kind: 'gone', answer: 'no subscription of a browser' }
      const { endpoint } = subscription
      const [key, { fromAddress }, now] = [await vapid(), await sender(), clock.now()]
      const topic = topicOf(message.key)
      const answer = await askTyped(endpoint, {
        method: 'POST',
        headers: {
          authorization: tokenFor({ key, origin: new URL(endpoint).origin, contact: `mailto:${fromAddress}`, now }),
          'content-type': 'application/octet-stream',
          'content-encoding': 'aes128gcm',
          ttl: String(livesSeconds(message)),
          urgency: isAccess(message.level) ? 'high' : 'normal',
          topic,
        },
        body: encryptFor(subscription, payloadOf(message, topic), { salt: randomBytes(16) }),
      })
      return ofTokens(answer) ?? sentOf(answer, { farEnd: 'address', now })
    },
    close: async () => undefined,
  }
}

/** What only push services say: 401 of a token (our clock may be wrong), 403 of a browser that was subscribed to another key than ours (RFC 8292 §4.2). */
function ofTokens(answer: Fetched): Sent | undefined {
  if (answer.kind === 'failed') return undefined
  if (answer.status === 401) return { kind: 'later', answer: '401', everybody: false }
  return answer.status === 403 ? { kind: 'gone', answer: '403' } : undefined
}

/** What the service worker shows (browser/service-worker.ts). */
function payloadOf({ subject, short, code }: Message, tag: string): Buffer {
  const shown = { title: plainText(subject), body: plainText(short), code: shownCode(code), tag }
  const payload = Buffer.from(JSON.stringify(shown))
  return payload.length <= mostBytes ? payload : Buffer.from(JSON.stringify({ ...shown, title: cut(shown.title, 200), body: '' }))
}
