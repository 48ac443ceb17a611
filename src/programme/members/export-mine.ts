/** All that is kept of a person, as plain values they can take away. Secrets and sealed evidence are not data about them. */
import type { Who } from '#kernel'
import { accountsOf } from './accounts.ts'
import type { MembersDeps } from './deps.ts'
import { meOf } from './me.ts'

/** Reads as the person, so the policies decide what is theirs. */
export async function exportMine({ storage, clock }: MembersDeps, who: Who): Promise<Readonly<Record<string, unknown>>> {
  const personId = meOf(who)
  return storage.asTenant({ kind: 'person', personId }, async (tx) => ({
    exportedAt: clock.now(),
    person: await tx.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst(),
    memberships: await tx.selectFrom('membership').selectAll().where('person_id', '=', personId).execute(),
    accounts: await accountsOf(tx, personId),
    consents: await tx.selectFrom('consent').selectAll().where('person_id', '=', personId).execute(),
    grants: await tx.selectFrom('access_grant').selectAll().where('person_id', '=', personId).execute(),
    householdSharing: await tx
      .selectFrom('account_share')
      .select(['account_id', 'sharer', 'since', 'until'])
      .where((where) => where.or([where('person_id', '=', personId), where('sharer', '=', personId)]))
      .execute(),
    helping: await tx
      .selectFrom('helper_grant')
      .select(['organisation_id', 'purpose', 'accepted_at', 'until', 'ended_at'])
      .where('person_id', '=', personId)
      .execute(),
    passkeys: await tx.selectFrom('passkey').select(['name', 'created_at', 'last_used_at']).where('person_id', '=', personId).execute(),
    sessions: await tx
      .selectFrom('session')
      .select(['method', 'browser', 'system', 'created_at', 'last_seen_at', 'ended_at'])
      .where('person_id', '=', personId)
      .execute(),
    staffSignIn: await tx
      .selectFrom('staff_identity')
      .select(['issuer', 'bound_at', 'last_used_at'])
      .where('person_id', '=', personId)
      .execute(),
    authenticatorApps: await tx
      .selectFrom('totp')
      .select(['name', 'created_at', 'last_used_at'])
      .where('person_id', '=', personId)
      .where('confirmed_at', 'is not', null)
      .execute(),
    recoveryCodes: await tx.selectFrom('recovery_code').select(['created_at', 'used_at']).where('person_id', '=', personId).execute(),
    recoveryRequests: await tx
      .selectFrom('recovery_request')
      .select(['asked_at', 'vouched_at', 'how', 'seconded_at', 'opens_at', 'stopped_at', 'finished_at'])
      .where('person_id', '=', personId)
      .execute(),
    notices: await tx
      .selectFrom('notice')
      .select(['id', 'kind', 'level', 'language', 'decided_at', 'read_at'])
      .where('person_id', '=', personId)
      .execute(),
    actionsAsked: await tx
      .selectFrom('notice_action')
      .select(['notice_id', 'action', 'place', 'asked_at', 'done_at', 'done_by', 'undone_at'])
      .where('person_id', '=', personId)
      .execute(),
    deliveries: await tx
      .selectFrom('delivery')
      .select(['notice_id', 'channel', 'state', 'attempts', 'queued_at', 'sent_at', 'ended_at'])
      .where('person_id', '=', personId)
      .execute(),
    waysToBeTold: await tx
      .selectFrom('contact_method')
      .select(['channel', 'masked', 'created_at', 'proven_at', 'gone_since', 'removed_at'])
      .where('person_id', '=', personId)
      .execute(),
    howToBeTold: await tx.selectFrom('notice_preference').selectAll().where('person_id', '=', personId).executeTakeFirst(),
    messagesExamined: await tx
      .selectFrom('message_verdict')
      .select(['verdict', (columns) => columns.fn.countAll<string>().as('count')])
      .where('person_id', '=', personId)
      .groupBy('verdict')
      .execute(),
    // The mails themselves are sealed; when they came and from whom is said.
    secretAddresses: await tx
      .selectFrom('watch_address')
      .select(['local_part', 'way', 'made_at', 'closed_at', 'heard_at', 'beat_back_at', 'blind_since', 'strangers'])
      .where('person_id', '=', personId)
      .execute(),
    mailsOfProviders: await tx
      .selectFrom('provider_mail')
      .select(['provider', 'shown_by', 'arrived_at'])
      .where('person_id', '=', personId)
      .orderBy('arrived_at')
      .execute(),
    ownChecks: await tx
      .selectFrom('self_check')
      .select(['answers', 'began_at', 'finished_at', 'told_at'])
      .where('person_id', '=', personId)
      .orderBy('began_at')
      .execute(),
    // Keyed hashes of what a mail can be found by again, as long as the settings say.
    messagesFindable: await tx
      .selectFrom('mail_trace')
      .select((columns) => columns.fn.countAll<string>().as('count'))
      .where('person_id', '=', personId)
      .executeTakeFirst(),
    // Work mails too: it was this person's mailbox. The mail itself is sealed to its owner, as flagged mails are.
    mailsKeptForTesting: await tx
      .selectFrom('evaluation_mail')
      .select(['label', 'source', 'reason', 'verdict_then', 'verdict_now', 'rules_now', 'labelled_at', 'tested_at'])
      .where('reached', '=', personId)
      .orderBy('labelled_at')
      .execute(),
    // Keyed hashes: who is behind one cannot be read out of it, only asked of it.
    correspondentsRemembered: await tx
      .selectFrom('correspondent')
      .select(['kind', (columns) => columns.fn.countAll<string>().as('hashes')])
      .where('person_id', '=', personId)
      .groupBy('kind')
      .execute(),
    conversationsRemembered: await tx
      .selectFrom('conversation')
      .select((columns) => columns.fn.countAll<string>().as('hashes'))
      .where('person_id', '=', personId)
      .executeTakeFirst(),
  }))
}
