/** What Twilio and those that resemble it have in common: form posts with basic auth, JSON answers with a code, callbacks with a signature. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Asker } from '#fetch'
import type { Clock } from '#kernel'
import type { Sent } from './channel.ts'
import { jsonOf, sentOf } from './http-answer.ts'
import type { TwilioAccount } from './settings.ts'

const made = z.object({ sid: z.string().regex(/^[A-Z]{2}[0-9a-f]{32}$/) })
const trouble = z.object({ code: z.int().min(1).max(99_999) })

/** Nobody can be reached there: no such number, a landline, unknown to the carrier, or its owner answered STOP. */
export const twilioGone: ReadonlySet<number> = new Set([13_224, 21_211, 21_214, 21_217, 21_610, 21_614, 30_005, 30_006])
/** Trouble with our account, not with the message: keys, money, queue. */
const everybodys: ReadonlySet<number> = new Set([20_003, 20_005, 20_006, 20_008, 20_404, 20_429, 21_606, 21_611, 30_002])

type Post = {
  readonly account: TwilioAccount
  readonly resource: 'Messages' | 'Calls'
  readonly form: Readonly<Record<string, string>>
}

export async function postToTwilio(deps: { readonly ask: Asker; readonly clock: Clock }, { account, resource, form }: Post): Promise<Sent> {
  const url = `${account.url.replace(/\/$/, '')}/2010-04-01/Accounts/${encodeURIComponent(account.accountSid)}/${resource}.json`
  const answer = await deps.ask(url, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(form).toString(),
  })
  const sent = sentOf(answer, { farEnd: 'gateway', now: deps.clock.now() })
  if (answer.kind === 'failed') return sent
  const said = jsonOf(answer.body)
  if (sent.kind === 'taken') {
    const created = made.safeParse(said)
    if (created.success) return { ...sent, reference: created.data.sid }
    return { kind: 'later', answer: `${answer.status}, and no id`, everybody: true }
  }
  const { data: { code } = {} } = trouble.safeParse(said)
  return code === undefined ? sent : meaningOf(code, sent)
}

/** Its codes say more than its statuses. */
function meaningOf(code: number, sent: Sent): Sent {
  const answer = `${sent.answer}, ${code}`
  if (twilioGone.has(code)) return { kind: 'gone', answer }
  if (everybodys.has(code))
    return { kind: 'later', everybody: true, ...(sent.kind === 'later' && sent.afterMs && { afterMs: sent.afterMs }), answer }
  // Refused for this one alone (a country that is not allowed, a text that is filtered), whatever the status.
  return sent.kind === 'later' && code >= 21_000 ? { kind: 'refused', answer } : { ...sent, answer }
}

/** A call that claims to be Twilio's. */
export type TwilioCall = {
  /** As they called it: our public address with path and query. */
  readonly url: string
  readonly form: Readonly<Record<string, string>>
  readonly signature: string
}

/** HMAC-SHA-1 over the address and the form's fields in order, under the account's token (twilio.com/docs/usage/security). */
export function isFromTwilio(authToken: string, { url, form, signature }: TwilioCall): boolean {
  const fields = Object.keys(form).sort()
  const signed = url + fields.map((name) => `${name}${form[name]}`).join('')
  const wanted = createHmac('sha1', authToken).update(signed).digest()
  const given = Buffer.from(signature, 'base64')
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
