import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { freePort } from '../../../test/support/free-port.ts'
import { openWorld, type World } from '../../../test/support/programme.ts'
import { openSettings } from '../settings/settings.ts'
import { personDeskOf } from './person.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.storage.close())

test('a person who tries servers one after another is stopped, and nobody else with them', async () => {
  const settings = await openSettings({ ...world, fixed: {}, localAddress: 'http://localhost:1' })
  const notify = { ...world, sender: () => Promise.reject(new Error('nobody is told')) }
  const desk = personDeskOf({ ...world, members: world, settings }, notify)
  const port = await freePort()
  const tryAs = ({ personId, accountId }: World['marta']) =>
    desk.connect(
      { kind: 'person', personId },
      { accountId, settings: { host: '127.0.0.1', port, tls: 'none', user: 'ana' }, password: 'x', consentVersion: '1', reads: 'all' },
    )
  for (let tries = 0; tries < 5; tries += 1) await assert.rejects(tryAs(world.marta), { code: 'no-imap-here' })
  await assert.rejects(tryAs(world.marta), { kind: 'refusal', code: 'too-many-mailbox-tries' })
  await assert.rejects(tryAs(world.david), { code: 'no-imap-here' })
})
