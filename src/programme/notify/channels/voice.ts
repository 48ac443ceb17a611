/** Telephone calls through Twilio's Calls API, or one that resembles it: the notice is read aloud, and a key acknowledges it. */
import { callbackFor } from './callback.ts'
import type { Channel } from './channel.ts'
import { type ChannelDeps, fewAtOnce } from './deps.ts'
import { maskedNumber, readPhoneNumber } from './phone-number.ts'
import { postToTwilio } from './twilio.ts'
import { twimlOf } from './twiml.ts'

/** It rings for so long; a mailbox usually takes over after 25 s. */
const ringsSeconds = 25

export const voiceChannel = (deps: ChannelDeps): Channel => ({
  name: 'voice',
  atOnce: fewAtOnce,
  isSetUp: async () => (await deps.settings()).voice !== null,
  readAddress: readPhoneNumber,
  masked: maskedNumber,
  send: async (number, { language, spoken, key }) => {
    const { voice } = await deps.settings()
    if (voice === null) return { kind: 'later', answer: 'no gateway for calls is set up', everybody: true }
    return postToTwilio(
      { ask: deps.askGateway, clock: deps.clock },
      {
        account: voice,
        resource: 'Calls',
        form: {
          To: number,
          From: voice.from,
          Twiml: twimlOf({ language, spoken, keyTo: await callbackFor(deps, 'voice-key', key) }),
          Timeout: String(ringsSeconds),
          StatusCallback: await callbackFor(deps, 'voice-report', key),
        },
      },
    )
  },
  close: async () => undefined,
})
