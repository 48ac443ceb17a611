/** A fake of Slack's incoming webhooks: its answers in words, its limit of one message a second where it is asked for it, and its mrkdwn. */
import { type FarEnd, startFarEnd } from './far-end.ts'

export const slackPath = '/services/T00000000/B00000000/slack-secret-of-the-room'

export type FakeSlack = FarEnd & { readonly messages: readonly string[] }

export async function startSlack(): Promise<FakeSlack> {
  const messages: string[] = []
  const end = await startFarEnd(({ method, path, headers, body }, mood) => {
    if (method !== 'POST' || path !== slackPath) return { status: 404, body: 'no_service' }
    if (mood === 'gone') return { status: 410, body: `channel_is_archived ${slackPath}` }
    if (mood === 'refuses') return { status: 403, body: `action_prohibited ${slackPath}` }
    if (mood === 'later') return { status: 429, headers: { 'retry-after': '1' }, body: `rate_limited ${slackPath}` }
    if (!headers['content-type']?.startsWith('application/json')) return { status: 400, body: 'invalid_payload' }
    const { text, mrkdwn, parse, link_names } = JSON.parse(body)
    if (typeof text !== 'string' || text === '') return { status: 400, body: 'no_text' }
    if (text.length > 40_000) return { status: 400, body: 'msg_too_long' }
    // What stands between < and > would be a link or a mention; without `parse: none` names and addresses become some too.
    const isPlain = !/[<>]/.test(text) && mrkdwn === false && parse === 'none' && link_names === false
    messages.push(isPlain ? text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&') : `NOT PLAIN ${text}`)
    return { status: 200, body: 'ok' }
  })
  return { ...end, messages }
}
