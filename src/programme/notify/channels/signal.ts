/** Signal, through the operator's signal-cli as a daemon (`signal-cli daemon --http`, JSON-RPC 2.0 at /api/v1/rpc). */
import { z } from 'zod'
import { secondsMs } from '#kernel'
import type { Channel, Sent } from './channel.ts'
import { type ChannelDeps, fewAtOnce } from './deps.ts'
import { boundedWait, jsonOf, sentOf } from './http-answer.ts'
import { maskedNumber, readPhoneNumber } from './phone-number.ts'
import { plainText } from './plain-text.ts'

/** As signal-cli's JsonSendMessageResult has them. */
const results = z
  .array(
    z.object({
      type: z.enum([
        'SUCCESS',
        'NETWORK_FAILURE',
        'UNREGISTERED_FAILURE',
        'IDENTITY_FAILURE',
        'RATE_LIMIT_FAILURE',
        'INVALID_PRE_KEY_FAILURE',
      ]),
      retryAfterSeconds: z.number().nonnegative().nullish(),
    }),
  )
  .min(1)
const told = z.object({ timestamp: z.int().positive(), results })
const answered = z.union([
  z.object({ result: told }),
  z.object({ error: z.object({ code: z.int(), data: z.object({ response: told }).nullish() }) }),
])

export const signalChannel = (deps: ChannelDeps): Channel => ({
  name: 'signal',
  atOnce: fewAtOnce,
  isSetUp: async () => (await deps.settings()).signal !== null,
  readAddress: readPhoneNumber,
  masked: maskedNumber,
  send: async (number, { text, key }) => {
    const { signal } = await deps.settings()
    if (signal === null) return { kind: 'later', answer: 'no signal-cli is set up', everybody: true }
    const answer = await deps.askGateway(new URL('/api/v1/rpc', signal.url).href, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: key,
        method: 'send',
        params: { account: signal.account, recipient: [number], message: plainText(text) },
      }),
    })
    const sent = sentOf(answer, { farEnd: 'gateway', now: deps.clock.now() })
    if (answer.kind === 'failed' || sent.kind !== 'taken') return sent
    const said = answered.safeParse(jsonOf(answer.body))
    if (!said.success) return { kind: 'later', answer: `${answer.status}, and no result`, everybody: true }
    if ('result' in said.data) return ofResult(said.data.result)
    const { code, data } = said.data.error
    // Without a result it is about signal-cli itself: its account, its own connection.
    return data?.response ? ofResult(data.response) : { kind: 'later', answer: `error ${code}`, everybody: true }
  },
  close: async () => undefined,
})

function ofResult({ timestamp, results: [result] }: z.infer<typeof told>): Sent {
  const answer = result?.type ?? 'no result'
  switch (result?.type) {
    case 'SUCCESS':
      return { kind: 'taken', answer, reference: String(timestamp), arrived: true }
    // A changed safety number may be somebody else with that number: it is proven anew before it is written to.
    case 'UNREGISTERED_FAILURE':
    case 'IDENTITY_FAILURE':
      return { kind: 'gone', answer }
    case 'RATE_LIMIT_FAILURE':
      return {
        ...{ kind: 'later', answer, everybody: true },
        ...(result.retryAfterSeconds && { afterMs: boundedWait(secondsMs(result.retryAfterSeconds)) }),
      }
    default:
      return { kind: 'later', answer, everybody: result?.type === 'NETWORK_FAILURE' }
  }
}
