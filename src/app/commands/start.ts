/**
 * `bellwether start`: one process with the roles asked for. The pages answer
 * first; what watches and judges is loaded behind them.
 */
import { availableParallelism } from 'node:os'
import { type Log, sentenceOf } from '#kernel'
import { makeFirstLink } from '#members'
import { type Config, readConfig } from '../config.ts'
import { type House, openHouse } from '../house.ts'
import { openLog } from '../log.ts'

export type Running = { readonly house: House; readonly address: string; stop(): Promise<void> }

type Stops = (() => Promise<unknown>)[]

export async function startRoles(config: Config, log: Log): Promise<Running> {
  const house = await openHouse(config, log)
  const stops: Stops = [() => house.close()]
  const stop = async (): Promise<void> => {
    // Last started, first stopped; the database last.
    for (const one of stops.splice(0).reverse())
      await one().catch((cause: unknown) => log.error({ cause: sentenceOf(cause) }, 'stopping a part failed'))
  }
  try {
    const port = config.roles.includes('web') ? await startPages(house, stops) : config.port
    return { house, address: await addressOf(house, port), stop }
  } catch (cause) {
    await stop()
    throw cause
  }
}

async function startPages(house: House, stops: Stops): Promise<number> {
  const [{ startWeb }, { pagesOf }] = await Promise.all([import('../roles/web.ts'), import('../wire.ts')])
  const web = await startWeb(house, pagesOf(house))
  stops.push(() => web.stop())
  return web.port
}

/** What the roles behind the pages are; loaded when the pages already answer. */
export async function startBehind(house: House): Promise<() => Promise<void>> {
  const stops: Stops = []
  const { roles } = house.config
  if (roles.includes('worker')) {
    const { startWorker } = await import('../roles/worker.ts')
    const worker = await startWorker(house)
    stops.push(() => worker.stop())
  }
  if (roles.includes('ingest')) {
    const { startIngest } = await import('../roles/ingest.ts')
    const ingest = await startIngest(house)
    stops.push(() => ingest.stop())
  }
  return async () => {
    for (const one of stops.reverse()) await one().catch(() => undefined)
  }
}

async function addressOf(house: House, port: number): Promise<string> {
  const { publicAddress } = await house.settings.read()
  const asked = new URL(publicAddress)
  // While nobody named a public address, the port that was really taken is the one to open.
  return asked.hostname === 'localhost' && !(await house.settings.saved()) ? `http://localhost:${port}` : asked.origin
}

export async function startCommand(flags: { readonly roles?: string }): Promise<number> {
  const config = readConfig(process.env, { ...(flags.roles !== undefined && { roles: flags.roles }), cores: availableParallelism() })
  const log = openLog(process.env['LOG_LEVEL'] ?? 'warn')
  const running = await startRoles(config, log)
  const { house } = running
  if (config.roles.includes('web')) {
    process.stdout.write(`\nBellwether is ready: ${running.address}\n`)
    const token = await makeFirstLink(house.members)
    if (token !== undefined) process.stdout.write(`First sign-in, works once: ${running.address}/first/${token}\n`)
  } else process.stdout.write(`\nBellwether is ready: roles ${config.roles.join(', ')}\n`)
  const stopBehind = await startBehind(house)
  await untilAsked()
  await stopBehind()
  await running.stop()
  return 0
}

/** Resolves when the system or the person at the console asks the process to end. */
export function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
