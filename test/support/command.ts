/** A command of the product, run to its end as an operator types it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const root = join(import.meta.dirname, '..', '..')

export type Ended = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

/** `./bellwether …` with more environment; no name server is asked. */
export async function runCommand(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = spawn(join(root, 'bellwether'), words, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // What hangs is a finding of its own: it ends by a signal, without a status.
    timeout: 30_000,
    killSignal: 'SIGKILL',
    env: { ...process.env, BELLWETHER_DNS: 'off', ...environment },
  })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { status: child.exitCode, stdout, stderr }
}

/** What a refused command leaves: exit status 2 and one sentence on standard error. */
export const isOneSentence = ({ status, stderr }: Ended): boolean =>
  status === 2 && /^bellwether: [^\n]+\n$/.test(stderr) && !/^\s+at /m.test(stderr)
