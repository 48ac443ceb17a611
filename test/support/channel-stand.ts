/** What channels are given in tests: askers that reach loopback only, settings that stand still, and a log that can be read. */

import { createHmac } from 'node:crypto'
import { type Asker, createAsker, openConnections } from '#fetch'
import type { Log } from '#kernel'
import type { Vault } from '#secrets'
import type { ChannelDeps } from '../../src/programme/notify/channels/deps.ts'
import type { Reply } from '../../src/programme/notify/channels/replies.ts'
import type { Report } from '../../src/programme/notify/channels/reports.ts'
import { channelSettingsSchema } from '../../src/programme/notify/channels/settings.ts'

export type ChannelStand = {
  readonly deps: ChannelDeps
  readonly reports: readonly Report[]
  readonly replies: readonly Reply[]
  readonly logged: () => string
  /** Lets go of the connections that are kept. */
  readonly close: () => void
}

type Options = {
  /** As the operator would have saved them. */
  readonly settings?: unknown
  /** Where a typed address leads instead, since its name is not ours: `https://hooks.slack.com` to a server on loopback. */
  readonly instead?: { readonly of: string; readonly url: string }
  readonly publicAddress?: string
  /** Set to make whoever hears refuse. */
  readonly hearing?: () => void
}

const timeMs = 400

export function openStand({
  settings = {},
  instead,
  publicAddress = 'https://protect.example',
  hearing = () => undefined,
}: Options): ChannelStand {
  const reports: Report[] = []
  const replies: Reply[] = []
  const lines: string[] = []
  const write = (facts: object, message: string) => void lines.push(`${JSON.stringify(facts)} ${message}`)
  const log: Log = { info: write, warn: write, error: write }
  const connections = openConnections(16)
  const ask = createAsker({ lookUp: async () => ['127.0.0.1'], mayDial: (address) => address === '127.0.0.1', timeMs, connections })
  const askTyped: Asker = (url, question) =>
    ask(instead !== undefined && url.startsWith(instead.of) ? instead.url + url.slice(instead.of.length) : url, question)
  const parsed = channelSettingsSchema.parse(settings)
  return {
    deps: {
      vault: macVault,
      clock: { now: () => new Date() },
      log,
      settings: async () => parsed,
      askGateway: ask,
      askTyped,
      publicAddress: async () => publicAddress,
      listens: true,
      heard: {
        report: async (report) => {
          hearing()
          reports.push(report)
        },
        reply: async (reply) => {
          hearing()
          replies.push(reply)
        },
      },
    },
    reports,
    replies,
    logged: () => lines.join('\n'),
    close: connections.close,
  }
}

/** The part of a vault that channels use: its keyed hashes. */
const macVault: Pick<Vault, 'mac'> = {
  mac: (purpose, value) => createHmac('sha256', `key of these tests for ${purpose}`).update(value).digest(),
}
