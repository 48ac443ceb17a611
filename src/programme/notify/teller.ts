/** The port that alerts tells through: decisions become notices in the same transaction. */
import { sql } from 'kysely'
import type { Tell, Teller, Telling } from '#alerts'
import { setback } from '#kernel'
import { masked } from '#members'
import type { Sealer } from '#secrets'
import type { Tx } from '#storage'
import { menuHouseOf } from './actions/menus.ts'
import type { NotifyDeps } from './deps.ts'
import type { NoticeContent } from './notice-content.ts'
import { domainOf } from './signing/compose-letter.ts'
import { writeNotices } from './write-notice.ts'

/** Fetches the keys of the people to be told, then tells in the caller's transaction. */
export function openTeller({ vault, clock, sender }: Pick<NotifyDeps, 'vault' | 'clock' | 'sender'>): Teller {
  return async (personIds): Promise<Tell> => {
    const sealers = new Map<string, Sealer>()
    for (const id of personIds) sealers.set(id, await vault.sealer({ kind: 'person', id }))
    const messageDomain = domainOf((await sender()).fromAddress)
    return async (tx, telling) => {
      const sealer = sealers.get(telling.personId)
      // A consent given while the mail was judged: the next run fetches its key too.
      if (sealer === undefined)
        throw setback('who-is-told-changed', `telling person ${telling.personId}: whom to tell changed while a mail was examined`)
      await writeNotices(tx, { vault, clock, messageDomain }, [{ sealer, decided: { ...telling, content: await contentOf(tx, telling) } }])
    }
  }
}

async function contentOf(tx: Tx, telling: Telling): Promise<NoticeContent> {
  const { arrivedAt } = telling
  if (telling.kind === 'organisation-told') {
    const { name } = await tx.selectFrom('person').select('name').where('id', '=', telling.reachedPersonId).executeTakeFirstOrThrow()
    return { kind: 'organisation-told', person: name, arrivedAt }
  }
  const account = await tx
    .selectFrom('account')
    .leftJoin('connection', (join) => join.onRef('connection.account_id', '=', 'account.id').on('connection.ended_at', 'is', null))
    .select(['account.kind', 'account.address', sql<string | null>`connection.settings ->> 'host'`.as('host')])
    .where('account.id', '=', telling.subjectAccountId)
    .executeTakeFirstOrThrow()
  return {
    kind: 'incident',
    headline: telling.headline,
    reasons: telling.reasons.slice(0, 3).map((reason) => ({ ...reason, technique: [...reason.technique], evidence: [...reason.evidence] })),
    from: telling.from.slice(0, 500),
    subject: telling.subject.slice(0, 500),
    arrivedAt,
    account: { kind: account.kind, masked: masked(account.address), house: menuHouseOf(account.address, account.host ?? undefined) },
  }
}
