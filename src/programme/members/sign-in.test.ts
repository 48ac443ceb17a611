import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hoursMs, minutesMs, type Who } from '#kernel'
import { Authenticator } from '../../../test/support/authenticator.ts'
import { as, challengeOf, remote, rp, site, unlimited } from '../../../test/support/door.ts'
import { lettersAsked } from '../../../test/support/letters-asked.ts'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { addPersonal, prove, removeAccount } from './accounts.ts'
import { firstLinkIsGood, makeFirstLink, takeFirstLink } from './first-link.ts'
import { acceptInvitation, invitation, invite } from './invitations.ts'
import { digitsOf } from './mail-codes.ts'
import { signInByPasskey, signInChallenge } from './passkey-sign-in.ts'
import { addPasskey, newPasskeyChallenge, passkeys, removePasskey } from './passkeys.ts'
import { addPerson } from './people.ts'
import { signOut } from './sessions.ts'
import { sendSignInCode, signInByCode } from './sign-in-by-code.ts'
import type { Limit } from './slow-down.ts'
import { visitorOf } from './visitor.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.storage.close())

/** Asks for digits as a browser's form does. */
const ask = (address: string, from = remote) => sendSignInCode(world, unlimited, { address, remote: from })
/** Brings digits back with what the form held. */
const enter = (address: string, code: string, challenge: string) => signInByCode(world, unlimited, { address, code, challenge, remote })
/** In at once, by the mailbox alone. */
async function signedIn(address: string): Promise<{ readonly token: string }> {
  const { challenge } = await ask(address)
  const answer = await enter(address, await newestDigits(), challenge)
  return answer.kind === 'signed-in' ? answer.session : assert.fail('a second step')
}

/** The newest mailed code, as its letter would make it. */
async function newestDigits(): Promise<string> {
  const row = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('mail_code').select('id').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow(),
  )
  return digitsOf(world.vault, row.id)
}
const codes = async (): Promise<number> => {
  const row = await world.storage.asTenant(programme, (tx) =>
    tx
      .selectFrom('mail_code')
      .select((c) => c.fn.countAll<string>().as('n'))
      .executeTakeFirstOrThrow(),
  )
  return Number(row.n)
}

test('the first link makes its holder the operator, works once, and a restart makes a new one until there is a passkey', async () => {
  const early = (await makeFirstLink(world)) ?? ''
  const token = (await makeFirstLink(world)) ?? ''
  assert.equal(await firstLinkIsGood(world, early), false)
  assert.equal(await firstLinkIsGood(world, token), true)
  const session = await takeFirstLink(world, { token, name: 'Olga', language: 'es' })
  assert.equal(await firstLinkIsGood(world, token), false)
  await assert.rejects(takeFirstLink(world, { token, name: 'Olga', language: 'es' }), { code: 'link-not-good' })
  const visitor = await visitorOf(world, session.token)
  assert.equal(visitor?.staff, 'operator')
  assert.equal(visitor?.language, 'es')

  const me = as(visitor?.personId ?? '')
  const device = new Authenticator()
  const asked = await newPasskeyChallenge(world, site, me)
  const renewed = await addPasskey(world, site, me, {
    challengeId: asked.challengeId,
    response: device.register({ ...rp, challenge: challengeOf(asked.options) }),
    name: 'Phone',
    session: session.token,
  })
  assert.equal((await visitorOf(world, renewed?.token ?? ''))?.ways.passkey, true)
  assert.equal(await makeFirstLink(world), undefined)

  const challenge = await signInChallenge(world, site, { limit: unlimited, remote })
  const answer = { challengeId: challenge.challengeId, response: device.signIn({ ...rp, challenge: challengeOf(challenge.options) }) }
  const again = await signInByPasskey(world, site, answer)
  assert.equal((await visitorOf(world, again.token))?.personId, visitor?.personId)
  await assert.rejects(signInByPasskey(world, site, answer), { code: 'passkey-not-known' })

  const [kept] = await passkeys(world, me)
  assert.equal(kept?.name, 'Phone')
  assert.equal(await removePasskey(world, as(world.marta.personId), kept?.id ?? ''), false)
})

test('a passkey answer for another site, or of a device nobody knows, opens nothing', async () => {
  const me = as(world.david.personId)
  const device = new Authenticator()
  const asked = await newPasskeyChallenge(world, site, me)
  const elsewhere = device.register({ origin: 'https://evil.example', rpId: 'localhost', challenge: challengeOf(asked.options) })
  await assert.rejects(addPasskey(world, site, me, { challengeId: asked.challengeId, response: elsewhere, name: '' }), {
    code: 'passkey-not-made',
  })
  const challenge = await signInChallenge(world, site, { limit: unlimited, remote })
  const response = device.signIn({ ...rp, challenge: challengeOf(challenge.options) })
  await assert.rejects(signInByPasskey(world, site, { challengeId: challenge.challengeId, response }), { code: 'passkey-not-known' })
  await assert.rejects(signInByPasskey(world, site, { challengeId: challenge.challengeId, response: { nonsense: true } }), {
    code: 'passkey-not-known',
  })
})

test('an invitation is for one person, works once within three days, and a newer one ends it', async () => {
  const { organisationId, marta } = world
  const first = await invite(world, world.analyst, { organisationId, personId: marta.personId })
  const second = await invite(world, world.analyst, { organisationId, personId: marta.personId })
  assert.equal(await invitation(world, first?.token ?? ''), undefined)
  assert.deepEqual(await invitation(world, second?.token ?? ''), {
    organisation: 'Ruiz for Mayor',
    invitedBy: 'Olga',
    personName: 'Marta Ruiz',
    address: 'marta@ruiz.example',
    language: 'en',
    phrase: second?.phrase,
  })
  const accepted = { token: second?.token ?? '', name: 'Marta Ruiz', language: 'en', consentVersion: '1' } as const
  const session = await acceptInvitation(world, accepted)
  assert.equal((await visitorOf(world, session.token))?.personId, marta.personId)
  await assert.rejects(acceptInvitation(world, accepted), { code: 'link-not-good' })

  const late = await invite(world, world.analyst, { organisationId, personId: world.david.personId })
  world.later(hoursMs(73))
  assert.equal(await invitation(world, late?.token ?? ''), undefined)
})

test('nobody gets a link for a person who has a way in of their own', async () => {
  const { organisationId, marta } = world
  await provenAddress(world, marta.personId, 'marta@home.example')
  const administrator: Who = { kind: 'administrator', personId: world.david.personId, organisationId }
  await assert.rejects(invite(world, administrator, { organisationId, personId: marta.personId }), { code: 'already-joined' })
})

test('an administrator of one organisation invites nobody of another', async () => {
  const stranger: Who = { kind: 'administrator', personId: world.david.personId, organisationId: '00000000-0000-7000-8000-000000000001' }
  assert.equal(await invite(world, stranger, { organisationId: world.organisationId, personId: world.david.personId }), undefined)
})

test('six digits to a proven address open the door once; an address nobody proved is answered the same', async () => {
  const { challenge } = await ask('Marta@HOME.example')
  const code = await newestDigits()
  const before = await codes()
  const nobody = await ask('nobody@home.example')
  await ask('david@ruiz.example')
  assert.equal(await codes(), before)
  assert.equal(nobody.challenge.length, challenge.length)
  const answer = await enter('marta@home.example', ` ${code.slice(0, 3)} ${code.slice(3)} `, challenge)
  assert.equal(answer.kind, 'signed-in')
  await assert.rejects(enter('marta@home.example', code, challenge), { code: 'wrong-code' })
  await assert.rejects(enter('nobody@home.example', code, nobody.challenge), { code: 'wrong-code' })
})

test('five wrong guesses use a code up, ten minutes end it, and five codes an hour from one place are enough', async () => {
  world.later(hoursMs(2))
  const { challenge } = await ask('marta@home.example')
  const code = await newestDigits()
  const wrong = code === '000000' ? '000001' : '000000'
  for (let tries = 0; tries < 5; tries += 1) await assert.rejects(enter('marta@home.example', wrong, challenge), { code: 'wrong-code' })
  await assert.rejects(enter('marta@home.example', code, challenge), { code: 'wrong-code' })
  const second = await ask('marta@home.example')
  const late = await newestDigits()
  world.later(minutesMs(11))
  await assert.rejects(enter('marta@home.example', late, second.challenge), { code: 'wrong-code' })
  for (let more = 0; more < 6; more += 1) await ask('marta@home.example')
  const before = await codes()
  await ask('marta@home.example')
  assert.equal(await codes(), before)
  const stopped: Limit = { count: async () => 30 }
  await assert.rejects(sendSignInCode(world, stopped, { address: 'marta@home.example', remote }), { code: 'too-many-tries' })
  await assert.rejects(signInChallenge(world, site, { limit: stopped, remote }), { code: 'too-many-tries' })
})

test('a stranger uses up neither somebody’s tries nor their codes of this hour', async () => {
  world.later(hoursMs(2))
  const { challenge } = await ask('marta@home.example')
  const code = await newestDigits()
  const stranger = await ask('marta@home.example', '198.51.100.7')
  for (let tries = 0; tries < 8; tries += 1) {
    await assert.rejects(enter('marta@home.example', '000000', stranger.challenge), { code: 'wrong-code' })
    await assert.rejects(enter('marta@home.example', '000000', ''), { code: 'wrong-code' })
  }
  await assert.rejects(
    enter('marta@home.example', code, stranger.challenge),
    { code: 'wrong-code' },
    'digits belong to the form that asked',
  )
  for (let more = 0; more < 8; more += 1) await ask('marta@home.example', '198.51.100.7')
  const again = await ask('marta@home.example')
  assert.equal((await enter('marta@home.example', code, challenge)).kind, 'signed-in')
  assert.equal((await enter('marta@home.example', await newestDigits(), again.challenge)).kind, 'signed-in')
})

test('a personal address is proved by the digits that were mailed to it, by its person', async () => {
  const me = as(world.david.personId)
  const { accountId } = await addPersonal(world, me, 'david@home.example')
  const code = await newestDigits()
  assert.equal(await prove(world, as(world.marta.personId), accountId, code), false)
  await assert.rejects(prove(world, me, accountId, code === '000000' ? '1' : '000000'), { code: 'wrong-code' })
  assert.equal(await prove(world, me, accountId, code), true)
  assert.ok(
    (await lettersAsked(world.storage)).some(({ news }) => news === 'address-added'),
    'they hear of it at their other addresses',
  )
  await assert.rejects(addPersonal(world, me, 'DAVID@home.example'), { code: 'address-already-yours' })
})

test('a session ends at sign-out, after twelve idle hours, and after seven days', async () => {
  const fresh = () => {
    world.later(hoursMs(2))
    return signedIn('marta@home.example')
  }
  const left = await fresh()
  await signOut(world, left.token)
  assert.equal(await visitorOf(world, left.token), undefined)
  const idle = await fresh()
  world.later(hoursMs(13))
  assert.equal(await visitorOf(world, idle.token), undefined)
  const busy = await fresh()
  for (let hours = 0; hours < 160; hours += 10) {
    world.later(hoursMs(10))
    assert.ok(await visitorOf(world, busy.token), `after ${hours + 10} hours`)
  }
  world.later(hoursMs(10))
  assert.equal(await visitorOf(world, busy.token), undefined)
})

test('an address that was named and not yet proved is the person’s: no new link lets anybody look at it', async () => {
  const { organisationId } = world
  const administrator: Who = { kind: 'administrator', personId: world.david.personId, organisationId }
  const nora = await addPerson(world, administrator, organisationId, {
    name: 'Nora',
    address: 'nora@ruiz.example',
    title: '',
    role: 'member',
  })
  const personId = nora?.personId ?? ''
  const early = await invite(world, administrator, { organisationId, personId })
  await addPersonal(world, as(personId), 'nora@secret-home.example')
  await assert.rejects(invite(world, administrator, { organisationId, personId }), { code: 'already-joined' })
  const stolen = { token: early?.token ?? '', name: 'Nora', language: 'en', consentVersion: '1' } as const
  await assert.rejects(acceptInvitation(world, stolen), { code: 'link-not-good' })
})

test('a first link that was printed before the operator had a passkey opens nothing afterwards', async () => {
  const fresh = await openWorld()
  try {
    const token = (await makeFirstLink(fresh)) ?? ''
    const session = await takeFirstLink(fresh, { token, name: 'Olga', language: 'en' })
    const left = (await makeFirstLink(fresh)) ?? ''
    const me = as((await visitorOf(fresh, session.token))?.personId ?? '')
    const device = new Authenticator()
    const asked = await newPasskeyChallenge(fresh, site, me)
    const response = device.register({ ...rp, challenge: challengeOf(asked.options) })
    await addPasskey(fresh, site, me, { challengeId: asked.challengeId, response, name: 'Phone' })
    assert.equal(await firstLinkIsGood(fresh, left), false)
    await assert.rejects(takeFirstLink(fresh, { token: left, name: 'Mallory', language: 'en' }), { code: 'link-not-good' })
  } finally {
    await fresh.storage.close()
  }
})

test('a stranger’s mailbox is not filled by naming, removing and naming it again', async () => {
  world.later(hoursMs(2))
  const me = as(world.david.personId)
  const before = await codes()
  const again = async () => removeAccount(world, me, (await addPersonal(world, me, 'stranger@elsewhere.example')).accountId)
  for (let tries = 0; tries < 10; tries += 1) await again()
  await assert.rejects(again(), { code: 'too-many-tries' })
  assert.equal(await codes(), before + 10)
})

test('a passkey answer with a challenge that is no id is refused like any other', async () => {
  const response = new Authenticator()
  const challenge = await signInChallenge(world, site, { limit: unlimited, remote })
  const answer = response.signIn({ ...rp, challenge: challengeOf(challenge.options) })
  await assert.rejects(signInByPasskey(world, site, { challengeId: "x' or 1=1", response: answer }), { code: 'passkey-not-known' })
})

test('removing a passkey ends the sessions of whoever held it, and not the one that removes it', async () => {
  const me = as(world.marta.personId)
  const device = new Authenticator()
  const asked = await newPasskeyChallenge(world, site, me)
  const response = device.register({ ...rp, challenge: challengeOf(asked.options) })
  await addPasskey(world, site, me, { challengeId: asked.challengeId, response, name: 'Lost phone' })
  const challenge = await signInChallenge(world, site, { limit: unlimited, remote })
  const answer = { challengeId: challenge.challengeId, response: device.signIn({ ...rp, challenge: challengeOf(challenge.options) }) }
  const thief = await signInByPasskey(world, site, answer)
  const other = await signInChallenge(world, site, { limit: unlimited, remote })
  const again = { challengeId: other.challengeId, response: device.signIn({ ...rp, challenge: challengeOf(other.options) }) }
  const own = await signInByPasskey(world, site, again)
  assert.equal((await visitorOf(world, thief.token))?.personId, world.marta.personId)
  const kept = (await passkeys(world, me)).find(({ name }) => name === 'Lost phone')
  assert.equal(await removePasskey(world, me, kept?.id ?? '', own.token), true)
  assert.equal(await visitorOf(world, thief.token), undefined)
  assert.equal((await visitorOf(world, own.token))?.personId, world.marta.personId)
})
