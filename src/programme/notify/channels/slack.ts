/** A Slack channel, by the address of an incoming webhook (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks). */
import type { Channel } from './channel.ts'
import { type ChannelDeps, fewAtOnce } from './deps.ts'
import { sentOf } from './http-answer.ts'
import { cutTo, plainText } from './plain-text.ts'
import { maskedUrl, readTypedUrl } from './typed-url.ts'

const hosts = ['hooks.slack.com', 'hooks.slack-gov.com'] as const
/** Slack cuts at 40,000 and asks for a tenth of it. */
const longestText = 4000

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** Everything that mrkdwn makes of words stands between < and >: links, mentions, `<!channel>`. */
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => entities[sign] ?? '')

export const slackChannel = ({ askTyped, clock }: Pick<ChannelDeps, 'askTyped' | 'clock'>): Channel => ({
  name: 'slack',
  atOnce: fewAtOnce,
  isSetUp: async () => true,
  readAddress: (typed) => readTypedUrl(typed, { hosts }),
  masked: maskedUrl,
  send: async (address, { subject, text }) => {
    const body = {
      text: escaped(cutTo(plainText(`${subject}\n\n${text}`), longestText)),
      ...{ mrkdwn: false, parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false },
    }
    const answer = await askTyped(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
    })
    const sent = sentOf(answer, { farEnd: 'address', now: clock.now() })
    if (sent.kind !== 'taken' || answer.kind === 'failed') return sent
    // Anything else is not Slack: a captive page, a proxy.
    if (answer.body.trim() !== 'ok') return { kind: 'later', answer: `${answer.status}, and not ok`, everybody: false }
    return { ...sent, arrived: true }
  },
  close: async () => undefined,
})
