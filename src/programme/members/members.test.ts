import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Who } from '#kernel'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { accountsOf, addPersonal, removeAccount } from './accounts.ts'
import { circleOf } from './circle.ts'
import { disconnect, keepConnection } from './connections.ts'
import { consentsOf, giveConsent, withdrawConsent } from './consents.ts'
import { exportMine } from './export-mine.ts'
import { connectionsHealth } from './health.ts'
import { home, situationOf, todoOf } from './home.ts'
import { listMembers } from './members-list.ts'
import { createOrganisation, listOrganisations, organisation } from './organisations.ts'
import { addPerson, removePerson, setRole } from './people.ts'
import { reporterOf, reportLocalPart } from './report-address.ts'

let world: World
let administrator: Who
let marta: Who
before(async () => {
  world = await openWorld()
  administrator = { kind: 'administrator', personId: world.david.personId, organisationId: world.organisationId }
  marta = { kind: 'person', personId: world.marta.personId }
})
after(() => world.storage.close())

/** An organisation that they do not run, while they are a member of the one asked for. */
const elsewhere = '00000000-0000-7000-8000-000000000001'

const mailbox = () => ({
  accountId: world.marta.accountId,
  settings: { host: 'imap.example' },
  secret: 'correct horse',
  consentVersion: '1',
})
const secrets = () => world.storage.asTenant(programme, (tx) => tx.selectFrom('connection_secret').select('connection_id').execute())

const waysSet = { passkey: true, app: false, recoveryCodes: 10, mail: true }

test('a mailbox that was connected is proven, its secret is sealed, and connecting another replaces it', async () => {
  const first = await keepConnection(world, marta, mailbox())
  const second = await keepConnection(world, marta, { ...mailbox(), settings: { host: 'mail.example' }, secret: 'battery staple' })
  assert.notEqual(second?.connectionId, first?.connectionId)
  const [row, ...others] = await world.storage.asTenant(programme, (tx) => tx.selectFrom('connection_secret').selectAll().execute())
  assert.ok(row && first && second)
  assert.deepEqual(others, [])
  assert.equal(row.connection_id, second.connectionId)
  assert.equal(row.sealed.includes('battery'), false)
  const sealer = await world.vault.sealer({ kind: 'person', id: world.marta.personId })
  assert.equal(sealer.open(row.sealed, `connection-secret/${second.connectionId}`).toString(), 'battery staple')
  const [account] = await world.storage.asTenant(marta, (tx) => accountsOf(tx, world.marta.personId))
  assert.equal(account?.proven, true)
  assert.equal(account?.watch, 'new')
  assert.equal(await keepConnection(world, { kind: 'person', personId: world.david.personId }, mailbox()), undefined)
})

test('a new password goes on with the same connection: its old mail is not looked at and told a second time', async () => {
  const rows = () =>
    world.storage.asTenant(programme, (tx) =>
      tx.selectFrom('connection').selectAll().where('account_id', '=', world.marta.accountId).where('ended_at', 'is', null).execute(),
    )
  const first = await keepConnection(world, marta, mailbox())
  await world.storage.asTenant(programme, (tx) =>
    tx
      .updateTable('connection')
      .set({ state: 'refused', trouble: 'wrong password', first_look_total: 7, first_look_left: 2 })
      .where('id', '=', first?.connectionId ?? '')
      .execute(),
  )
  const again = { ...mailbox(), settings: { ...mailbox().settings, port: 143 }, secret: 'battery staple', consentVersion: '2' }
  assert.deepEqual(await keepConnection(world, marta, again), first)
  const [row, ...others] = await rows()
  assert.deepEqual(others, [])
  assert.deepEqual(
    [row?.state, row?.trouble, row?.first_look_total, row?.first_look_left, row?.settings],
    ['new', null, 7, 2, { host: 'imap.example', port: 143 }],
  )
  const [secret] = await world.storage.asTenant(programme, (tx) => tx.selectFrom('connection_secret').selectAll().execute())
  const sealer = await world.vault.sealer({ kind: 'person', id: world.marta.personId })
  assert.equal(secret && sealer.open(secret.sealed, `connection-secret/${first?.connectionId}`).toString(), 'battery staple')
  const live = (await consentsOf(world, marta)).consents.filter(
    ({ purpose, withdrawnAt }) => purpose === 'examine-mail' && withdrawnAt === undefined,
  )
  assert.equal(live.length, 1)
})

test('withdrawing the consent to examine ends the connection and deletes its secret at once', async () => {
  const { consents } = await consentsOf(world, marta)
  const given = consents.find(({ purpose, withdrawnAt }) => purpose === 'examine-mail' && withdrawnAt === undefined)
  assert.equal(await withdrawConsent(world, { kind: 'person', personId: world.david.personId }, given?.id ?? ''), false)
  assert.equal(await withdrawConsent(world, marta, given?.id ?? ''), true)
  assert.deepEqual(await secrets(), [])
  const [account] = await world.storage.asTenant(marta, (tx) => accountsOf(tx, world.marta.personId))
  assert.equal(account?.watch, 'ended')
})

test('disconnecting and letting an account go delete the secret too', async () => {
  await keepConnection(world, marta, mailbox())
  assert.equal(await disconnect(world, administrator, world.marta.accountId), false)
  assert.equal(await disconnect(world, marta, world.marta.accountId), true)
  assert.deepEqual(await secrets(), [])
  const accountId = await provenAddress(world, world.marta.personId, 'old@home.example')
  await keepConnection(world, marta, { ...mailbox(), accountId })
  assert.equal(await removeAccount(world, marta, accountId), true)
  assert.deepEqual(await secrets(), [])
})

test('an organisation sees of a personal account only that there is one', async () => {
  await provenAddress(world, world.marta.personId, 'marta@home.example')
  const seen = await listMembers(world, administrator, world.organisationId, { search: 'marta', page: 1, waiting: false })
  assert.equal(seen?.total, 1)
  assert.equal(seen?.rows[0]?.otherAddress, true)
  assert.equal(seen?.rows[0]?.workAddress, 'marta@ruiz.example')
  assert.equal(JSON.stringify(seen).includes('home.example'), false)
  const circle = await world.storage.asTenant(programme, (tx) =>
    circleOf(tx, { organisationId: world.organisationId, personId: world.david.personId }),
  )
  assert.equal(JSON.stringify(circle).includes('home.example'), false)
  assert.deepEqual(circle.organisation, { name: 'Ruiz for Mayor', domains: ['ruiz.example'] })
})

test('a grant opens to the organisation and closes at once when it is taken back', async () => {
  const given = { purpose: 'organisation-is-told', organisationId: world.organisationId, version: '1' } as const
  assert.equal(await giveConsent(world, marta, given), true)
  assert.equal(await giveConsent(world, marta, given), false)
  const live = () =>
    world.storage.asTenant(administrator, (tx) => tx.selectFrom('access_grant').select('scope').where('until', 'is', null).execute())
  assert.deepEqual(await live(), [{ scope: 'told' }])
  const { consents, mayGive } = await consentsOf(world, marta)
  assert.deepEqual(mayGive, [{ purpose: 'desk-sees-findings' }, { purpose: 'share-indicators' }])
  assert.equal(await withdrawConsent(world, marta, consents.find(({ purpose }) => purpose === 'organisation-is-told')?.id ?? ''), true)
  assert.deepEqual(await live(), [])
  await assert.rejects(giveConsent(world, { kind: 'person', personId: '00000000-0000-7000-8000-000000000009' }, given))
})

test('staff see all organisations, an administrator their own, and a search with a percent sign finds nothing', async () => {
  await createOrganisation(world, world.analyst, { name: 'Quiet Charity', kind: 'charity', domains: ['@Quiet.example', ''] })
  assert.equal((await listOrganisations(world, world.analyst, { search: '', page: 1 })).total, 2)
  assert.equal((await listOrganisations(world, world.analyst, { search: '%', page: 1 })).total, 0)
  const own = await listOrganisations(world, administrator, { search: '', page: 1 })
  assert.deepEqual(
    own.rows.map(({ name, people }) => ({ name, people })),
    [{ name: 'Ruiz for Mayor', people: 2 }],
  )
  await assert.rejects(createOrganisation(world, world.analyst, { name: ' ', kind: 'party', domains: [] }), { code: 'name-missing' })
  await assert.rejects(createOrganisation(world, world.analyst, { name: 'X', kind: 'party', domains: ['not a domain'] }), {
    code: 'domain-not-valid',
  })
})

test('whoever administers one organisation does not run another that they are a member of', async () => {
  const other: Who = { kind: 'administrator', personId: world.david.personId, organisationId: elsewhere }
  assert.equal(await organisation(world, other, world.organisationId), undefined)
  assert.equal(await organisation(world, marta, world.organisationId), undefined)
  const { personId } = world.marta
  assert.equal(await setRole(world, other, { organisationId: world.organisationId, personId, role: 'administrator' }), false)
  assert.equal(await removePerson(world, other, { organisationId: world.organisationId, personId }), false)
})

test('an address is added once to an organisation, and a member who leaves loses work and keeps what is theirs', async () => {
  const input = { name: 'Lena Berg', address: 'lena@ruiz.example', title: 'Treasurer', role: 'member' } as const
  const lena = await addPerson(world, administrator, world.organisationId, input)
  assert.ok(lena)
  await assert.rejects(addPerson(world, administrator, world.organisationId, { ...input, address: 'LENA@ruiz.example' }), {
    code: 'address-taken',
  })
  assert.equal(
    await addPerson(
      world,
      { kind: 'administrator', personId: world.david.personId, organisationId: elsewhere },
      world.organisationId,
      input,
    ),
    undefined,
  )
  const who: Who = { kind: 'person', personId: lena.personId }
  assert.equal(
    await setRole(world, administrator, { organisationId: world.organisationId, personId: lena.personId, role: 'administrator' }),
    true,
  )
  await provenAddress(world, lena.personId, 'lena@home.example')
  await keepConnection(world, who, { ...mailbox(), accountId: lena.accountId })
  assert.equal(await removePerson(world, administrator, { organisationId: world.organisationId, personId: lena.personId }), true)
  assert.deepEqual(await secrets(), [])
  const left = await world.storage.asTenant(who, (tx) => accountsOf(tx, lena.personId))
  assert.deepEqual(
    left.map(({ address }) => address),
    ['lena@home.example'],
  )
  assert.equal(await removePerson(world, administrator, { organisationId: world.organisationId, personId: lena.personId }), false)
})

test('a report address is made once, is secret, and names its person', async () => {
  const local = await reportLocalPart(world, world.marta.personId)
  assert.equal(await reportLocalPart(world, world.marta.personId), local)
  assert.match(local, /^report-[0-9a-f]{20}$/)
  const reporter = await reporterOf(world, local.toUpperCase())
  assert.equal(reporter?.personId, world.marta.personId)
  assert.ok(reporter?.addresses.includes('marta@ruiz.example'))
  assert.equal(await reporterOf(world, 'report-0'), undefined)
})

test('the export holds the person and nobody else, and no secret', async () => {
  await keepConnection(world, marta, mailbox())
  const text = JSON.stringify(await exportMine(world, marta))
  assert.ok(text.includes('marta@ruiz.example'))
  assert.equal(/david|sealed|correct horse/i.test(text), false)
})

test('a silent mailbox stands first on the health page, a personal one without its address', async () => {
  const accountId = await provenAddress(world, world.david.personId, 'david@home.example')
  await keepConnection(world, { kind: 'person', personId: world.david.personId }, { ...mailbox(), accountId })
  world.later(16 * 60_000)
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('connection').set({ last_seen_at: world.clock.now() }).where('account_id', '=', world.marta.accountId).execute(),
  )
  const { connections, silent } = await connectionsHealth(world, world.analyst, { search: '', page: 1 })
  assert.equal(silent, 1)
  assert.deepEqual(
    connections.rows.map(({ name, silent }) => ({ name, silent })),
    [
      { name: 'a personal mailbox', silent: true },
      { name: 'marta@ruiz.example', silent: false },
    ],
  )
  assert.equal((await connectionsHealth(world, world.analyst, { search: 'david@home', page: 1 })).connections.total, 0)
})

test('a new person first connects a mailbox, then names another address; nobody sees more than what is open', async () => {
  const who: Who = { kind: 'person', personId: world.david.personId }
  const first = await home(world, who)
  assert.equal(first.situation, 'quiet')
  assert.deepEqual(
    first.todo.map(({ kind }) => kind),
    ['connect-mailbox', 'add-passkey'],
  )
  const account = {
    kind: 'work',
    address: 'a@x.example',
    proven: false,
    bouncing: false,
    watch: 'none',
    reads: 'all',
    seenBy: 'organisation',
    id: '1',
  } as const
  assert.deepEqual(
    todoOf([account], [], { passkey: false, app: false, recoveryCodes: 0, mail: false }).map(({ kind }) => kind),
    ['connect-mailbox', 'add-personal-address', 'add-passkey'],
  )
  assert.deepEqual(
    todoOf([{ ...account, watch: 'watching' }], [], waysSet).map(({ kind }) => kind),
    ['add-personal-address'],
  )
  const notice = { id: 'n', kind: 'incident', decidedAt: new Date(0), read: false } as const
  const gravest = todoOf(
    [],
    [
      { ...notice, level: 'targeted' },
      { ...notice, id: 'm', level: 'confirmed-access' },
    ],
    waysSet,
  )[0]
  assert.equal(gravest?.kind === 'read-notice' && gravest.noticeId, 'm')
  assert.equal(situationOf(['targeted', 'possible-access']), 'possible-access')
})

test('a server that somebody names themselves proves nothing about an address elsewhere', async () => {
  const { personId } = world.marta
  const { accountId } = await addPersonal(world, marta, 'victim@provider.example')
  const provenOf = async (id: string) =>
    (await world.storage.asTenant(marta, (tx) => accountsOf(tx, personId))).find((one) => one.id === id)?.proven
  await keepConnection(world, marta, { ...mailbox(), accountId })
  assert.equal(await provenOf(accountId), false)
  await keepConnection(world, marta, { ...mailbox(), accountId, loginIsAddress: true })
  assert.equal(await provenOf(accountId), true)
  const lent = { name: 'Lent', address: 'victim@other.example', title: '', role: 'member' } as const
  const other = await addPerson(world, administrator, world.organisationId, lent)
  await keepConnection(world, { kind: 'person', personId: other?.personId ?? '' }, { ...mailbox(), accountId: other?.accountId ?? '' })
  const kept = await world.storage.asTenant(programme, (tx) => accountsOf(tx, other?.personId ?? ''))
  assert.deepEqual(
    kept.map(({ proven, watch }) => ({ proven, watch })),
    [{ proven: false, watch: 'new' }],
  )
})

test('another spelling of the same mailbox is no other address', async () => {
  await provenAddress(world, world.marta.personId, 'marta.ruiz@gmail.com')
  for (const same of ['martaruiz+bell@googlemail.com', 'Marta+notices@ruiz.example'])
    await assert.rejects(addPersonal(world, marta, same), { code: 'address-already-yours' })
})

test('goodbye is one step: whoever lost the part cannot say it, and what was allowed to the organisation ends with it', async () => {
  const given = { purpose: 'organisation-is-told', organisationId: world.organisationId, version: '1' } as const
  const pia = await addPerson(world, administrator, world.organisationId, {
    name: 'Pia',
    address: 'pia@ruiz.example',
    title: '',
    role: 'administrator',
  })
  const them: Who = { kind: 'person', personId: pia?.personId ?? '' }
  await giveConsent(world, them, given)
  const whom = { organisationId: world.organisationId, personId: world.marta.personId }
  const pias: Who = { kind: 'administrator', personId: pia?.personId ?? '', organisationId: world.organisationId }
  await setRole(world, administrator, { ...whom, personId: pia?.personId ?? '', role: 'member' })
  assert.equal(await removePerson(world, pias, whom), false)
  assert.equal(await removePerson(world, administrator, { ...whom, personId: pia?.personId ?? '' }), true)
  const { consents } = await consentsOf(world, them)
  assert.ok(consents.length > 0 && consents.every(({ withdrawnAt }) => withdrawnAt !== undefined))
})

test('of two notices that wait, the one to read first is that whose mail got through', () => {
  const notice = { kind: 'incident', decidedAt: new Date(0), read: false } as const
  const todo = todoOf(
    [],
    [{ ...notice, id: 'blocked', level: 'attempt-blocked' } as const, { ...notice, id: 'through', level: 'targeted' } as const],
    waysSet,
  )
  assert.deepEqual(todo[0], { kind: 'read-notice', noticeId: 'through', level: 'targeted', decidedAt: new Date(0) })
})

test('staff see that a personal mailbox has trouble, and not the name of its server', async () => {
  const { personId } = world.marta
  const accountId = await provenAddress(world, personId, 'me@marta-at-home.example')
  const kept = await keepConnection(world, marta, { ...mailbox(), accountId })
  const trouble = 'The mail server mail.marta-at-home.example does not answer.'
  await world.storage.asTenant(programme, (tx) =>
    tx
      .updateTable('connection')
      .set({ state: 'failing', trouble })
      .where('id', '=', kept?.connectionId ?? '')
      .execute(),
  )
  const { connections } = await connectionsHealth(world, world.analyst, { search: '', page: 1 })
  assert.ok(connections.rows.some(({ state }) => state === 'failing'))
  assert.doesNotMatch(JSON.stringify(connections), /marta-at-home/)
})
