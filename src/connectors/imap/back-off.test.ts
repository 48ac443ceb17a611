import assert from 'node:assert/strict'
import { test } from 'node:test'
import { backOffMs } from './back-off.ts'
import { imapTrouble } from './refusals.ts'

const where = { host: 'mail.ruiz.example', port: 993 }

test('a server that was cut off is asked again within a second, one that stays away ever more seldom', () => {
  const cut = imapTrouble('server-unavailable', where)
  assert.ok(backOffMs(cut, 1, () => 0.999) <= 1000)
  assert.ok(backOffMs(cut, 3, () => 0) >= 2000)
  assert.equal(
    backOffMs(cut, 500, () => 1),
    300_000,
  )
})

test('a server that refused a password is not asked again for a quarter of an hour', () => {
  const refused = imapTrouble('wrong-password', where)
  assert.ok(backOffMs(refused, 1, () => 0) >= 13 * 60_000)
})

test('a crowded server gets half a minute to empty', () => {
  assert.ok(backOffMs(imapTrouble('too-many-connections', where), 1, () => 0) >= 15_000)
})
