/** The ways of reaching somebody beside mail: how they ask the world, and who hears what comes back. Whoever opens them closes them. */
import { lookup } from 'node:dns/promises'
import { openPerspectives } from '#domain-proof'
import { createAsker, openConnections } from '#fetch'
import { secondsMs } from '#kernel'
import {
  type Channel,
  onReport,
  openChannelSettings,
  openChannels as openEach,
  openReplies,
  openVapidKey,
  pushChannel,
  type VapidKey,
} from '#notify'
import { lookUpOf } from './enrolment-deps.ts'
import type { House } from './house.ts'

/** To one far end. */
const mostConnectionsEach = 64
const timeMs = secondsMs(10)

export type Channels = {
  readonly all: readonly Channel[]
  /** What browsers subscribe to; made when it is first asked for. */
  readonly vapid: () => Promise<VapidKey>
  readonly close: () => Promise<void>
}

/**
 * With DNS off, no address that somebody typed is asked; the operator's gateways are, as the mail relay is. Only a role that `listens`
 * is told by message centres what became of messages; pages ask channels what they know of addresses.
 */
export function openChannels(house: House, { listens }: { readonly listens: boolean }): Channels {
  const { storage, vault, clock, log, config, settings } = house
  const vapid = vapidOf(house)
  const connections = openConnections(mostConnectionsEach)
  const lookUpTyped = config.dns === 'off' ? async () => [] : lookUpOf(openPerspectives(config.resolvers))
  const onReply = openReplies({ storage, vault, clock })
  const askTyped = createAsker({ lookUp: lookUpTyped, timeMs, connections })
  const others = openEach({
    vault,
    clock,
    log,
    settings: openChannelSettings({ storage, vault, clock }).read,
    askTyped,
    listens,
    // The operator named it: it may stand in the house, and in the machine's own table of hosts.
    askGateway: createAsker({
      lookUp: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
      mayDial: () => true,
      timeMs,
      connections,
    }),
    publicAddress: async () => (await settings.read()).publicAddress,
    heard: {
      report: async (report) => {
        if (!(await onReport({ storage, clock }, report))) log.info({ channel: report.channel }, 'a report is about no message of ours')
      },
      reply: async (reply) => log.info({ channel: 'sms', became: await onReply(reply) }, 'somebody wrote back by text message'),
    },
  })
  const all = [pushChannel({ askTyped, clock, vapid, sender: () => settings.read() }), ...others]
  return {
    all,
    vapid,
    close: async () => {
      await Promise.all(all.map((channel) => channel.close()))
      connections.close()
    },
  }
}

/** Once a process. */
function vapidOf(house: House): () => Promise<VapidKey> {
  let key: Promise<VapidKey> | undefined
  return () => {
    key ??= openVapidKey(house).catch((cause: unknown) => {
      key = undefined
      throw cause
    })
    return key
  }
}
