/** The database that a configuration names; apart from the house, so that a start can open it before all else is loaded. */
import type { Log } from '#kernel'
import { openStorage, openStorageBeside, type Storage } from '#storage'
import type { Config } from './config.ts'

export type Opening = {
  /** A product that runs on the same data is joined instead of refused. */
  readonly beside?: boolean
  /** Called, perhaps more than once, while a database comes up. */
  readonly whileStarting?: () => void
}

export const openData = (
  { dataDir, databaseUrl, databaseOwnerUrl }: Config,
  log: Log,
  { beside = false, whileStarting }: Opening = {},
): Promise<Storage> => (beside ? openStorageBeside : openStorage)({ dataDir, databaseUrl, databaseOwnerUrl, log, whileStarting })
