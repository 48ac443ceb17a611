import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Administrator, daysMs, isTrouble, minutesMs, type Staff } from '#kernel'
import { createOrganisation } from '#members'
import { uuid } from '#storage'
import { type AppliedWith, appliedWith } from '../../../test/support/applied.ts'
import { openWorld, programme, type World } from '../../../test/support/programme.ts'
import { applicationStatus, askForPerson } from './application-status.ts'
import { listApplications, seeApplication } from './applications-queue.ts'
import { checkApplication } from './check-application.ts'
import { applicationCodeToMail, applicationDecisionToMail } from './contact-letter.ts'
import type { ApplicationsDeps, RulesSay } from './deps.ts'
import { challengeLine } from './domain-proof.ts'
import { application, beginApplication, proveContact, saveStep, sendCodeAgain, submitApplication, withdrawApplication } from './draft.ts'
import { checkOpenApplications } from './open-applications.ts'
import { giveOpinion } from './opinions.ts'
import { removeRegister, takeRegister } from './registers.ts'
import { challengeToken } from './tokens.ts'
import { vouch, vouchAsked, vouchesOf, withdrawVouch } from './vouches.ts'

let world: World
let deps: ApplicationsDeps
let desk: Staff
let second: Staff
let administrator: Administrator
let outcome: RulesSay['outcome'] = 'eligible'
let mostOrganisations: number | undefined
let restsOnProduct = false
let hash = 'abc'
const rule = { id: 'public-work', says: { en: 'Charities may join.' }, effect: 'admits' } as const
/** What the zones of the world hold, by name; a test writes here. */
const records = new Map<string, readonly string[]>()

before(async () => {
  world = await openWorld()
  deps = {
    ...world,
    outside: {
      askNames: async ({ name }) => ['one', 'two', 'three'].map((from) => ({ from, values: records.get(name) ?? [] })),
      readPage: async () => ({ kind: 'failed', why: 'nobody listens there' }),
    },
    rules: async () => ({
      outcome,
      programme: { id: 'open', version: '1', hash },
      rules: [rule],
      restsOnProduct,
      ...(mostOrganisations !== undefined && { mostOrganisations }),
    }),
    policy: async () => ({
      points: { 'contact-mailbox': 20, 'domain-dns': 50, 'domain-web': 40, 'base-product': 10, register: 30, vouch: 30 },
      threshold: 70,
      vouches: 2,
    }),
  }
  assert.ok(world.analyst.kind === 'analyst')
  desk = world.analyst
  second = { kind: 'analyst', personId: uuid() }
  await world.storage.asTenant(programme, async (tx) => {
    await tx.insertInto('person').values({ id: second.personId, name: 'Bo Desk', created_at: world.clock.now(), erased_at: null }).execute()
    await tx.insertInto('staff').values({ person_id: second.personId, role: 'analyst', since: world.clock.now(), until: null }).execute()
  })
  administrator = { kind: 'administrator', personId: world.david.personId, organisationId: world.organisationId }
})
after(() => world.storage.close())

const refuses = (code: string) => (thrown: unknown) => isTrouble(thrown, 'refusal') && thrown.code === code

const digitsOf = async (id: string): Promise<string> => {
  const mail = await world.storage.asTenant(programme, (tx) => applicationCodeToMail(tx, deps, id))
  return mail?.digits ?? assert.fail('no code is good')
}

const applied = (wanted: AppliedWith = {}) => appliedWith(deps, wanted)

const publish = (id: string, domain: string) =>
  records.set(`_bellwether-challenge.${domain}`, [challengeLine(challengeToken(deps.vault, id))])
const reads = async (token: string) => (await application(deps, token)) ?? assert.fail('the application is gone')

test('what was answered is kept at each step, and one link opens one application', async () => {
  const { token } = await beginApplication(deps, 'es')
  await saveStep(deps, token, 'who', { facts: { kind: 'campaign', office: 'local', party: 'any', country: 'US' } })
  await saveStep(deps, token, 'organisation', { name: '  Ruiz   for  Mayor ', domain: 'https://www.Ruiz-Mayor.example/about' })
  const found = await reads(token)
  assert.deepEqual(found.answers.facts, { kind: 'campaign', office: 'local' })
  assert.deepEqual([found.answers.name, found.answers.domain, found.language], ['Ruiz for Mayor', 'ruiz-mayor.example', 'es'])
  assert.equal(await application(deps, 'another'), undefined)
})

test('a domain in DNS and a mailbox at it: accepted by itself, with two invited administrators and letters asked for', async () => {
  const { id, token, domain } = await applied()
  assert.equal((await checkApplication(deps, id))?.state, 'checking')
  publish(id, domain)
  const decided = await checkApplication(deps, id)
  assert.deepEqual([decided?.state, decided?.points], ['accepted', 70])
  const organisationId = (await reads(token)).organisationId ?? assert.fail()
  const { people, links } = await world.storage.asTenant(programme, async (tx) => ({
    people: await tx.selectFrom('membership').select('role').where('organisation_id', '=', organisationId).execute(),
    links: await tx
      .selectFrom('invitation')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('used_at', 'is', null)
      .execute(),
  }))
  assert.deepEqual(
    people.map(({ role }) => role),
    ['administrator', 'administrator'],
  )
  assert.equal(links.length, 2)
  assert.equal((await world.storage.asTenant(programme, (tx) => applicationDecisionToMail(tx, id)))?.isAccepted, true)
  assert.equal(await checkApplication(deps, id), undefined)
})

test('a code sent to another address than the domain’s proves the mailbox and gives no points', async () => {
  const { id } = await applied({ contact: 'lee.marsh@gmail.com' })
  const checked = await checkApplication(deps, id)
  assert.deepEqual([checked?.state, checked?.points, checked?.isContactProven], ['checking', 0, true])
})

test('a lookalike of a member waits for two people, who are told of whom; the applicant is not, since it would tell who takes part', async () => {
  const { id, token, domain } = await applied({ domain: 'ruiz-mail.example' })
  publish(id, domain)
  const checked = await checkApplication(deps, id)
  assert.equal(checked?.state, 'with-a-person')
  const seen = (await seeApplication(deps, desk, id)) ?? assert.fail()
  assert.deepEqual(seen.doubts, [{ kind: 'lookalike', facts: { domain: 'ruiz.example', of: 'Ruiz for Mayor' } }])
  assert.equal(seen.needed, 2)
  const status = (await applicationStatus(deps, token)) ?? assert.fail()
  assert.deepEqual(status.doubts, [])
  assert.ok(!JSON.stringify(status).includes('ruiz.example'))

  assert.equal((await giveOpinion(deps, desk, id, { says: 'accept', reason: 'I know them.' }))?.state, 'with-a-person')
  assert.equal((await giveOpinion(deps, desk, id, { says: 'accept', reason: 'I still do.' }))?.state, 'with-a-person')
  await assert.rejects(giveOpinion(deps, second, id, { says: 'refuse', reason: '  ' }), refuses('reason-missing'))
  assert.equal((await giveOpinion(deps, second, id, { says: 'refuse', reason: 'They are not on the phone list.' }))?.state, 'with-a-person')
  assert.equal((await giveOpinion(deps, desk, id, { says: 'refuse', reason: 'I was wrong.' }))?.state, 'refused')
  assert.equal(await giveOpinion(deps, second, id, { says: 'accept', reason: 'Late.' }), undefined)
})

test('the domain or the name of a member is a doubt', async () => {
  const taken = await applied({ domain: 'ruiz.example' })
  publish(taken.id, 'ruiz.example')
  const seen = await checkApplication(deps, taken.id)
  assert.deepEqual(
    seen?.doubts.map(({ kind }) => kind),
    ['domain-taken'],
  )
  await createOrganisation(deps, desk, { name: 'HARBOUR-watch namesk', kind: 'charity', domains: [] })
  const namesake = await applied({ domain: 'namesk.example' })
  publish(namesake.id, 'namesk.example')
  assert.deepEqual(
    (await checkApplication(deps, namesake.id))?.doubts.map(({ kind }) => kind),
    ['name-taken'],
  )
})

test('rules that say no refuse at once, rules that do not know ask one person', async () => {
  const [no, unsure] = [await applied(), await applied()]
  outcome = 'not-eligible'
  assert.equal((await checkApplication(deps, no.id))?.state, 'refused')
  outcome = 'unsure'
  publish(unsure.id, unsure.domain)
  assert.equal((await checkApplication(deps, unsure.id))?.state, 'with-a-person')
  outcome = 'eligible'
  assert.equal((await giveOpinion(deps, second, unsure.id, { says: 'accept', reason: 'The statute names them.' }))?.state, 'accepted')
})

test('a programme that is full leaves the next one to a person, and the decision keeps the rules that spoke', async () => {
  const { id, domain, token } = await applied()
  publish(id, domain)
  mostOrganisations = 1
  const checked = await checkApplication(deps, id)
  mostOrganisations = undefined
  assert.deepEqual([checked?.state, checked?.doubts], ['with-a-person', [{ kind: 'full', facts: { most: '1' } }]])
  assert.deepEqual((await applicationStatus(deps, token))?.programme, { id: 'open', version: '1', hash: 'abc', rules: [rule] })
})

test('members vouch with a code they were told, once each, and can take it back until it is decided', async () => {
  const { id, token } = await applied({ contact: 'lee.marsh@gmail.com' })
  const { vouchCode } = (await applicationStatus(deps, token)) ?? assert.fail()
  assert.equal((await vouchAsked(deps, vouchCode.toLowerCase().replace('-', ' '))).contact, 'Lee Marsh')
  await vouch(deps, administrator, vouchCode)
  await vouch(deps, administrator, vouchCode)
  assert.equal((await checkApplication(deps, id))?.points, 30)
  assert.equal((await vouchesOf(deps, administrator)).length, 1)
  assert.equal(await withdrawVouch(deps, administrator, id), true)
  assert.equal(await withdrawVouch(deps, administrator, id), false)
  assert.equal((await checkApplication(deps, id))?.points, 0)
  for (const typed of ['00000-00000', '', 'x']) await assert.rejects(vouchAsked(deps, typed), refuses('vouch-code-unknown'))
})

test('a number in a public register counts when the name beside it is theirs', async () => {
  await takeRegister(deps, desk, {
    name: 'Committees',
    country: 'US',
    text: 'C00000059|HARBOUR WATCH PAC|X\nC00000422|OTHERS|Y\n',
    numberColumn: '1',
    nameColumn: '2',
  })
  const [right, wrong] = [await applied({ register: 'c0000-0059' }), await applied({ register: 'C00000422' })]
  assert.equal((await checkApplication(deps, right.id))?.points, 50)
  assert.equal((await checkApplication(deps, wrong.id))?.points, 20)
  const registers = await world.storage.asTenant(desk, (tx) => tx.selectFrom('register').select('id').execute())
  assert.equal(await removeRegister(deps, desk, registers[0]?.id ?? ''), true)
})

test('a wrong code counts, five of them use it up, and another one can be asked for', async () => {
  const { token } = await beginApplication(deps, 'en')
  const { id } = (await saveStep(deps, token, 'contact', { personName: 'Lee', address: 'lee@codes.example' })) ?? assert.fail()
  const digits = await digitsOf(id)
  const wrong = digits === '000000' ? '000001' : '000000'
  for (let tries = 0; tries < 5; tries++) await assert.rejects(proveContact(deps, token, wrong), refuses('wrong-code'))
  await assert.rejects(proveContact(deps, token, digits), refuses('wrong-code'))
  await sendCodeAgain(deps, token)
  const again = await digitsOf(id)
  assert.notEqual(again, digits)
  world.later(minutesMs(11))
  await assert.rejects(proveContact(deps, token, again), refuses('wrong-code'))
  await sendCodeAgain(deps, token)
  assert.equal((await proveContact(deps, token, await digitsOf(id)))?.isContactProven, true)
  // Another address has to be proven anew.
  assert.equal((await saveStep(deps, token, 'contact', { personName: 'Lee', address: 'lee2@codes.example' }))?.isContactProven, false)
  for (let sent = 0; sent < 4; sent++) await sendCodeAgain(deps, token)
  await assert.rejects(sendCodeAgain(deps, token), refuses('codes-used-up'))
  world.later(daysMs(1) + minutesMs(11))
  await sendCodeAgain(deps, token)
  await assert.rejects(sendCodeAgain(deps, token), refuses('codes-used-up'))
})

test('nothing is sent in that is half answered, and what was sent in is not changed any more', async () => {
  const { token } = await beginApplication(deps, 'en')
  await assert.rejects(submitApplication(deps, token), refuses('application-not-ready'))
  const sent = await applied()
  await assert.rejects(
    saveStep(deps, sent.token, 'organisation', { name: 'Other', domain: 'other.example' }),
    refuses('application-closed'),
  )
  assert.equal(await withdrawApplication(deps, sent.token), true)
  assert.equal(await withdrawApplication(deps, sent.token), false)
  assert.equal(await checkApplication(deps, sent.id), undefined)
})

test('the second administrator is somebody else', async () => {
  const { token } = await beginApplication(deps, 'en')
  await saveStep(deps, token, 'contact', { personName: 'Lee', address: 'lee@two.example' })
  await assert.rejects(
    saveStep(deps, token, 'second', { personName: 'Lee again', address: 'LEE@two.example' }),
    refuses('same-contact-twice'),
  )
  await assert.rejects(
    saveStep(deps, token, 'second', { personName: 'Lee once more', address: 'lee+second@two.example' }),
    refuses('same-contact-twice'),
  )
})

test('a domain that many share is nobody’s to apply with', async () => {
  const { token } = await beginApplication(deps, 'en')
  for (const domain of ['gmail.com', 'co.uk', 'https://www.github.io/'])
    await assert.rejects(saveStep(deps, token, 'organisation', { name: 'Harbour Watch', domain }), refuses('domain-of-many'), domain)
  await assert.rejects(saveStep(deps, token, 'organisation', { name: 'Harbour Watch', domain: '192.0.2.1' }), refuses('domain-not-valid'))
  const kept = await saveStep(deps, token, 'organisation', { name: 'Harbour Watch', domain: 'harbour.github.io' })
  assert.equal(kept?.answers.domain, 'harbour.github.io')
})

test('a domain below a member’s, or above one, is theirs until somebody asks them', async () => {
  await createOrganisation(deps, desk, { name: 'Students of Quayside', kind: 'charity', domains: ['students.quayside.example'] })
  for (const [domain, of] of [
    ['team.ruiz.example', 'Ruiz for Mayor'],
    ['quayside.example', 'Students of Quayside'],
  ] as const) {
    const { id } = await applied({ domain })
    publish(id, domain)
    const seen = await checkApplication(deps, id)
    assert.deepEqual([seen?.state, seen?.doubts], ['with-a-person', [{ kind: 'domain-taken', facts: { of } }]])
  }
})

test('what a stranger’s server or form holds is cut between characters, so that it can be kept', async () => {
  const [shown, asked] = [await applied(), await applied()]
  const odd: ApplicationsDeps = {
    ...deps,
    outside: {
      askNames: async () => [{ from: 'one', values: [`${'x'.repeat(299)}🔔`] }],
      readPage: async () => ({ kind: 'answered', status: 200, type: '', body: `${'x'.repeat(199)}🔔` }),
    },
  }
  assert.equal((await checkApplication(odd, shown.id))?.state, 'checking')
  assert.equal(await askForPerson(deps, asked.token, `${'x'.repeat(1999)}🔔 and more`), true)
  const { token } = await beginApplication(deps, 'en')
  const { answers } = (await saveStep(deps, token, 'register', { register: `${'x'.repeat(59)}🔔` })) ?? assert.fail()
  assert.equal(answers.register, 'x'.repeat(59))
})

test('one application that cannot be looked at holds up none of the others', async () => {
  const stuck = await applied()
  world.later(minutesMs(1))
  const others = [await applied(), await applied()]
  for (const { id, domain } of others) publish(id, domain)
  const broken: ApplicationsDeps = {
    ...deps,
    outside: {
      ...deps.outside,
      askNames: async (question) => {
        if (question.name.endsWith(stuck.domain)) throw new TypeError('a mistake of ours')
        return deps.outside.askNames(question)
      },
    },
  }
  await assert.rejects(checkOpenApplications(broken), TypeError)
  for (const { token } of others) assert.equal((await reads(token)).state, 'accepted')
})

test('whoever cannot prove enough asks for a person, and stands first in the queue', async () => {
  const { id, token } = await applied({ contact: 'lee.marsh@gmail.com' })
  assert.equal(await askForPerson(deps, token, 'We have no domain of our own yet.'), true)
  assert.equal(await askForPerson(deps, token, 'Again.'), false)
  assert.equal((await checkApplication(deps, id))?.state, 'with-a-person')
  const { rows } = await listApplications(deps, desk, { search: '', page: 1 })
  assert.equal(rows[0]?.state, 'with-a-person')
  assert.ok(rows.every(({ state }) => state !== 'draft'))
  assert.equal(
    (await giveOpinion(deps, desk, id, { says: 'accept', reason: 'Called the office; they are who they say.' }))?.state,
    'accepted',
  )
})

test('where the rules rest on the mail product, one that nobody can see is a doubt for a person', async () => {
  const [unseen, seen] = [await applied({ product: 'office-365' }), await applied({ product: 'office-365' })]
  for (const { id, domain } of [unseen, seen]) publish(id, domain)
  records.set(seen.domain, ['x.mail.protection.outlook.com', 'v=spf1 include:spf.protection.outlook.com -all', 'MS=ms1234567'])
  restsOnProduct = true
  const [without, withIt] = [await checkApplication(deps, unseen.id), await checkApplication(deps, seen.id)]
  restsOnProduct = false
  assert.deepEqual([without?.state, without?.doubts.map(({ kind }) => kind)], ['with-a-person', ['product-unseen']])
  assert.deepEqual((await applicationStatus(deps, unseen.token))?.doubts, ['product-unseen'])
  assert.equal(withIt?.state, 'accepted')
})

test('the rules that are in force when it is decided decide, also when others were while somebody’s server was asked', async () => {
  const { id, domain, token } = await applied()
  publish(id, domain)
  const slow: ApplicationsDeps = {
    ...deps,
    outside: {
      ...deps.outside,
      readPage: async () => {
        outcome = 'not-eligible'
        hash = 'def'
        return { kind: 'failed', why: 'timed out' }
      },
    },
  }
  assert.equal((await checkApplication(slow, id))?.state, 'refused')
  outcome = 'eligible'
  assert.equal((await reads(token)).programme?.hash, 'def')
})

test('nobody decides by rules that are no longer in force: it is held against the new ones, and read again', async () => {
  const [asks, refused] = [await applied({ contact: 'lee.marsh@gmail.com' }), await applied()]
  for (const { token } of [asks, refused]) await askForPerson(deps, token, 'Please look.')
  for (const { id } of [asks, refused]) await checkApplication(deps, id)
  await giveOpinion(deps, desk, refused.id, { says: 'refuse', reason: 'Nobody answers there.' })
  hash = 'newer'
  await assert.rejects(giveOpinion(deps, desk, asks.id, { says: 'accept', reason: 'We know them.' }), refuses('rules-changed'))
  assert.equal((await reads(asks.token)).programme?.hash, 'newer')
  assert.equal((await giveOpinion(deps, desk, asks.id, { says: 'accept', reason: 'We know them.' }))?.state, 'accepted')
})

test('one human is one voice, whatever number of organisations they speak for, and nobody vouches for themselves', async () => {
  const { id: otherId } = await createOrganisation(deps, desk, { name: 'Second hat', kind: 'charity', domains: [] })
  await world.storage.asTenant(programme, (tx) =>
    tx
      .insertInto('membership')
      .values({
        ...{ organisation_id: otherId, person_id: world.david.personId, role: 'administrator', title: null, kind: 'staff' },
        ...{ since: world.clock.now(), until: null, ends_on: null, end_told_at: null, ended_how: null },
      })
      .execute(),
  )
  const { id, token } = await applied({ contact: 'lee.marsh@gmail.com' })
  const { vouchCode } = (await applicationStatus(deps, token)) ?? assert.fail()
  await vouch(deps, administrator, vouchCode)
  await vouch(deps, { ...administrator, organisationId: otherId }, vouchCode)
  assert.equal((await checkApplication(deps, id))?.points, 30)

  const own = await applied({ contact: 'david+new@ruiz.example' })
  const { vouchCode: ownCode } = (await applicationStatus(deps, own.token)) ?? assert.fail()
  await vouch(deps, administrator, ownCode)
  assert.equal((await checkApplication(deps, own.id))?.points, 0)
})

test('two checks at once make one organisation', async () => {
  const { id, domain } = await applied()
  publish(id, domain)
  await Promise.all([checkApplication(deps, id), checkApplication(deps, id), checkApplication(deps, id)])
  const made = await world.storage.asTenant(programme, (tx) => tx.selectFrom('organisation').select('domains').execute())
  assert.equal(made.filter(({ domains }) => domains.includes(domain)).length, 1)
})
