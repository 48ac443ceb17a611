import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hoursMs } from '#kernel'
import { openWorld, programme, type World } from '../../../test/support/programme.ts'
import { importPeople } from './import-people.ts'
import { acceptInvitation, invitation, invitationToken, invite } from './invitations.ts'
import { listMembers, member } from './members-list.ts'
import { inviteWaiting, waitingInvitations, withdrawInvitation } from './waiting-invitations.ts'

let world: World
let organisationId: string
before(async () => {
  world = await openWorld()
  organisationId = world.organisationId
  const text = 'name,address,language\nAda Ross,ada@ruiz.example,en\nBen Sol,ben@ruiz.example,es\nCem Uz,cem@ruiz.example,de\n'
  await importPeople(world, programme, { organisationId, text, byMail: false })
})
after(() => world.storage.close())

const list = (search = '') => listMembers(world, programme, organisationId, { search, page: 1, waiting: true })
const named = async (name: string) => (await list(name))?.rows[0]
const letters = async () =>
  world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('invitation').select('person_id').where('mailed_at', 'is not', null).where('withdrawn_at', 'is', null).execute(),
  )

test('those who have not joined get one letter, and none again within a day', async () => {
  const before = await waitingInvitations(world, programme, organisationId)
  const due = before?.due ?? 0
  assert.ok(due >= 3)
  assert.equal(await inviteWaiting(world, programme, organisationId), due)
  assert.equal((await letters()).length, due)
  assert.deepEqual(await waitingInvitations(world, programme, organisationId), { people: before?.people, due: 0 })
  assert.equal(await inviteWaiting(world, programme, organisationId), 0)
  world.later(hoursMs(25))
  assert.equal(await inviteWaiting(world, programme, organisationId), due)
  assert.equal((await letters()).length, due)
})

test('two who ask at once write to nobody twice', async () => {
  world.later(hoursMs(25))
  const counts = await Promise.all([inviteWaiting(world, programme, organisationId), inviteWaiting(world, programme, organisationId)])
  assert.equal(Math.min(...counts.map((count) => count ?? -1)), 0)
})

test('three words are the same on the list, behind the link and after a new link, and different for each person', async () => {
  const ada = await named('Ada Ross')
  const made = await invite(world, programme, { organisationId, personId: ada?.personId ?? '' })
  assert.equal(made?.phrase, ada?.phrase)
  assert.match(ada?.phrase ?? '', /^[a-z]+ [a-z]+ [a-z]+$/)
  assert.equal((await invitation(world, made?.token ?? ''))?.phrase, ada?.phrase)
  const all = (await list())?.rows.map(({ phrase }) => phrase) ?? []
  assert.equal(new Set(all).size, all.length)
})

test('whoever has joined is off the list, and their words are shown to nobody any more', async () => {
  const ben = await named('Ben Sol')
  const made = await invite(world, programme, { organisationId, personId: ben?.personId ?? '' })
  await acceptInvitation(world, { token: made?.token ?? '', name: 'Ben Sol', language: 'es', consentVersion: '1' })
  assert.equal(await named('Ben Sol'), undefined)
  const seen = await member(world, programme, organisationId, ben?.personId ?? '')
  assert.equal(seen?.joined, true)
  assert.equal(seen?.phrase, undefined)
})

test('a link that was taken back opens nothing, and only who runs the organisation can take it back', async () => {
  const cem = await named('Cem Uz')
  const personId = cem?.personId ?? ''
  const made = await invite(world, programme, { organisationId, personId })
  const stranger = { kind: 'administrator', personId: world.david.personId, organisationId: world.marta.personId } as const
  assert.equal(await withdrawInvitation(world, stranger, { organisationId, personId }), false)
  assert.equal(await inviteWaiting(world, stranger, organisationId), undefined)
  assert.ok(await invitation(world, made?.token ?? ''))
  assert.equal(await withdrawInvitation(world, programme, { organisationId, personId }), true)
  assert.equal(await invitation(world, made?.token ?? ''), undefined)
  assert.equal(await withdrawInvitation(world, programme, { organisationId, personId }), false)
  assert.equal((await named('Cem Uz'))?.invitedUntil, undefined)
})

test('a search finds part of a name or of a work address, and nothing by a wildcard', async () => {
  assert.equal((await list('ada@RUIZ'))?.total, 1)
  assert.equal((await list('oss'))?.rows[0]?.name, 'Ada Ross')
  assert.equal((await list('%'))?.total, 0)
})

test('a link made from a row that was written is the one that was mailed', async () => {
  const ada = await named('Ada Ross')
  const row = await world.storage.asTenant(programme, (tx) =>
    tx
      .selectFrom('invitation')
      .select('id')
      .where('person_id', '=', ada?.personId ?? '')
      .where('withdrawn_at', 'is', null)
      .executeTakeFirstOrThrow(),
  )
  assert.equal((await invitation(world, invitationToken(world.vault, row.id)))?.personName, 'Ada Ross')
})
