import assert from 'node:assert/strict'
import { createPublicKey, sign, verify } from 'node:crypto'
import { after, before, test } from 'node:test'
import { openWorld, programme, type World } from '../../../../test/support/programme.ts'
import { openVapidKey } from './vapid-key.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.storage.close())

test('push services know us again: the key is made once, whoever asks first, and its private half is never kept open', async () => {
  const [first, second] = await Promise.all([openVapidKey(world), openVapidKey(world)])
  const third = await openVapidKey(world)
  assert.deepEqual([second.publicKey, third.publicKey], [first.publicKey, first.publicKey])
  assert.equal(Buffer.from(first.publicKey, 'base64url').length, 65)
  const row = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('setting').select('value').where('name', '=', 'vapid').executeTakeFirstOrThrow(),
  )
  const { d = '' } = first.privateKey.export({ format: 'jwk' })
  assert.ok(!JSON.stringify(row.value).includes(d) && !JSON.stringify(row.value).includes('PRIVATE'))
})

test('what the private half signs, the public half that browsers are given knows', async () => {
  const { publicKey, privateKey } = await openVapidKey(world)
  const point = Buffer.from(publicKey, 'base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') }
  const signature = sign('sha256', Buffer.from('token'), privateKey)
  assert.ok(verify('sha256', Buffer.from('token'), createPublicKey({ key: jwk, format: 'jwk' }), signature))
})
