/** Where an organisation's administrators are written to. */
import type { Tx } from '#storage'

/** The work accounts of its administrators of today, to be selected from; in the programme's transaction. */
export const administratorAccounts = (tx: Tx, organisationId: string) =>
  tx
    .selectFrom('account')
    .innerJoin('membership', (join) =>
      join.onRef('membership.person_id', '=', 'account.person_id').onRef('membership.organisation_id', '=', 'account.organisation_id'),
    )
    .select('account.id')
    .where('account.organisation_id', '=', organisationId)
    .where('account.removed_at', 'is', null)
    .where('membership.role', '=', 'administrator')
    .where('membership.until', 'is', null)
