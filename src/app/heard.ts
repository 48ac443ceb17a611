/** Where gateways report to: no page, no cookie, and the same answer to everybody. */
import { readForm } from '#http'
import { isTrouble, sentenceOf } from '#kernel'
import { openChannelSettings, openHearing } from '#notify'
import type { House } from './house.ts'

export const isHeard = ({ url }: Request): boolean => new URL(url).pathname.startsWith('/heard/')

const mostBytes = 16 * 1024

type Needed = Pick<House, 'storage' | 'vault' | 'clock' | 'log'> & { readonly publicAddress: () => Promise<string> }

export function openHeard({ storage, vault, clock, log, publicAddress }: Needed): (request: Request) => Promise<Response> {
  const hear = openHearing({ storage, vault, clock, settings: openChannelSettings({ storage, vault, clock }).read })
  return async (request) => {
    const { pathname, search } = new URL(request.url)
    try {
      const form = request.method === 'POST' ? Object.fromEntries(await readForm(request, mostBytes)) : {}
      // They sign the address that they know us by, not the one that a proxy asks us at.
      const url = new URL(pathname + search, await publicAddress()).href
      await hear(pathname, { url, form, signature: request.headers.get('x-twilio-signature') ?? '' })
    } catch (cause) {
      if (isTrouble(cause, 'refusal')) return new Response('', { status: 400 })
      log.error({ path: pathname, cause: sentenceOf(cause) }, 'what a gateway reported could not be kept')
      return new Response('', { status: 503 })
    }
    // Nothing more is said: a call that was answered by a key ends, and a text message is not answered.
    const isTwilios = request.method === 'POST'
    return new Response(isTwilios ? '<Response/>' : '', { headers: { 'content-type': isTwilios ? 'text/xml' : 'text/plain' } })
  }
}
