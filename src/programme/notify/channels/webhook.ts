/**
 * A program of somebody else, at an address of theirs. Signed after Standard
 * Webhooks 1.0; the key is the id, and stands in Idempotency-Key too, so that
 * the receiver takes a second copy for what it is.
 */
import type { Vault } from '#secrets'
import { shownSecret, signatureHeaders } from '#webhooks'
import type { Channel } from './channel.ts'
import type { ChannelDeps } from './deps.ts'
import { sentOf } from './http-answer.ts'
import { plainText } from './plain-text.ts'
import { maskedUrl, readTypedUrl } from './typed-url.ts'

/** The far end knows the key, so many may be in doubt. */
const atOnce = 64

/** Comes of the address: nothing of it is kept, and whoever enrolled the address can be shown it again. */
const secretOf = (vault: Pick<Vault, 'mac'>, address: string): Buffer => vault.mac('notice-webhook', address)

/** `whsec_…`, for the receiver's library. */
export const webhookSecret = (vault: Pick<Vault, 'mac'>, address: string): string => shownSecret(secretOf(vault, address))

export const webhookChannel = ({ vault, clock, askTyped }: Pick<ChannelDeps, 'vault' | 'clock' | 'askTyped'>): Channel => ({
  name: 'webhook',
  atOnce,
  isSetUp: async () => true,
  readAddress: (typed) => readTypedUrl(typed),
  masked: maskedUrl,
  send: async (address, { key, level, language, subject, text, code, decidedAt }) => {
    const at = clock.now()
    const data = { level, language, subject: plainText(subject), text: plainText(text), code }
    const body = JSON.stringify({ type: 'notice', timestamp: decidedAt.toISOString(), data })
    const answer = await askTyped(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...signatureHeaders(secretOf(vault, address), { id: key, at, body }),
      },
      body,
    })
    const sent = sentOf(answer, { farEnd: 'address', now: at })
    return sent.kind === 'taken' ? { ...sent, arrived: true } : sent
  },
  close: async () => undefined,
})
