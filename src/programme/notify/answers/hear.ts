/**
 * What gateways call us about: a message arrived or did not, somebody wrote
 * back, a key was pressed. Whoever calls learns nothing of whether they were
 * believed.
 */
import type { Clock } from '#kernel'
import type { Vault } from '#secrets'
import type { Storage } from '#storage'
import { type Callback, callbackPaths } from '../channels/callback.ts'
import { type Reply, readKannelReply, readTwilioReply } from '../channels/replies.ts'
import { type KeyPress, type Report, readKannelReport, readKeyPress, readTwilioReport, readVoiceReport } from '../channels/reports.ts'
import type { ChannelSettings, ReadChannelSettings } from '../channels/settings.ts'
import type { TwilioCall } from '../channels/twilio.ts'
import { onReport } from '../on-report.ts'
import { onKey } from './on-key.ts'
import { openReplies } from './on-reply.ts'

type Deps = { readonly storage: Storage; readonly vault: Vault; readonly clock: Clock; readonly settings: ReadChannelSettings }

/** Resolves when it is kept, or of no use; rejects with the setback that kept it from us. */
export type Hearing = (path: string, call: TwilioCall) => Promise<void>

export function openHearing(deps: Deps): Hearing {
  const onReply = openReplies(deps)
  const kept: Readonly<Record<Callback, (settings: ChannelSettings, call: TwilioCall) => Promise<unknown>>> = {
    'kannel-report': async (_, call) => report(readKannelReport(deps.vault, queryOf(call))),
    'kannel-reply': async ({ sms }, call) => reply(sms?.gateway === 'kannel' ? readKannelReply(sms.replySecret, queryOf(call)) : undefined),
    'twilio-report': async ({ sms }, call) => report(sms?.gateway === 'twilio' ? readTwilioReport(signedBy(sms), call) : undefined),
    'twilio-reply': async ({ sms }, call) => reply(sms?.gateway === 'twilio' ? readTwilioReply(sms.authToken, call) : undefined),
    'voice-report': async ({ voice }, call) => report(voice === null ? undefined : readVoiceReport(signedBy(voice), call)),
    'voice-key': async ({ voice }, call) => pressed(voice === null ? undefined : readKeyPress(signedBy(voice), call)),
  }
  const signedBy = ({ authToken }: { readonly authToken: string }) => ({ vault: deps.vault, authToken })
  const report = async (said: Report | undefined) => said && onReport(deps, said)
  const reply = async (said: Reply | undefined) => said && onReply(said)
  const pressed = async (said: KeyPress | undefined) => said && onKey(deps, said)

  return async (path, call) => {
    const callback = callbacks.find((one) => callbackPaths[one] === path)
    if (callback !== undefined) await kept[callback](await deps.settings(), call)
  }
}

const callbacks = Object.keys(callbackPaths) as readonly Callback[]
const queryOf = ({ url }: TwilioCall): URLSearchParams => new URL(url).searchParams
