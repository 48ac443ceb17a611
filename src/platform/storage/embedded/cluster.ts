/**
 * The files of the built-in PostgreSQL: made once, checked at each start.
 * Passwords are random and lie beside the data, readable by its owner only.
 */
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { defect, refusal } from '#kernel'
import type { Launch } from './programs.ts'

/** The major version that the pinned package brings. */
const ourMajorVersion = '18'

const accessSchema = z.object({ superuser: z.string(), owner: z.string(), app: z.string() })
/** The passwords of the three roles. */
export type Access = z.infer<typeof accessSchema>

export type Cluster = { readonly folder: string; readonly access: Access; readonly launch: Launch }

const password = () => randomBytes(24).toString('base64url')

/** The passwords that a running server was made with. */
export const readAccess = (file: string): Access => accessSchema.parse(JSON.parse(readFileSync(file, 'utf8')))

function accessOf(file: string): Access {
  if (existsSync(file)) return readAccess(file)
  const access = { superuser: password(), owner: password(), app: password() }
  writeFileSync(file, JSON.stringify(access), { mode: 0o600 })
  return access
}

/** Data of another major version is never touched. */
function refuseOtherVersion(folder: string): void {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (found === ourMajorVersion) return
  throw refusal(
    'other-postgres-version',
    `The data in ${folder} belongs to PostgreSQL ${found}, and this Bellwether brings ${ourMajorVersion}. ` +
      `Start the Bellwether that wrote it and export it with pg_dump ${found}, or give its server by DATABASE_URL.`,
  )
}

/** Makes the cluster when there is none, and hands it to the user it will run as. */
export async function prepareCluster(dataDir: string, launchFor: (folder: string) => Launch): Promise<Cluster> {
  const folder = join(dataDir, 'postgres')
  const access = accessOf(join(dataDir, 'postgres.json'))
  const isNew = !existsSync(join(folder, 'PG_VERSION'))
  if (!isNew) refuseOtherVersion(folder)
  const launch = launchFor(folder)
  if (isNew) await makeCluster(dataDir, folder, access, launch)
  if (process.getuid?.() === 0 && statSync(folder).uid !== launch.ownerUid)
    execFileSync('chown', ['-R', `${launch.ownerUid}:${launch.ownerUid}`, folder])
  return { folder, access, launch }
}

/** Built beside and then renamed, so that a start that was cut off leaves nothing half-made. */
async function makeCluster(dataDir: string, folder: string, access: Access, launch: Launch): Promise<void> {
  const draft = join(dataDir, 'postgres.new')
  const secret = join(dataDir, 'postgres.password')
  rmSync(draft, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(secret, access.superuser, { mode: 0o600 })
  if (process.getuid?.() === 0) for (const path of [draft, secret]) chownSync(path, launch.ownerUid, launch.ownerUid)
  try {
    await runInitdb(launch, draft, [
      ...['-U', 'postgres', '--pwfile', secret, '--auth=scram-sha-256', '--no-instructions', '--no-sync'],
      ...['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ])
    // Once at the end is a third of what initdb's own waiting takes.
    await runInitdb(launch, draft, ['--sync-only'])
  } finally {
    rmSync(secret, { force: true })
  }
  renameSync(draft, folder)
}

async function runInitdb(launch: Launch, folder: string, wanted: readonly string[]): Promise<void> {
  const { file, args, options } = launch.command('initdb', ['-D', folder, ...wanted])
  const child = spawn(file, args, { ...options, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const [code] = await once(child, 'close')
  if (code === 0) return
  throw defect(
    'initdb-failed',
    `making the built-in database in ${folder}: ${said.trim().split('\n').at(-1) || `initdb ended with ${code}`}`,
  )
}
