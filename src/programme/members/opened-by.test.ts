import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { generateSync } from 'otplib'
import { minutesMs } from '#kernel'
import { Authenticator } from '../../../test/support/authenticator.ts'
import { as, challengeOf, remote, rp, site, unlimited } from '../../../test/support/door.ts'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { withPasskey } from '../../../test/support/with-passkey.ts'
import { confirmByCode, confirmByPasskey, confirmChallenge } from './confirm.ts'
import { makeFirstLink, takeFirstLink } from './first-link.ts'
import { digitsOf } from './mail-codes.ts'
import { signInByPasskey, signInChallenge } from './passkey-sign-in.ts'
import { addPasskey, newPasskeyChallenge, removePasskey } from './passkeys.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'
import { takeSecondStep } from './second-step.ts'
import { beginSession } from './sessions.ts'
import { type SignedIn, sendSignInCode, signInByCode } from './sign-in-by-code.ts'
import { appToConfirm, beginApp, confirmApp } from './totp.ts'
import { visitorOf } from './visitor.ts'

let world: World
let marta: string
before(async () => {
  world = await openWorld()
  marta = world.marta.personId
  await provenAddress(world, marta, 'marta@home.example')
})
after(() => world.storage.close())

async function byMail(): Promise<SignedIn> {
  world.later(minutesMs(5))
  const address = 'marta@home.example'
  const { challenge } = await sendSignInCode(world, unlimited, { address, remote })
  const { id } = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('mail_code').select('id').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow(),
  )
  return signInByCode(world, unlimited, { address, code: digitsOf(world.vault, id), challenge, remote })
}

/** Whether a session is strong; undefined when it opens nothing. */
const strong = async (token: string): Promise<boolean | undefined> => (await visitorOf(world, token))?.session.strong

/** Adds a passkey within a session; the device, and the session's new token. */
async function addKey(personId: string, session: string): Promise<{ readonly device: Authenticator; readonly token: string }> {
  const device = new Authenticator()
  const { challengeId, options } = await newPasskeyChallenge(world, site, as(personId))
  const response = device.register({ ...rp, challenge: challengeOf(options) })
  const renewed = await addPasskey(world, site, as(personId), { challengeId, response, name: 'Phone', session })
  return { device, token: renewed?.token ?? assert.fail('the session ended') }
}

async function confirmWith(device: Authenticator, session: string): Promise<string> {
  const { challengeId, options } = await confirmChallenge(world, site, as(marta))
  const response = device.signIn({ ...rp, challenge: challengeOf(options) })
  return (await confirmByPasskey(world, site, { personId: marta, session }, { challengeId, response })).token
}

test('a session that a mailbox, an app or a code on paper opened is not strong, a passkey makes it so, and only while it is there', async () => {
  const first = await byMail()
  const mailed = first.kind === 'signed-in' ? first.session.token : assert.fail('a second step')
  assert.equal(await strong(mailed), false)
  const { id } = await beginApp(world, as(marta), 'My phone')
  const secret = (await appToConfirm(world, site, as(marta), id))?.secret ?? ''
  const codeNow = () => generateSync({ secret, epoch: Math.floor(world.clock.now().getTime() / 1000) })
  await confirmApp(world, unlimited, as(marta), { id, code: codeNow(), name: '' })
  const [paper = '', other = ''] = await makeRecoveryCodes(world, as(marta))
  for (const code of [codeNow, () => paper]) {
    const step = await byMail()
    const token = step.kind === 'second-step' ? step.step.token : assert.fail('no second step')
    const session = await takeSecondStep(world, unlimited, { token, code: code(), remote })
    assert.equal(await strong(session.token), false)
  }
  const step = await byMail()
  const stepToken = step.kind === 'second-step' ? step.step.token : ''
  const { token } = await takeSecondStep(world, unlimited, { token: stepToken, code: codeNow(), remote })

  const { device, token: added } = await addKey(marta, token)
  assert.equal(await strong(token), undefined, 'under a new token')
  assert.equal(await strong(added), true)
  world.later(minutesMs(5))
  const proved = await confirmByCode(world, unlimited, { personId: marta, session: added }, codeNow())
  assert.equal(await strong(proved.token), true, 'a weaker proof takes nothing away')

  const ceremony = await signInChallenge(world, site, { limit: unlimited, remote })
  const response = device.signIn({ ...rp, challenge: challengeOf(ceremony.options) })
  const opened = await signInByPasskey(world, site, { challengeId: ceremony.challengeId, response })
  assert.equal(await strong(opened.token), true)
  assert.equal(await removePasskey(world, as(marta), device.id, opened.token), true)
  assert.equal(await strong(opened.token), false, 'at once')
  assert.equal(await strong(proved.token), undefined, 'everybody else is out')

  const weak = await confirmByCode(world, unlimited, { personId: marta, session: opened.token }, other)
  assert.equal(await strong(weak.token), false)
  await withPasskey(world, world.david.personId)
  assert.equal(await strong(weak.token), false, 'somebody else’s is nothing')
})

test('a session that came in otherwise is stepped up by the passkey that its person has, and falls with that one alone', async () => {
  const weak = await world.storage.asTenant(programme, (tx) => beginSession(tx, world, { personId: marta, method: 'two-people' }))
  const one = await addKey(marta, weak.token)
  const two = await addKey(marta, one.token)
  const up = await confirmWith(one.device, two.token)
  assert.equal(await removePasskey(world, as(marta), two.device.id, up), true)
  assert.equal(await strong(up), true)
  assert.equal(await removePasskey(world, as(marta), one.device.id, up), true)
  assert.equal(await strong(up), false)
})

test('a session that is carried off into another browser proves nothing there, until its person proves it anew', async () => {
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0'
  const newer = firefox.replaceAll('142', '143')
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36'
  const begun = await world.storage.asTenant(programme, (tx) =>
    beginSession(tx, world, { personId: marta, method: 'two-people', userAgent: firefox }),
  )
  const { device, token } = await addKey(marta, begun.token)
  const seen = async (session: string, userAgent: string) => {
    const visitor = await visitorOf(world, session, { userAgent })
    return [visitor?.session.fresh, visitor?.session.strong]
  }
  assert.deepEqual(await seen(token, firefox), [true, true])
  assert.deepEqual(await seen(token, newer), [true, true])
  assert.deepEqual(await seen(token, chrome), [false, false])
  assert.deepEqual(await seen(token, ''), [false, false])
  const { challengeId, options } = await confirmChallenge(world, site, as(marta))
  const response = device.signIn({ ...rp, challenge: challengeOf(options) })
  const moved = await confirmByPasskey(world, site, { personId: marta, session: token, userAgent: chrome }, { challengeId, response })
  assert.deepEqual(await seen(moved.token, chrome), [true, true])
  assert.deepEqual(await seen(moved.token, firefox), [false, false])
})

test('the first link opens no desk by itself: the first passkey does', async () => {
  const token = (await makeFirstLink(world)) ?? assert.fail('no link')
  const session = await takeFirstLink(world, { token, name: 'Olga', language: 'en' })
  const visitor = await visitorOf(world, session.token)
  assert.deepEqual([visitor?.staff, visitor?.session.strong], ['operator', false])
  assert.equal(await strong((await addKey(visitor?.personId ?? '', session.token)).token), true)
})
