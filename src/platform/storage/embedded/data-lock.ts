/** One Bellwether a data folder: a second one is refused with a sentence. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { refusal } from '#kernel'
import { isAlive, startTicks } from './process-life.ts'

const holderSchema = z.object({ pid: z.int().positive(), ticks: z.string().optional() })

/** Folders that this very process holds: its own number in the file would otherwise look like an earlier life. */
const heldHere = new Set<string>()

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function livingHolder(text: string): number | undefined {
  const holder = holderSchema.safeParse(parsed(text)).data
  if (!holder || holder.pid === process.pid || !isAlive(holder.pid)) return undefined
  return startTicks(holder.pid) === holder.ticks ? holder.pid : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const inUse = (dataDir: string, pid: number) =>
  refusal(
    'data-in-use',
    `Another Bellwether (process ${pid}) already uses ${dataDir}: stop it first, or name another folder with BELLWETHER_DATA.`,
  )

/** Takes the folder; a lock whose process died is taken over. Returns what gives it back. */
export function lockData(dataDir: string): () => void {
  const file = join(dataDir, 'bellwether.pid')
  const own = `${file}.${process.pid}`
  if (heldHere.has(file)) throw inUse(dataDir, process.pid)
  writeFileSync(own, JSON.stringify({ pid: process.pid, ticks: startTicks(process.pid) }), { mode: 0o600 })
  try {
    while (!place(own, file)) {
      const text = read(file)
      const pid = livingHolder(text ?? '')
      if (pid !== undefined) throw inUse(dataDir, pid)
      if (text !== undefined) setAside(file, text)
    }
  } finally {
    rmSync(own, { force: true })
  }
  heldHere.add(file)
  return () => {
    heldHere.delete(file)
    rmSync(file, { force: true })
  }
}

/** A link is made whole or not at all, and never over another. */
function place(own: string, file: string): boolean {
  try {
    linkSync(own, file)
    return true
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false
    throw cause
  }
}

/** Moves a dead lock away; one that somebody else renewed meanwhile is put back. */
function setAside(file: string, dead: string): void {
  const aside = `${file}.dead.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (read(aside) !== dead) place(aside, file)
  rmSync(aside, { force: true })
}

/** Whether a living Bellwether other than this process holds the folder. */
export const isHeldByAnother = (dataDir: string): boolean => livingHolder(read(join(dataDir, 'bellwether.pid')) ?? '') !== undefined
