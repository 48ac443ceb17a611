/** Text messages through Kannel's smsbox (Kannel 1.4.5 user's guide, "Using the HTTP interface to send SMS messages"). */
import { callbackFor } from './callback.ts'
import type { Sent } from './channel.ts'
import type { ChannelDeps } from './deps.ts'
import { sentOf } from './http-answer.ts'
import type { KannelSettings } from './settings.ts'
import type { SmsGateway } from './sms-gateway.ts'
import { smsText } from './sms-parts.ts'

/** Tell us of each station: 1 arrived, 2 did not, 4 waits at the centre, 8 and 16 taken and refused by it. */
const everyReport = '31'

export const kannelGateway = (deps: ChannelDeps, settings: KannelSettings): SmsGateway => ({
  send: async (number, { short, key }) => {
    const { alphabet, text } = smsText(short)
    const question = new URLSearchParams({
      username: settings.user,
      password: settings.password,
      from: settings.sender,
      to: number,
      text,
      // Kannel makes GSM 7 or UCS-2 of it, and the parts.
      charset: 'UTF-8',
      coding: alphabet === 'gsm7' ? '0' : '2',
      'dlr-mask': everyReport,
      // Kannel puts the state in the place of %d, which therefore stands as it is.
      'dlr-url': `${await callbackFor(deps, 'kannel-report', key)}&state=%d`,
    })
    const answer = await deps.askGateway(`${settings.url}?${question}`, { method: 'GET', headers: {} })
    const sent = sentOf(answer, { farEnd: 'gateway', now: deps.clock.now() })
    return answer.kind === 'failed' ? sent : inKannelsWords(sent, answer.body)
  },
  close: async () => undefined,
})

/** Kannel says 403 both of a wrong password and of a number it does not serve; its words tell them apart. */
function inKannelsWords(sent: Sent, body: string): Sent {
  if (sent.kind === 'taken') {
    const [, said] = /^([03]): /.exec(body) ?? []
    if (said === undefined) return { kind: 'later', answer: `${sent.answer}, and no word of Kannel's`, everybody: true }
    return { ...sent, answer: said === '0' ? `${sent.answer}, accepted` : `${sent.answer}, queued` }
  }
  const isForThisOne = /^(not routable|number\(s\) has\/have been denied|receiver .*(blacklist|denied))/i.test(body)
  return isForThisOne ? { kind: 'refused', answer: `${sent.answer}, not routed` } : sent
}
