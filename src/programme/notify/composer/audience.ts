/** Whom a notice of the staff is for: found as it was typed, and read in portions. */
import { sql } from 'kysely'
import { isTrouble, type NoticeLevel } from '#kernel'
import { readAddress } from '#members'
import type { Tx } from '#storage'
import { isAccess } from '../routing/levels.ts'
import type { Audience, AudienceKind } from './composition.ts'
import { audienceNotFound } from './refusals.ts'

export type AudienceTyped = { readonly kind: AudienceKind; readonly typed: string }

/** In the transaction of whoever asks: what they may not see is not found. Refusal `audience-not-found`. */
export async function findAudience(tx: Tx, { kind, typed }: AudienceTyped): Promise<Audience> {
  if (kind === 'everybody') return { kind, id: null }
  const id = await finders[kind](tx, typed.trim())
  if (id === undefined) throw audienceNotFound()
  return { kind, id }
}

const isUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const finders: Readonly<Record<Exclude<AudienceKind, 'everybody'>, (tx: Tx, typed: string) => Promise<string | undefined>>> = {
  person: async (tx, typed) => {
    const folded = foldedOf(typed)
    const row = tx
      .selectFrom('account')
      .innerJoin('person', 'person.id', 'account.person_id')
      .select('person.id')
      .where('person.erased_at', 'is', null)
    const found = isUuid.test(typed)
      ? row.where('person.id', '=', typed)
      : row.where('account.address_folded', '=', folded ?? '').where('account.removed_at', 'is', null)
    return (await found.executeTakeFirst())?.id
  },
  organisation: async (tx, typed) => {
    const row = tx.selectFrom('organisation').select('id')
    const found = isUuid.test(typed) ? row.where('id', '=', typed) : row.where(sql<string>`lower(name)`, '=', typed.toLowerCase())
    return (await found.executeTakeFirst())?.id
  },
  incident: async (tx, typed) =>
    isUuid.test(typed) ? (await tx.selectFrom('incident').select('id').where('id', '=', typed).executeTakeFirst())?.id : undefined,
}

function foldedOf(typed: string): string | undefined {
  try {
    return readAddress(typed).folded
  } catch (trouble) {
    if (isTrouble(trouble) && trouble.kind === 'refusal') return undefined
    throw trouble
  }
}

/** As pages show it; empty where whoever asks may not see it, or it is gone. */
export async function audienceName(tx: Tx, { kind, id }: Audience): Promise<string> {
  if (id === null) return ''
  if (kind === 'incident') return (await tx.selectFrom('incident').select('id').where('id', '=', id).executeTakeFirst())?.id ?? ''
  const from =
    kind === 'person'
      ? tx.selectFrom('person').select('name').where('id', '=', id)
      : tx.selectFrom('organisation').select('name').where('id', '=', id)
  return (await from.executeTakeFirst())?.name ?? ''
}

export type Recipient = {
  readonly personId: string
  readonly language: string
  readonly organisationId: string | null
  /** The mailbox that somebody may hold: never the only place where it is told. */
  readonly subjectAccountId: string | null
}

export type Portion = { readonly audience: Audience; readonly level: NoticeLevel; readonly after: string | null; readonly most: number }

const work = sql`(select a.id from bellwether.account a where a.person_id = p.id and a.kind = 'work' and a.removed_at is null order by a.created_at limit 1)`

/** The next people of an audience, by their ids. As the programme: it asks for nobody's leave to warn them. */
export async function recipientsOf(tx: Tx, { audience: { kind, id }, level, after, most }: Portion): Promise<readonly Recipient[]> {
  // Where somebody may have got in, nobody knows into which mailbox; of the known ones the work mailbox is the likeliest.
  const suspected = isAccess(level) ? work : sql`null::uuid`
  const affected = sql`bellwether.affected f join bellwether.incident i on i.id = f.incident_id
    where f.person_id = p.id and (i.id = ${id}::uuid or i.merged_into = ${id}::uuid)`
  const of = {
    person: { belongs: sql`p.id = ${id}::uuid`, organisation: sql`null::uuid`, subject: suspected },
    organisation: {
      belongs: sql`exists (select from bellwether.membership m where m.person_id = p.id and m.organisation_id = ${id}::uuid and m.until is null)`,
      ...{ organisation: sql`${id}::uuid`, subject: suspected },
    },
    incident: {
      belongs: sql`exists (select from ${affected})`,
      organisation: sql`(select f.organisation_id from ${affected} order by f.first_at limit 1)`,
      subject: sql`(select f.account_id from ${affected} order by f.first_at limit 1)`,
    },
    everybody: { belongs: sql`true`, organisation: sql`null::uuid`, subject: suspected },
  }[kind]
  const { rows } = await sql<Recipient>`
    select p.id as "personId", p.language, ${of.organisation} as "organisationId", ${of.subject} as "subjectAccountId" from bellwether.person p
    where p.erased_at is null and p.id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000') and ${of.belongs}
    order by p.id limit ${most}`.execute(tx)
  return rows
}

/** All of them, one portion after the other. */
export async function* everyRecipient(tx: Tx, of: Pick<Portion, 'audience' | 'level'>): AsyncGenerator<readonly Recipient[]> {
  let after: string | null = null
  for (;;) {
    const portion: readonly Recipient[] = await recipientsOf(tx, { ...of, after, most: 500 })
    const last = portion.at(-1)
    if (last === undefined) return
    yield portion
    after = last.personId
  }
}
