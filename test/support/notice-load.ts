/** Many people who can be told, and many notices for them, made as the product makes them. */
import { sql } from 'kysely'
import type { NoticeLevel } from '#kernel'
import { writeNotices } from '#notify'
import { uuid } from '#storage'
import type { House } from '../../src/app/house.ts'
import { finding } from './programme.ts'

/** People with one proven address each, `n@inbox.example`. */
export async function seedReaders(house: House, count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => uuid())
  await house.storage.asTenant({ kind: 'programme' }, async (tx) => {
    await sql`insert into bellwether.person (id, name, created_at) select id, 'Reader', now() from unnest(${ids}::uuid[]) as id`.execute(tx)
    await sql`insert into bellwether.account (id, person_id, kind, address, address_folded, proven_at, created_at)
      select gen_random_uuid(), id, 'personal', n || '@inbox.example', n || '@inbox.example', now(), now()
      from unnest(${ids}::uuid[]) with ordinality as one(id, n)`.execute(tx)
  })
  return ids
}

const atOnce = 100

/** What a notice of an incident is filled with. */
export const incidentContent = (arrivedAt: Date) => ({
  ...{ kind: 'incident' as const, headline: 'mail.new-bank', from: 'Lars <lars@evil.example>', subject: 'New bank', arrivedAt },
  reasons: [{ ...finding('mail.new-bank'), technique: [], evidence: [] }],
  account: { kind: 'work' as const, masked: 'm…@ruiz.example' },
})

/** One notice for each of `personIds`, a hundred in a transaction. */
export async function tellReaders({ storage, vault, clock }: House, personIds: readonly string[], level: NoticeLevel): Promise<void> {
  for (let from = 0; from < personIds.length; from += atOnce) {
    const some = personIds.slice(from, from + atOnce)
    await vault.fetch(some.map((id) => ({ kind: 'person', id })))
    const sealed = await Promise.all(
      some.map(async (personId) => ({
        sealer: await vault.sealer({ kind: 'person', id: personId }),
        decided: { personId, incidentId: null, organisationId: null, subjectAccountId: null, level, content: incidentContent(clock.now()) },
      })),
    )
    await storage.asTenant({ kind: 'programme' }, (tx) => writeNotices(tx, { vault, clock, messageDomain: 'protect.example' }, sealed))
  }
}
