/** Libraries that speak on the console (graphile-worker when its database goes) are heard as one line of our log, without their stacks. */
import { format } from 'node:util'
import type { Log } from '#kernel'

const mostLetters = 300

/** From now on; for the life of the process. */
export function consoleToLog(log: Log): void {
  const tell = (...said: readonly unknown[]): void => {
    const [first = ''] = format(...said.map((one) => (one instanceof Error ? one.message : one))).split('\n', 1)
    log.warn({ says: first.slice(0, mostLetters) }, 'a library complains')
  }
  console.warn = tell
  console.error = tell
  console.trace = tell
}
