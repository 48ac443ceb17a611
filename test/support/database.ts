/**
 * A fresh, migrated database for a test: one built-in server a test process,
 * one database a test, copied from the first.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import type { Log } from '#kernel'
import { openStorage, type Storage } from '#storage'
import { startEmbedded } from '../../src/platform/storage/embedded/supervisor.ts'
import { migrate } from '../../src/platform/storage/migrate.ts'

export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

export type TestDatabase = Storage & { readonly appUrl: string; readonly ownerUrl: string }

type Server = { readonly ownerUrl: string; readonly appUrl: string; readonly stop: () => Promise<void> }

let server: Promise<Server> | undefined
let made = 0

async function startServer(): Promise<Server> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bellwether-test-'))
  const embedded = await startEmbedded({ dataDir, log: silent })
  await migrate({ ownerUrl: embedded.databaseOwnerUrl, appRole: new URL(embedded.databaseUrl).username })
  return {
    ownerUrl: embedded.databaseOwnerUrl,
    appUrl: embedded.databaseUrl,
    stop: async () => {
      await embedded.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const named = (url: string, database: string): string => {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

/** Opens a new database; `close` it at the end of the test. The server stops with the last test of the process. */
export async function testDatabase(): Promise<TestDatabase> {
  server ??= startServer()
  const { ownerUrl, appUrl } = await server
  const name = `test_${made++}`
  const owner = new pg.Client({ connectionString: named(ownerUrl, 'postgres') })
  await owner.connect()
  await owner.query(`create database ${name} template bellwether`)
  await owner.end()
  const own = { appUrl: named(appUrl, name), ownerUrl: named(ownerUrl, name) }
  const storage = await openStorage({ dataDir: tmpdir(), databaseUrl: own.appUrl, databaseOwnerUrl: own.ownerUrl, log: silent })
  return { ...storage, ...own }
}

after(async () => {
  const running = await server
  server = undefined
  await running?.stop()
})
