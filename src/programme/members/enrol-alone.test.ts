import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hoursMs, minutesMs, type Who } from '#kernel'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { readAddress } from './address.ts'
import { aloneCodeToMail, enrolAlone, sendAloneCode } from './enrol-alone.ts'
import { home } from './home.ts'
import { invitation, invite } from './invitations.ts'
import { joinAsMe } from './join-as-me.ts'
import { digitsOf } from './mail-codes.ts'
import { listMembers } from './members-list.ts'
import { addPerson } from './people.ts'
import type { Limit } from './slow-down.ts'
import { visitorOf } from './visitor.ts'

let world: World
const free: Limit = { count: async () => 0 }
before(async () => {
  world = await openWorld()
})
after(() => world.storage.close())

const asked = (address: string, remote = '192.0.2.1') => ({ address, language: 'de' as const, remote })
const typed = (address: string, challenge: string, code: string) => ({
  ...asked(address),
  challenge,
  code,
  name: 'Nora Lind',
  consentVersion: '2026-1',
})

async function newestDigits(address: string): Promise<string> {
  return world.storage.asTenant(programme, async (tx) => {
    const { id } = await tx
      .selectFrom('alone_start')
      .select('id')
      .where('address_folded', '=', readAddress(address).folded)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    return (await aloneCodeToMail(tx, world, id))?.digits ?? ''
  })
}

async function alone(address: string): Promise<{ readonly who: Who; readonly personId: string }> {
  const { challenge } = await sendAloneCode(world, free, asked(address))
  const signedIn = await enrolAlone(world, free, typed(address, challenge, await newestDigits(address)))
  assert.equal(signedIn.kind, 'signed-in')
  const visitor = signedIn.kind === 'signed-in' ? await visitorOf(world, signedIn.session.token) : undefined
  const personId = visitor?.personId ?? ''
  return { who: { kind: 'person', personId }, personId }
}

const people = () => world.storage.asTenant(programme, (tx) => tx.selectFrom('person').select('id').execute())

test('nobody is written down before the digits came back, and then it is one person with one proven address', async () => {
  const before = (await people()).length
  const { challenge } = await sendAloneCode(world, free, asked('nora@home.example'))
  assert.equal((await people()).length, before)
  const digits = await newestDigits('nora@home.example')
  await assert.rejects(enrolAlone(world, free, typed('nora@home.example', challenge, '000000')), { code: 'wrong-code' })
  await assert.rejects(enrolAlone(world, free, typed('nora@home.example', 'another', digits)), { code: 'wrong-code' })
  const signedIn = await enrolAlone(world, free, typed('nora@home.example', challenge, digits))
  assert.equal(signedIn.kind, 'signed-in')
  assert.equal((await people()).length, before + 1)
  await assert.rejects(enrolAlone(world, free, typed('nora@home.example', challenge, digits)), { code: 'wrong-code' })
})

test('neither the desk nor an organisation sees that somebody takes part alone', async () => {
  const { personId } = await alone('hidden@home.example')
  const seen = await world.storage.asTenant(world.analyst, (tx) =>
    tx.selectFrom('person').select('id').where('id', '=', personId).execute(),
  )
  assert.deepEqual(seen, [])
  const accounts = await world.storage.asTenant(world.analyst, (tx) =>
    tx.selectFrom('account').select('id').where('person_id', '=', personId).execute(),
  )
  assert.deepEqual(accounts, [])
})

test('digits are good for ten minutes and for five tries, and one house cannot use up the share of another', async () => {
  const { challenge } = await sendAloneCode(world, free, asked('late@home.example'))
  const digits = await newestDigits('late@home.example')
  world.later(minutesMs(11))
  await assert.rejects(enrolAlone(world, free, typed('late@home.example', challenge, digits)), { code: 'wrong-code' })
  for (let count = 0; count < 8; count++) await sendAloneCode(world, free, asked('late@home.example', '198.51.100.9'))
  const mine = await sendAloneCode(world, free, asked('late@home.example', '203.0.113.5'))
  const right = await newestDigits('late@home.example')
  for (let count = 0; count < 4; count++)
    await assert.rejects(enrolAlone(world, free, typed('late@home.example', mine.challenge, '000000')), { code: 'wrong-code' })
  assert.equal((await enrolAlone(world, free, typed('late@home.example', mine.challenge, right))).kind, 'signed-in')
})

test('too many tries from one place are refused before anything is looked up', async () => {
  const full: Limit = { count: async () => 60 }
  await assert.rejects(sendAloneCode(world, full, asked('x@home.example')), { code: 'too-many-tries' })
})

test('an address that somebody here has proven gets the same answer, no second person, and its digits sign in', async () => {
  await provenAddress(world, world.marta.personId, 'marta@home.example')
  const before = (await people()).length
  const { challenge } = await sendAloneCode(world, free, asked('marta@home.example'))
  assert.equal(typeof challenge, 'string')
  await assert.rejects(enrolAlone(world, free, typed('marta@home.example', challenge, '000000')), { code: 'wrong-code' })
  const { id } = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('mail_code').select('id').where('person_id', '=', world.marta.personId).orderBy('id', 'desc').executeTakeFirstOrThrow(),
  )
  const signedIn = await enrolAlone(world, free, typed('marta@home.example', challenge, digitsOf(world.vault, id)))
  assert.equal(signedIn.kind === 'signed-in' && (await visitorOf(world, signedIn.session.token))?.personId, world.marta.personId)
  assert.equal((await people()).length, before)
})

test('alone, the first thing to do is to connect the mailbox, and the second another address for notices', async () => {
  const { who } = await alone('first@home.example')
  const { todo } = await home(world, who)
  assert.deepEqual(
    todo.slice(0, 2).map(({ kind }) => kind),
    ['connect-mailbox', 'add-personal-address'],
  )
})

test('whoever takes part alone joins an organisation later and stays one person; their own address stays unseen', async () => {
  const { who, personId } = await alone('sam@home.example')
  const { organisationId } = world
  const added = await addPerson(world, programme, organisationId, {
    name: 'Sam Hill',
    address: 'sam@ruiz.example',
    title: 'Press',
    role: 'member',
  })
  const made = await invite(world, programme, { organisationId, personId: added?.personId ?? '' })
  const token = made?.token ?? ''
  assert.deepEqual(await joinAsMe(world, who, { token, consentVersion: '2026-1' }), { organisationId })
  const list = await listMembers(world, programme, organisationId, { search: 'sam@', page: 1, waiting: false })
  assert.deepEqual(
    list?.rows.map((one) => [one.personId, one.name, one.workAddress, one.title, one.joined]),
    [[personId, 'Nora Lind', 'sam@ruiz.example', 'Press', true]],
  )
  assert.equal(JSON.stringify(list).includes('home.example'), false)
  assert.equal(await invitation(world, token), undefined)
  await assert.rejects(joinAsMe(world, who, { token, consentVersion: '2026-1' }), { code: 'link-not-good' })
  const { accounts } = await home(world, who)
  assert.deepEqual(accounts.map(({ address, kind }) => `${kind} ${address}`).sort(), ['personal sam@home.example', 'work sam@ruiz.example'])
})

test('a second link to the same organisation is refused and stays good for whom it was made', async () => {
  const { who } = await alone('kim@home.example')
  const { organisationId } = world
  const linkFor = async (address: string) => {
    const added = await addPerson(world, programme, organisationId, { name: 'Kim', address, title: '', role: 'member' })
    return (await invite(world, programme, { organisationId, personId: added?.personId ?? '' }))?.token ?? ''
  }
  await joinAsMe(world, who, { token: await linkFor('kim@ruiz.example'), consentVersion: '1' })
  const second = await linkFor('kim.two@ruiz.example')
  await assert.rejects(joinAsMe(world, who, { token: second, consentVersion: '1' }), { code: 'already-member' })
  assert.equal((await invitation(world, second))?.address, 'kim.two@ruiz.example')
})

test('an address that is enrolled as one’s own does not become the organisation’s by a link', async () => {
  const { who } = await alone('lee@ruiz.example')
  const { organisationId } = world
  const added = await addPerson(world, programme, organisationId, { name: 'Lee', address: 'lee@ruiz.example', title: '', role: 'member' })
  const made = await invite(world, programme, { organisationId, personId: added?.personId ?? '' })
  const token = made?.token ?? ''
  await assert.rejects(joinAsMe(world, who, { token, consentVersion: '1' }), { code: 'address-is-your-own' })
  assert.ok(await invitation(world, token))
})

test('a link that ran out joins nobody', async () => {
  const { who } = await alone('pat@home.example')
  const { organisationId } = world
  const added = await addPerson(world, programme, organisationId, { name: 'Pat', address: 'pat@ruiz.example', title: '', role: 'member' })
  const made = await invite(world, programme, { organisationId, personId: added?.personId ?? '' })
  world.later(hoursMs(73))
  await assert.rejects(joinAsMe(world, who, { token: made?.token ?? '', consentVersion: '1' }), { code: 'link-not-good' })
})
