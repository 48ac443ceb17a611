import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { verifyChain } from '#audit'
import { certificateOf, eraseMe } from '#erasure'
import { daysMs, type Staff } from '#kernel'
import { keepRetention, uuid } from '#storage'
import { appliedWith, applyingIn } from '../../../test/support/applied.ts'
import { keptDays } from '../../../test/support/kept-days.ts'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { seeApplication } from './applications-queue.ts'
import { checkApplication } from './check-application.ts'
import { applicationDecisionToMail } from './contact-letter.ts'
import type { ApplicationsDeps } from './deps.ts'
import { application, beginApplication, saveStep } from './draft.ts'
import { giveOpinion } from './opinions.ts'

let world: World
let deps: ApplicationsDeps
let desk: Staff
before(async () => {
  world = await openWorld()
  deps = applyingIn(world)
  if (world.analyst.kind !== 'analyst') assert.fail()
  desk = world.analyst
})
after(() => world.storage.close())

const nightly = () => keepRetention(world.storage, keptDays, world.clock.now())

/** Sent in, looked at, and waiting for a person. */
async function inReview(...wanted: Parameters<typeof appliedWith> extends [unknown, ...infer Rest] ? Rest : never) {
  const one = await appliedWith(deps, ...wanted)
  assert.equal((await checkApplication(deps, one.id))?.state, 'with-a-person')
  return one
}

async function decided(says: 'accept' | 'refuse', reason: string) {
  const one = await inReview()
  await giveOpinion(deps, desk, one.id, { says, reason })
  return one
}

const seen = async (id: string) => (await seeApplication(deps, desk, id)) ?? assert.fail('the application is gone')

/** All that the database holds of applications, as text. */
const everything = (): Promise<string> =>
  world.storage.asTenant(programme, async (tx) =>
    JSON.stringify([
      await tx.selectFrom('application').selectAll().execute(),
      await tx.selectFrom('application_opinion').selectAll().execute(),
      await tx.selectFrom('application_proof').selectAll().execute(),
      await tx.selectFrom('audit_entry').selectAll().execute(),
    ]),
  )

test('who applied is forgotten on their day, refused or accepted; what was decided, by which proofs and why, stays', async () => {
  const refused = await decided('refuse', 'Lee Marsh (lee) says on the phone that MARSH is not in the register; nor is Kim Ode.')
  const accepted = await decided('accept', 'The statute names them.')
  const waits = await inReview({ contact: 'kim@waits.example' })
  const { answers } = await seen(accepted.id)
  world.later(daysMs(31))
  const first = await nightly()
  assert.deepEqual([first['contacts of accepted applications'], first['contacts of refused applications']], [1, 0])
  const after = await seen(accepted.id)
  assert.deepEqual(after.answers, { ...answers, contact: { name: '', address: '' }, second: { name: '', address: '' }, asks: '' })
  assert.equal((await seen(refused.id)).answers.contact.name, 'Lee Marsh')

  world.later(daysMs(150))
  const second = await nightly()
  assert.deepEqual([second['contacts of accepted applications'], second['contacts of refused applications']], [0, 1])
  const { state, proofs, opinions, programme: rules, points } = await seen(refused.id)
  assert.deepEqual([state, points, rules?.hash, opinions.length], ['refused', 20, 'abc', 1])
  assert.equal(opinions[0]?.reason, '– (–) says on the phone that – is not in the register; nor is –.')
  assert.ok(proofs.some((proof) => proof.kind === 'contact-mailbox' && proof.state === 'proven'))
  assert.equal(await world.storage.asTenant(programme, (tx) => applicationDecisionToMail(tx, refused.id)), undefined)
  assert.match(JSON.stringify((await seen(accepted.id)).opinions), /The statute names them\./)

  world.later(daysMs(2000))
  await nightly()
  assert.equal(await seeApplication(deps, desk, refused.id), undefined, 'a refusal stays as long as incidents')
  assert.equal((await seen(waits.id)).answers.contact.address, 'kim@waits.example', 'what waits for a person is not taken')
  assert.equal((await verifyChain(world.storage)).brokenAt, undefined)
})

const drafts = (count: number) =>
  world.storage.asTenant(programme, (tx) =>
    tx
      .insertInto('application')
      .values(
        Array.from({ length: count }, () => ({
          ...{ id: uuid(), token_hash: Buffer.from(uuid()), vouch_hash: Buffer.from(uuid()), language: 'en', state: 'draft' as const },
          ...{ answers: '{}', code_hash: null, code_expires_at: null, contact_proven_at: null, programme: null, organisation_id: null },
          ...{ begun_at: world.clock.now(), changed_at: world.clock.now(), submitted_at: null, checked_at: null, decided_at: null },
        })),
      )
      .execute(),
  )
const draftsLeft = async () =>
  (await world.storage.asTenant(programme, (tx) => tx.selectFrom('application').select('id').where('state', '=', 'draft').execute())).length

test('what was begun and never sent goes a batch at a time: a night that breaks off keeps what it did, and the next goes on', async () => {
  await drafts(1100)
  world.later(daysMs(31))
  await drafts(1)
  const owner = new pg.Client({ connectionString: world.storage.databaseOwnerUrl })
  await owner.connect()
  try {
    await owner.query(`create function public.breaks_off() returns trigger language plpgsql as $$ begin
        if (select count(*) from gone) > 500 then raise exception 'more than a batch at once'; end if;
        if (select count(*) from bellwether.application where state = 'draft') <= 101 then raise exception 'the power fails'; end if;
        return null;
      end $$;
      create trigger breaks_off after delete on bellwether.application referencing old table as gone for each statement execute function public.breaks_off()`)
    await assert.rejects(nightly(), (thrown) => thrown instanceof Error && /the power fails/.test(String(thrown.cause)))
    assert.equal(await draftsLeft(), 601)
    await owner.query('drop trigger breaks_off on bellwether.application; drop function public.breaks_off()')
  } finally {
    await owner.end()
  }
  assert.equal((await nightly())['drafts of applications'], 600)
  assert.equal(await draftsLeft(), 1, 'one was written today')
})

test('whoever erases themselves is gone from what they applied for, what is open is taken back, and nobody else’s is touched', async () => {
  const lee = uuid()
  await world.storage.asTenant(programme, (tx) =>
    tx.insertInto('person').values({ id: lee, name: 'Lee Unmistakable', created_at: world.clock.now() }).execute(),
  )
  await provenAddress(world, lee, 'lee@unmistakable.example')
  const own = { contact: 'lee@unmistakable.example' }
  const open = await inReview(own)
  const old = await inReview(own)
  await giveOpinion(deps, desk, old.id, { says: 'refuse', reason: 'lee@unmistakable.example does not answer.' })
  const named = await inReview({ second: { personName: 'Lee Unmistakable', address: 'Lee@Unmistakable.example' } })
  const others = await inReview()
  const before = await seen(others.id)
  // Somebody else typed the address and never proved it.
  const { token } = await beginApplication(deps, 'en')
  await saveStep(deps, token, 'organisation', { name: 'Typed Wrong', domain: 'typed.example' })
  await saveStep(deps, token, 'contact', { personName: 'Lee Unmistakable', address: 'lee@unmistakable.example' })

  const erased = await eraseMe(deps, { kind: 'person', personId: lee })
  assert.doesNotMatch(await everything(), /unmistakable/i)
  const certificate = await certificateOf(deps, erased?.certificateId ?? '')
  assert.deepEqual([certificate?.counts.application, certificate?.counts.application_opinion, certificate?.isGenuine], [4, 1, true])
  assert.equal((await seen(open.id)).state, 'withdrawn')
  const refusal = await seen(old.id)
  assert.deepEqual([refusal.state, refusal.opinions[0]?.reason], ['refused', '– does not answer.'])
  assert.deepEqual((await application(deps, token))?.state, 'draft')
  assert.equal((await seen(named.id)).answers.contact.name, 'Lee Marsh')
  assert.deepEqual(await seen(others.id), before)

  // Their colleague goes on alone.
  assert.equal((await giveOpinion(deps, desk, named.id, { says: 'accept', reason: 'The statute names them.' }))?.state, 'accepted')
  const { organisationId = '' } = await seen(named.id)
  const members = await world.storage.asTenant(programme, (tx) =>
    tx
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .select('person.name')
      .where('membership.organisation_id', '=', organisationId)
      .execute(),
  )
  assert.deepEqual(members, [{ name: 'Lee Marsh' }])
  assert.equal((await verifyChain(world.storage)).brokenAt, undefined)
})

test('an address that somebody typed and never proved, or that is another’s by now, erases nothing of that other’s application', async () => {
  const [stranger, earlier, now] = [uuid(), uuid(), uuid()]
  const created_at = world.clock.now()
  await world.storage.asTenant(programme, (tx) =>
    tx
      .insertInto('person')
      .values([stranger, earlier, now].map((id) => ({ id, name: 'Somebody', created_at })))
      .execute(),
  )
  const address = 'press@harbour.example'
  await world.storage.asTenant(programme, (tx) =>
    tx
      .insertInto('account')
      .values({ id: uuid(), person_id: stranger, kind: 'personal', address, address_folded: address, created_at })
      .execute(),
  )
  const handedOn = await provenAddress(world, earlier, address)
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('account').set({ removed_at: created_at }).where('id', '=', handedOn).execute(),
  )
  await provenAddress(world, now, address)
  const { id } = await inReview({ contact: address })
  for (const personId of [stranger, earlier]) await eraseMe(deps, { kind: 'person', personId })
  assert.deepEqual([(await seen(id)).state, (await seen(id)).answers.contact.address], ['with-a-person', address])
})
