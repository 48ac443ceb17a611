/** The pages of a real house, asked without a socket. */
import { languages } from '#kernel'
import { createWeb, type Web, type WebDeps } from '#web'
import type { House } from '../../src/app/house.ts'
import { pagesOf } from '../../src/app/wire.ts'

/** Plugged as the web role plugs them, with a programme that is set up; `instead` of some of its rooms. */
export function webOf(house: House, publicAddress: string, instead: Partial<WebDeps> = {}): Web {
  const programme = {
    name: 'Bellwether',
    publicAddress,
    fromAddress: 'notices@operator.example',
    helpContact: '',
    languages,
    trustedProxies: [],
    deskNetworks: [],
    passkeysOnly: false,
    setUp: true,
  } as const
  return createWeb({ ...pagesOf(house), clock: house.clock, programme: () => programme, reachable: async () => true, ...instead })
}

/** Asks it as a browser of its own site does, with a form where something is sent. */
export const sendTo =
  (web: Web, origin: string) =>
  (method: 'GET' | 'POST', path: string, cookie = '', form: Record<string, string> = {}): Response | Promise<Response> =>
    web.fetch(
      new Request(`${origin}${path}`, {
        method,
        headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
        ...(method === 'POST' && { body: new URLSearchParams(form).toString() }),
      }),
      { socket: '127.0.0.1' },
    )
