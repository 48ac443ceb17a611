/**
 * Is this notice ours? A genuine code is told its level and time, nothing else,
 * and the first time that it was verified is kept. An unknown one is answered in
 * the same form and time: always one keyed hash, the same statements, and at
 * least the same wait.
 */
import { type Clock, fromTyped, minutesMs, type NoticeLevel } from '#kernel'
import { openLimit } from '#members'
import type { Vault } from '#secrets'
import type { Storage } from '#storage'
import type { Rest } from './deps.ts'
import { codeLength, hashOfCode } from './notice-code.ts'

export type CheckAnswer =
  /** Who may read the notice is decided where it is shown. */
  | { readonly answer: 'genuine'; readonly level: NoticeLevel; readonly decidedAt: Date; readonly noticeId: string }
  /** What somebody on call was told of an operator alert. */
  | { readonly answer: 'page'; readonly decidedAt: Date }
  | { readonly answer: 'unknown' }
  | { readonly answer: 'too-many'; readonly retryAfterSeconds: number }

type Deps = { readonly storage: Storage; readonly vault: Vault; readonly clock: Clock; readonly rest: Rest }

const rates = { perMinute: 10, perHour: 50 }
const floorMs = 150
/** When the whole world guesses, everybody waits a little longer and nobody is turned away. */
const crowd = { wrongPerMinute: 120, floorMs: 2000 }
/** No code has the letter U, so this is looked up and never found. */
const neverACode = 'UUUUUUUU'

/** Opens the check page's one question. */
export function openCheck({ storage, vault, clock, rest }: Deps): (typed: string, remoteAddress: string) => Promise<CheckAnswer> {
  const limit = openLimit({ storage, vault }, 'check-code', rates)
  let wrong = { since: 0, count: 0 }

  function countWrong(nowMs: number): void {
    wrong = nowMs - wrong.since > minutesMs(1) ? { since: nowMs, count: 1 } : { since: wrong.since, count: wrong.count + 1 }
  }

  return async (typed, remoteAddress) => {
    const startedMs = clock.now().getTime()
    const retryAfterSeconds = await limit.count(remoteAddress)
    if (retryAfterSeconds > 0) return { answer: 'too-many', retryAfterSeconds }
    const hash = hashOfCode(vault, fromTyped(typed, codeLength) ?? neverACode)
    const found = await storage.asTenant({ kind: 'programme' }, (tx) =>
      tx
        .updateTable('notice')
        .set((columns) => ({ verified_at: columns.fn.coalesce('verified_at', columns.val(clock.now())) }))
        .where('code_hash', '=', hash)
        .returning(['id', 'level', 'decided_at'])
        .executeTakeFirst(),
    )
    const page = found === undefined ? await pageOf(storage, hash) : undefined
    if (found === undefined && page === undefined) countWrong(startedMs)
    const crowded = wrong.count > crowd.wrongPerMinute && startedMs - wrong.since < minutesMs(1)
    const spentMs = clock.now().getTime() - startedMs
    await rest(Math.max(0, (crowded ? crowd.floorMs : floorMs) - spentMs))
    if (page !== undefined) return { answer: 'page', decidedAt: page.due_at }
    if (found === undefined) return { answer: 'unknown' }
    return { answer: 'genuine', level: found.level, decidedAt: found.decided_at, noticeId: found.id }
  }
}

const pageOf = (storage: Storage, hash: Buffer) =>
  storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.selectFrom('on_call_page').select('due_at').where('code_hash', '=', hash).executeTakeFirst(),
  )
