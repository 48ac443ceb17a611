/** What the channels are given. */
import type { Asker } from '#fetch'
import type { Clock, Log } from '#kernel'
import type { Vault } from '#secrets'
import type { Reply } from './replies.ts'
import type { Report } from './reports.ts'
import type { ReadChannelSettings } from './settings.ts'

/** Takes what far ends say of their own accord. What throws is said again by who said it. */
export type Heard = {
  readonly report: (report: Report) => Promise<void>
  readonly reply: (reply: Reply) => Promise<void>
}

export type ChannelDeps = {
  readonly vault: Pick<Vault, 'mac'>
  readonly clock: Clock
  readonly log: Log
  readonly settings: ReadChannelSettings
  /** Asks the gateways that the operator named, wherever they are. */
  readonly askGateway: Asker
  /** The guarded one, for addresses that people typed. */
  readonly askTyped: Asker
  /** `https://protect.example`: where far ends report to. */
  readonly publicAddress: () => Promise<string>
  readonly heard: Heard
  /** Whether this process waits for what far ends say of their own accord: one that sends does, one that shows pages does not. */
  readonly listens: boolean
}

/** Where a second copy would be noticed, no more than this are on their way at once in a process. */
export const fewAtOnce = 3
