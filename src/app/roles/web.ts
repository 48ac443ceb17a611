/** The web role: the pages, the API and what gateways report, on one socket. What they need is plugged in here. */
import { createApi } from '#api'
import { startHttp } from '#http'
import { createWeb, type ProgrammeFacts, type WebDeps } from '#web'
import { apiOf } from '../api.ts'
import { isHeard, openHeard } from '../heard.ts'
import type { House } from '../house.ts'
import type { ProgrammeSettings } from '../settings/schema.ts'

export type WebRole = { readonly port: number; stop(): Promise<void> }

function factsOf(settings: ProgrammeSettings, setUp: boolean): ProgrammeFacts {
  return {
    name: settings.programmeName,
    publicAddress: settings.publicAddress,
    fromAddress: settings.fromAddress,
    helpContact: settings.helpContact,
    languages: settings.languages,
    // A proxy on this very machine speaks for its visitors, told or not: else all of them would share one limit.
    trustedProxies: settings.tls.mode === 'proxy' ? settings.tls.trusted : ['127.0.0.1', '::1'],
    deskNetworks: settings.deskNetworks,
    passkeysOnly: settings.passkeysOnly,
    setUp,
  }
}

/** Listens. Refusals `port-taken`, `port-not-allowed`, `certificate-unreadable` say which. */
export async function startWeb(house: House, plugged: Omit<WebDeps, 'programme' | 'clock' | 'reachable'>): Promise<WebRole> {
  const { settings, clock, config } = house
  let setUp = await settings.saved()
  const programme = () => {
    if (!setUp) {
      void settings.saved().then(
        (now) => {
          setUp = now
        },
        () => undefined,
      )
    }
    return factsOf(settings.latest(), setUp)
  }
  const web = createWeb({ ...plugged, clock, programme, reachable: () => house.storage.reachable() })
  const api = createApi({ ...apiOf(house), programme })
  const heard = openHeard({ ...house, publicAddress: async () => (await settings.read()).publicAddress })
  const { tls } = await settings.read()
  const http = await startHttp({
    host: config.host,
    port: config.port,
    ...(tls.mode === 'files' && { tls: { certificate: tls.certificate, key: tls.key } }),
    fetch: (request, from) => (isHeard(request) ? heard(request) : (isForApi(request) ? api : web).fetch(request, from)),
  })
  return { port: http.port, stop: () => http.close() }
}

const isForApi = ({ url }: Request): boolean => new URL(url).pathname.startsWith('/api/')
