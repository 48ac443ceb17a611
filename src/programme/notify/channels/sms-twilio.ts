/** Text messages through Twilio's Messages API, or one that resembles it. */
import { callbackFor } from './callback.ts'
import type { ChannelDeps } from './deps.ts'
import type { TwilioSmsSettings } from './settings.ts'
import type { SmsGateway } from './sms-gateway.ts'
import { smsText } from './sms-parts.ts'
import { postToTwilio } from './twilio.ts'

export const twilioGateway = (deps: ChannelDeps, account: TwilioSmsSettings): SmsGateway => ({
  send: async (number, { short, key }) =>
    postToTwilio(
      { ask: deps.askGateway, clock: deps.clock },
      {
        account,
        resource: 'Messages',
        form: {
          To: number,
          [account.sender.startsWith('MG') && account.sender.length === 34 ? 'MessagingServiceSid' : 'From']: account.sender,
          Body: smsText(short).text,
          StatusCallback: await callbackFor(deps, 'twilio-report', key),
        },
      },
    ),
  close: async () => undefined,
})
