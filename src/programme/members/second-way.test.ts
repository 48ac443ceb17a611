import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { generateSync } from 'otplib'
import { z } from 'zod'
import { daysMs, hoursMs } from '#kernel'
import { Authenticator } from '../../../test/support/authenticator.ts'
import { as, site, unlimited } from '../../../test/support/door.ts'
import { openWorld, programme, type World } from '../../../test/support/programme.ts'
import { acceptInvitation, invite } from './invitations.ts'
import { addPasskey, newPasskeyChallenge } from './passkeys.ts'
import { setRole } from './people.ts'
import { beginSession } from './sessions.ts'
import { appToConfirm, beginApp, confirmApp, removeApp } from './totp.ts'
import { visitorOf } from './visitor.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.storage.close())

async function joins(personId: string): Promise<string> {
  const made = await invite(world, world.analyst, { organisationId: world.organisationId, personId })
  const accepted = { token: made?.token ?? '', name: 'Somebody', language: 'en', consentVersion: '1' } as const
  return (await acceptInvitation(world, accepted)).token
}

const byMail = async (personId: string): Promise<string> =>
  (await world.storage.asTenant(programme, (tx) => beginSession(tx, world, { personId, method: 'mail-code' }))).token

/** From when the pages of their organisation ask for more; undefined when they do not. */
const from = async (token: string): Promise<number | undefined> => (await visitorOf(world, token))?.secondWayFrom?.getTime()

async function addApp(personId: string, session: string): Promise<string> {
  const { id } = await beginApp(world, as(personId), 'My phone')
  const secret = (await appToConfirm(world, site, as(personId), id))?.secret ?? ''
  const code = generateSync({ secret, epoch: Math.floor(world.clock.now().getTime() / 1000) })
  assert.equal(await confirmApp(world, unlimited, as(personId), { id, code, name: '', session }), true)
  return id
}

test('an administrator with a mailbox alone has a day from when they first took part, and owes nothing once there is more', async () => {
  world.later(daysMs(3))
  const { personId } = world.david
  const token = await joins(personId)
  assert.equal(await from(token), world.clock.now().getTime() + daysMs(1), 'counted from the day they came, not from the invitation')
  const due = await from(token)
  world.later(hoursMs(11))
  assert.equal(await from(token), due)
  const app = await addApp(personId, token)
  assert.equal(await from(token), undefined)
  await removeApp(world, as(personId), app, token)
  assert.equal(await from(token), due, 'the first day comes once')
})

test('a member owes nothing, and has no second first day when they become an administrator', async () => {
  const { personId } = world.marta
  const joined = world.clock.now().getTime()
  const token = await joins(personId)
  assert.equal(await from(token), undefined)
  world.later(daysMs(2))
  await setRole(world, world.analyst, { organisationId: world.organisationId, personId, role: 'administrator' })
  assert.equal(await from(await byMail(personId)), joined + daysMs(1))
})

test('with the first app or passkey, whoever else came in by the mailbox alone is out', async () => {
  const { personId } = world.marta
  const [own, thief] = [await byMail(personId), await byMail(personId)]
  const app = await addApp(personId, own)
  assert.ok(await visitorOf(world, own))
  assert.equal(await visitorOf(world, thief), undefined)
  await removeApp(world, as(personId), app, own)

  const again = await byMail(personId)
  const { challengeId, options } = await newPasskeyChallenge(world, site, as(personId))
  const challenge = z.object({ challenge: z.string() }).parse(options).challenge
  const response = new Authenticator().register({ origin: site.publicAddress, rpId: 'localhost', challenge })
  const renewed = await addPasskey(world, site, as(personId), { challengeId, response, name: 'Phone', session: own })
  assert.ok(await visitorOf(world, renewed?.token ?? ''))
  assert.equal(await visitorOf(world, again), undefined)
})
