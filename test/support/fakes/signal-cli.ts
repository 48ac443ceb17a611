/** A fake of `signal-cli daemon --http`: JSON-RPC 2.0 at /api/v1/rpc, with its result types. Signal's cloud cannot be had here. */
import { type FarEnd, json, startFarEnd, type Worded } from './far-end.ts'

export type FakeSignal = FarEnd & { readonly messages: readonly string[] }

const typeOf: Readonly<Record<Exclude<Worded, 'takes'>, string>> = {
  gone: 'UNREGISTERED_FAILURE',
  refuses: 'INVALID_PRE_KEY_FAILURE',
  later: 'RATE_LIMIT_FAILURE',
}

export async function startSignal(account: string): Promise<FakeSignal> {
  const messages: string[] = []
  const end = await startFarEnd(({ method, path, headers, body }, mood) => {
    if (method !== 'POST' || path !== '/api/v1/rpc' || headers['content-type'] !== 'application/json') return { status: 404, body: '' }
    const { jsonrpc, id, method: command, params } = JSON.parse(body)
    const said = (value: object) => json(200, { jsonrpc: '2.0', ...value, id })
    const recipient = params?.recipient?.[0]
    const isWhole = jsonrpc === '2.0' && typeof id === 'string' && command === 'send' && params.recipient.length === 1
    if (!isWhole || params.account !== account || !/^\+[1-9]\d{6,14}$/.test(recipient))
      return said({ error: { code: -32_602, message: `wrong: ${body}`, data: null } })
    const result = (type: string) => ({
      timestamp: 1_780_000_000_000 + messages.length,
      results: [
        {
          recipientAddress: { uuid: '00000000-0000-0000-0000-000000000001', number: recipient },
          type,
          ...(type === 'RATE_LIMIT_FAILURE' && { token: 'challenge', retryAfterSeconds: 30 }),
        },
      ],
    })
    if (mood !== 'takes')
      return said({ error: { code: -1, message: `Failed to send to ${recipient}`, data: { response: result(typeOf[mood]) } } })
    messages.push(params.message)
    return said({ result: result('SUCCESS') })
  })
  return { ...end, messages }
}
