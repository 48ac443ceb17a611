/** What a person allowed, to whom, since when; and taking it back, which works at once. */
import { record } from '#audit'
import type { Clock, Who } from '#kernel'
import { type Tx, uuid } from '#storage'
import { endConnections } from './connections.ts'
import type { MembersDeps } from './deps.ts'
import { endWatching } from './end-watching.ts'
import { tellOfEnrolment } from './enrolment-events.ts'
import { keepConsent } from './keep-consent.ts'
import { meOf } from './me.ts'
import { notInOrganisation } from './refusals.ts'

const consentPurposes = [
  'examine-mail',
  'examine-security-mail',
  'watch-sign-ins',
  'organisation-is-told',
  'desk-sees-findings',
  'share-indicators',
] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

/** What a permission about the personal accounts opens: an organisation hears that something happened; the desk, asked for help, sees what. */
const grants = {
  'organisation-is-told': { toDesk: false, scope: 'told' },
  'desk-sees-findings': { toDesk: true, scope: 'details' },
  'share-indicators': { toDesk: true, scope: 'indicators' },
} as const
const toTheDesk = ['desk-sees-findings', 'share-indicators'] as const

export type ConsentSeen = {
  readonly id: string
  readonly purpose: ConsentPurpose
  /** Of the text that was read. */
  readonly version: string
  readonly address?: string
  readonly organisation?: string
  readonly givenAt: Date
  readonly withdrawnAt?: Date
}

export type ConsentOffered = { readonly purpose: ConsentPurpose; readonly organisationId?: string; readonly organisation?: string }

/** The person's consents, newest first, and those they could still give for their personal accounts. */
export async function consentsOf(
  { storage }: MembersDeps,
  who: Who,
): Promise<{ readonly consents: readonly ConsentSeen[]; readonly mayGive: readonly ConsentOffered[] }> {
  const personId = meOf(who)
  return storage.asTenant({ kind: 'person', personId }, async (tx) => {
    const rows = await tx
      .selectFrom('consent')
      .leftJoin('account', 'account.id', 'consent.account_id')
      .leftJoin('organisation', 'organisation.id', 'consent.organisation_id')
      .select([
        'consent.id',
        'consent.purpose',
        'consent.version',
        'consent.given_at',
        'consent.withdrawn_at',
        'consent.organisation_id',
        'account.address',
        'organisation.name',
      ])
      .where('consent.person_id', '=', personId)
      .orderBy('consent.given_at', 'desc')
      .execute()
    const organisations = await tx
      .selectFrom('membership')
      .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
      .select(['organisation.id', 'organisation.name'])
      .where('membership.person_id', '=', personId)
      .where('membership.until', 'is', null)
      .execute()
    const live = rows.filter((row) => row.withdrawn_at === null)
    const consents = rows.flatMap((row) => {
      const purpose = consentPurposes.find((one) => one === row.purpose)
      if (purpose === undefined) return []
      return [
        {
          id: row.id,
          purpose,
          version: row.version,
          ...(row.address && { address: row.address }),
          ...(row.name && { organisation: row.name }),
          givenAt: row.given_at,
          ...(row.withdrawn_at && { withdrawnAt: row.withdrawn_at }),
        },
      ]
    })
    const mayGive: ConsentOffered[] = organisations
      .filter(({ id }) => !live.some((row) => row.purpose === 'organisation-is-told' && row.organisation_id === id))
      .map(({ id, name }) => ({ purpose: 'organisation-is-told', organisationId: id, organisation: name }))
    mayGive.push(...toTheDesk.filter((purpose) => !live.some((row) => row.purpose === purpose)).map((purpose) => ({ purpose })))
    return { consents, mayGive }
  })
}

type Given = { readonly purpose: ConsentPurpose; readonly organisationId?: string; readonly version: string }

/**
 * Gives a consent about the personal accounts and opens what it allows. A mailbox's own consent
 * (`examine-mail`, `examine-security-mail`) is given by connecting it, that of a secret address (`watch-sign-ins`) by making it. Refusal `not-in-organisation`; false: nothing new.
 */
export async function giveConsent(
  { storage, clock }: MembersDeps,
  who: Who,
  { purpose, organisationId, version }: Given,
): Promise<boolean> {
  const personId = meOf(who)
  if (purpose === 'examine-mail' || purpose === 'examine-security-mail' || purpose === 'watch-sign-ins') return false
  const { toDesk, scope } = grants[purpose]
  const organisation = toDesk ? null : (organisationId ?? null)
  if (!toDesk && organisation === null) throw notInOrganisation()
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    await tx.selectFrom('person').select('id').where('id', '=', personId).forUpdate().executeTakeFirstOrThrow()
    if (organisation !== null) {
      const member = await tx
        .selectFrom('membership')
        .select('person_id')
        .where('organisation_id', '=', organisation)
        .where('person_id', '=', personId)
        .where('until', 'is', null)
        // A goodbye said now waits, and then ends this too.
        .forShare()
        .executeTakeFirst()
      if (member === undefined) throw notInOrganisation()
    }
    const held = await tx
      .selectFrom('access_grant')
      .select('id')
      .where('person_id', '=', personId)
      .where('organisation_id', organisation === null ? 'is' : '=', organisation)
      .where('scope', '=', scope)
      .where('until', 'is', null)
      .executeTakeFirst()
    if (held !== undefined) return false
    const now = clock.now()
    const consentId = await keepConsent(tx, clock, { personId, organisationId: organisation, purpose, version })
    await tx
      .insertInto('access_grant')
      .values({
        id: uuid(),
        person_id: personId,
        organisation_id: organisation,
        to_desk: toDesk,
        scope,
        consent_id: consentId,
        since: now,
        until: null,
      })
      .execute()
    if (organisation !== null) await tellOfPermission(tx, clock, { organisationId: organisation, personId, state: 'given' })
    await record(tx, clock, {
      actor: who,
      action: 'consent.give',
      subject: `consent/${consentId}`,
      owner: { kind: 'person', id: personId },
      details: { purpose, version },
    })
    return true
  })
}

/** Takes a consent back: its grants close and, for a mailbox, the connection ends and its secret is deleted, all at once. */
export async function withdrawConsent({ storage, clock }: MembersDeps, who: Who, consentId: string): Promise<boolean> {
  const personId = meOf(who)
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const now = clock.now()
    const withdrawn = await tx
      .updateTable('consent')
      .set({ withdrawn_at: now })
      .where('id', '=', consentId)
      .where('person_id', '=', personId)
      .where('withdrawn_at', 'is', null)
      .returning(['purpose', 'account_id', 'organisation_id'])
      .executeTakeFirst()
    if (withdrawn === undefined) return false
    await tx.updateTable('access_grant').set({ until: now }).where('consent_id', '=', consentId).where('until', 'is', null).execute()
    // Mails of a personal mailbox that were kept to test the rules on were kept by this consent alone.
    if (withdrawn.purpose === 'desk-sees-findings')
      await tx.deleteFrom('evaluation_mail').where('person_id', '=', personId).where('organisation_id', 'is', null).execute()
    if (withdrawn.purpose === 'share-indicators')
      await tx.updateTable('reach').set({ until: now }).where('person_id', '=', personId).where('until', '>', now).execute()
    const reading = withdrawn.purpose === 'examine-mail' || withdrawn.purpose === 'examine-security-mail'
    if (reading && withdrawn.account_id !== null) await endConnections(tx, clock, withdrawn.account_id)
    if (withdrawn.purpose === 'watch-sign-ins' && withdrawn.account_id !== null) await endWatching(tx, clock, withdrawn.account_id)
    const { organisation_id: organisationId } = withdrawn
    if (withdrawn.purpose === 'organisation-is-told' && organisationId !== null)
      await tellOfPermission(tx, clock, { organisationId, personId, state: 'withdrawn' })
    const details = { purpose: withdrawn.purpose }
    await record(tx, clock, {
      actor: who,
      action: 'consent.withdraw',
      subject: `consent/${consentId}`,
      owner: { kind: 'person', id: personId },
      details,
    })
    return true
  })
}

type Permission = { readonly organisationId: string; readonly personId: string; readonly state: 'given' | 'withdrawn' }

/** The organisation is told of the permission that it was given itself, and of no other. */
const tellOfPermission = (tx: Tx, clock: Clock, permission: Permission): Promise<void> =>
  tellOfEnrolment(tx, clock, { event: 'consent.changed', consent: 'organisation-is-told', ...permission })
