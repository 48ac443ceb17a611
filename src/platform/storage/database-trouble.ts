/**
 * What PostgreSQL and its driver say, told apart by what the caller may do
 * about it. A constraint's own words name values that may be somebody else's,
 * so they are dropped: only the code and the constraint's name are kept.
 */
import pg from 'pg'
import { defect, refusal, setback, type Trouble, Trouble as TroubleClass } from '#kernel'

const goneCodes = new Set(['57P01', '57P02', '57P03', '57P05', '08000', '08001', '08003', '08004', '08006', '08007'])
const goneSystemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])
const busyCodes = new Set(['40001', '40P01', '53300', '53400', '55P03', '57014', '25P03'])
// Text that somebody sent and that no table can hold: U+0000, as it is or written out in JSON.
const textCodes = new Set(['22021', '22P05'])
const conflictCodes = new Set(['23505', '23503', '23P01'])
// The driver gives these no code.
const goneWords =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable|Client was closed|server closed the connection/i

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '')

/** The cause without the values: code and constraint. */
function bare(error: Error): Error {
  if (!(error instanceof pg.DatabaseError)) return error
  return new Error([error.code, error.constraint ?? error.table].filter(Boolean).join(' on '))
}

/** Whether the server cannot be reached at this moment; nothing is wrong with what was asked. */
export function isGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  return goneCodes.has(code) || goneSystemCodes.has(code) || (code === '' && goneWords.test(error.message))
}

/** Trouble for an error of the database; anything else comes back as it was. */
export function troubleOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof TroubleClass) return error
  const code = codeOf(error)
  if (isGone(error)) return setback('database-gone', 'The database cannot be reached at the moment.', { cause: bare(error) })
  if (!(error instanceof pg.DatabaseError)) return error
  return troubleOfCode(code, error)
}

function troubleOfCode(code: string, error: pg.DatabaseError): Trouble {
  const cause = bare(error)
  if (code === '53100') return setback('disk-full', "The database's disk is full.", { cause })
  if (busyCodes.has(code)) return setback('database-busy', 'The database is busy at the moment.', { cause })
  if (conflictCodes.has(code)) return refusal('conflict', 'This cannot be saved.', { cause })
  if (textCodes.has(code)) return refusal('not-text', 'There is a character in it that cannot be kept.', { cause })
  if (code === '42501') return refusal('not-yours', 'There is nothing here that you may change.', { cause })
  return defect('bad-query', `asking the database: it answered ${cause.message}`, {
    cause: code.startsWith('23') || code.startsWith('22') ? cause : error,
  })
}
