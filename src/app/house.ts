/** What every role of a process stands on: the database, the vault, the settings, the time. Opened once, closed last. */
import { randomBytes } from 'node:crypto'
import type { Clock, Log } from '#kernel'
import type { MembersDeps, Site } from '#members'
import { openVault, type Vault } from '#secrets'
import type { Storage } from '#storage'
import type { Config } from './config.ts'
import { openData } from './open-data.ts'
import { type Own, openOwn } from './own/own.ts'
import { openSettings, type Settings } from './settings/settings.ts'

export type House = {
  readonly config: Config
  readonly storage: Storage
  readonly vault: Vault
  readonly settings: Settings
  /** What the operator added to the mail engine. */
  readonly own: Own
  readonly clock: Clock
  readonly log: Log
  readonly members: MembersDeps
  /** Name and address of the pages, as the settings have them now. */
  readonly site: () => Promise<Site>
  close(): Promise<void>
}

/** With `beside`, a product that runs on the same data is joined instead of refused. */
export const openHouse = async (config: Config, log: Log, { beside = false } = {}): Promise<House> =>
  openHouseOn(await openData(config, log, { beside }), config, log)

/** On a database that was opened before; it is closed when the house cannot stand. */
export async function openHouseOn(storage: Storage, config: Config, log: Log): Promise<House> {
  const clock: Clock = { now: () => new Date() }
  try {
    const vault = await openVault(storage, config.kek)
    const settings = await openSettings({ storage, vault, clock, fixed: config.fixed, localAddress: `http://localhost:${config.port}` })
    return {
      config,
      storage,
      vault,
      settings,
      own: openOwn({ storage, clock }),
      clock,
      log,
      members: { storage, vault, clock, chance: (sizeBytes) => randomBytes(sizeBytes) },
      site: async () => {
        const { programmeName, publicAddress } = await settings.read()
        return { name: programmeName, publicAddress }
      },
      close: () => storage.close(),
    }
  } catch (cause) {
    await storage.close()
    throw cause
  }
}
