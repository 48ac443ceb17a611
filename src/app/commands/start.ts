/**
 * `bellwether start`: one process with the roles asked for. The pages answer
 * first; what watches and judges is loaded behind them, and waits for a
 * database that is away.
 */
import { availableParallelism } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { isTrouble, type Log, sentenceOf } from '#kernel'
import { readConfig } from '../config.ts'
import { consoleToLog } from '../console-to-log.ts'
import type { House } from '../house.ts'
import { openLog } from '../log.ts'
import { openData } from '../open-data.ts'
import type { Role } from '../roles/role.ts'
import { untilAsked } from './until-asked.ts'

export async function startCommand(flags: { readonly roles?: string }): Promise<number> {
  // From the first moment on: a process told to end while it starts still stops its database calmly.
  const asked = untilAsked()
  const config = readConfig(process.env, { ...(flags.roles !== undefined && { roles: flags.roles }), cores: availableParallelism() })
  const log = openLog(process.env['LOG_LEVEL'] ?? 'warn')
  consoleToLog(log)
  const load = () => Promise.all([import('../house.ts'), config.roles.includes('web') ? import('./pages.ts') : undefined])
  const storage = await openData(config, log, { whileStarting: () => void load().catch(() => undefined) })
  const [{ openHouseOn }, pages] = await load().catch(async (cause: unknown) => {
    await storage.close()
    throw cause
  })
  const house = await openHouseOn(storage, config, log)
  const playing: Role[] = [{ stop: () => house.close() }]
  try {
    if (pages) {
      const web = await pages.openPages(house)
      // Kept before anything else is asked of the database: what listens must be stopped, or the process would never end.
      playing.push(web)
      await patiently(() => pages.announce(house, web.port), log, asked.signal)
    } else process.stdout.write(`\nBellwether is ready: roles ${config.roles.join(', ')}\n`)
    await startBehind(house, { stopping: asked.signal, started: (role) => playing.push(role) })
    await asked.promise
  } finally {
    await stopAll(playing, log)
  }
  return 0
}

/** Last started, first stopped; the database last. */
async function stopAll(playing: readonly Role[], log: Log): Promise<void> {
  for (const role of playing.toReversed()) {
    await role.stop().catch((cause: unknown) => log.error({ cause: sentenceOf(cause) }, 'stopping a part failed'))
  }
}

type Behind = { readonly stopping: AbortSignal; readonly started: (role: Role) => void }

/** Each role is told of as soon as it plays, so that it is stopped also when a later one is refused. */
async function startBehind(house: House, { stopping, started }: Behind): Promise<void> {
  const { roles } = house.config
  const begin = async (start: () => Promise<Role>): Promise<void> => {
    const role = await patiently(start, house.log, stopping)
    if (role) started(role)
  }
  if (roles.includes('worker')) {
    const { startWorker } = await import('../roles/worker.ts')
    await begin(() => startWorker(house))
  }
  if (roles.includes('ingest')) {
    const { startIngest } = await import('../roles/ingest.ts')
    await begin(() => startIngest(house))
  }
}

const betweenTriesMs = 1000

/** Does what needs the database; one that is away is waited for. Undefined when the process was asked to end meanwhile. */
async function patiently<Result>(work: () => Promise<Result>, log: Log, stopping: AbortSignal): Promise<Result | undefined> {
  while (!stopping.aborted) {
    try {
      return await work()
    } catch (cause) {
      if (!isTrouble(cause, 'setback')) throw cause
      log.warn({ code: cause.code }, `the start waits: ${cause.message}`)
      await pause(betweenTriesMs, undefined, { signal: stopping }).catch(() => undefined)
    }
  }
  return undefined
}
