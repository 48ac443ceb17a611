import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { dkimVerify } from 'mailauth'
import { acceptHouseholdLink, endShare, makeHouseholdLink } from '#members'
import { uuid } from '#storage'
import { silent } from '../../../../test/support/database.ts'
import { finding, openWorld, programme, provenAddress, type World } from '../../../../test/support/programme.ts'
import { type SmtpSink, startSmtpSink, textOf } from '../../../../test/support/smtp-sink.ts'
import { until } from '../../../../test/support/until.ts'
import { acknowledgeNotice } from '../answers/acknowledge.ts'
import { bounceToken, deliveryOfToken } from '../bounce-token.ts'
import { mailChannel } from '../channels/mail.ts'
import { openCheck } from '../check-code.ts'
import type { NotifyDeps, Sender } from '../deps.ts'
import { noticeSeen } from '../notice-page.ts'
import { onDsn } from '../on-dsn.ts'
import { openPost, type Post } from '../post.ts'
import { type DkimKey, openDkimKeys } from '../signing/dkim-key.ts'
import { openTeller } from '../teller.ts'
import { type CourierDeps, openCourier } from './courier.ts'

let world: World
let sink: SmtpSink
let post: Post
let deps: NotifyDeps
let relayPort: number

before(async () => {
  world = await openWorld()
  sink = await startSmtpSink()
  relayPort = sink.port
  post = openPost(await openDkimKeys(world))
  deps = { ...world, sender: async () => sender() }
})
after(async () => {
  post.close()
  await sink.stop()
  await world.storage.close()
})
beforeEach(() => sink.behave({ do: 'accept' }))

const sender = (): Sender => ({
  name: 'Bellwether',
  publicAddress: 'https://protect.example',
  fromAddress: 'notices@protect.example',
  helpContact: '',
  intakeDomain: 'report.protect.example',
  relay: { host: '127.0.0.1', port: relayPort, tls: 'none', user: '', password: '' },
})

const noRest = async (): Promise<void> => pause(1)
const mailBy = (one: Post) => [mailChannel({ post: one, sender: deps.sender })]
const courierWith = (over: Partial<CourierDeps> = {}) =>
  openCourier({ ...deps, channels: mailBy(post), rest: noRest, log: silent, ...over })

/** A courier that delivers what is due, once. */
async function deliverDue(over: Partial<CourierDeps> = {}): Promise<void> {
  const courier = courierWith(over)
  try {
    await courier.deliverDue()
  } finally {
    await courier.stop()
  }
}

/** An incident of Marta's and its notice, as alerts would ask for it. */
async function tellMarta(): Promise<string> {
  const { personId, accountId } = world.marta
  const incidentId = uuid()
  const tell = await openTeller(deps)([personId])
  await world.storage.asTenant(programme, async (tx) => {
    await tx
      .insertInto('incident')
      .values({
        id: incidentId,
        organisation_id: world.organisationId,
        person_id: null,
        headline: 'mail.new-bank',
        severity: 'high',
        level: 'possible-access',
        origin: 'mailbox',
        merged_into: null,
        opened_at: world.clock.now(),
        last_message_at: world.clock.now(),
        decided_at: null,
        decided_by: null,
      })
      .execute()
    const telling = {
      personId,
      kind: 'incident',
      incidentId,
      level: 'possible-access',
      organisationId: world.organisationId,
      subjectAccountId: accountId,
      reachedPersonId: personId,
      headline: 'mail.new-bank',
      reasons: [finding('mail.new-bank')],
      from: 'Lars <lars@evil.example>',
      subject: 'New bank',
      arrivedAt: world.clock.now(),
    } as const
    await tell(tx, telling)
    await tell(tx, telling)
  })
  return incidentId
}

const deliveriesOf = (incidentId: string) =>
  world.storage.asTenant(programme, (tx) =>
    tx
      .selectFrom('delivery')
      .innerJoin('notice', 'notice.id', 'delivery.notice_id')
      .leftJoin('account', 'account.id', 'delivery.account_id')
      .select([
        'delivery.id',
        'delivery.channel',
        'delivery.state',
        'delivery.attempts',
        'delivery.message_id',
        'delivery.notice_id',
        'account.address',
      ])
      .where('notice.incident_id', '=', incidentId)
      .orderBy('delivery.queued_at')
      .execute(),
  )
const mailOf = async (incidentId: string) => (await deliveriesOf(incidentId)).filter(({ channel }) => channel === 'mail')

const alertsOpen = async (kind: string) =>
  (
    await world.storage.asTenant(programme, (tx) =>
      tx.selectFrom('operator_alert').select('subject').where('kind', '=', kind).where('closed_at', 'is', null).execute(),
    )
  ).length

/** A name server that holds the records which the settings page shows. */
const dnsWithOurRecords = (keys: readonly DkimKey[]) => async (domain: string) => {
  const found = keys.map((key) => key.record('protect.example')).find(({ name }) => name === domain)
  if (found === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
  return [[found.value]]
}

const sentWith = async (messageId: string) => (await sink.received()).filter((one) => one.messageId === messageId)

test('a person without another address is told on their page, and staff hear of it', async () => {
  const incidentId = await tellMarta()
  assert.deepEqual(
    (await deliveriesOf(incidentId)).map(({ channel, state }) => ({ channel, state })),
    [{ channel: 'home', state: 'delivered' }],
  )
  assert.equal(await alertsOpen('no-other-address'), 1)
})

test('a notice goes to the other address, once, with a code, a signature and no link', async () => {
  const other = await provenAddress(world, world.marta.personId, 'marta@home.example')
  const incidentId = await tellMarta()
  assert.equal(await alertsOpen('no-other-address'), 0)
  const [mail] = await mailOf(incidentId)
  assert.ok(mail)
  assert.equal(mail.address, 'marta@home.example')
  await deliverDue()
  await deliverDue()
  const received = await sentWith(mail.message_id)
  assert.equal(received.length, 1)
  const [letter] = received
  assert.ok(letter)
  assert.deepEqual(letter.to, ['marta@home.example'])
  assert.equal(deliveryOfToken(world.vault, /^bounce\+([0-9a-f]+)@report\.protect\.example$/.exec(letter.from)?.[1] ?? ''), mail.id)
  const text = textOf(letter)
  assert.match(text, /^Auto-Submitted: auto-generated\r?$/m)
  assert.match(text, /^DKIM-Signature: .*d=protect\.example/ms)
  const { results } = await dkimVerify(Buffer.from(letter.bytes, 'base64'), { resolver: dnsWithOurRecords(await openDkimKeys(world)) })
  assert.deepEqual(
    results.map(({ status }) => status.result),
    ['pass', 'pass'],
    'who looks our records up finds both signatures valid',
  )
  assert.doesNotMatch(text, /marta@ruiz\.example/)
  assert.equal((await mailOf(incidentId))[0]?.state, 'sent')

  const page = await noticeSeen(deps, { kind: 'person', personId: world.marta.personId }, mail.notice_id)
  assert.ok(page)
  assert.ok(text.includes(`${page.code.slice(0, 4)}-${page.code.slice(4)}`))
  assert.equal(await noticeSeen(deps, { kind: 'person', personId: world.david.personId }, mail.notice_id), undefined)
  assert.equal(await acknowledgeNotice(deps, { kind: 'person', personId: world.david.personId }, mail.notice_id, 'portal'), false)
  assert.equal(await acknowledgeNotice(deps, { kind: 'person', personId: world.marta.personId }, mail.notice_id, 'portal'), true)

  const check = openCheck({ ...world, rest: noRest })
  assert.deepEqual(await check(page.code.toLowerCase().replace(/(.{4})/, '$1 - '), '203.0.113.1'), {
    answer: 'genuine',
    level: 'possible-access',
    decidedAt: world.clock.now(),
    noticeId: mail.notice_id,
  })
  assert.deepEqual(await check('ABCD-1234', '203.0.113.1'), { answer: 'unknown' })
  const verifiedAt = async () =>
    (
      await world.storage.asTenant(programme, (tx) =>
        tx.selectFrom('notice').select('verified_at').where('id', '=', mail.notice_id).executeTakeFirstOrThrow(),
      )
    ).verified_at
  const firstAt = await verifiedAt()
  assert.deepEqual(firstAt, world.clock.now())
  world.later(60_000)
  for (const typed of [page.code.toLowerCase(), page.code.replaceAll('0', 'o').replaceAll('1', 'l'), [...page.code].join('\u2011')])
    assert.equal((await check(typed, '203.0.113.2')).answer, 'genuine', typed)
  assert.deepEqual(await verifiedAt(), firstAt, 'the first time stays')
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('account').set({ removed_at: world.clock.now() }).where('id', '=', other).execute(),
  )
})

test('a server that asks for patience gets the same letter later, not another one', async () => {
  await provenAddress(world, world.marta.personId, 'patient@home.example')
  const [mail] = await mailOf(await tellMarta())
  assert.ok(mail)
  await sink.behave({ do: 'tempfail' })
  await deliverDue()
  assert.equal((await deliveryRow(mail.id)).state, 'queued')
  await sink.behave({ do: 'accept' })
  await deliverDue()
  assert.equal((await sentWith(mail.message_id)).length, 0, 'not at once')
  world.later(2000)
  await deliverDue()
  assert.equal((await sentWith(mail.message_id)).length, 1)
})

test('a relay that is not there is one alert, closed by the next letter that leaves', async (t) => {
  const [mail] = await mailOf(await tellMarta())
  assert.ok(mail)
  relayPort = 1
  const courier = courierWith()
  t.after(() => courier.stop())
  await courier.deliverDue()
  assert.equal(await alertsOpen('mail-relay'), 1)
  relayPort = sink.port
  world.later(2000)
  await courier.deliverDue()
  assert.equal((await sentWith(mail.message_id)).length, 0, 'it is left alone for five seconds')
  world.later(6000)
  await courier.deliverDue()
  assert.equal((await sentWith(mail.message_id)).length, 1)
  assert.equal(await alertsOpen('mail-relay'), 0)
})

test('a database lost between the sending and the writing down is no second letter', async () => {
  const [mail] = await mailOf(await tellMarta())
  assert.ok(mail)
  let sent = 0
  let down = true
  const flaky: World['storage'] = Object.assign(Object.create(world.storage), {
    asTenant: async (...[who, work]: Parameters<World['storage']['asTenant']>) => {
      if (sent > 0 && down) throw Object.assign(await gone(), {})
      return world.storage.asTenant(who, work)
    },
  })
  const counting: Post = {
    ...post,
    send: async (...letter) => {
      const answer = await post.send(...letter)
      sent += 1
      return answer
    },
  }
  const delivering = deliverDue({ storage: flaky, channels: mailBy(counting) })
  await until('it was sent', () => sent > 0)
  down = false
  await delivering
  assert.equal(sent, 1)
  assert.equal((await mailOf((await incidentOfNotice(mail.notice_id)) ?? ''))[0]?.state, 'sent')
})

const gone = async () => (await import('#kernel')).setback('database-gone', 'asking the database: it is gone')
const incidentOfNotice = async (noticeId: string) =>
  (
    await world.storage.asTenant(programme, (tx) =>
      tx.selectFrom('notice').select('incident_id').where('id', '=', noticeId).executeTakeFirst(),
    )
  )?.incident_id

test('no more than three letters are on their way at once', async () => {
  let now = 0
  let most = 0
  const slow: Post = {
    ...post,
    send: async () => {
      now += 1
      most = Math.max(most, now)
      await until('three are on their way', () => most >= 3)
      now -= 1
      return '250 ok'
    },
  }
  const mails = (await Promise.all(Array.from({ length: 8 }, tellMarta).map(async (made) => mailOf(await made)))).flat()
  assert.ok(mails.length >= 8)
  await deliverDue({ channels: mailBy(slow) })
  assert.equal(most, 3)
})

test('an address that refuses mail is not written to again, and staff hear when none is left', async () => {
  const [mail] = await mailOf(await tellMarta())
  assert.ok(mail)
  await sink.behave({ do: 'refuse' })
  await deliverDue()
  assert.equal((await deliveriesOf((await incidentOfNotice(mail.notice_id)) ?? '')).find(({ id }) => id === mail.id)?.state, 'bounced')
  assert.equal(await alertsOpen('notice-undelivered'), 1)
  assert.equal(await alertsOpen('address-bounces'), 1)
  assert.deepEqual(await mailOf(await tellMarta()), [])
})

test('a bounce that comes later finds its delivery; a made-up return address finds none', async () => {
  await provenAddress(world, world.marta.personId, 'late@home.example')
  const incidentId = await tellMarta()
  const [mail] = await mailOf(incidentId)
  assert.ok(mail)
  await deliverDue()
  const dsn = { action: 'failed', status: '5.1.1', diagnostic: 'no such user late@home.example' } as const
  const told = (token: string) => world.storage.asTenant(programme, (tx) => onDsn(tx, world, token, dsn))
  const token = bounceToken(world.vault, mail.id)
  assert.equal(await told(`${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`), false)
  assert.equal(await told('nonsense'), false)
  assert.equal(await told(token.toUpperCase()), true)
  assert.equal((await mailOf(incidentId)).find(({ id }) => id === mail.id)?.state, 'bounced')
  assert.equal(await told(token), true)
})

test('one address that guesses is stopped, and another one is not', async () => {
  const check = openCheck({ ...world, rest: noRest })
  const answers = []
  for (let tries = 0; tries < 12; tries += 1) answers.push((await check('0000-0000', '2001:db8:9:9::1')).answer)
  assert.deepEqual(answers.slice(0, 10), Array(10).fill('unknown'))
  assert.equal(answers[11], 'too-many')
  assert.equal((await check('0000-0000', '2001:db8:9:9:ffff::2')).answer, 'too-many')
  assert.equal((await check('0000-0000', '2001:db8:9:a::1')).answer, 'unknown')
})

test('an unknown code and a genuine one are answered after the same wait', async () => {
  const rests: number[] = []
  const check = openCheck({ ...world, rest: async (milliseconds) => void rests.push(milliseconds) })
  await check('not a code at all', '198.51.100.1')
  await check('ABCD1234', '198.51.100.1')
  assert.deepEqual(rests, [150, 150])
})

test('two processes that start at once sign with the same two keys', async () => {
  const [one, other] = await Promise.all([openDkimKeys(world), openDkimKeys(world)])
  const shown = (keys: readonly DkimKey[]) => keys.map((key) => key.record('protect.example'))
  assert.deepEqual(shown(one), shown(other))
  assert.deepEqual(
    one.map(({ privateKey }, at) => other[at] && privateKey.equals(other[at].privateKey)),
    [true, true],
  )
  const [rsa, ed25519] = shown(one)
  assert.match(rsa?.name ?? '', /^bellwether-\d{6}\._domainkey\.protect\.example$/)
  assert.match(rsa?.value ?? '', /^v=DKIM1; k=rsa; p=[A-Za-z0-9+/=]{300,}$/)
  assert.match(ed25519?.name ?? '', /^bellwether-ed-\d{6}\._domainkey\.protect\.example$/)
  assert.match(ed25519?.value ?? '', /^v=DKIM1; k=ed25519; p=[A-Za-z0-9+/]{43}=$/)
})

/** What an administrator is told of Marta's personal matter, with her consent. */
async function tellDavid(): Promise<{ readonly deliveryId: string; readonly withdraw: () => Promise<unknown> }> {
  const [incidentId, consentId, grantId] = [uuid(), uuid(), uuid()]
  const at = world.clock.now()
  const { personId } = world.marta
  const subjectAccountId = await provenAddress(world, personId, `${incidentId}@private.example`)
  await provenAddress(world, world.david.personId, `${incidentId}@david.example`)
  const tell = await openTeller(deps)([world.david.personId])
  const { organisationId } = world
  await world.storage.asTenant(programme, async (tx) => {
    const given = {
      id: consentId,
      person_id: personId,
      purpose: 'organisation-is-told',
      organisation_id: organisationId,
      version: '1',
      given_at: at,
    }
    await tx.insertInto('consent').values(given).execute()
    const granted = { to_desk: false, scope: 'told', consent_id: consentId, since: at } as const
    await tx
      .insertInto('access_grant')
      .values({ id: grantId, person_id: personId, organisation_id: organisationId, ...granted })
      .execute()
    const matter = {
      id: incidentId,
      person_id: personId,
      headline: 'mail.new-bank',
      severity: 'high',
      level: 'targeted',
      origin: 'mailbox',
    } as const
    await tx
      .insertInto('incident')
      .values({ ...matter, opened_at: at, last_message_at: at })
      .execute()
    await tell(tx, {
      ...{ personId: world.david.personId, kind: 'organisation-told', incidentId, level: 'targeted', organisationId: null },
      ...{ subjectAccountId, reachedPersonId: personId, headline: 'mail.new-bank', reasons: [], from: '', subject: '', arrivedAt: at },
    })
  })
  const [mail] = await mailOf(incidentId)
  const withdraw = () =>
    world.storage.asTenant(programme, (tx) => tx.updateTable('access_grant').set({ until: at }).where('id', '=', grantId).execute())
  return { deliveryId: mail?.id ?? '', withdraw }
}

const deliveryRow = (id: string) =>
  world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('delivery').select(['state', 'answer', 'message_id', 'notice_id']).where('id', '=', id).executeTakeFirstOrThrow(),
  )

test('a letter about somebody else’s matter that still waits is not sent once they took their consent back', async () => {
  const allowed = await tellDavid()
  await deliverDue()
  assert.equal((await deliveryRow(allowed.deliveryId)).state, 'sent')
  await allowed.withdraw()
  const late = await tellDavid()
  await late.withdraw()
  await deliverDue()
  const { state, message_id } = await deliveryRow(late.deliveryId)
  assert.equal(state, 'failed')
  assert.deepEqual(await sentWith(message_id), [])
})

test('who reads a mailbox at home hears on their own address, never on the shared one, and no longer once it has ended', async () => {
  const shared = 'the.ruizes@home.example'
  const accountId = await provenAddress(world, world.marta.personId, shared)
  await provenAddress(world, world.david.personId, shared)
  await provenAddress(world, world.david.personId, 'david.own@home.example')
  const marta = { kind: 'person', personId: world.marta.personId } as const
  const david = { kind: 'person', personId: world.david.personId } as const
  const link = await makeHouseholdLink(world, marta, accountId)
  await acceptHouseholdLink(world, david, link?.token ?? '')
  const tellHim = async () => {
    const incidentId = uuid()
    const at = world.clock.now()
    const tell = await openTeller(deps)([david.personId])
    await world.storage.asTenant(programme, async (tx) => {
      const matter = { id: incidentId, person_id: marta.personId, headline: 'mail.new-bank', severity: 'high', origin: 'mailbox' } as const
      await tx
        .insertInto('incident')
        .values({ ...matter, level: 'possible-access', opened_at: at, last_message_at: at })
        .execute()
      await tell(tx, {
        ...{
          personId: david.personId,
          kind: 'incident',
          incidentId,
          level: 'possible-access',
          organisationId: null,
          subjectAccountId: accountId,
        },
        ...{ reachedPersonId: marta.personId, headline: 'mail.new-bank', reasons: [finding('mail.new-bank')] },
        ...{ from: 'Lars <lars@evil.example>', subject: 'New bank', arrivedAt: at },
      })
    })
    return mailOf(incidentId)
  }
  const mails = await tellHim()
  await deliverDue()
  const to = await world.storage.asTenant(programme, (tx) =>
    tx
      .selectFrom('delivery')
      .innerJoin('account', 'account.id', 'delivery.account_id')
      .select(['account.address', 'delivery.state'])
      .where(
        'delivery.id',
        'in',
        mails.map(({ id }) => id),
      )
      .execute(),
  )
  assert.ok(to.some(({ address, state }) => address === 'david.own@home.example' && state === 'sent'))
  assert.equal(
    to.some(({ address }) => address === shared),
    false,
  )
  const late = await tellHim()
  await endShare(world, david, { accountId, sharer: david.personId })
  await deliverDue()
  for (const { id } of late) {
    assert.equal((await deliveryRow(id)).state, 'failed')
  }
})

test('a letter to an address that was removed meanwhile goes to another one, and staff hear when there is none', async () => {
  await world.storage.asTenant(programme, (tx) =>
    tx
      .updateTable('account')
      .set({ removed_at: world.clock.now() })
      .where('person_id', '=', world.marta.personId)
      .where('kind', '=', 'personal')
      .execute(),
  )
  const remove = (id: string) =>
    world.storage.asTenant(programme, (tx) =>
      tx.updateTable('account').set({ removed_at: world.clock.now() }).where('id', '=', id).execute(),
    )
  const first = await provenAddress(world, world.marta.personId, 'first@home.example')
  const incidentId = await tellMarta()
  const second = await provenAddress(world, world.marta.personId, 'second@home.example')
  await remove(first)
  await deliverDue()
  const other = (await mailOf(incidentId)).find(({ state }) => state === 'queued')
  assert.equal(other?.address, 'second@home.example')
  await remove(second)
  const before = await alertsOpen('notice-undelivered')
  await deliverDue()
  assert.equal(await alertsOpen('notice-undelivered'), before + 1)
})

test('another spelling of the mailbox that is the subject is no other address', async () => {
  await provenAddress(world, world.marta.personId, 'marta+notices@ruiz.example')
  assert.deepEqual(await mailOf(await tellMarta()), [])
})
