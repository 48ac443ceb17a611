/**
 * How long a mail waits for what is remembered of its sender, in a table of a
 * million rows, transaction and hashing included; and what a fine mail costs
 * to learn. Fails when the look-up takes longer than a mail may wait for it.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { historyOf, type Lesson, openTeaching, type Whose } from '#correspondents'
import { senderQuestions } from '#mail'
import { openVault } from '#secrets'
import { uuid } from '#storage'
import { testDatabase } from '../test/support/database.ts'
import type { Row } from './row.ts'

const rows = 1_000_000
const lookUps = 500
const mostMs = 5

/** The rows of this bench. */
export async function measure(): Promise<readonly Row[]> {
  const storage = await testDatabase()
  try {
    const vault = await openVault(storage, { file: join(mkdtempSync(join(tmpdir(), 'bellwether-bench-')), 'kek') })
    const clock = { now: () => new Date() }
    const whose: Whose = { personId: uuid(), organisationId: uuid() }
    await storage.asTenant({ kind: 'programme' }, async (tx) => {
      await sql`
        insert into bellwether.correspondent (hash, organisation_id, person_id, kind, elsewhere, first_on, last_on, heard_weeks)
        select substring(sha256(('c' || at)::bytea) for 16), ${whose.organisationId}::uuid, null, 'domain', substring(sha256(('e' || at % 5000)::bytea) for 16),
          current_date - 200, current_date - at % 100, 5 from generate_series(1, ${rows}::integer) as at`.execute(tx)
      await sql`
        insert into bellwether.conversation (hash, organisation_id, members, answered, last_on)
        select substring(sha256(('t' || at)::bytea) for 16), ${whose.organisationId}::uuid, substring(sha256(('m' || at)::bytea) for 16), true, current_date
          from generate_series(1, ${rows}::integer) as at`.execute(tx)
    })
    const teach = await openTeaching({ vault }, whose)
    const learning: number[] = []
    const looking: number[] = []
    for (let turn = 0; turn < lookUps; turn += 1) {
      const questions = await senderQuestions(Buffer.from(mail(turn)))
      const lesson: Lesson = { questions, direction: 'heard', at: clock.now(), conversation: 'whole' }
      learning.push(
        await timed(() => storage.asTenant({ kind: 'programme' }, (tx) => teach(tx, { connectionId: uuid(), lessons: [lesson] }))),
      )
      looking.push(await timed(() => historyOf({ storage, vault, clock }, whose, questions)))
    }
    const median = (times: readonly number[]) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
    const note = `${rows.toLocaleString('en')} rows each of correspondents and conversations, PostgreSQL on the same machine`
    if (median(looking) > mostMs) throw new Error(`a look-up took ${median(looking).toFixed(1)} ms, and may take ${mostMs}`)
    return [
      { name: 'looking up a sender (median)', unit: 'ms', ours: median(looking), better: 'less', note },
      {
        name: 'looking up a sender (99 in 100)',
        unit: 'ms',
        ours: looking.toSorted((a, b) => a - b)[Math.floor(lookUps * 0.99)] ?? 0,
        better: 'less',
        note,
      },
      { name: 'learning from a fine mail (median)', unit: 'ms', ours: median(learning), better: 'less', note },
    ]
  } finally {
    await storage.close()
  }
}

const mail = (turn: number): string => {
  const id = randomBytes(6).toString('hex')
  const thread = Array.from({ length: 8 }, (_, at) => `<t${turn}.${at}@house${turn % 50}.example>`).join(' ')
  return `From: Person Number${'abcdefghij'[turn % 10]} <p${turn % 90}@house${turn % 50}.example>\nTo: a@b.example\nReply-To: r@desk.example\nMessage-ID: <${id}@x.example>\nReferences: ${thread}\n\nx`
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
