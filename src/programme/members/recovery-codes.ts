/**
 * Ten codes on paper, for the day when the phone is gone. Shown once, kept
 * hashed by scrypt over a keyed hash (ASVS 5 V6.5.2), each good for one use.
 */
import { scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { record } from '#audit'
import { fromTyped, toCrockford, type Who } from '#kernel'
import type { Vault } from '#secrets'
import { type Tx, uuid } from '#storage'
import type { Chance, MembersDeps } from './deps.ts'
import { meOf } from './me.ts'
import { endOtherSessions } from './sessions.ts'
import { tellOfSignIn } from './sign-in-news.ts'

const howMany = 10
/** 60 bits: too many to guess at the few tries that a second step allows. */
const letters = 12
const saltBytes = 16
// 32 MB and three passes a try: the least that OWASP's list of password hashes asks of scrypt.
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }

const slowly = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt)

/** Written in three groups, for paper: `7KQ2-M9XT-4HWD`. */
const grouped = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

const newCode = (chance: Chance): string => toCrockford(chance(8), letters)

/** Slow on purpose; the vault's key makes a stolen table worthless by itself. */
const hashOf = (vault: Vault, code: string, salt: Buffer): Promise<Buffer> =>
  slowly(vault.mac('recovery-code', code).toString('base64url'), salt, 32, cost)

/** Whether what was typed has the shape of such a code, and not of an app's. */
export const isRecoveryCode = (typed: string): boolean => fromTyped(typed, letters) !== undefined

/** How many are left, and of how many. */
export async function recoveryCodes({ storage }: MembersDeps, who: Who): Promise<{ readonly left: number; readonly madeAt?: Date }> {
  const personId = meOf(who)
  const rows = await storage.asTenant({ kind: 'person', personId }, (tx) =>
    tx.selectFrom('recovery_code').select(['used_at', 'created_at']).where('person_id', '=', personId).execute(),
  )
  const [one] = rows
  return { left: rows.filter(({ used_at }) => used_at === null).length, ...(one && { madeAt: one.created_at }) }
}

/** A new set; the old one opens nothing from now on. The answer is the only place where the codes ever stand. */
export async function makeRecoveryCodes(deps: MembersDeps, who: Who): Promise<readonly string[]> {
  const personId = meOf(who)
  const codes = Array.from({ length: howMany }, () => newCode(deps.chance))
  const salt = deps.chance(saltBytes)
  const hashes = await Promise.all(codes.map((code) => hashOf(deps.vault, code, salt)))
  const now = deps.clock.now()
  await deps.storage.asTenant({ kind: 'person', personId }, async (tx) => {
    await tx.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
    await tx
      .insertInto('recovery_code')
      .values(hashes.map((code_hash) => ({ id: uuid(), person_id: personId, salt, code_hash, created_at: now })))
      .execute()
    await tellOfSignIn(tx, { personId, news: 'recovery-codes-made' })
    await record(tx, deps.clock, {
      actor: who,
      action: 'recovery-codes.make',
      subject: `person/${personId}`,
      owner: { kind: 'person', id: personId },
    })
  })
  return codes.map(grouped)
}

/** What a typed code is looked for by, worked out before the transaction that takes it. Takes as long for somebody without codes. */
export async function readRecoveryCode(deps: MembersDeps, personId: string, typed: string): Promise<Buffer> {
  const held = await deps.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.selectFrom('recovery_code').select('salt').where('person_id', '=', personId).limit(1).executeTakeFirst(),
  )
  return hashOf(deps.vault, fromTyped(typed, letters) ?? '', held?.salt ?? Buffer.alloc(saltBytes))
}

/**
 * Uses a code up, in the programme's transaction; false when there is none
 * like it. Whoever needs one lost something: all other sessions end.
 */
export async function takeRecoveryCode(
  tx: Tx,
  { clock }: Pick<MembersDeps, 'clock'>,
  { personId, hash, session }: { readonly personId: string; readonly hash: Buffer; readonly session?: string },
): Promise<boolean> {
  const taken = await tx
    .updateTable('recovery_code')
    .set({ used_at: clock.now() })
    .where('person_id', '=', personId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (taken === undefined) return false
  await endOtherSessions(tx, clock, { personId, session })
  await tellOfSignIn(tx, { personId, news: 'recovery-code-used' })
  return true
}
