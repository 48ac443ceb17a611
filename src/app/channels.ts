/** The ways of reaching somebody beside mail: how they ask the world, and who hears what comes back. Whoever opens them closes them. */
import { lookup } from 'node:dns/promises'
import { openPerspectives } from '#domain-proof'
import { createAsker, openConnections } from '#fetch'
import { secondsMs } from '#kernel'
import { type Channel, onReport, openChannelSettings, openChannels as openEach, openReplies } from '#notify'
import { lookUpOf } from './enrolment-deps.ts'
import type { House } from './house.ts'

/** To one far end. */
const mostConnectionsEach = 64
const timeMs = secondsMs(10)

export type Channels = { readonly all: readonly Channel[]; readonly close: () => Promise<void> }

/** With DNS off, no address that somebody typed is asked; the operator's gateways are, as the mail relay is. */
export function openChannels({ storage, vault, clock, log, config, settings }: House): Channels {
  const connections = openConnections(mostConnectionsEach)
  const lookUpTyped = config.dns === 'off' ? async () => [] : lookUpOf(openPerspectives(config.resolvers))
  const onReply = openReplies({ storage, vault, clock })
  const all = openEach({
    vault,
    clock,
    log,
    settings: openChannelSettings({ storage, vault, clock }).read,
    askTyped: createAsker({ lookUp: lookUpTyped, timeMs, connections }),
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
  return {
    all,
    close: async () => {
      await Promise.all(all.map((channel) => channel.close()))
      connections.close()
    },
  }
}
