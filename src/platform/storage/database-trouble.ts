/**
 * What PostgreSQL and its driver throw, as trouble. A broken constraint never
 * tells what exists elsewhere.
 */
import pg from 'pg'
import { isTrouble, refusal, setback } from '#kernel'

const gone = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'])
const driverSays =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Query read timeout/i

/** PostgreSQL's classes (appendix A of its manual) that a later try may heal. */
const passing: readonly (readonly [RegExp, string])[] = [
  [/^(08|57P0|53300|57P03)/, 'database-gone'],
  [/^40(001|P01)/, 'database-busy'],
  [/^53100/, 'disk-full'],
  [/^53/, 'database-short'],
  [/^58030/, 'disk-broken'],
]

const sentences: Readonly<Record<string, string>> = {
  'database-gone': 'The database does not answer just now; nothing is lost, try again in a moment.',
  'database-busy': 'Somebody changed the same thing at the same moment; try again.',
  'disk-full': 'The disk of the database is full; nothing new can be kept until there is room.',
  'database-short': 'The database is out of memory or connections; try again in a moment.',
  'disk-broken': 'The disk of the database reports a fault.',
}

const passingTrouble = (code: string, cause: unknown) =>
  setback(code, sentences[code] ?? 'The database does not answer just now.', { cause })

/** Makes trouble of what a query threw; our own trouble passes as it is. */
export function databaseTrouble(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || isTrouble(thrown)) return thrown
  const code = 'code' in thrown ? String(thrown.code) : ''
  if (gone.has(code) || driverSays.test(thrown.message)) return passingTrouble('database-gone', thrown)
  if (!(thrown instanceof pg.DatabaseError)) return thrown
  const known = passing.find(([pattern]) => pattern.test(code))
  if (known) return passingTrouble(known[1], thrown)
  if (/^23/.test(code))
    return refusal('conflict', 'This cannot be kept as it is: it conflicts with something already there.', { cause: thrown })
  return thrown
}
