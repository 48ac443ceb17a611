/** Whether a process that a file names still lives, and is the same one. */
import { readFileSync } from 'node:fs'

/** The fields of /proc/PID/stat after the name, which may hold anything; nothing where there is no /proc. */
function fieldsOf(pid: number): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

/** When it started, in clock ticks since boot; tells a process from a later one with the same number. Linux only. */
export const startTicks = (pid: number): string | undefined => fieldsOf(pid)[19]

/** A process that ended and waits to be reaped (a container may have nobody who does) is not alive. */
export function isAlive(pid: number): boolean {
  if (fieldsOf(pid)[0] === 'Z') return false
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}

/** What the process was started as, for telling our PostgreSQL from a stranger; empty when it cannot be read. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
