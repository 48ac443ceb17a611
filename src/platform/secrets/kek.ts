/** The key-encryption key: 32 bytes from a file or from a command that the operator names. It never enters the database. */
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { refusal } from '#kernel'

export type KekSource = { readonly file: string } | { readonly command: readonly string[] }

export type Kek = {
  /** First 16 hex digits of SHA-256 over the key: names it without telling it. */
  readonly id: string
  readonly key: Buffer
}

const sizeBytes = 32

function named(key: Buffer, where: string): Kek {
  if (key.length !== sizeBytes) throw refusal('kek-wrong-size', `The key of ${where} must be 32 bytes in base64; it has ${key.length}.`)
  return { id: createHash('sha256').update(key).digest('hex').slice(0, 16), key }
}

function fromCommand(command: readonly string[]): Kek {
  const [program = '', ...args] = command
  try {
    return named(Buffer.from(execFileSync(program, args, { encoding: 'utf8', timeout: 30_000 }).trim(), 'base64'), `the command ${program}`)
  } catch (cause) {
    throw refusal('kek-unreadable', `The command ${program}, which should print the key, failed.`, { cause })
  }
}

/** Reads the key; a file that does not exist is made, readable by its owner only. */
export function readKek(source: KekSource): Kek {
  if ('command' in source) return fromCommand(source.command)
  const { file } = source
  try {
    return named(Buffer.from(readFileSync(file, 'utf8').trim(), 'base64'), file)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const key = randomBytes(sizeBytes)
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  return named(key, file)
}
