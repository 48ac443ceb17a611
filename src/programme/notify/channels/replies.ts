/** Text messages that people send back, read from what gateways send us: pure. Undefined when it cannot be believed or is none. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { readPhoneNumber } from './phone-number.ts'
import { plainText } from './plain-text.ts'
import { isFromTwilio, type TwilioCall } from './twilio.ts'

export type Reply = {
  /** E.164. */
  readonly from: string
  readonly text: string
}

const longestText = 1000

/** Kannel gives numbers without `+` where the centre does. */
export function replyOf(from: string, text: string): Reply | undefined {
  const number = readPhoneNumber(/^[1-9]\d+$/.test(from) ? `+${from}` : from)
  return number === undefined ? undefined : { from: number, text: plainText(text).slice(0, longestText) }
}

/** The query of Kannel's `get-url`: `?from=%p&text=%a&secret=…`, in UTF-8. */
export function readKannelReply(secret: string | null, query: URLSearchParams): Reply | undefined {
  if (secret === null || !isSame(query.get('secret') ?? '', secret)) return undefined
  return replyOf(query.get('from') ?? '', query.get('text') ?? '')
}

/** Twilio's call about a message that came in. */
export function readTwilioReply(authToken: string, call: TwilioCall): Reply | undefined {
  return isFromTwilio(authToken, call) ? replyOf(call.form.From ?? '', call.form.Body ?? '') : undefined
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const isSame = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted))
