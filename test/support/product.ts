/**
 * The product as an operator runs it: `./bellwether start` in a process of its
 * own, on free ports, with its data in a folder of its own. It can be killed
 * without warning and started again on the same data.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'

const root = join(import.meta.dirname, '..', '..')

export type Product = {
  readonly address: string
  readonly dataDir: string
  /** All lines it printed since the last start. */
  readonly printed: () => string
  /** The first sign-in link it printed, once there is one. */
  readonly firstLink: () => string | undefined
  readonly pid: () => number
  /** Ends it as the system would, and waits. */
  stop(): Promise<void>
  /** kill -9. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Stops it and removes its data. */
  remove(): Promise<void>
}

export type ProductOptions = {
  readonly roles?: string
  readonly dataDir?: string
  readonly environment?: Readonly<Record<string, string>>
  /** `start`, or `demo`. */
  readonly command?: 'start' | 'demo'
  readonly port?: number
}

export async function newDataDir(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'bellwether-journey-'))
}

/** Starts it and waits until it says that it is ready; throws with all it printed when it ends before. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const dataDir = options.dataDir ?? (await newDataDir())
  const port = options.port ?? (await freePort())
  let child: ChildProcess | undefined
  let printed = ''

  async function start(): Promise<void> {
    printed = ''
    const started = spawn(join(root, 'bellwether'), [options.command ?? 'start', ...(options.roles ? ['--roles', options.roles] : [])], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, BELLWETHER_DATA: dataDir, PORT: String(port), BELLWETHER_DNS: 'off', ...options.environment },
    })
    child = started
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        printed += chunk.toString()
        if (printed.includes('Bellwether is ready')) resolve()
      }
      started.stdout.on('data', read)
      started.stderr.on('data', read)
      started.once('error', reject)
      started.once('exit', (code) => reject(new Error(`it ended with ${code} before it was ready:\n${printed}`)))
    })
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }

  await start()
  return {
    address: `http://localhost:${port}`,
    dataDir,
    printed: () => printed,
    firstLink: () => /http\S+\/first\/\S+/.exec(printed)?.[0],
    pid: () => child?.pid ?? 0,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    start,
    remove: async () => {
      await end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
