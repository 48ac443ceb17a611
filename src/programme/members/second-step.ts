/** Between the mailed digits and the session, for whoever has more than a mailbox: a code of their app, or a recovery code. */
import { record } from '#audit'
import { daysMs, minutesMs } from '#kernel'
import type { Tx } from '#storage'
import type { MembersDeps } from './deps.ts'
import { isRecoveryCode } from './recovery-codes.ts'
import { signInAgain, tooManyTries, wrongSecondCode } from './refusals.ts'
import { readSecondCode } from './second-code.ts'
import { beginSession, type NewSession } from './sessions.ts'
import { tellOfSignIn } from './sign-in-news.ts'
import type { Limit } from './slow-down.ts'
import { hashOfToken, newToken } from './token.ts'
import type { Ways } from './ways.ts'

export type SecondStep = { readonly token: string; readonly ways: Ways }

const livesMs = minutesMs(10)
const mostTries = 5
/** Of one person in a day. Whoever holds a mailbox could else try an app's million codes for a year; paper codes are too many for that. */
const mostWrongADay = 30
/** Whoever is here has the mailbox: after this many wrong codes in a day its person is told, however often it was begun anew. */
const toldAfter = 3

/** In the programme's transaction, after the right digits. */
export async function beginSecondStep(
  tx: Tx,
  { clock, chance }: Pick<MembersDeps, 'clock' | 'chance'>,
  { personId, ways }: { readonly personId: string; readonly ways: Ways },
): Promise<SecondStep> {
  const token = newToken(chance)
  const now = clock.now()
  await tx
    .insertInto('second_step')
    .values({ token_hash: hashOfToken(token), person_id: personId, created_at: now, expires_at: new Date(now.getTime() + livesMs) })
    .execute()
  return { token, ways }
}

type Typed = { readonly token: string; readonly code: string; readonly remote: string; readonly userAgent?: string }

/** Begins the session. Refusals `wrong-second-code`, `sign-in-again`, `too-many-tries`. */
export async function takeSecondStep(deps: MembersDeps, limit: Limit, { token, code, remote, userAgent }: Typed): Promise<NewSession> {
  if ((await limit.count(remote)) > 0) throw tooManyTries()
  const step = await countTry(deps, token)
  if (step === undefined) throw signInAgain()
  const { personId } = step
  if (step.triesToday > mostWrongADay && !isRecoveryCode(code)) throw tooManyTries()
  const read = await readSecondCode(deps, personId, code)
  const session = await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const method = await read.take(tx)
    if (method === undefined) {
      if (step.triesToday === toldAfter) await tellOfSignIn(tx, { personId, news: 'second-step-failed' })
      return undefined
    }
    await tx.deleteFrom('second_step').where('token_hash', '=', hashOfToken(token)).execute()
    const begun = await beginSession(tx, deps, { personId, method, userAgent })
    await record(tx, deps.clock, {
      actor: { kind: 'person', personId },
      action: `sign-in.${method}`,
      subject: `person/${personId}`,
      owner: { kind: 'person', id: personId },
    })
    return begun
  })
  if (session === undefined) throw wrongSecondCode()
  return session
}

type Try = {
  readonly personId: string
  /** Of all second steps of this person that did not end well. */
  readonly triesToday: number
}

/** Counts before it looks, so that tries at one moment are not free. */
async function countTry({ storage, clock }: MembersDeps, token: string): Promise<Try | undefined> {
  const now = clock.now()
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const step = await tx
      .updateTable('second_step')
      .set((columns) => ({ tries: columns('tries', '+', 1) }))
      .where('token_hash', '=', hashOfToken(token))
      .where('expires_at', '>', now)
      .where('tries', '<', mostTries)
      .returning('person_id')
      .executeTakeFirst()
    if (step === undefined) return undefined
    const { today } = await tx
      .selectFrom('second_step')
      .select((columns) => columns.fn.sum<string>('tries').as('today'))
      .where('person_id', '=', step.person_id)
      .where('created_at', '>', new Date(now.getTime() - daysMs(1)))
      .executeTakeFirstOrThrow()
    return { personId: step.person_id, triesToday: Number(today) }
  })
}
