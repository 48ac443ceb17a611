/**
 * The built-in PostgreSQL on a data folder: nobody else in it, made when it is
 * not there, freed of what an earlier life left, running, with its two roles.
 */
import { mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Log } from '#kernel'
import { type Access, prepareCluster, readAccess } from './cluster.ts'
import { isHeldByAnother, lockData } from './data-lock.ts'
import { stopLeftBehind } from './left-behind.ts'
import { launchFor } from './programs.ts'
import { Server } from './server.ts'

export type EmbeddedPostgres = {
  readonly databaseUrl: string
  readonly databaseOwnerUrl: string
  readonly superuserUrl: string
  readonly appRole: string
  /** Process number of the running server. */
  readonly pid: () => number | undefined
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  readonly dataDir: string
  readonly log: Log
  readonly settings?: readonly string[]
  /** Called at each try, when the server process runs and is waited for. */
  readonly whileStarting?: (() => void) | undefined
}

const database = 'bellwether'
const owner = 'bellwether_owner'
const app = 'bellwether_app'

/** Starts the built-in server on `dataDir` and keeps it running until `stop`. */
export async function startEmbedded({ dataDir, log, settings = [], whileStarting }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  // Walkable for others, so that the server may run as nobody; each secret in it is 0600.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const home = realpathSync(dataDir)
  const unlock = lockData(home)
  let started: Server | undefined
  try {
    await stopLeftBehind(join(home, 'postgres'))
    const { folder, access, launch } = await prepareCluster(home, launchFor)
    const server = new Server({ folder, access, launch, logFile: join(home, 'postgres.log'), log, settings })
    started = server
    await server.start(whileStarting)
    await makeRoles(access, server.superuserUrl)
    return {
      ...urlsOn(server.port, access),
      superuserUrl: server.superuserUrl,
      appRole: app,
      pid: () => server.pid,
      stop: async () => {
        await server.stop()
        unlock()
      },
    }
  } catch (cause) {
    await started?.stop()
    unlock()
    throw cause
  }
}

const urlsOn = (port: number, access: Access) => ({
  databaseUrl: `postgres://${app}:${access.app}@127.0.0.1:${port}/${database}`,
  databaseOwnerUrl: `postgres://${owner}:${access.owner}@127.0.0.1:${port}/${database}`,
})

/**
 * The server of a Bellwether that runs right now on `dataDir`, for a command
 * beside it, which connects and starts, stops or migrates nothing; undefined
 * when none runs.
 */
export function runningEmbedded(dataDir: string): { readonly databaseUrl: string; readonly databaseOwnerUrl: string } | undefined {
  if (!isHeldByAnother(dataDir)) return undefined
  // Line 4 of postmaster.pid is the port.
  const [, , , port] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  return urlsOn(Number(port), readAccess(join(dataDir, 'postgres.json')))
}

/** What is missing of the two roles and the database; a first start may have been cut off between them. */
async function makeRoles(access: Access, superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>('select rolname as name from pg_roles union all select datname from pg_database')
    const there = new Set(rows.map(({ name }) => name))
    for (const [role, password] of [
      [owner, access.owner],
      [app, access.app],
    ] as const)
      if (!there.has(role)) await client.query(`create role ${role} login password ${pg.escapeLiteral(password)}`)
    if (!there.has(database)) await client.query(`create database ${database} owner ${owner}`)
  } finally {
    await client.end()
  }
}
