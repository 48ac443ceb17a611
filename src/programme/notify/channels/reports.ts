/**
 * Delivery reports, read from what far ends send us: pure, values in, a report
 * out. Undefined when it says nothing final, or nothing that can be believed.
 */
import type { Vault } from '#secrets'
import { keyOfCallback } from './callback.ts'
import type { ChannelName } from './channel.ts'
import { isFromTwilio, type TwilioCall, twilioGone } from './twilio.ts'

export type Report = {
  readonly channel: ChannelName
  /** The delivery, by our key or by the far end's own name for it. */
  readonly of: { readonly key: string } | { readonly reference: string }
  readonly state: 'delivered' | 'failed' | 'gone'
  /** What was said, in the far end's own code. */
  readonly answer: string
}

type Key = { readonly key: string } | { readonly reference: string }

/** Kannel's %d, the bits of `dlr-mask`: 1 at the telephone, 2 not, 16 refused by the centre; 4 and 8 are stations on the way. */
const kannelStates: Readonly<Record<string, Report['state']>> = { 1: 'delivered', 2: 'failed', 16: 'failed' }

/** The query of a call to the `dlr-url` that we gave Kannel. */
export function readKannelReport(vault: Pick<Vault, 'mac'>, query: URLSearchParams): Report | undefined {
  const key = keyOfCallback(vault, query)
  const bits = query.get('state') ?? ''
  const state = kannelStates[bits]
  return key === undefined || state === undefined ? undefined : { channel: 'sms', of: { key }, state, answer: `dlr ${bits}` }
}

/** Twilio's states of a message that end it. */
const messageStates: Readonly<Record<string, Report['state']>> = { delivered: 'delivered', undelivered: 'failed', failed: 'failed' }
/** And of a call. */
const callStates: Readonly<Record<string, Report['state']>> = {
  completed: 'delivered',
  busy: 'failed',
  failed: 'failed',
  'no-answer': 'failed',
  canceled: 'failed',
}

type Signed = { readonly vault: Pick<Vault, 'mac'>; readonly authToken: string }

/** A call to the `StatusCallback` of a text message. */
export function readTwilioReport({ vault, authToken }: Signed, call: TwilioCall): Report | undefined {
  const said = call.form.MessageStatus ?? ''
  const state = messageStates[said]
  const of = deliveryOf({ vault, authToken }, call, call.form.MessageSid)
  if (state === undefined || of === undefined) return undefined
  const code = Number(call.form.ErrorCode ?? 0)
  return {
    ...{ channel: 'sms', of, answer: code === 0 ? said : `${said} ${code}` },
    state: state === 'failed' && twilioGone.has(code) ? 'gone' : state,
  }
}

/** A call to the `StatusCallback` of a telephone call. */
export function readVoiceReport(signed: Signed, call: TwilioCall): Report | undefined {
  const said = call.form.CallStatus ?? ''
  const state = callStates[said]
  const of = deliveryOf(signed, call, call.form.CallSid)
  return state === undefined || of === undefined ? undefined : { channel: 'voice', of, state, answer: said }
}

export type KeyPress = { readonly key: string; readonly digit: string }

/** A call to the `action` of `<Gather>`: the key that was pressed. */
export function readKeyPress({ vault, authToken }: Signed, call: TwilioCall): KeyPress | undefined {
  const key = isFromTwilio(authToken, call) ? keyOfCallback(vault, new URL(call.url).searchParams) : undefined
  const digit = call.form.Digits ?? ''
  return key === undefined || !/^[0-9*#]$/.test(digit) ? undefined : { key, digit }
}

function deliveryOf({ vault, authToken }: Signed, call: TwilioCall, sid: string | undefined): Key | undefined {
  if (!isFromTwilio(authToken, call)) return undefined
  const key = keyOfCallback(vault, new URL(call.url).searchParams)
  if (key !== undefined) return { key }
  return sid === undefined || sid === '' ? undefined : { reference: sid }
}

/** SMPP 3.4 appendix B, by its word and by the number of `message_state` (§5.2.28). */
const smppStates: Readonly<Record<string, Report['state']>> = {
  DELIVRD: 'delivered',
  EXPIRED: 'failed',
  DELETED: 'failed',
  UNDELIV: 'failed',
  REJECTD: 'failed',
}
const smppNumbers: readonly string[] = ['', 'ENROUTE', 'DELIVRD', 'EXPIRED', 'DELETED', 'UNDELIV', 'ACCEPTD', 'UNKNOWN', 'REJECTD']

export type SmppReceipt = {
  /** `id:… sub:001 dlvrd:001 submit date:… done date:… stat:DELIVRD err:000 text:…` */
  readonly text: string
  readonly messageState?: number
  readonly receiptedId?: string
}

/** A receipt that a message centre sent over our connection. */
export function readSmppReport({ text, messageState, receiptedId }: SmppReceipt): Report | undefined {
  const reference = receiptedId ?? /\bid:\s*([0-9A-Za-z-]{1,65})/.exec(text)?.[1]
  const word = smppNumbers[messageState ?? 0] || (/\bstat:\s*([A-Z]{2,8})/.exec(text)?.[1] ?? '')
  const state = smppStates[word]
  return reference === undefined || state === undefined ? undefined : { channel: 'sms', of: { reference }, state, answer: word }
}
