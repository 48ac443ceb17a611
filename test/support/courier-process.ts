/**
 * A process that does nothing but deliver: the jobs of the notify room and its
 * courier, on a database that somebody else filled. Made to be
 * killed.
 *
 *   node courier-process.ts DATA_DIR
 *
 * Says `{ "ready": true }` to its parent once it delivers. The database is
 * named in the environment, as for the product.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { createAsker, openConnections } from '#fetch'
import { runJobs } from '#jobs'
import { mailChannel, notifyHandlers, openCourier, openDkimKeys, openPost, openVapidKey } from '#notify'
import { notifyDepsOf } from '../../src/app/wire.ts'
import { pushChannel } from '../../src/programme/notify/channels/push.ts'
import { webhookChannel } from '../../src/programme/notify/channels/webhook.ts'
import { pushOrigin } from './fakes/push-service.ts'
import { openHouseFor } from './seed.ts'

const [, , dataDir = ''] = process.argv
const complain = (facts: object, says: string) => void process.stderr.write(`${JSON.stringify(facts)} ${says}\n`)
const log = { info: () => undefined, warn: () => undefined, error: complain }
const given = Object.fromEntries(['DATABASE_URL', 'DATABASE_OWNER_URL'].map((name) => [name, process.env[name] ?? '']))

async function openPatiently() {
  for (let tries = 0; ; tries += 1) {
    try {
      return await openHouseFor(dataDir, given, { beside: true })
    } catch (cause) {
      // A start may find the database away, as the product's may.
      if (tries > 200) throw cause
      await pause(100)
    }
  }
}

const house = await openPatiently()
const { storage, clock } = house
const notify = notifyDepsOf(house)
const post = openPost(await openDkimKeys(house))
// Loopback is nobody's address in the product; here the receiver stands on it.
const askTyped = createAsker({ lookUp: async () => ['127.0.0.1'], mayDial: () => true, connections: openConnections(64) })
const vapid = openVapidKey(house)
const pushes = pushChannel({
  ...{ clock, vapid: () => vapid, sender: notify.sender },
  // Browsers name their push service with https; the receiver stands there in its place, without TLS.
  askTyped: (url, question) => askTyped(url.replace(pushOrigin, process.env['BELLWETHER_PUSH_SINK'] ?? pushOrigin), question),
})
const channels = [mailChannel({ post, sender: notify.sender }), webhookChannel({ vault: house.vault, clock, askTyped }), pushes]
const courier = openCourier({ ...notify, channels, rest: async (ms) => void (await pause(ms)), log })
await runJobs({
  storage,
  clock,
  log,
  concurrency: 4,
  handlers: notifyHandlers({ ...notify, post, courier, channels }),
  onGaveUp: () => undefined,
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
