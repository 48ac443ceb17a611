/** Walks paths and yields their mails one by one, so that a large mbox never sits in memory. Judges nothing. */
import { createReadStream } from 'node:fs'
import { open, opendir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { refusal } from '#kernel'
import { splitMbox } from './split-mbox.ts'

export type MailFile = {
  /** The path as given or found; `path#n` for the n-th message of an mbox. */
  readonly file: string
  readonly bytes: Uint8Array
}

/** One byte more than the engine reads, so that it can say that there was more. */
const keptBytes = 35 * 1024 * 1024 + 1

/**
 * The mails under `paths`; `-` reads `standardInput`. Throws a refusal with one sentence for a path that is missing, unreadable or holds no mail;
 * each path is looked at before the first mail is yielded.
 */
export async function* mailsIn(paths: readonly string[], standardInput: Readable): AsyncGenerator<MailFile> {
  for (const path of paths) if (path !== '-') await look(path)
  for (const path of paths) {
    let found = 0
    for await (const mail of path === '-' ? fromStream('-', standardInput) : fromPath(path)) {
      found += 1
      yield mail
    }
    if (found === 0) throw refusal('no-mail', `reading ${path}: there is no mail in it`)
  }
}

async function look(path: string): Promise<void> {
  try {
    await stat(path)
  } catch (error) {
    throw unreadable(path, error)
  }
}

async function* fromPath(path: string): AsyncGenerator<MailFile> {
  const about = await stat(path)
  if (about.isDirectory()) yield* fromDirectory(path)
  else yield* fromFile(path)
}

async function* fromDirectory(directory: string): AsyncGenerator<MailFile> {
  const entries: { readonly path: string; readonly isDirectory: boolean }[] = []
  try {
    for await (const entry of await opendir(directory)) {
      if (entry.isDirectory() || entry.isFile()) entries.push({ path: join(directory, entry.name), isDirectory: entry.isDirectory() })
    }
  } catch (error) {
    throw unreadable(directory, error)
  }
  entries.sort((left, right) => (left.path < right.path ? -1 : 1))
  const isMaildir = entries.some((entry) => entry.isDirectory && basename(entry.path) === 'cur')
  for (const { path, isDirectory } of entries) {
    const name = basename(path)
    // A Maildir's tmp holds mails that are still being written.
    if (isDirectory && !(isMaildir && name === 'tmp')) yield* fromDirectory(path)
    if (!isDirectory && (await looksLikeMail(path))) yield* fromFile(path)
  }
}

/** In a directory only what is a mail by name or by its first line is read; other files lie there too. */
async function looksLikeMail(path: string): Promise<boolean> {
  if (/\.(eml|mbox|mbx|mail)$/i.test(path)) return true
  if (/\.(tsv|csv|json|md|txt|html?|pdf|png|jpe?g|gif|zip|gz|ts|js|sqlite3?|db)$/i.test(path)) return false
  const head = await headOf(path)
  return /^(From |[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?[^\n]*\n(?:[A-Za-z][A-Za-z0-9-]*:|[ \t]))/.test(head)
}

async function headOf(path: string): Promise<string> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(2048), 0, 2048, 0)
      return buffer.toString('latin1', 0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw unreadable(path, error)
  }
}

async function* fromFile(path: string): AsyncGenerator<MailFile> {
  const isMbox = (await headOf(path)).startsWith('From ')
  if (isMbox) yield* fromStream(path, createReadStream(path, { highWaterMark: 1024 * 1024 }))
  else yield { file: path, bytes: await headBytes(path) }
}

async function headBytes(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      const bytes = new Uint8Array(Math.min(size, keptBytes))
      let at = 0
      while (at < bytes.length) {
        const { bytesRead } = await file.read(bytes, at, bytes.length - at, at)
        if (bytesRead === 0) break
        at += bytesRead
      }
      return bytes.subarray(0, at)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** An mbox, or one mail when it does not begin as an mbox does. */
async function* fromStream(path: string, stream: Readable): AsyncGenerator<MailFile> {
  let place = 0
  for await (const { bytes, isMbox } of splitMbox(stream, keptBytes)) {
    place += 1
    yield { file: isMbox ? `${path}#${place}` : path, bytes }
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or directory',
  EACCES: 'it may not be read',
  EISDIR: 'it is a directory',
}

function unreadable(path: string, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return refusal('unreadable-path', `reading ${path}: ${reasons[code] ?? (error instanceof Error ? error.message : String(error))}`, {
    cause: error,
  })
}
