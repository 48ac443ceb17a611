/** The key-encryption key: 32 bytes from a file or from a command that the operator names. It never enters the database. */
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

function fromCommand([program = '', ...args]: readonly string[]): Kek {
  let printed: string
  try {
    printed = execFileSync(program, args, { encoding: 'utf8', timeout: 30_000 })
  } catch (cause) {
    throw refusal('kek-unreadable', `The command ${program}, which should print the key, failed.`, { cause })
  }
  return named(Buffer.from(printed.trim(), 'base64'), `the command ${program}`)
}

/** Reads the key. A file that is not there is made when `mayMake`, readable by its owner only; else refusal `kek-missing`. */
export function readKek(source: KekSource, { mayMake = true }: { mayMake?: boolean } = {}): Kek {
  if ('command' in source) return fromCommand(source.command)
  const { file } = source
  if (!existsSync(file)) {
    if (!mayMake)
      throw refusal('kek-missing', `The key file ${file} is not there, and the database was sealed with it: put it back from your copy.`)
    makeKey(file)
  }
  return named(Buffer.from(readFileSync(file, 'utf8').trim(), 'base64'), file)
}

/** Whole on the disk before it has its name: without the key everything sealed would be lost. */
function makeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${randomBytes(sizeBytes).toString('base64')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (cause) {
    // Another process made it meanwhile: that one counts.
    if (!existsSync(file)) throw cause
  } finally {
    rmSync(draft, { force: true })
  }
}
