/**
 * An ingest process for tests that kill one: watches the mailboxes of a
 * database and writes the place of each message it hands on as a row of
 * `setting`, whose primary key takes none twice.
 *
 *   node watch-process.ts APP-URL OWNER-URL KEK-FILE
 */
import { watchMailboxes } from '#imap'
import { openVault } from '#secrets'
import { connectStorage } from '#storage'
import { silent } from './database.ts'

const [appUrl = '', ownerUrl = '', kekFile = ''] = process.argv.slice(2)
const clock = { now: () => new Date() }
const storage = connectStorage({ appUrl, ownerUrl, log: silent })
const vault = await openVault(storage, { file: kekFile })

watchMailboxes({
  storage,
  vault,
  clock,
  random: Math.random,
  log: silent,
  onNews: async (tx, _connection, refs) => {
    const rows = refs.map((ref) => ({ name: `${ref.connectionId}/${ref.folder}/${ref.uid}`, value: 'true', changed_at: clock.now() }))
    await tx.insertInto('setting').values(rows).execute()
  },
})
