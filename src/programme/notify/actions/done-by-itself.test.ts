import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import { daysMs, hoursMs, type NoticeLevel } from '#kernel'
import { addPasskey, keepConnection, newPasskeyChallenge, somethingDoneTask } from '#members'
import { answerSelfCheck, checkSteps } from '#providers'
import { uuid } from '#storage'
import { Authenticator } from '../../../../test/support/authenticator.ts'
import { silent } from '../../../../test/support/database.ts'
import { as, site } from '../../../../test/support/door.ts'
import { incidentContent } from '../../../../test/support/notice-load.ts'
import { openWorld, programme, provenAddress, type World } from '../../../../test/support/programme.ts'
import { type SmtpSink, startSmtpSink, textOf } from '../../../../test/support/smtp-sink.ts'
import { openWaitingJobs, type WaitingJobs } from '../../../../test/support/waiting-jobs.ts'
import { mailChannel } from '../channels/mail.ts'
import { openCourier } from '../courier/courier.ts'
import type { NotifyDeps } from '../deps.ts'
import { noticeSeen } from '../notice-page.ts'
import { openPost, type Post } from '../post.ts'
import { openDkimKeys } from '../signing/dkim-key.ts'
import { writeNotices } from '../write-notice.ts'
import { closeByWhatWasDone, sayDone, takeBack } from './complete.ts'
import { openDeed } from './open-deed.ts'
import { remind } from './remind.ts'

let world: World
let sink: SmtpSink
let post: Post
let deps: NotifyDeps
let jobs: WaitingJobs
/** Marta's proven personal account. */
let home: string

before(async () => {
  world = await openWorld()
  sink = await startSmtpSink()
  post = openPost(await openDkimKeys(world))
  const relay = { host: '127.0.0.1', port: sink.port, tls: 'none', user: '', password: '' } as const
  const sender = { name: 'Bellwether', publicAddress: 'https://protect.example', fromAddress: 'notices@protect.example' }
  deps = { ...world, sender: async () => ({ ...sender, helpContact: '', intakeDomain: '', relay }) }
  jobs = await openWaitingJobs(world.storage.databaseOwnerUrl, world.clock.now, { [somethingDoneTask]: closeByWhatWasDone(deps) })
  home = await provenAddress(world, world.marta.personId, 'marta@home.example')
})
after(async () => {
  await jobs.close()
  post.close()
  await sink.stop()
  await world.storage.close()
})

const marta = () => as(world.marta.personId)

/** A notice about Marta's mailbox, as alerts would ask for it. */
async function tell(level: NoticeLevel = 'possible-access', subjectAccountId = world.marta.accountId): Promise<string> {
  const { personId } = world.marta
  const kind = subjectAccountId === home ? ('personal' as const) : ('work' as const)
  const content = { ...incidentContent(world.clock.now()), account: { kind, masked: 'm…a@ruiz.example' } }
  const sealer = await world.vault.sealer({ kind: 'person', id: personId })
  const decided = { personId, incidentId: null, organisationId: null, subjectAccountId, level, content }
  const [id] = await world.storage.asTenant(programme, (tx) =>
    writeNotices(tx, { ...world, messageDomain: 'protect.example' }, [{ sealer, decided }]),
  )
  return id ?? assert.fail('no notice was written')
}

/** What the worker does every few minutes: looks who is to be reminded, and delivers. */
async function deliver(): Promise<void> {
  await remind(deps)()
  const courier = openCourier({ ...deps, channels: [mailChannel({ post, sender: deps.sender })], rest: async () => undefined, log: silent })
  try {
    await courier.deliverDue()
  } finally {
    await courier.stop()
  }
}

const seen = async (id: string) => (await noticeSeen(deps, marta(), id)) ?? assert.fail('no such notice')
/** Letters that carry the code of a notice, oldest first. */
async function lettersOf(id: string): Promise<readonly string[]> {
  const { code } = await seen(id)
  const texts = (await sink.received()).map((one) => textOf(one).replace(/=\r\n/g, ''))
  return texts.filter((text) => text.includes(`${code.slice(0, 4)}-${code.slice(4)}`))
}
const isDone = async (id: string, action: string) => (await seen(id)).actions.find((one) => one.id === action)?.doneAt !== undefined
const say = async (id: string, action?: string) => assert.equal(await sayDone(deps, marta(), { noticeId: id, action }), true)

test('who has not done it is reminded after a day, of the same notice; who says it is done is not reminded after three', async () => {
  const id = await tell()
  await deliver()
  assert.equal((await lettersOf(id)).length, 1)
  world.later(hoursMs(23))
  await deliver()
  assert.equal((await lettersOf(id)).length, 1, 'nobody is reminded before a day is over')
  await say(id, 'end-sessions')
  world.later(hoursMs(2))
  await deliver()
  await deliver()
  const [, reminder = '', ...more] = await lettersOf(id)
  assert.deepEqual(more, [], 'one reminder, however often it is looked')
  assert.match(reminder, /reminder of our notice/)
  assert.match(reminder, /Change the password/)
  assert.doesNotMatch(reminder, /sign out everywhere/, 'what is done is not asked again')
  await say(id)
  world.later(daysMs(3))
  await deliver()
  assert.equal((await lettersOf(id)).length, 2)
  const { done, actions, read } = await seen(id)
  assert.ok(done && read && actions.every(({ doneAt }) => doneAt !== undefined))
})

test('who takes it back is asked again, and reminded when the next day for it has come', async () => {
  const id = await tell()
  await deliver()
  await say(id)
  world.later(hoursMs(25))
  await deliver()
  assert.equal(await takeBack(deps, marta(), { noticeId: id, action: 'change-password' }), true)
  assert.equal((await seen(id)).done, false)
  await deliver()
  assert.equal((await lettersOf(id)).length, 2)
  world.later(daysMs(30))
  await deliver()
  assert.equal((await lettersOf(id)).length, 2, 'after a week and its grace there is no further reminder')
})

test('below Possible access nobody is reminded: a month has two interruptions', async () => {
  const id = await tell('targeted')
  await deliver()
  const before = (await lettersOf(id)).length
  world.later(hoursMs(25))
  await deliver()
  assert.equal((await lettersOf(id)).length, before)
})

test('what still waits to be sent is not needed when all is done', async () => {
  const id = await tell()
  await say(id)
  const states = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('delivery').select('state').where('notice_id', '=', id).where('channel', '<>', 'home').execute(),
  )
  assert.deepEqual(
    states.map(({ state }) => state),
    ['not-needed'],
  )
})

test('a person says nothing of a notice of somebody else, and of no action that it does not ask', async () => {
  const id = await tell()
  assert.equal(await sayDone(deps, as(world.david.personId), { noticeId: id, action: undefined }), false)
  assert.equal(await takeBack(deps, as(world.david.personId), { noticeId: id, action: undefined }), false)
  assert.equal(await sayDone(deps, marta(), { noticeId: id, action: 'ask-them' }), false)
  assert.equal(await takeBack(deps, marta(), { noticeId: id, action: 'change-password' }), false, 'nothing was said')
  assert.equal((await seen(id)).done, false)
})

test('the first page asks for what helps most of the notice that was read, then for the next', async () => {
  const id = await tell('confirmed-access')
  await say(id, 'end-sessions')
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('notice').set({ read_at: world.clock.now() }).where('id', '=', id).execute(),
  )
  const deed = await openDeed(deps, marta())
  assert.deepEqual([deed?.noticeId, deed?.action.id], [id, 'add-passkey'])
  await say(id)
  assert.notEqual((await openDeed(deps, marta()))?.noticeId, id)
})

test('a look at the own account closes the action that asked for it, and no other', async () => {
  const { personId } = world.marta
  await world.storage.asTenant(programme, async (tx) => {
    const row = { id: uuid(), name: 'Phone', person_id: personId, created_at: world.clock.now(), confirmed_at: world.clock.now() }
    await tx
      .insertInto('totp')
      .values({ ...row, sealed: Buffer.from('x'), last_used_at: null })
      .execute()
  })
  const [id, other] = [await tell('confirmed-access', home), await tell()]
  for (const step of checkSteps.slice(1)) await answerSelfCheck(world, marta(), { accountId: home, step, answer: 'good' })
  await jobs.run({ twice: true })
  assert.equal(await isDone(id, 'look-through'), false)
  await answerSelfCheck(world, marta(), { accountId: home, step: 'activity', answer: 'good' })
  await jobs.run({ twice: true })
  assert.equal(await isDone(id, 'look-through'), true)
  assert.equal((await seen(id)).actions.find((one) => one.id === 'look-through')?.isSeen, true)
  assert.equal(await takeBack(deps, marta(), { noticeId: id, action: 'look-through' }), false, 'what we saw is not taken back')
  assert.equal((await seen(id)).done, false)
  assert.ok((await seen(other)).actions.every(({ doneAt }) => doneAt === undefined))
  await world.storage.asTenant(programme, (tx) => tx.deleteFrom('totp').where('person_id', '=', personId).execute())
})

test('a mailbox that opens with another password closes the wish for one; the same password, or one made for an app, does not', async () => {
  const connect = (secret: string, isAccountPassword: boolean) =>
    keepConnection(world, marta(), {
      ...{ accountId: world.marta.accountId, settings: { host: 'imap.ruiz.example', user: 'marta' }, secret, consentVersion: '1' },
      isAccountPassword,
    })
  await connect('before', true)
  const id = await tell()
  await connect('before', true)
  await connect('for an app', false)
  await jobs.run()
  assert.equal(await isDone(id, 'change-password'), false)
  await connect('after', true)
  await jobs.run({ twice: true })
  assert.equal(await isDone(id, 'change-password'), true)
})

test('a passkey that is added closes the action that asked for it by itself, and is asked of nobody who has one', async () => {
  const id = await tell()
  const { challengeId, options } = await newPasskeyChallenge(world, site, marta())
  const { challenge } = z.object({ challenge: z.string() }).parse(options)
  const response = new Authenticator().register({ origin: site.publicAddress, rpId: 'localhost', challenge })
  assert.equal(await isDone(id, 'add-passkey'), false)
  await addPasskey(world, site, marta(), { challengeId, response, name: 'Phone' })
  await jobs.run({ twice: true })
  assert.equal(await isDone(id, 'add-passkey'), true)
  assert.equal((await seen(id)).done, false, 'the others are open still')
  await say(id)
  assert.equal((await seen(id)).done, true)
  const later = await seen(await tell())
  assert.ok(later.actions.every((one) => one.id !== 'add-passkey'))
})
