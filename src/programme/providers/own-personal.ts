/** A person's own personal account, which everything here is about. */
import type { Tx } from '#storage'

/** Undefined when it is not one of theirs. Locked, so that two forms at once make one thing. */
export const ownPersonal = (tx: Tx, personId: string, accountId: string) =>
  tx
    .selectFrom('account')
    .select('proven_at')
    .where('id', '=', accountId)
    .where('person_id', '=', personId)
    .where('kind', '=', 'personal')
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
