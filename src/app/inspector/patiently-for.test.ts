import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { inspect, nobody } from '#mail'
import { fixtureMail } from '../../../test/support/mail-fixtures.ts'
import { patientlyFor } from './patiently-for.ts'

test('all questions of one mail together have an end, and quick answers stay what they are', async () => {
  const resolve = patientlyFor(100, async (domain) => {
    if (domain === 'slow.example') await pause(5000, undefined, { ref: false })
    return ['192.0.2.1']
  })
  assert.deepEqual(await resolve('quick.example', 'A'), ['192.0.2.1'])
  const beganAt = performance.now()
  await assert.rejects(resolve('slow.example', 'A'), { code: 'ETIMEOUT' })
  await assert.rejects(resolve('slow.example', 'TXT'), { code: 'ETIMEOUT' })
  assert.ok(performance.now() - beganAt < 1000)
})

test("a hostile mail is judged though its sender's name servers never answer", async () => {
  const silent = () => new Promise<never>(() => {})
  const context = { trustedAuthserv: [], circle: nobody, receivedFrom: { ip: '192.0.2.9', helo: 'x.example', mailFrom: 'a@x.example' } }
  const beganAt = performance.now()
  const { verdict } = await inspect(fixtureMail('hostile/device-code'), { ...context, resolve: patientlyFor(200, silent) })
  assert.equal(verdict, 'dangerous')
  assert.ok(performance.now() - beganAt < 2000)
})
