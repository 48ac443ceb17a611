/** `bellwether audit verify`: computes every hash of the log again; exit status 1 when an entry does not fit. */
import { availableParallelism } from 'node:os'
import { verifyChain } from '#audit'
import { openStorageBeside } from '#storage'
import { readConfig } from '../config.ts'
import { openLog } from '../log.ts'

export async function auditVerifyCommand(): Promise<number> {
  const { dataDir, databaseUrl, databaseOwnerUrl } = readConfig(process.env, { cores: availableParallelism() })
  const storage = await openStorageBeside({ dataDir, databaseUrl, databaseOwnerUrl, log: openLog('warn') })
  try {
    const { brokenAt, says } = await verifyChain(storage)
    process.stdout.write(`${says}\n`)
    return brokenAt === undefined ? 0 : 1
  } finally {
    await storage.close()
  }
}
