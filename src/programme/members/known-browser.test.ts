import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hoursMs } from '#kernel'
import { unlimited } from '../../../test/support/door.ts'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { markOfKnown, newKnownBrowser } from './known-browser.ts'
import { beginSession } from './sessions.ts'
import { sendSignInCode } from './sign-in-by-code.ts'

let world: World
const address = 'marta@home.example'
before(async () => {
  world = await openWorld()
  await provenAddress(world, world.marta.personId, address)
})
after(() => world.storage.close())

const signIn = (personId: string) => world.storage.asTenant(programme, (tx) => beginSession(tx, world, { personId, method: 'mail-code' }))

/** How many more letters are sent when digits are asked for so often. */
async function lettersOf(times: number, from: { readonly remote: string; readonly known?: string | undefined }): Promise<number> {
  const sent = async () => (await world.storage.asTenant(programme, (tx) => tx.selectFrom('mail_code').select('id').execute())).length
  const before = await sent()
  for (let time = 0; time < times; time += 1) await sendSignInCode(world, unlimited, { address, ...from })
  return (await sent()) - before
}

test('strangers who ask from everywhere keep nobody out who signs in where they did before', async () => {
  const { known } = await signIn(world.marta.personId)
  for (let house = 1; house <= 8; house += 1) await lettersOf(5, { remote: `198.51.100.${house}` })
  assert.equal(await lettersOf(1, { remote: '203.0.113.1' }), 0, 'fifteen an hour are all that strangers cause')
  assert.equal(await lettersOf(9, { remote: '203.0.113.1', known }), 5, 'and five are hers, wherever she is')
  assert.equal(await lettersOf(1, { remote: '203.0.113.2', known }), 0)
  world.later(hoursMs(1))
  assert.equal(await lettersOf(1, { remote: '203.0.113.2', known }), 1)
})

test('what another person’s browser is known by, or what somebody made up, is nothing', async () => {
  const { marta, david } = world
  const his = newKnownBrowser(world.vault, world.chance, david.personId)
  assert.ok(markOfKnown(world.vault, david.personId, his))
  for (const cookie of [his, '', '.', 'x.y', `${his}x`, his.replace(/.$/, '\u20ac'), his.split('.')[0]])
    assert.equal(markOfKnown(world.vault, marta.personId, cookie), undefined, cookie)
  world.later(hoursMs(2))
  for (let house = 1; house <= 3; house += 1) await lettersOf(5, { remote: `198.51.100.${house}` })
  assert.equal(await lettersOf(3, { remote: '203.0.113.9', known: his }), 0)
})
