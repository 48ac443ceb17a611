/**
 * Invitations: one link for one person, good for three days and one use. The
 * link's secret is made from the row's id by the vault and kept as SHA-256
 * only, so it can be shown once, mailed by a job, and read from neither.
 */
import { record } from '#audit'
import { hoursMs, type Language, personOf, type Who } from '#kernel'
import type { Vault } from '#secrets'
import { type Tx, uuid } from '#storage'
import type { MembersDeps } from './deps.ts'
import { tellOfEnrolment } from './enrolment-events.ts'
import { readLanguage } from './language.ts'
import { askForLetter } from './letters.ts'
import { readName } from './name.ts'
import { invitationPhrase } from './phrase.ts'
import { alreadyJoined, linkNotGood } from './refusals.ts'
import { runsOrganisation } from './runs-organisation.ts'
import { beginSession, type NewSession } from './sessions.ts'
import { takePartIn } from './take-part.ts'
import { hashOfToken } from './token.ts'

const livesMs = hoursMs(72)

export type InvitationMade = {
  readonly token: string
  readonly expiresAt: Date
  readonly name: string
  readonly address: string
  /** To be said to the person, who finds it in the letter and on the page. */
  readonly phrase: string
}

export type InvitationSeen = {
  readonly organisation: string
  readonly invitedBy: string
  readonly personName: string
  readonly address: string
  readonly language: Language
  /** What the person was told before: three words. */
  readonly phrase: string
}

/** The secret of a link, for the screen that shows it once and the letter that carries it. */
export const invitationToken = (vault: Vault, invitationId: string): string =>
  vault.mac('invitation-token', invitationId).toString('base64url')

type LinkFor = { readonly personId: string; readonly organisationId: string | null; readonly madeBy: string | null }

/** The row of a new link: its secret is made from the id, so the row alone opens nothing. */
export function linkRow({ vault, clock }: Pick<MembersDeps, 'vault' | 'clock'>, { personId, organisationId, madeBy }: LinkFor) {
  const id = uuid()
  const now = clock.now()
  return {
    id,
    organisation_id: organisationId,
    person_id: personId,
    token_hash: hashOfToken(invitationToken(vault, id)),
    made_by: madeBy,
    created_at: now,
    expires_at: new Date(now.getTime() + livesMs),
    used_at: null,
    withdrawn_at: null,
    mailed_at: null,
  }
}

/** Makes a row for a new link; earlier links of this person stop working. */
export async function makeLink(
  tx: Tx,
  deps: Pick<MembersDeps, 'vault' | 'clock'>,
  link: LinkFor,
): Promise<{ readonly id: string; readonly token: string; readonly expiresAt: Date }> {
  const row = linkRow(deps, link)
  await tx
    .updateTable('invitation')
    .set({ withdrawn_at: row.created_at })
    .where('person_id', '=', link.personId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
  await tx.insertInto('invitation').values(row).execute()
  const { personId, organisationId } = link
  if (organisationId !== null) await tellOfEnrolment(tx, deps.clock, { event: 'person.invited', organisationId, personId })
  return { id: row.id, token: invitationToken(deps.vault, row.id), expiresAt: row.expires_at }
}

/**
 * A new link for a member; undefined when there is no such member for `who`.
 * Refusal `already-joined`: whoever holds a link signs in by it, so nobody
 * gets one for a person who has their own way in.
 */
export async function invite(
  deps: MembersDeps,
  who: Who,
  { organisationId, personId, byMail = false }: { readonly organisationId: string; readonly personId: string; readonly byMail?: boolean },
): Promise<InvitationMade | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  const ownWayIn = await deps.storage.asTenant({ kind: 'programme' }, (tx) => hasOwnWayIn(tx, personId))
  return deps.storage.asTenant(who, async (tx) => {
    const member = await tx
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .leftJoin('account', (join) =>
        join
          .onRef('account.person_id', '=', 'person.id')
          .onRef('account.organisation_id', '=', 'membership.organisation_id')
          .on('account.removed_at', 'is', null),
      )
      .select(['person.name', 'person.language', 'account.address'])
      .where('membership.organisation_id', '=', organisationId)
      .where('membership.person_id', '=', personId)
      .where('membership.until', 'is', null)
      .orderBy('account.created_at')
      .executeTakeFirst()
    if (member === undefined) return undefined
    if (ownWayIn) throw alreadyJoined()
    const { id, token, expiresAt } = await makeLink(tx, deps, {
      personId,
      organisationId,
      madeBy: personOf(who),
    })
    if (byMail) {
      await tx.updateTable('invitation').set({ mailed_at: deps.clock.now() }).where('id', '=', id).execute()
      await askForLetter(tx, { letter: 'invitation', invitationId: id })
    }
    const owner = { kind: 'organisation', id: organisationId } as const
    await record(tx, deps.clock, { actor: who, action: 'invitation.make', subject: `person/${personId}`, owner })
    const phrase = invitationPhrase(deps.vault, { organisationId, personId, language: readLanguage(member.language) })
    return { token, expiresAt, name: member.name, address: member.address ?? '', phrase }
  })
}

/** A passkey, a proven address, or something personal that a holder of the link would see: an address named but not yet proven. */
export async function hasOwnWayIn(tx: Tx, personId: string): Promise<boolean> {
  const passkey = await tx.selectFrom('passkey').select('credential_id').where('person_id', '=', personId).executeTakeFirst()
  const theirs = await tx
    .selectFrom('account')
    .select('id')
    .where('person_id', '=', personId)
    .where((where) => where.or([where('kind', '=', 'personal'), where('proven_at', 'is not', null)]))
    .executeTakeFirst()
  return passkey !== undefined || theirs !== undefined
}

const liveLinks = (tx: Tx, deps: Pick<MembersDeps, 'clock'>) =>
  tx.selectFrom('invitation').where('used_at', 'is', null).where('withdrawn_at', 'is', null).where('expires_at', '>', deps.clock.now())

/** What somebody who holds a link may see before using it. Changes nothing. */
export async function invitation(deps: MembersDeps, token: string): Promise<InvitationSeen | undefined> {
  return deps.storage.asTenant({ kind: 'programme' }, (tx) =>
    seen(tx, deps, (query) => query.where('invitation.token_hash', '=', hashOfToken(token))),
  )
}

/** The same for the letter, by the row's id. */
export const invitationToMail = (tx: Tx, deps: Deps, invitationId: string): Promise<InvitationSeen | undefined> =>
  seen(tx, deps, (query) => query.where('invitation.id', '=', invitationId))

type Deps = Pick<MembersDeps, 'clock' | 'vault'>
type Links = ReturnType<typeof liveLinks>

async function seen(tx: Tx, deps: Deps, which: (query: Links) => Links): Promise<InvitationSeen | undefined> {
  const found = await which(liveLinks(tx, deps))
    .innerJoin('person', 'person.id', 'invitation.person_id')
    .innerJoin('organisation', 'organisation.id', 'invitation.organisation_id')
    .leftJoin('person as maker', 'maker.id', 'invitation.made_by')
    .leftJoin('account', (join) =>
      join
        .onRef('account.person_id', '=', 'person.id')
        .onRef('account.organisation_id', '=', 'invitation.organisation_id')
        .on('account.removed_at', 'is', null),
    )
    .select([
      'organisation.id as organisation_id',
      'organisation.name as organisation',
      'maker.name as maker',
      'person.id as person_id',
      'person.name',
      'person.language',
      'account.address',
    ])
    .executeTakeFirst()
  if (found === undefined) return undefined
  const language = readLanguage(found.language)
  return {
    organisation: found.organisation,
    invitedBy: found.maker ?? '',
    personName: found.name,
    address: found.address ?? '',
    language,
    phrase: invitationPhrase(deps.vault, { organisationId: found.organisation_id, personId: found.person_id, language }),
  }
}

type Accepted = {
  readonly token: string
  readonly name: string
  readonly language: Language
  readonly consentVersion: string
  readonly userAgent?: string
}

/** Uses the link up and signs its person in. Refusal `link-not-good`. */
export async function acceptInvitation(deps: MembersDeps, accepted: Accepted): Promise<NewSession> {
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const { personId, organisationId } = await takeLink(tx, deps, accepted)
    if (organisationId === null || (await hasOwnWayIn(tx, personId))) throw linkNotGood()
    await takePartIn(tx, deps.clock, { personId, organisationId, consentVersion: accepted.consentVersion })
    return beginSession(tx, deps, { personId, method: 'invitation', userAgent: accepted.userAgent })
  })
}

/** Uses a link up and keeps the name and language its person chose; in the programme's transaction. */
export async function takeLink(
  tx: Tx,
  deps: Pick<MembersDeps, 'clock'>,
  { token, name, language }: { readonly token: string; readonly name: string; readonly language: Language },
): Promise<LinkTaken> {
  const taken = await useLink(tx, deps, token)
  await tx
    .updateTable('person')
    .set({ name: readName(name), language })
    .where('id', '=', taken.personId)
    .execute()
  return taken
}

type LinkTaken = { readonly personId: string; readonly organisationId: string | null }

/** Uses a link up, in the programme's transaction. Refusal `link-not-good`. */
export async function useLink(tx: Tx, { clock }: Pick<MembersDeps, 'clock'>, token: string): Promise<LinkTaken> {
  const taken = await tx
    .updateTable('invitation')
    .set({ used_at: clock.now() })
    .where('token_hash', '=', hashOfToken(token))
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', clock.now())
    .returning(['person_id', 'organisation_id'])
    .executeTakeFirst()
  if (taken === undefined) throw linkNotGood()
  return { personId: taken.person_id, organisationId: taken.organisation_id }
}
