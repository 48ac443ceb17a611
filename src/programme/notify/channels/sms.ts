/** Text messages, through the gateway that the operator chose. */
import type { Channel } from './channel.ts'
import { type ChannelDeps, fewAtOnce } from './deps.ts'
import { maskedNumber, readPhoneNumber } from './phone-number.ts'
import type { SmsSettings } from './settings.ts'
import type { SmsGateway } from './sms-gateway.ts'
import { kannelGateway } from './sms-kannel.ts'
import { smppGateway } from './sms-smpp.ts'
import { twilioGateway } from './sms-twilio.ts'

export function smsChannel(deps: ChannelDeps): Channel {
  let open: { readonly name: string; readonly gateway: SmsGateway } | undefined
  let isClosed = false

  /** Kept while its settings are the same, since a message centre's connection is. */
  async function gateway(): Promise<SmsGateway | undefined> {
    const { sms } = await deps.settings()
    const name = JSON.stringify(sms)
    if (open?.name === name || isClosed) return open?.gateway
    const last = open
    open = sms === null ? undefined : { name, gateway: gatewayOf(deps, sms) }
    await last?.gateway.close()
    return open?.gateway
  }

  // A message centre gives replies and reports to whoever is connected, whether or not anything is sent.
  if (deps.listens)
    void gateway().catch(() =>
      deps.log.warn({ channel: 'sms' }, 'the settings of the channels could not be read; they are when something is sent'),
    )

  return {
    name: 'sms',
    atOnce: fewAtOnce,
    isSetUp: async () => (await deps.settings()).sms !== null,
    readAddress: readPhoneNumber,
    masked: maskedNumber,
    send: async (number, message) =>
      (await gateway())?.send(number, message) ?? { kind: 'later', answer: 'no gateway for text messages is set up', everybody: true },
    close: async () => {
      isClosed = true
      await open?.gateway.close()
      open = undefined
    },
  }
}

function gatewayOf(deps: ChannelDeps, settings: SmsSettings): SmsGateway {
  if (settings.gateway === 'kannel') return kannelGateway(deps, settings)
  return settings.gateway === 'twilio' ? twilioGateway(deps, settings) : smppGateway(deps, settings)
}
