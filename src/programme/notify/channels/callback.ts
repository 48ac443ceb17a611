/** Where far ends report to. The address names one delivery in a way that cannot be guessed, for those that sign nothing. */
import type { Vault } from '#secrets'
import { deliveryOfReport, reportToken } from '../bounce-token.ts'

export const callbackPaths = {
  'kannel-report': '/heard/kannel-report',
  'kannel-reply': '/heard/kannel-reply',
  'twilio-report': '/heard/twilio-report',
  'twilio-reply': '/heard/twilio-reply',
  'voice-report': '/heard/voice-report',
  'voice-key': '/heard/voice-key',
} as const

export type Callback = keyof typeof callbackPaths

type Needed = { readonly vault: Pick<Vault, 'mac'>; readonly publicAddress: () => Promise<string> }

export async function callbackFor({ vault, publicAddress }: Needed, callback: Callback, key: string): Promise<string> {
  const url = new URL(callbackPaths[callback], await publicAddress())
  url.searchParams.set('of', reportToken(vault, key))
  return url.href
}

/** The key of the delivery that a callback is about; undefined when we never gave that address away. */
export const keyOfCallback = (vault: Pick<Vault, 'mac'>, query: URLSearchParams): string | undefined =>
  deliveryOfReport(vault, query.get('of') ?? '')
