import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isTrouble, secondsMs } from '#kernel'
import { openWorld, programme, type World } from '../../../../test/support/programme.ts'
import { openChannelSettings } from './settings.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(async () => world.storage.close())

const kannel = {
  ...{ gateway: 'kannel', url: 'http://127.0.0.1:13013/cgi-bin/sendsms', user: 'bellwether', password: 'kannel-secret' },
  ...{ sender: 'Bellwether', replySecret: null },
} as const

test('nothing is set up until somebody does, and what they save is read back by every process within seconds', async () => {
  const [here, there] = [openChannelSettings(world), openChannelSettings(world)]
  assert.deepEqual(await there.read(), { sms: null, voice: null, signal: null, matrix: null })
  const wanted = { sms: kannel, signal: { url: 'http://127.0.0.1:8080', account: '+15555550100' } }
  assert.deepEqual(await here.save(world.analyst, wanted), { ...wanted, voice: null, matrix: null })
  assert.deepEqual((await here.read()).sms, kannel)
  world.later(secondsMs(6))
  assert.deepEqual((await there.read()).sms, kannel)
})

test('what is secret lies sealed, and the record says only what was changed', async () => {
  await openChannelSettings(world).save(world.analyst, { sms: { ...kannel, password: 'another-secret' } })
  const { row, entries } = await world.storage.asTenant(programme, async (tx) => ({
    row: await tx.selectFrom('setting').selectAll().where('name', '=', 'channels').executeTakeFirstOrThrow(),
    entries: await tx.selectFrom('audit_entry').selectAll().where('action', '=', 'channels.change').execute(),
  }))
  assert.deepEqual(Object.keys(Object(row.value)), ['sealed'])
  assert.doesNotMatch(JSON.stringify([row, entries]), /secret|13013/)
  assert.deepEqual(entries.at(-1)?.details, { changed: ['sms', 'signal'] })
})

test('a setting that could not work is refused with the name of its field', async () => {
  const store = openChannelSettings(world)
  for (const [proposed, field] of [
    [{ sms: { ...kannel, url: 'file:///etc/passwd' } }, 'sms.url'],
    [{ sms: { ...kannel, url: 'http://user:pass@127.0.0.1/' } }, 'sms.url'],
    [{ sms: { ...kannel, sender: 'more than eleven' } }, 'sms.sender'],
    [{ sms: { ...kannel, password: 'two\r\nlines' } }, 'sms.password'],
    [{ sms: { gateway: 'pigeon' } }, 'sms.gateway'],
    [{ voice: { accountSid: 'AC1', authToken: 'x', from: '5550100' } }, 'voice.from'],
    [{ signal: { url: 'http://127.0.0.1:8080', account: 'x' } }, 'signal.account'],
  ] as const)
    await assert.rejects(store.save(world.analyst, proposed), (thrown) => isTrouble(thrown, 'refusal') && thrown.message.startsWith(field))
})
