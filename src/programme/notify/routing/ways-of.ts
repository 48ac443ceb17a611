/** What a plan is made from, read for many people at once: where they can be told, how they want it, and what this month already told them. */
import { daysMs, deliveryChannels, monthAt } from '#kernel'
import { isSameMailbox } from '#members'
import type { Tx } from '#storage'
import type { ChannelName } from '../channels/channel.ts'
import type { Way } from './plan-notice.ts'
import type { Preference } from './preference.ts'

export type Person = { readonly personId: string; readonly subjectAccountId: string | null }

/** The ways of each person: their mailboxes and contact methods, whatever became of them. Rooms of organisations are nobody's way. */
export async function waysOf(tx: Tx, people: readonly Person[]): Promise<ReadonlyMap<Person, readonly Way[]>> {
  const personIds = people.map(({ personId }) => personId)
  const accounts = await tx
    .selectFrom('account')
    .select(['id', 'person_id', 'address_folded', 'proven_at', 'bouncing_since'])
    .where('person_id', 'in', personIds)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .execute()
  const methods = await tx
    .selectFrom('contact_method')
    .select(['id', 'person_id', 'channel', 'proven_at', 'gone_since'])
    .where('person_id', 'in', personIds)
    .where('organisation_id', 'is', null)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .execute()
  const subjects = await addressesOf(
    tx,
    people.flatMap(({ subjectAccountId }) => subjectAccountId ?? []),
  )
  const isSubject = ({ subjectAccountId }: Person, account: (typeof accounts)[number]) =>
    subjectAccountId !== null &&
    (account.id === subjectAccountId || isSameMailbox(account.address_folded, subjects.get(subjectAccountId) ?? ''))
  return new Map(
    people.map((person) => [
      person,
      [
        ...accounts
          .filter(({ person_id }) => person_id === person.personId)
          .map(
            (one): Way => ({
              ...{ channel: 'mail', id: one.id, isSubject: isSubject(person, one) },
              ...{ isProven: one.proven_at !== null, isBouncing: one.bouncing_since !== null },
            }),
          ),
        ...methods
          .filter(({ person_id }) => person_id === person.personId)
          .map(
            (one): Way => ({
              ...{ channel: one.channel, id: one.id, isSubject: false },
              ...{ isProven: one.proven_at !== null, isBouncing: one.gone_since !== null },
            }),
          ),
      ],
    ]),
  )
}

async function addressesOf(tx: Tx, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (accountIds.length === 0) return new Map()
  const rows = await tx.selectFrom('account').select(['id', 'address_folded']).where('id', 'in', accountIds).execute()
  return new Map(rows.map(({ id, address_folded }) => [id, address_folded]))
}

const isChannel = (name: string): name is ChannelName => name !== 'home' && deliveryChannels.some((one) => one === name)

/** Who never said how they want it: in the usual order, at any hour. */
const unsaid: Preference = { channelOrder: [], zone: 'UTC', quiet: { from: 0, until: 0 } }

export async function preferencesOf(tx: Tx, personIds: readonly string[]): Promise<(personId: string) => Preference> {
  const rows = await tx.selectFrom('notice_preference').selectAll().where('person_id', 'in', personIds).execute()
  const preferences = new Map(
    rows.map((row): [string, Preference] => [
      row.person_id,
      { channelOrder: row.channel_order.filter(isChannel), zone: row.time_zone, quiet: { from: row.quiet_from, until: row.quiet_until } },
    ]),
  )
  return (personId) => preferences.get(personId) ?? unsaid
}

/** Notices below Possible access that interrupted each since their calendar month began, where they are. */
export async function interruptionsOf(
  tx: Tx,
  personIds: readonly string[],
  { now, preferenceOf }: { readonly now: Date; readonly preferenceOf: (personId: string) => Preference },
): Promise<(personId: string) => number> {
  const rows = await tx
    .selectFrom('notice')
    .select(['person_id', 'decided_at'])
    .where('person_id', 'in', personIds)
    .where('decided_at', '>=', new Date(now.getTime() - longestMonthMs))
    .where('level', 'in', ['targeted', 'attempt-blocked'])
    .where('kind', 'in', ['incident', 'organisation-told', 'composed'])
    .where('digest', '=', false)
    .execute()
  return (personId) => {
    const { from } = monthAt(preferenceOf(personId).zone, now)
    return rows.filter((row) => row.person_id === personId && row.decided_at >= from).length
  }
}

const longestMonthMs = daysMs(32)
