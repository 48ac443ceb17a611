/** A fake of a Teams workflow's webhook: 28 KB a message, Adaptive Card 1.4, 202. It shows what stands in text runs; in a text block, markdown would be read. */
import { type FarEnd, json, startFarEnd } from './far-end.ts'

export const teamsPath = '/workflows/0123456789abcdef/triggers/manual/paths/invoke?sig=teams-secret-of-the-room'

export type FakeTeams = FarEnd & { readonly messages: readonly string[] }

type Block = { readonly type: string; readonly inlines?: readonly { readonly type: string; readonly text: string }[] }

export async function startTeams(): Promise<FakeTeams> {
  const messages: string[] = []
  const end = await startFarEnd(({ method, path, query, body }, mood) => {
    const isOurs = method === 'POST' && `${path}?sig=${query.get('sig')}` === teamsPath
    if (!isOurs) return json(401, { error: { code: 'DirectApiAuthorizationRequired', message: path } })
    if (mood === 'gone') return json(404, { error: { code: 'WorkflowNotFound', message: teamsPath } })
    if (mood === 'refuses') return json(400, { error: { code: 'WorkflowTriggerIsNotEnabled', message: teamsPath } })
    if (mood === 'later') return json(429, { error: { code: 'TooManyRequests', message: teamsPath } }, { 'retry-after': '2' })
    if (Buffer.byteLength(body) > 28 * 1024) return json(413, { error: { code: 'RequestEntityTooLarge', message: '' } })
    const { type, attachments } = JSON.parse(body)
    const [{ contentType, content }] = attachments
    const isCard = type === 'message' && contentType === 'application/vnd.microsoft.card.adaptive'
    if (!isCard || content.type !== 'AdaptiveCard' || content.version !== '1.4')
      return json(400, { error: { code: 'BadRequest', message: '' } })
    messages.push(content.body.map(shown).join('\n'))
    return { status: 202, body: '' }
  })
  return { ...end, messages }
}

const shown = ({ type, inlines = [] }: Block): string =>
  type === 'RichTextBlock' && inlines.every((run) => run.type === 'TextRun')
    ? inlines.map(({ text }) => text).join('')
    : `NOT PLAIN ${type}`
