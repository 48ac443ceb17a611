/**
 * A process that opens the storage in a data folder, adds a person, says on
 * standard output how many there are, and closes when its input ends. What
 * stands in its way it says as {"refused": code, "says": sentence}.
 */
import { once } from 'node:events'
import { isTrouble } from '#kernel'
import { openStorage, uuid } from '#storage'

const [, , dataDir = ''] = process.argv
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const say = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`)
try {
  const storage = await openStorage({ dataDir, log })
  const people = await storage.asTenant({ kind: 'programme' }, async (tx) => {
    await tx.insertInto('person').values({ id: uuid(), name: 'Ana Ruiz', created_at: new Date(), erased_at: null }).execute()
    return tx.selectFrom('person').select('id').execute()
  })
  say({ people: people.length })
  process.stdin.resume()
  await once(process.stdin, 'end')
  await storage.close()
} catch (cause) {
  if (!isTrouble(cause)) throw cause
  say({ refused: cause.code, says: cause.message })
}
