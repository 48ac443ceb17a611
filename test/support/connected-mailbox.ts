/** A person with one account and its connected mailbox, straight into the database: for tests that begin after the pages. */

import type { ImapSettings } from '#imap'
import type { Clock } from '#kernel'
import type { Vault } from '#secrets'
import { type Storage, uuid } from '#storage'

export type ConnectedMailbox = { readonly personId: string; readonly accountId: string; readonly connectionId: string }

/** Makes the rows. `port` is a plain IMAP port of this machine. */
export async function connectMailbox(
  place: { readonly storage: Storage; readonly vault: Vault; readonly clock: Clock },
  box: { readonly user: string; readonly password: string; readonly port: number; readonly settings?: Partial<ImapSettings> },
): Promise<ConnectedMailbox> {
  const personId = uuid()
  const accountId = uuid()
  const at = place.clock.now()
  await place.storage.asTenant({ kind: 'programme' }, async (tx) => {
    await tx.insertInto('person').values({ id: personId, name: 'Ana Ruiz', created_at: at }).execute()
    await tx
      .insertInto('account')
      .values({ id: accountId, person_id: personId, kind: 'personal', address: box.user, address_folded: box.user, created_at: at })
      .execute()
  })
  const sealer = await place.vault.sealer({ kind: 'person', id: personId })
  const settings: ImapSettings = {
    host: '127.0.0.1',
    port: box.port,
    tls: 'none',
    user: box.user,
    how: 'password',
    trustedAuthserv: [],
    ...box.settings,
  }
  const connectionId = uuid()
  await place.storage.asTenant({ kind: 'programme' }, async (tx) => {
    await tx
      .insertInto('connection')
      .values({
        id: connectionId,
        account_id: accountId,
        person_id: personId,
        kind: 'imap',
        settings: JSON.stringify(settings),
        created_at: at,
      })
      .execute()
    const sealed = sealer.seal(box.password, `connection-secret/${connectionId}`)
    await tx.insertInto('connection_secret').values({ connection_id: connectionId, person_id: personId, sealed }).execute()
  })
  return { personId, accountId, connectionId }
}
