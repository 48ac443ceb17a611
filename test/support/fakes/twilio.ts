/**
 * A fake of Twilio's Messages and Calls API: it holds to their limits (1,600
 * characters a body, 4,000 a TwiML, well-formed and only with known verbs) and
 * answers in their codes. Its trouble repeats what it was asked, as theirs does.
 */
import { createHmac } from 'node:crypto'
import { parseDocument } from 'htmlparser2'
import { type Answer, type Asked, type FarEnd, json, startFarEnd, type Worded } from './far-end.ts'

export const twilioAccount = { accountSid: `AC${'0'.repeat(31)}1`, authToken: 'twilio-token-that-nobody-may-see' } as const

export type FakeTwilio = FarEnd & {
  readonly messages: readonly Readonly<Record<string, string>>[]
  readonly calls: readonly Readonly<Record<string, string>>[]
}

const codeOf: Readonly<Record<Exclude<Worded, 'takes'>, { readonly status: number; readonly code: number }>> = {
  gone: { status: 400, code: 21_610 },
  refuses: { status: 403, code: 21_408 },
  later: { status: 429, code: 20_429 },
}

export async function startTwilio(): Promise<FakeTwilio> {
  const messages: Readonly<Record<string, string>>[] = []
  const calls: Readonly<Record<string, string>>[] = []
  const end = await startFarEnd((asked, mood) => {
    const wrong = wrongOf(asked)
    if (wrong !== undefined) return wrong
    const form = Object.fromEntries(new URLSearchParams(asked.body))
    if (mood !== 'takes') {
      const { status, code } = codeOf[mood]
      return json(
        status,
        { code, message: `${asked.body} ${asked.headers.authorization}`, status },
        mood === 'later' ? { 'retry-after': '3' } : {},
      )
    }
    const isCall = asked.path.endsWith('/Calls.json')
    const kept = isCall ? calls : messages
    kept.push(form)
    return json(201, { sid: `${isCall ? 'CA' : 'SM'}${String(kept.length).padStart(32, '0')}`, status: 'queued' })
  })
  return { ...end, messages, calls }
}

const refused = (status: number, code: number): Answer => json(status, { code, message: 'wrong', status })

function wrongOf({ method, path, headers, body }: Asked): Answer | undefined {
  const basic = Buffer.from(`${twilioAccount.accountSid}:${twilioAccount.authToken}`).toString('base64')
  if (headers.authorization !== `Basic ${basic}`) return refused(401, 20_003)
  const resource = /^\/2010-04-01\/Accounts\/([^/]+)\/(Messages|Calls)\.json$/.exec(path)
  if (method !== 'POST' || resource?.[1] !== twilioAccount.accountSid) return refused(404, 20_404)
  const form = new URLSearchParams(body)
  if (!/^\+[1-9]\d{6,14}$/.test(form.get('To') ?? '')) return refused(400, 21_211)
  if (!form.has('From') && !form.has('MessagingServiceSid')) return refused(400, 21_603)
  if (!URL.canParse(form.get('StatusCallback') ?? '')) return refused(400, 21_609)
  const text = form.get('Body') ?? ''
  if (resource[2] === 'Messages' && (text === '' || text.length > 1600)) return refused(400, text === '' ? 21_602 : 21_617)
  if (resource[2] === 'Calls' && spokenIn(form.get('Twiml') ?? '') === undefined) return refused(400, 21_205)
  return undefined
}

const verbs: ReadonlySet<string> = new Set(['Response', 'Gather', 'Say', 'Pause'])

/** The sentences of a call, as they are said; undefined when it is no TwiML of ours or too long. */
export function spokenIn(twiml: string): readonly string[] | undefined {
  if (twiml.length > 4000) return undefined
  const said: string[] = []
  const isGood = (nodes: ReturnType<typeof parseDocument>['children']): boolean =>
    nodes.every((node) => {
      if (node.type === 'text') return true
      if (node.type === 'directive') return node.data.startsWith('?xml')
      if (node.type !== 'tag' || !verbs.has(node.name)) return false
      if (node.name !== 'Say') return isGood(node.children)
      if (!/^[a-z]{2}-[A-Z]{2}$/.test(node.attribs.language ?? '')) return false
      said.push(node.children.map((child) => (child.type === 'text' ? child.data : '\0')).join(''))
      return node.children.every(({ type }) => type === 'text')
    })
  return isGood(parseDocument(twiml, { xmlMode: true }).children) && said.length > 0 ? said : undefined
}

/** As Twilio signs its calls. */
export const twilioSignature = (url: string, form: Readonly<Record<string, string>>): string =>
  createHmac('sha1', twilioAccount.authToken)
    .update(
      url +
        Object.entries(form)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .flat()
          .join(''),
    )
    .digest('base64')
