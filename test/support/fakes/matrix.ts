/** A fake of a Matrix homeserver's "send": transaction ids that it remembers, its error codes, 65,536 bytes an event. */
import { type FarEnd, json, startFarEnd } from './far-end.ts'

export const matrixToken = 'syt_matrix-token-that-nobody-may-see'

export type FakeMatrix = FarEnd & { readonly messages: readonly string[] }

export async function startMatrix(room: string): Promise<FakeMatrix> {
  const messages: string[] = []
  const transactions = new Map<string, string>()
  const end = await startFarEnd(({ method, path, headers, body }, mood) => {
    const error = (status: number, errcode: string, more: object = {}) =>
      json(status, { errcode, error: `${path} ${matrixToken}`, ...more })
    if (headers.authorization !== `Bearer ${matrixToken}`) return error(401, 'M_UNKNOWN_TOKEN')
    if (mood === 'gone') return error(403, 'M_FORBIDDEN')
    if (mood === 'refuses') return error(413, 'M_TOO_LARGE')
    if (mood === 'later') return error(429, 'M_LIMIT_EXCEEDED', { retry_after_ms: 1500 })
    const [, name, transaction] = /^\/_matrix\/client\/v3\/rooms\/([^/]+)\/send\/m\.room\.message\/([^/]+)$/.exec(path) ?? []
    if (method !== 'PUT' || name === undefined || transaction === undefined) return error(404, 'M_UNRECOGNIZED')
    if (decodeURIComponent(name) !== room) return error(403, 'M_FORBIDDEN')
    if (Buffer.byteLength(body) > 60_000) return error(413, 'M_TOO_LARGE')
    const known = transactions.get(transaction)
    if (known !== undefined) return json(200, { event_id: known })
    const { msgtype, body: text, formatted_body: html, 'm.mentions': mentions } = JSON.parse(body)
    if (msgtype !== 'm.text' || typeof text !== 'string') return error(400, 'M_BAD_JSON')
    const isPlain = html === undefined && JSON.stringify(mentions) === '{}'
    messages.push(isPlain ? text : `NOT PLAIN ${text}`)
    const event = `$event-${messages.length}`
    transactions.set(transaction, event)
    return json(200, { event_id: event })
  })
  return { ...end, messages }
}
