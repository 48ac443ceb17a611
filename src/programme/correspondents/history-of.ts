/** Answers the engine's questions about a sender: one look-up for a mail, by hashes alone. */
import { sql } from 'kysely'
import type { Clock } from '#kernel'
import type { Seen, SenderHistory, SenderQuestions } from '#mail'
import { elsewhereKey, hintContext, type Kind, keyOf, memberBytes, memberKey } from './keys.ts'
import type { Memory } from './learn.ts'
import { dayOf, daysBetween, weightOf } from './weeks.ts'
import { ownerOf, readerScope, type Whose, wideScope } from './whose.ts'

/** With fewer mails than this a memory knows nobody yet, and everybody would be new. */
const leastMails = 50
/** An organisation counts as knowing a domain when it has for so long. */
const settledDays = 30
/** More organisations than this tell nothing more. */
const elsewhereCap = 10

type Found = {
  readonly what: 'seen' | 'talk' | 'elsewhere' | 'ripe'
  readonly hash: Buffer
  readonly first_on: string | null
  readonly last_on: string | null
  readonly heard: number
  readonly wrote: number
  readonly more: Buffer | null
}

/** What is remembered of the sender of a mail by those whose mailbox it came to. Opens a transaction of its own. */
export async function historyOf(
  { storage, vault, clock }: Memory & { readonly clock: Clock },
  whose: Whose,
  questions: SenderQuestions,
): Promise<SenderHistory> {
  const { from, replyTo, thread, threadDomains } = questions
  const wide = wideScope(whose)
  const reader = readerScope(whose)
  const today = dayOf(clock.now())
  const sealer = await vault.sealer(ownerOf(whose))
  const key = (kind: Kind, ...parts: readonly string[]): Buffer => keyOf(vault, wide, kind, ...parts)
  const keys = {
    address: keyOf(vault, reader, 'address', from.address),
    domain: keyOf(vault, reader, 'domain', from.domain),
    wideAddress: key('address', from.address),
    wideDomain: key('domain', from.domain),
    name: key('name', from.name),
    nameHere: key('name-at', from.name, from.address),
    together: key('reply', from.address, replyTo?.address ?? ''),
    replyAddress: key('address', replyTo?.address ?? ''),
    replyDomain: key('domain', replyTo?.domain ?? ''),
  }
  const found = await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const { rows } = await sql<Found>`
      select 'seen' as what, hash, first_on, last_on, heard_weeks as heard, wrote_weeks as wrote, hint as more
        from bellwether.correspondent where hash = any(${Object.values(keys)}::bytea[])
      union all
      select 'talk', hash, null, last_on, 0, answered::integer, members
        from bellwether.conversation where hash = any(${thread.map((id) => key('conversation', id))}::bytea[])
      union all
      select 'elsewhere', ''::bytea, null, null, count(*), 0, null from (
        select from bellwether.correspondent
          where elsewhere = ${elsewhereKey(vault, from.domain)} and organisation_id is distinct from ${whose.organisationId}::uuid
            and first_on <= ${today}::date - ${settledDays}::integer limit ${elsewhereCap}) as others
      union all
      select 'ripe', ''::bytea, null, null, case when bool_and(w.finished_at is not null) then coalesce(sum(w.mails), 0) else 0 end, 0, null
        from bellwether.connection k left join bellwether.warm_up w on w.connection_id = k.id
        where k.person_id = ${whose.personId} and k.organisation_id is not distinct from ${whose.organisationId}::uuid and k.ended_at is null`.execute(
      tx,
    )
    return rows
  })

  const at = (hash: Buffer): Found | undefined => found.find((row) => row.what === 'seen' && row.hash.equals(hash))
  const countOf = (what: Found['what']): number => Number(found.find((row) => row.what === what)?.heard ?? 0)
  const seen = (hash: Buffer): Seen | undefined => seenOf(at(hash), today)
  const sides = (own: Buffer, organisation: Buffer) => ({
    ...given('reader', seen(own)),
    ...given('organisation', whose.organisationId === null ? undefined : seen(organisation)),
  })
  const name = from.name === '' ? undefined : at(keys.name)
  const talks = found.filter(({ what }) => what === 'talk')
  const members = new Set(talks.flatMap(({ more }) => partsOf(more ?? Buffer.alloc(0))))
  const belongs = (house: string): boolean => members.has(memberKey(vault, wide, house).toString('hex'))
  return {
    about: from.address,
    ripe: countOf('ripe') >= leastMails,
    address: sides(keys.address, keys.wideAddress),
    domain: sides(keys.domain, keys.wideDomain),
    elsewhere: countOf('elsewhere'),
    ...given(
      'name',
      name && {
        known: seenOf(name, today) ?? never,
        ...given('here', seen(keys.nameHere)),
        as: name.more === null ? [] : [sealer.open(name.more, hintContext(keys.name)).toString('utf8')],
      },
    ),
    ...given(
      'reply',
      replyTo && {
        ...given('together', seen(keys.together)),
        ...given('address', seen(keys.replyAddress)),
        ...given('domain', seen(keys.replyDomain)),
      },
    ),
    ...given(
      'thread',
      talks.length === 0
        ? undefined
        : {
            senderBelongs: belongs(from.house),
            answered: talks.some(({ wrote }) => Number(wrote) > 0),
            domains: threadDomains.filter(belongs),
          },
    ),
  }
}

const never: Seen = { heardWeeks: 0, wroteWeeks: 0, firstDaysAgo: 0, lastDaysAgo: 0 }

function seenOf(row: Found | undefined, today: string): Seen | undefined {
  if (row === undefined || row.first_on === null || row.last_on === null) return undefined
  const on = row.last_on
  return {
    heardWeeks: weightOf({ on, bits: Number(row.heard) }, today),
    wroteWeeks: weightOf({ on, bits: Number(row.wrote) }, today),
    firstDaysAgo: daysBetween(row.first_on, today),
    lastDaysAgo: daysBetween(on, today),
  }
}

const partsOf = (members: Buffer): readonly string[] =>
  Array.from({ length: Math.floor(members.length / memberBytes) }, (_, place) =>
    members.subarray(place * memberBytes, (place + 1) * memberBytes).toString('hex'),
  )

/** A field that is there only when there is something in it. */
const given = <Name extends string, Value>(name: Name, value: Value | undefined): { readonly [key in Name]?: Value } => {
  const field: { [key in Name]?: Value } = {}
  if (value !== undefined) field[name] = value
  return field
}
