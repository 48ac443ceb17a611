/**
 * A Microsoft Teams channel, by the address of a workflow ("When a Teams webhook
 * request is received"), as an Adaptive Card 1.4. Four requests a second, 28 KB.
 */
import type { Channel } from './channel.ts'
import { type ChannelDeps, fewAtOnce } from './deps.ts'
import { sentOf } from './http-answer.ts'
import { cutTo, plainText } from './plain-text.ts'
import { maskedUrl, readTypedUrl } from './typed-url.ts'

const hosts = ['.logic.azure.com', '.logic.azure.us', '.api.powerplatform.com', '.api.powerplatform.us', '.webhook.office.com'] as const
const longestText = 5000

/** A text run takes no markdown, as a text block would: no word becomes a link, and none is struck out. */
const line = (text: string, more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...more }],
})

export const teamsChannel = ({ askTyped, clock }: Pick<ChannelDeps, 'askTyped' | 'clock'>): Channel => ({
  name: 'teams',
  atOnce: fewAtOnce,
  isSetUp: async () => true,
  readAddress: (typed) => readTypedUrl(typed, { hosts }),
  masked: maskedUrl,
  send: async (address, { subject, text, language }) => {
    const lines = cutTo(plainText(text), longestText)
      .split('\n')
      .filter((one) => one.trim() !== '')
    const content = {
      ...{ type: 'AdaptiveCard', version: '1.4', lang: language },
      body: [line(plainText(subject), { weight: 'Bolder', size: 'Medium' }), ...lines.map((one) => line(one))],
    }
    const answer = await askTyped(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] }),
    })
    const sent = sentOf(answer, { farEnd: 'address', now: clock.now() })
    return sent.kind === 'taken' ? { ...sent, arrived: true } : sent
  },
  close: async () => undefined,
})
