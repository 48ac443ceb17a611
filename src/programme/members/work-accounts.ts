/** The work accounts of an organisation, for programs. A personal account is not among them, whoever allowed what. */
import type { Who } from '#kernel'
import type { MembersDeps } from './deps.ts'
import { type Followed, type Following, followed } from './paged.ts'
import { runsOrganisation } from './runs-organisation.ts'
import type { WatchState } from './watch-state.ts'

export type WorkAccount = {
  readonly id: string
  readonly personId: string
  readonly address: string
  readonly isProven: boolean
  readonly isBouncing: boolean
  readonly mailbox: WatchState
  readonly lastSeenAt?: Date
}

/** Those that follow, by id; undefined when there is no such organisation for `who`. */
export async function workAccounts(
  { storage }: MembersDeps,
  who: Who,
  organisationId: string,
  { after, most }: Following,
): Promise<Followed<WorkAccount> | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  return storage.asTenant(who, async (tx) => {
    const isThere = tx.selectFrom('organisation').select('id').where('id', '=', organisationId).where('closed_at', 'is', null)
    if ((await isThere.executeTakeFirst()) === undefined) return undefined
    const rows = await tx
      .selectFrom('account')
      .leftJoin('connection', (join) => join.onRef('connection.account_id', '=', 'account.id').on('connection.ended_at', 'is', null))
      .select([
        'account.id',
        'account.person_id',
        'account.address',
        'account.proven_at',
        'account.bouncing_since',
        'connection.state',
        'connection.last_seen_at',
      ])
      .where('account.organisation_id', '=', organisationId)
      .where('account.kind', '=', 'work')
      .where('account.removed_at', 'is', null)
      .$if(after !== undefined, (later) => later.where('account.id', '>', after ?? ''))
      .orderBy('account.id')
      .limit(most + 1)
      .execute()
    const accounts = rows.map(
      (row): WorkAccount => ({
        id: row.id,
        personId: row.person_id,
        address: row.address,
        isProven: row.proven_at !== null,
        isBouncing: row.bouncing_since !== null,
        mailbox: row.state ?? 'none',
        ...(row.last_seen_at && { lastSeenAt: row.last_seen_at }),
      }),
    )
    return followed(accounts, most, ({ id }) => id)
  })
}
