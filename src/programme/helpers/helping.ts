/** A helper's own side: what they are asked, accepting it, whom they help, and leaving. */
import { record } from '#audit'
import type { Who } from '#kernel'
import { hashOfToken, type MembersDeps, meOf, waysOf } from '#members'
import type { Tx } from '#storage'
import type { HelpPurpose } from './purposes.ts'
import { helperIsMember, helperNeedsPasskey, helpNotOpen } from './refusals.ts'

export type HelpAsked = { readonly organisation: string; readonly letInBy: string; readonly purpose: HelpPurpose; readonly until: Date }
export type Help = HelpAsked & { readonly id: string }
export type Helping = {
  /** Offered to an address that I proved. */
  readonly asked: readonly Help[]
  readonly now: readonly Help[]
}

/** An offer by the id of one to an address of mine, or by the link. */
export type OfferKey = { readonly id: string } | { readonly token: string }

const grants = (tx: Tx, now: Date) =>
  tx
    .selectFrom('helper_grant as g')
    .innerJoin('organisation', (join) => join.onRef('organisation.id', '=', 'g.organisation_id').on('organisation.closed_at', 'is', null))
    .innerJoin('person as by', 'by.id', 'g.let_in_by')
    .select(['g.id', 'g.organisation_id', 'organisation.name as organisation', 'by.name as letInBy', 'g.purpose', 'g.until'])
    .where('g.ended_at', 'is', null)
    .where('g.until', '>', now)

const offers = (tx: Tx, now: Date) => grants(tx, now).where('g.accepted_at', 'is', null).where('g.offered_until', '>', now)

const offersTo = (tx: Tx, now: Date, personId: string) =>
  offers(tx, now).where('g.address_folded', 'in', (from) =>
    from
      .selectFrom('account')
      .select('account.address_folded')
      .where('account.person_id', '=', personId)
      .where('account.proven_at', 'is not', null)
      .where('account.removed_at', 'is', null),
  )

const helpOf = ({ id, organisation, letInBy, purpose, until }: Help): Help => ({ id, organisation, letInBy, purpose, until })

/** The organisations that asked me, and those that let me in. */
export async function helpingOf({ storage, clock }: MembersDeps, who: Who): Promise<Helping> {
  const me = meOf(who)
  const now = clock.now()
  return storage.asTenant({ kind: 'programme' }, async (tx) => ({
    asked: (await offersTo(tx, now, me).orderBy('g.offered_at').execute()).map(helpOf),
    now: (
      await grants(tx, now).where('g.person_id', '=', me).where('g.accepted_at', 'is not', null).orderBy('organisation.name').execute()
    ).map(helpOf),
  }))
}

/** What a link asks for. Undefined when it was used, taken back, is too old or never was. Changes nothing. */
export async function helpAsked({ storage, clock }: MembersDeps, token: string): Promise<HelpAsked | undefined> {
  const found = await storage.asTenant({ kind: 'programme' }, (tx) =>
    offers(tx, clock.now()).where('g.token_hash', '=', hashOfToken(token)).executeTakeFirst(),
  )
  return found && helpOf(found)
}

/** From now on they help. Refusals `help-not-open`, `helper-needs-passkey`, `helper-is-member`: after the last two the offer stays. */
export async function acceptHelp({ storage, clock }: MembersDeps, who: Who, key: OfferKey): Promise<{ readonly id: string }> {
  const personId = meOf(who)
  const now = clock.now()
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const wanted =
      'token' in key
        ? offers(tx, now).where('g.token_hash', '=', hashOfToken(key.token))
        : offersTo(tx, now, personId).where('g.id', '=', key.id)
    const found = await wanted.forUpdate('g').executeTakeFirst()
    if (found === undefined) throw helpNotOpen()
    const member = await tx
      .selectFrom('membership')
      .select('person_id')
      .where('organisation_id', '=', found.organisation_id)
      .where('person_id', '=', personId)
      .where('until', 'is', null)
      .executeTakeFirst()
    if (member !== undefined) throw helperIsMember()
    if (!(await waysOf(tx, personId)).passkey) throw helperNeedsPasskey()
    await tx
      .updateTable('helper_grant')
      .set({ person_id: personId, accepted_at: now, address_folded: null, token_hash: null })
      .where('id', '=', found.id)
      .execute()
    await note(tx, { clock }, { who, action: 'helper.accept', id: found.id, organisationId: found.organisation_id })
    return { id: found.id }
  })
}

/** Ends my own help, or turns an offer to my address down. False when there is none such of mine. */
export async function leaveHelp({ storage, clock }: MembersDeps, who: Who, id: string): Promise<boolean> {
  const me = meOf(who)
  const now = clock.now()
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const found =
      (await grants(tx, now).where('g.id', '=', id).where('g.person_id', '=', me).forUpdate('g').executeTakeFirst()) ??
      (await offersTo(tx, now, me).where('g.id', '=', id).forUpdate('g').executeTakeFirst())
    if (found === undefined) return false
    await tx.updateTable('helper_grant').set({ ended_at: now, ended_by: me, address_folded: null }).where('id', '=', id).execute()
    await note(tx, { clock }, { who, action: 'helper.leave', id, organisationId: found.organisation_id })
    return true
  })
}

type Noted = { readonly who: Who; readonly action: string; readonly id: string; readonly organisationId: string }

const note = (tx: Tx, { clock }: Pick<MembersDeps, 'clock'>, { who, action, id, organisationId }: Noted): Promise<void> =>
  record(tx, clock, { actor: who, action, subject: `help/${id}`, owner: { kind: 'organisation', id: organisationId } })

export type HelperAmong = { readonly organisation: string; readonly helper: string; readonly purpose: HelpPurpose; readonly until: Date }

/** Who helps the organisations that this person is in, for their own page. */
export async function helpersAmong({ storage, clock }: MembersDeps, who: Who): Promise<readonly HelperAmong[]> {
  const me = meOf(who)
  return storage.asTenant({ kind: 'programme' }, (tx) =>
    grants(tx, clock.now())
      .innerJoin('person as helper', 'helper.id', 'g.person_id')
      .clearSelect()
      .select(['organisation.name as organisation', 'helper.name as helper', 'g.purpose', 'g.until'])
      .where('g.accepted_at', 'is not', null)
      .where('g.organisation_id', 'in', (from) =>
        from
          .selectFrom('membership')
          .select('membership.organisation_id')
          .where('membership.person_id', '=', me)
          .where('membership.until', 'is', null),
      )
      .orderBy('g.until')
      .limit(50)
      .execute(),
  )
}
