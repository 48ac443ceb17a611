import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { generateSync } from 'otplib'
import { daysMs, hoursMs, minutesMs, secondsMs, type Who } from '#kernel'
import { Authenticator } from '../../../test/support/authenticator.ts'
import { as, challengeOf, remote, rp, site, unlimited } from '../../../test/support/door.ts'
import { lettersAsked } from '../../../test/support/letters-asked.ts'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { confirmByCode, confirmByMail, confirmByPasskey, confirmChallenge, sendConfirmCode } from './confirm.ts'
import { digitsOf } from './mail-codes.ts'
import { addPasskey, newPasskeyChallenge } from './passkeys.ts'
import { endSessionsOf, removePerson } from './people.ts'
import { makeRecoveryCodes, recoveryCodes } from './recovery-codes.ts'
import { takeSecondStep } from './second-step.ts'
import { endMyOtherSessions, endSession, sessions } from './sessions-seen.ts'
import { type SignedIn, sendSignInCode, signInByCode } from './sign-in-by-code.ts'
import type { Limit } from './slow-down.ts'
import { apps, appToConfirm, beginApp, confirmApp, removeApp, renameApp } from './totp.ts'
import { visitorOf } from './visitor.ts'

let world: World
let marta: string
before(async () => {
  world = await openWorld()
  marta = world.marta.personId
  await provenAddress(world, marta, 'marta@home.example')
  await provenAddress(world, world.david.personId, 'david@home.example')
})
after(() => world.storage.close())

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0'

async function newestDigits(): Promise<string> {
  const row = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('mail_code').select('id').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow(),
  )
  return digitsOf(world.vault, row.id)
}

async function byMail(address = 'marta@home.example'): Promise<SignedIn> {
  world.later(minutesMs(21))
  const { challenge } = await sendSignInCode(world, unlimited, { address, remote })
  return signInByCode(world, unlimited, { address, code: await newestDigits(), challenge, remote, userAgent: firefox })
}

const stepOf = (answer: SignedIn): string => (answer.kind === 'second-step' ? answer.step.token : assert.fail('no second step'))
const tokenOf = (answer: SignedIn): string => (answer.kind === 'signed-in' ? answer.session.token : assert.fail('a second step'))
const second = (token: string, code: string) => takeSecondStep(world, unlimited, { token, code, remote, userAgent: firefox })
const codeNow = (secret: string): string => generateSync({ secret, epoch: Math.floor(world.clock.now().getTime() / 1000) })

/** A confirmed app; answers its secret. */
async function addApp(personId: string): Promise<{ readonly id: string; readonly secret: string }> {
  const { id } = await beginApp(world, as(personId), 'My phone')
  const secret = (await appToConfirm(world, site, as(personId), id))?.secret ?? ''
  assert.equal(await confirmApp(world, unlimited, as(personId), { id, code: codeNow(secret), name: '' }), true)
  return { id, secret }
}

async function addKey(personId: string, session?: string): Promise<{ readonly device: Authenticator; readonly token: string }> {
  const device = new Authenticator()
  const asked = await newPasskeyChallenge(world, site, as(personId))
  const response = device.register({ ...rp, challenge: challengeOf(asked.options) })
  const renewed = await addPasskey(world, site, as(personId), { challengeId: asked.challengeId, response, name: 'Phone', session })
  return { device, token: renewed?.token ?? '' }
}

/** What the person is told of by letter, oldest first. */
const told = async (): Promise<readonly (string | undefined)[]> => (await lettersAsked(world.storage)).map(({ news }) => news)

test('an app is a way in only after its first code, and its secret is then shown to nobody', async () => {
  const me = as(marta)
  const { id } = await beginApp(world, me, 'My phone')
  const waiting = await appToConfirm(world, site, me, id)
  assert.match(waiting?.address ?? '', /^otpauth:\/\/totp\/Bellwether:Marta%20Ruiz\?secret=[A-Z2-7]{32}&issuer=Bellwether$/)
  assert.deepEqual(await apps(world, me), [])
  assert.equal((await byMail()).kind, 'signed-in')
  assert.equal(await appToConfirm(world, site, as(world.david.personId), id), undefined)
  await assert.rejects(confirmApp(world, unlimited, me, { id, code: '000000', name: '' }), { code: 'wrong-app-code' })
  assert.equal(await confirmApp(world, unlimited, me, { id, code: codeNow(waiting?.secret ?? ''), name: '' }), true)
  assert.equal(await appToConfirm(world, site, me, id), undefined)
  assert.deepEqual(
    (await apps(world, me)).map(({ name }) => name),
    ['My phone'],
  )
  assert.equal(await renameApp(world, as(world.david.personId), id, 'Mine now'), false)
  assert.equal(await renameApp(world, me, id, 'Work phone'), true)
  assert.equal(await removeApp(world, as(world.david.personId), id), false)
  assert.equal(await removeApp(world, me, id), true)
  const stored = await world.storage.asTenant(programme, (tx) => tx.selectFrom('totp').selectAll().execute())
  assert.deepEqual(stored, [])
})

test('whoever has an app is not let in by the mailbox alone, and each code is taken once, a step early or late at most', async () => {
  const { id, secret } = await addApp(marta)
  world.later(secondsMs(60))
  const step = stepOf(await byMail())
  const code = codeNow(secret)
  const session = await second(step, `${code.slice(0, 3)} ${code.slice(3)}`)
  assert.equal((await visitorOf(world, session.token))?.personId, marta)
  await assert.rejects(second(step, code), { code: 'sign-in-again' })
  world.later(secondsMs(1))
  const { challenge } = await sendSignInCode(world, unlimited, { address: 'marta@home.example', remote })
  const again = stepOf(
    await signInByCode(world, unlimited, { address: 'marta@home.example', code: await newestDigits(), challenge, remote }),
  )
  await assert.rejects(second(again, code), { code: 'wrong-second-code' }, 'the same code a second time')
  const next = stepOf(await byMail())
  const late = codeNow(secret)
  world.later(secondsMs(90))
  await assert.rejects(second(next, late), { code: 'wrong-second-code' }, 'three steps late')
  const stored = await world.storage.asTenant(programme, (tx) => tx.selectFrom('totp').select('sealed').execute())
  assert.ok(!stored.some(({ sealed }) => sealed.includes(secret)), 'sealed')
  await removeApp(world, as(marta), id)
})

test('after five wrong codes the second step is over, and its person hears of it', async () => {
  const { id, secret } = await addApp(marta)
  const step = stepOf(await byMail())
  const before = (await told()).filter((news) => news === 'second-step-failed').length
  for (let tries = 0; tries < 5; tries += 1) await assert.rejects(second(step, '000000'), { code: 'wrong-second-code' })
  await assert.rejects(second(step, codeNow(secret)), { code: 'sign-in-again' })
  assert.equal((await told()).filter((news) => news === 'second-step-failed').length, before + 1)
  world.later(daysMs(1))
  for (let begun = 0; begun < 3; begun += 1) await assert.rejects(second(stepOf(await byMail()), '000000'), { code: 'wrong-second-code' })
  assert.equal((await told()).filter((news) => news === 'second-step-failed').length, before + 2, 'also when each try is begun anew')
  const late = stepOf(await byMail())
  world.later(minutesMs(11))
  await assert.rejects(second(late, codeNow(secret)), { code: 'sign-in-again' }, 'ten minutes')
  await removeApp(world, as(marta), id)
})

test('whoever holds the mailbox does not try an app’s codes all day, and a code on paper still opens', async () => {
  world.later(hoursMs(25))
  const { id, secret } = await addApp(marta)
  const [paper = ''] = await makeRecoveryCodes(world, as(marta))
  for (let round = 0; round < 6; round += 1) {
    const guessing = stepOf(await byMail())
    for (let tries = 0; tries < 5; tries += 1) await assert.rejects(second(guessing, '000000'), { code: 'wrong-second-code' })
  }
  const step = stepOf(await byMail())
  await assert.rejects(second(step, codeNow(secret)), { code: 'too-many-tries' })
  assert.ok(await second(step, paper))
  world.later(hoursMs(25))
  assert.ok(await second(stepOf(await byMail()), codeNow(secret)), 'a day later')
  await removeApp(world, as(marta), id)
})

test('ten recovery codes are shown once, kept as hashes, and each opens the door once and puts everybody else out', async () => {
  const me = as(marta)
  const codes = await makeRecoveryCodes(world, me)
  assert.equal(new Set(codes).size, 10)
  for (const code of codes) assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  const stored = await world.storage.asTenant(programme, (tx) => tx.selectFrom('recovery_code').selectAll().execute())
  const plain = codes.map((code) => code.replaceAll('-', ''))
  assert.ok(!stored.some(({ code_hash }) => plain.some((code) => code_hash.includes(code))))
  const [first = '', other = ''] = codes
  assert.equal((await byMail()).kind, 'signed-in', 'paper alone asks for nothing')
  await addKey(marta)
  const lost = await visitorOf(world, (await second(stepOf(await byMail()), first)).token)
  assert.equal(lost?.ways.recoveryCodes, 9)
  const step = stepOf(await byMail())
  await assert.rejects(second(step, first), { code: 'wrong-second-code' })
  const held = (await sessions(world, me)).length
  assert.ok(held >= 1)
  const session = await second(step, other.toLowerCase().replaceAll('-', ' '))
  assert.deepEqual(
    (await sessions(world, me)).map(({ method }) => method),
    ['recovery-code'],
    'everybody else is out',
  )
  assert.deepEqual((await recoveryCodes(world, me)).left, 8)
  assert.ok((await told()).includes('recovery-code-used'))
  const [fresh = ''] = await makeRecoveryCodes(world, me)
  const [, , third = ''] = codes
  await assert.rejects(second(stepOf(await byMail()), third), { code: 'wrong-second-code' }, 'a new set replaces the old one')
  assert.equal((await recoveryCodes(world, me)).left, 10)
  assert.ok(fresh && session)
})

test('a session is fresh for ten minutes; a proof makes it fresh under a new token, and the old one opens nothing', async () => {
  const { personId } = world.david
  const token = tokenOf(await byMail('david@home.example'))
  const who = { personId, session: token }
  assert.equal((await visitorOf(world, token))?.session.fresh, true)
  world.later(minutesMs(11))
  assert.equal((await visitorOf(world, token))?.session.fresh, false)
  const asked = await sendConfirmCode(world, { personId, remote })
  assert.equal(asked?.address, 'david@home.example')
  const challenge = asked?.challenge ?? ''
  await assert.rejects(confirmByMail(world, unlimited, who, { code: '000000', challenge }), { code: 'wrong-code' })
  const renewed = await confirmByMail(world, unlimited, who, { code: await newestDigits(), challenge })
  assert.equal(await visitorOf(world, token), undefined)
  assert.equal((await visitorOf(world, renewed.token))?.session.fresh, true)

  world.later(minutesMs(11))
  const { device, token: kept } = await addKey(personId, renewed.token)
  assert.equal(await sendConfirmCode(world, { personId, remote }), undefined, 'a mailbox proves less than a passkey')
  const ceremony = await confirmChallenge(world, site, as(personId))
  const response = device.signIn({ ...rp, challenge: challengeOf(ceremony.options) })
  const stranger = { personId: marta, session: 'x' }
  await assert.rejects(confirmByPasskey(world, site, stranger, { challengeId: ceremony.challengeId, response }), {
    code: 'passkey-not-known',
  })
  const answer = { challengeId: ceremony.challengeId, response }
  const third = await confirmByPasskey(world, site, { personId, session: kept }, answer)
  assert.equal((await visitorOf(world, third.token))?.session.fresh, true)

  const { secret } = await addApp(personId)
  world.later(minutesMs(11))
  await assert.rejects(confirmByCode(world, unlimited, { personId, session: third.token }, '000000'), { code: 'wrong-second-code' })
  const fourth = await confirmByCode(world, unlimited, { personId, session: third.token }, codeNow(secret))
  assert.equal((await visitorOf(world, fourth.token))?.session.fresh, true)
  const stopped: Limit = { count: async () => 30 }
  await assert.rejects(confirmByCode(world, stopped, { personId, session: fourth.token }, '000000'), { code: 'too-many-tries' })
})

test('each session is listed to its person in words, and ended by them alone', async () => {
  const me = as(marta)
  const [, code = ''] = await makeRecoveryCodes(world, me)
  const own = await second(stepOf(await byMail()), code)
  const [, , third = ''] = await makeRecoveryCodes(world, me)
  assert.ok(third)
  const [seen] = await sessions(world, me)
  assert.deepEqual([seen?.browser, seen?.system, seen?.method], ['Firefox', 'Windows', 'recovery-code'])
  assert.equal(await endSession(world, as(world.david.personId), seen?.id ?? ''), false)
  assert.equal(await endSession(world, me, seen?.id ?? ''), true)
  assert.equal(await visitorOf(world, own.token), undefined)
  assert.equal(await endSession(world, me, seen?.id ?? ''), false)
})

test('all others end at once, and whoever is removed from an organisation is signed out everywhere', async () => {
  const me = as(marta)
  const [one = '', two = ''] = await makeRecoveryCodes(world, me)
  const { secret } = await addApp(marta)
  const first = await second(stepOf(await byMail()), one)
  world.later(minutesMs(1))
  const own = await second(stepOf(await byMail()), codeNow(secret))
  assert.equal((await sessions(world, me)).length, 2)
  await endMyOtherSessions(world, me, own.token)
  assert.equal(await visitorOf(world, first.token), undefined)
  assert.ok(await visitorOf(world, own.token))
  const other: Who = { kind: 'administrator', personId: world.david.personId, organisationId: '00000000-0000-7000-8000-000000000001' }
  const { organisationId } = world
  assert.equal(await endSessionsOf(world, other, { organisationId, personId: marta }), false)
  assert.ok(await visitorOf(world, own.token))
  assert.equal(await endSessionsOf(world, world.analyst, { organisationId, personId: marta }), true)
  assert.equal(await visitorOf(world, own.token), undefined)
  const again = await second(stepOf(await byMail()), two)
  await removePerson(world, world.analyst, { organisationId: world.organisationId, personId: marta })
  assert.equal(await visitorOf(world, again.token), undefined)
})
