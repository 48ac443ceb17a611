/** Many people who can be told, and many notices for them, made as the product makes them. */
import { createECDH, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { NoticeLevel } from '#kernel'
import { writeNotices } from '#notify'
import { uuid } from '#storage'
import type { House } from '../../src/app/house.ts'
import { pushOrigin } from './fakes/push-service.ts'
import { finding } from './programme.ts'

/** People who can be told by mail alone, each at `n@inbox.example`. */
export async function seedReaders({ storage }: Pick<House, 'storage'>, count: number): Promise<readonly string[]> {
  const ids = await seedPeople(storage, count)
  await storage.asTenant({ kind: 'programme' }, (tx) =>
    sql`insert into bellwether.account (id, person_id, kind, address, address_folded, proven_at, created_at)
      select gen_random_uuid(), id, 'personal', n || '@inbox.example', n || '@inbox.example', now(), now()
      from unnest(${ids}::uuid[]) with ordinality as one(id, n)`.execute(tx),
  )
  return ids
}

/** People who can be told at one address of a program alone. */
export const seedHooked = (house: House, count: number, url: string): Promise<readonly string[]> =>
  seedMethod(house, count, { channel: 'webhook', addressOf: () => url })

/** People who can be told in one browser alone; their push service is `pushOrigin`. */
export function seedPushed(house: House, count: number): Promise<readonly string[]> {
  const browser = createECDH('prime256v1')
  browser.generateKeys()
  const keys = { p256dh: browser.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') }
  return seedMethod(house, count, { channel: 'push', addressOf: (id) => JSON.stringify({ endpoint: `${pushOrigin}/${id}`, keys }) })
}

type Method = { readonly channel: 'webhook' | 'push'; readonly addressOf: (id: string) => string }

async function seedMethod({ storage, vault }: House, count: number, { channel, addressOf }: Method): Promise<readonly string[]> {
  const ids = await seedPeople(storage, count)
  const rows = await Promise.all(
    ids.map(async (personId) => {
      const id = uuid()
      const sealed = (await vault.sealer({ kind: 'person', id: personId })).seal(addressOf(id), `contact-method/${id}`)
      const now = new Date()
      const named = { id, person_id: personId, channel, masked: 'a program', address_hash: Buffer.from(id) }
      return { ...named, sealed, created_at: now, proven_at: now }
    }),
  )
  await storage.asTenant({ kind: 'programme' }, (tx) => tx.insertInto('contact_method').values(rows).execute())
  return ids
}

async function seedPeople(storage: House['storage'], count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => uuid())
  await storage.asTenant({ kind: 'programme' }, (tx) =>
    sql`insert into bellwether.person (id, name, created_at) select id, 'Reader', now() from unnest(${ids}::uuid[]) as id`.execute(tx),
  )
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
