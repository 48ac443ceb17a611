/**
 * What an earlier life left: a server that outlived its Bellwether, or a lock
 * file whose process number now belongs to a stranger.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { commandLine, isAlive } from './process-life.ts'

const steps: readonly (readonly [NodeJS.Signals, number])[] = [
  ['SIGINT', 5000],
  ['SIGQUIT', 5000],
  ['SIGKILL', 2000],
]

function lockLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

/** Stops the server that a killed Bellwether left on `folder`: calmly, then less so. Call with the data lock held. */
export async function stopLeftBehind(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid')
  const pid = Number(lockLines(file)[0])
  if (!Number.isInteger(pid) || pid <= 1) return
  const ours = () => isAlive(pid) && commandLine(pid).includes(folder)
  for (const [signal, patienceMs] of steps) {
    if (!ours()) break
    process.kill(pid, signal)
    for (let waitedMs = 0; waitedMs < patienceMs && ours(); waitedMs += 20) await pause(20)
  }
  if (isAlive(pid)) disownStranger(file)
}

/**
 * PostgreSQL would take the stranger for its old server and never start. It
 * overlooks its parent's number, so ours goes there; the rest of the file
 * stays, since by it PostgreSQL sees whether old backends still run.
 */
function disownStranger(file: string): void {
  const [, ...rest] = lockLines(file)
  if (rest.length > 0) writeFileSync(file, [process.pid, ...rest].join('\n'))
}
