import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { queue, receive, receiveReport } from '#alerts'
import { beginApplication, sendComeBackCode } from '#applications'
import { hoursMs, minutesMs, type Who } from '#kernel'
import { acceptInvitation, digitsOf, giveConsent, hashOfToken, invite, sendSignInCode } from '#members'
import { uuid } from '#storage'
import { addEndpoint } from '#webhooks'
import { silent } from '../../../test/support/database.ts'
import { freePort } from '../../../test/support/free-port.ts'
import { connectedMailbox, harmless, hostile, openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { type Received, type SmtpSink, startSmtpSink, textOf } from '../../../test/support/smtp-sink.ts'
import { mailChannel } from './channels/mail.ts'
import { openCourier } from './courier/courier.ts'
import type { NotifyDeps } from './deps.ts'
import { notifyHandlers } from './handlers.ts'
import { noticeSeen } from './notice-page.ts'
import { openPost, type Post } from './post.ts'
import { openDkimKeys } from './signing/dkim-key.ts'
import { openTeller } from './teller.ts'
import { verifyRelay } from './verify-relay.ts'

let world: World
let sink: SmtpSink
let post: Post
let deps: NotifyDeps
let handle: (task: string, payload: unknown) => Promise<void>

before(async () => {
  world = await openWorld()
  sink = await startSmtpSink()
  post = openPost(await openDkimKeys(world))
  const relay = { host: '127.0.0.1', port: sink.port, tls: 'none', user: '', password: '' } as const
  const sender = {
    name: 'Bellwether',
    publicAddress: 'http://localhost:8080/',
    fromAddress: 'notices@protect.example',
    helpContact: '',
    intakeDomain: '',
    relay,
  }
  deps = { ...world, sender: async () => sender }
  const handlers = notifyHandlers({ ...deps, post, channels: [], courier: { wake: () => undefined } })
  handle = async (task, payload) => {
    const handler = handlers[task]
    assert.ok(handler, task)
    await handler(payload)
  }
})
after(async () => {
  post.close()
  await sink.stop()
  await world.storage.close()
})

const lettersTo = async (address: string) => (await sink.received()).filter(({ to }) => to.includes(address))
/** The letter's text with the soft line breaks of quoted-printable taken out. */
const read = (letter: Received): string => textOf(letter).replace(/=\r\n/g, '')

test('an invitation is mailed to the work address, and its link works', async () => {
  const { organisationId, marta } = world
  await invite(world, world.analyst, { organisationId, personId: marta.personId, byMail: true })
  const { id } = await world.storage.asTenant(programme, (tx) => tx.selectFrom('invitation').select('id').executeTakeFirstOrThrow())
  await handle('send-letter', { letter: 'invitation', invitationId: id })
  const [letter] = await lettersTo('marta@ruiz.example')
  assert.ok(letter)
  const token = /http:\/\/localhost:8080\/join\/([A-Za-z0-9_-]{43})/.exec(read(letter))?.[1] ?? ''
  await acceptInvitation(world, { token, name: 'Marta Ruiz', language: 'es', consentVersion: '1' })
  await handle('send-letter', { letter: 'invitation', invitationId: id })
  assert.equal((await lettersTo('marta@ruiz.example')).length, 1)
})

test('a sign-in code arrives in the language of its person, and not after its time', async () => {
  await provenAddress(world, world.marta.personId, 'marta@home.example')
  const limit = { count: async () => 0 }
  await sendSignInCode(world, limit, { address: 'marta@home.example', remote: '203.0.113.1' })
  const { id } = await world.storage.asTenant(programme, (tx) => tx.selectFrom('mail_code').select('id').executeTakeFirstOrThrow())
  await handle('send-letter', { letter: 'sign-in-code', mailCodeId: id })
  const [letter] = await lettersTo('marta@home.example')
  assert.ok(letter)
  const digits = digitsOf(world.vault, id)
  assert.match(read(letter), new RegExp(`${digits.slice(0, 3)} ${digits.slice(3)}`))
  assert.match(read(letter), /No se lo diga a nadie/)
  world.later(hoursMs(1))
  await handle('send-letter', { letter: 'sign-in-code', mailCodeId: id })
  assert.equal((await lettersTo('marta@home.example')).length, 1)
})

test('digits that open an application again arrive at its contact, and not after their time', async () => {
  const { token } = await beginApplication(world, 'de')
  const now = world.clock.now()
  const answers = { facts: {}, name: '', domain: '', contact: { name: 'Lee', address: 'lee@harbour.example' } }
  await world.storage.asTenant(programme, (tx) =>
    tx
      .updateTable('application')
      .set({ answers: JSON.stringify(answers), contact_folded: 'lee@harbour.example', contact_proven_at: now })
      .where('token_hash', '=', hashOfToken(token))
      .execute(),
  )
  await sendComeBackCode(world, { count: async () => 0 }, { address: 'lee@harbour.example', remote: '203.0.113.1' })
  const { id } = await world.storage.asTenant(programme, (tx) => tx.selectFrom('come_back_code').select('id').executeTakeFirstOrThrow())
  const letter = { letter: 'come-back-code', comeBackCodeId: id }
  await handle('send-letter', letter)
  const [mailed, ...others] = await lettersTo('lee@harbour.example')
  assert.ok(mailed)
  assert.match(read(mailed), /\d{3} \d{3}/)
  assert.equal(others.length, 0)
  world.later(minutesMs(10))
  await handle('send-letter', letter)
  assert.equal((await lettersTo('lee@harbour.example')).length, 1)
})

test('a reporter is answered with the verdict', async () => {
  await handle('answer-report', { accountId: world.david.accountId, verdict: 'dangerous', reportId: uuid() })
  const [letter] = await lettersTo('david@ruiz.example')
  assert.ok(letter)
  assert.match(read(letter), /Dangerous: the mail you sent us tries to trick you/)
})

/** What the job that answers a report was given. */
async function answerAsked(): Promise<unknown> {
  const owner = new pg.Client({ connectionString: world.storage.databaseOwnerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ payload: unknown }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'answer-report'`,
  )
  await owner.end()
  assert.equal(rows.length, 1)
  return rows[0]?.payload
}

test('a reporter is told why, from the sealed evidence; the job itself carries nothing of the mail', async () => {
  const reached = { ...world.david, organisationId: world.organisationId }
  const spoolId = uuid()
  await world.storage.asTenant(programme, (tx) =>
    tx
      .insertInto('report_spool')
      .values({ id: spoolId, person_id: world.david.personId, sealed: Buffer.from('x'), received_at: world.clock.now() })
      .execute(),
  )
  await receiveReport(
    { ...world, teller: openTeller(deps) },
    {
      spoolId,
      reached,
      messages: [{ bytes: Buffer.from('reported'), inspection: hostile() }],
      receivedAt: world.clock.now(),
      mayAnswer: true,
    },
  )
  const asked = await answerAsked()
  assert.doesNotMatch(JSON.stringify(asked), /evil|Ruiz|borrowed/)
  await handle('answer-report', asked)
  const letter = (await lettersTo('david@ruiz.example')).at(-1)
  assert.ok(letter)
  assert.match(read(letter), /Why we say so\r\n- Said by mail\[\.\]borrowed-name\.\r\n {4}link: hxxps/)
  assert.match(read(letter), /1\. Advice of mail\[\.\]borrowed-name\./)
})

test('a first look that found something is one letter to the other address; a calm one waits on the page', async () => {
  const connectionId = await connectedMailbox(world, world.marta)
  const done = (total: number) =>
    world.storage.asTenant(programme, (tx) =>
      tx.updateTable('connection').set({ first_look_total: total, first_look_left: 0 }).where('id', '=', connectionId).execute(),
    )
  const notices = () =>
    world.storage.asTenant(programme, (tx) =>
      tx.selectFrom('notice').select('id').where('kind', '=', 'first-look').orderBy('decided_at').execute(),
    )
  await done(12)
  await handle('first-look-digest', { connectionId })
  await handle('first-look-digest', { connectionId })
  const [calm, ...others] = await notices()
  assert.ok(calm)
  assert.deepEqual(others, [])
  const deliveries = (noticeId: string) =>
    world.storage.asTenant(programme, (tx) =>
      tx.selectFrom('delivery').select(['id', 'channel']).where('notice_id', '=', noticeId).orderBy('channel').execute(),
    )
  assert.deepEqual(
    (await deliveries(calm.id)).map(({ channel }) => channel),
    ['home'],
  )
  const page = await noticeSeen(deps, { kind: 'person', personId: world.marta.personId }, calm.id)
  assert.match(page?.says[0] ?? '', /12 correos antiguos/)

  const second = await connectedMailbox(world, { ...world.david })
  await provenAddress(world, world.david.personId, 'david@home.example')
  await receive(
    { ...world, teller: openTeller(deps) },
    {
      reached: { ...world.david, organisationId: world.organisationId },
      place: { connectionId: second, folder: 'INBOX', uidValidity: 1, uid: 1 },
      inJunk: false,
      firstLook: true,
      arrivedAt: new Date(world.clock.now().getTime() - hoursMs(30)),
      bytes: Buffer.from('old'),
      inspection: hostile(),
    },
  )
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('connection').set({ first_look_total: 40, first_look_left: 0 }).where('id', '=', second).execute(),
  )
  await handle('first-look-digest', { connectionId: second })
  const [, found] = await notices()
  assert.ok(found)
  const courier = openCourier({ ...deps, channels: [mailChannel({ post, sender: deps.sender })], rest: async () => undefined, log: silent })
  await courier.deliverDue()
  await courier.stop()
  const [letter] = await lettersTo('david@home.example')
  assert.ok(letter)
  assert.match(read(letter), /of 40 older mails/)
})

test('a personal matter is its person’s: the desk sees it, and an administrator hears of it, only as long as they are allowed to', async () => {
  const me: Who = { kind: 'person', personId: world.marta.personId }
  const accountId = await provenAddress(world, world.marta.personId, 'private@home.example')
  const connectionId = await connectedMailbox(world, { personId: world.marta.personId, accountId })
  let uid = 0
  const arrive = (name: string) =>
    receive(
      { ...world, teller: openTeller(deps) },
      {
        reached: { personId: world.marta.personId, accountId, organisationId: null },
        place: { connectionId, folder: 'INBOX', uidValidity: 1, uid: ++uid },
        inJunk: false,
        firstLook: false,
        arrivedAt: world.clock.now(),
        bytes: Buffer.from(name),
        inspection: hostile({ sender: name, subject: name, payload: name }),
      },
    )
  const toldOf = async (incidentId: string | undefined) =>
    (
      await world.storage.asTenant(programme, (tx) =>
        tx
          .selectFrom('notice')
          .select(['person_id', 'kind', 'id'])
          .where('incident_id', '=', incidentId ?? '')
          .orderBy('kind')
          .execute(),
      )
    ).map(({ person_id, kind, id }) => ({ personId: person_id, kind, id }))
  const visible = async (id: string | undefined, who: Who) =>
    (await queue(world, who, { state: 'all', search: '', page: 1 })).rows.some((row) => row.id === id)
  const administrator: Who = { kind: 'administrator', personId: world.david.personId, organisationId: world.organisationId }

  const alone = await arrive('alone')
  assert.deepEqual(
    (await toldOf(alone.incidentId)).map(({ personId }) => personId),
    [world.marta.personId],
  )
  assert.equal(await visible(alone.incidentId, world.analyst), false)
  assert.equal(await visible(alone.incidentId, administrator), false)

  await giveConsent(world, me, { purpose: 'desk-sees-findings', version: '1' })
  assert.equal(await visible(alone.incidentId, world.analyst), true)

  await giveConsent(world, me, { purpose: 'organisation-is-told', organisationId: world.organisationId, version: '1' })
  const shared = await arrive('shared')
  const told = await toldOf(shared.incidentId)
  assert.deepEqual(
    told.map(({ personId, kind }) => ({ personId, kind })),
    [
      { personId: world.marta.personId, kind: 'incident' },
      { personId: world.david.personId, kind: 'organisation-told' },
    ],
  )
  assert.equal(await visible(shared.incidentId, administrator), false)
  const page = await noticeSeen(deps, { kind: 'person', personId: world.david.personId }, told[1]?.id ?? '')
  assert.equal(JSON.stringify(page).includes('Lars'), false)
  assert.match(page?.says[0] ?? '', /Marta Ruiz/)
  assert.deepEqual(
    await receive(
      { ...world, teller: openTeller(deps) },
      {
        reached: { personId: world.marta.personId, accountId, organisationId: null },
        place: { connectionId, folder: 'INBOX', uidValidity: 1, uid: 99 },
        inJunk: false,
        firstLook: false,
        arrivedAt: world.clock.now(),
        bytes: Buffer.from('fine'),
        inspection: harmless(),
      },
    ),
    { outcome: 'silent' },
  )
})

test('an administrator is told which address is told no more, without a link, and not when it works again', async () => {
  const { organisationId, david } = world
  const who = { kind: 'administrator', personId: david.personId, organisationId } as const
  const { id: endpointId } = await addEndpoint(world, who, { url: 'https://hooks.example/in?secret=1', events: ['person.joined'] })
  const stopped = (at: Date | null) =>
    world.storage.asTenant(programme, (tx) =>
      tx.updateTable('webhook_endpoint').set({ stopped_at: at }).where('id', '=', endpointId).execute(),
    )
  const letter = { letter: 'webhook-stopped', endpointId, accountId: david.accountId }
  const news = async () => (await lettersTo('david@ruiz.example')).filter((one) => /Nothing more is sent/.test(read(one)))
  await handle('send-letter', letter)
  assert.deepEqual(await news(), [])
  await stopped(world.clock.now())
  await handle('send-letter', letter)
  const [sent] = await news()
  assert.ok(sent)
  assert.match(read(sent), /hooks\[\.\]example/)
  assert.doesNotMatch(read(sent), /https?:|secret/)
})

test('the settings page hears in one sentence what is wrong with a relay', async () => {
  const relay = { host: '127.0.0.1', port: sink.port, tls: 'none', user: '', password: '' } as const
  assert.deepEqual(await verifyRelay(relay), { ok: true, says: '127.0.0.1 takes our mail.' })
  const says = async (over: Partial<Parameters<typeof verifyRelay>[0]>) => (await verifyRelay({ ...relay, ...over })).says
  assert.match(await says({ port: await freePort() }), /does not answer on port/)
  assert.match(await says({ host: 'no-such-host.invalid' }), /There is no mail server called no-such-host\.invalid/)
  assert.match(await says({ tls: 'implicit' }), /does not speak TLS in this way/)
  assert.match(await says({ tls: 'starttls' }), /does not speak TLS in this way/)
})
