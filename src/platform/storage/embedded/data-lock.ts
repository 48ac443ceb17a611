/** One Bellwether a data folder: a second one is refused with a sentence. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { refusal } from '#kernel'
import { isAlive, startTicks } from './process-life.ts'

const holderSchema = z.object({ pid: z.int().positive(), ticks: z.string().optional() })

function holderOf(file: string): z.infer<typeof holderSchema> | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

/** Takes the folder; a lock whose process died is taken over. Returns what gives it back. */
export function lockData(dataDir: string): () => void {
  const file = join(dataDir, 'bellwether.pid')
  const mine = JSON.stringify({ pid: process.pid, ticks: startTicks(process.pid) })
  for (let tries = 0; tries < 5; tries++) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 })
      return () => {
        if (holderOf(file)?.pid === process.pid) rmSync(file, { force: true })
      }
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
    }
    const holder = holderOf(file)
    if (holder && holder.pid !== process.pid && isAlive(holder.pid) && startTicks(holder.pid) === holder.ticks) break
    rmSync(file, { force: true })
  }
  throw refusal(
    'data-in-use',
    `Another Bellwether (process ${holderOf(file)?.pid ?? 'unknown'}) already uses ${dataDir}: stop it first, or name another folder with BELLWETHER_DATA.`,
  )
}
