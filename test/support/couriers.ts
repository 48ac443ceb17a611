/** Couriers in processes of their own (courier-process.ts), started again whenever they end, as systemd would. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type CourierKept = {
  /** kill -9; the next one is started at once. */
  kill(): Promise<void>
  /** It stands still, and counts as living. */
  pause(): void
  resume(): void
  stop(): Promise<void>
}

export async function keepCourier(dataDir: string, environment: Readonly<Record<string, string>>): Promise<CourierKept> {
  let stopping = false
  let child = begin()
  await once(child, 'message')

  function begin(): ChildProcess {
    const started = fork(join(import.meta.dirname, 'courier-process.ts'), [dataDir], {
      env: { ...process.env, ...environment },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    started.once('exit', () => {
      if (!stopping) child = begin()
    })
    return started
  }

  return {
    kill: async () => {
      const victim = child
      if (victim.exitCode !== null || victim.signalCode !== null) return
      const ended = once(victim, 'exit')
      victim.kill('SIGKILL')
      await ended
    },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    stop: async () => {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}
