import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { hoursMs, minutesMs, type Staff } from '#kernel'
import { unlimited } from '../../../../test/support/door.ts'
import { lettersAsked } from '../../../../test/support/letters-asked.ts'
import { openWorld, programme, provenAddress, type World } from '../../../../test/support/programme.ts'
import { exportMine } from '../export-mine.ts'
import { beginSession } from '../sessions.ts'
import { sessions } from '../sessions-seen.ts'
import type { Limit } from '../slow-down.ts'
import { endStaff } from '../staff.ts'
import { visitorOf } from '../visitor.ts'
import { type CameBack, comeBack } from './come-back.ts'
import type { ElsewhereDeps, Shown, StaffProvider } from './port.ts'
import { myStaffIdentity, unbindIdentity } from './staff-identity.ts'
import { beginBinding, beginStaffConfirm, beginStaffSignIn } from './staff-visits.ts'

const issuer = 'https://login.example'

let world: World
let deps: ElsewhereDeps
let operator: Staff
let marta: string
/** The provider of this moment, and what it says of whoever comes back. */
let provider: StaffProvider | undefined
let says: Partial<Shown>
/** What the browser was sent with. */
let sent: { readonly state: string; readonly maxAgeSeconds?: number; readonly prompt?: string; readonly acr?: readonly string[] }

before(async () => {
  world = await openWorld()
  assert.ok(world.analyst.kind === 'analyst')
  operator = world.analyst
  marta = world.marta.personId
  await provenAddress(world, marta, 'marta@home.example')
  const seconds = () => Math.floor(world.clock.now().getTime() / 1000)
  deps = {
    ...world,
    elsewhere: {
      mailProviders: async () => [],
      staffProvider: async () => provider,
      begin: async (_, asked) => {
        sent = asked
        return new URL(`${issuer}/auth`)
      },
      finish: async () => {
        const claims = { iat: seconds(), auth_time: seconds(), acr: 'strong', ...says.claims }
        return { issuer, subject: 'marta-there', letGo: async () => true, ...says, claims }
      },
      staffSignOut: async () => undefined,
      tenantOf: async () => undefined,
    },
  }
})
after(() => world.storage.close())
beforeEach(async () => {
  provider = { name: 'Desk login', issuer, acr: ['strong'], amr: [] }
  says = {}
  await world.storage.asTenant(programme, async (tx) => {
    await tx.deleteFrom('staff_identity').execute()
    const part = { role: 'analyst', since: world.clock.now(), until: null } as const
    await tx
      .insertInto('staff')
      .values({ person_id: marta, ...part })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(part))
      .execute()
  })
})

const as = (personId: string) => ({ kind: 'person', personId }) as const
const back = (
  browser: string,
  who: { readonly personId?: string; readonly session?: string; readonly userAgent?: string } = {},
): Promise<CameBack> =>
  comeBack(deps, {
    provider: 'staff',
    query: new URLSearchParams({ state: sent.state, code: 'c' }),
    browser,
    userAgent: who.userAgent ?? '',
    personId: who.personId,
    session: who.session,
  })

async function bind(personId = marta): Promise<CameBack> {
  const going = await beginBinding(deps, unlimited, as(personId), undefined)
  return back(going?.browser ?? assert.fail('they are not of the staff'), { personId })
}
async function signIn(userAgent = ''): Promise<CameBack> {
  const { browser } = await beginStaffSignIn(deps, unlimited, { remote: '203.0.113.1', next: '/queue', browser: undefined })
  return back(browser, { userAgent })
}
async function signedIn(userAgent = ''): Promise<string> {
  const came = await signIn(userAgent)
  return came.kind === 'signed-in' ? came.session.token : assert.fail(JSON.stringify(came))
}
const visitor = (token: string) => visitorOf(world, token, { staffIssuer: provider?.issuer })
const codeOf = (came: CameBack) => ('code' in came ? came.code : came.kind)
const actions = async () => {
  const rows = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('audit_entry').select(['action', 'subject', 'details']).orderBy('seq', 'desc').limit(3).execute(),
  )
  assert.doesNotMatch(JSON.stringify(rows), /marta-there/)
  return rows.map(({ action }) => action)
}
const news = async () => (await lettersAsked(world.storage)).filter(({ letter }) => letter === 'sign-in-news').map((one) => one.news)

test('binding is written down, told by mail, shown and taken along; the provider’s word for the person is kept nowhere', async () => {
  assert.deepEqual(await bind(), { kind: 'bound' })
  assert.deepEqual((await actions())[0], 'staff-identity.bind')
  assert.equal((await news()).at(-1), 'provider-bound')
  assert.deepEqual(await myStaffIdentity(deps, as(marta)), { boundAt: world.clock.now() })
  const mine = JSON.stringify((await exportMine(world, as(marta)))['staffSignIn'])
  assert.match(mine, /login\.example/)
  assert.doesNotMatch(mine, /marta-there/)
})

test('binding and a fresh proof ask the person anew; signing in takes a sign-in there of the last hour; all name the class', async () => {
  await bind()
  assert.deepEqual([sent.prompt, sent.maxAgeSeconds, sent.acr], ['login', 0, ['strong']])
  await signIn()
  assert.deepEqual([sent.prompt, sent.maxAgeSeconds, sent.acr], [undefined, 3600, ['strong']])
  await beginStaffConfirm(deps, unlimited, { personId: marta }, { next: '/', browser: undefined })
  assert.deepEqual([sent.prompt, sent.maxAgeSeconds, sent.acr], ['login', 0, ['strong']])
})

test('nobody but staff is let to the provider to bind, and nothing is bound for whoever’s part ended on the way', async () => {
  assert.equal(await beginBinding(deps, unlimited, as(world.david.personId), undefined), undefined)
  const going = await beginBinding(deps, unlimited, as(marta), undefined)
  await endStaff(world, operator, marta)
  assert.equal(codeOf(await back(going?.browser ?? '', { personId: marta })), 'identity-not-free')
  assert.equal(await myStaffIdentity(deps, as(marta)), undefined)
})

test('an identity is one person’s, and a person has one', async () => {
  await bind()
  says = { subject: 'somebody-else-there' }
  assert.equal(codeOf(await bind()), 'identity-bound-already')
  says = {}
  assert.equal(codeOf(await bind(operator.personId)), 'identity-not-free')
  assert.equal(await myStaffIdentity(deps, as(operator.personId)), undefined)
})

test('the session it begins says how, is strong, as fresh as the sign-in there, and is over after twelve hours', async () => {
  await bind()
  world.later(minutesMs(2))
  const minutesAgo = (minutes: number) => ({ claims: { auth_time: Math.floor(world.clock.now().getTime() / 1000) - minutes * 60 } })
  says = minutesAgo(30)
  const stale = await visitor(await signedIn())
  assert.deepEqual([stale?.session.method, stale?.session.strong, stale?.session.fresh], ['staff-provider', true, false])
  says = minutesAgo(5)
  const token = await signedIn()
  assert.equal((await visitor(token))?.session.fresh, true)
  assert.equal((await sessions(world, as(marta)))[0]?.method, 'staff-provider')
  assert.equal((await actions())[0], 'sign-in.staff-provider')
  for (let hours = 0; hours < 11; hours++) {
    world.later(hoursMs(1))
    assert.ok(await visitor(token), `after ${hours + 1} hours`)
  }
  world.later(hoursMs(1))
  assert.equal(await visitor(token), undefined)
})

test('where the operator names nothing strong, it begins a session that opens no desk and proves nothing in it', async () => {
  await bind()
  const { browser } = await beginStaffConfirm(deps, unlimited, { personId: marta }, { next: '/', browser: undefined })
  const asked = sent
  provider = { name: 'Desk login', issuer, acr: [], amr: [] }
  const token = await signedIn()
  const begun = (await visitor(token))?.session
  assert.deepEqual([begun?.strong, begun?.fresh], [false, false], 'so no passkey is added by it alone')
  await assert.rejects(beginStaffConfirm(deps, unlimited, { personId: marta }, { next: '/', browser: undefined }), /Use your passkey/)
  sent = asked
  assert.equal(codeOf(await back(browser, { personId: marta, session: token })), 'sign-in-too-weak', 'nor by one begun before')
})

test('an answer that comes after ten minutes is awaited no more', async () => {
  await bind()
  const { browser } = await beginStaffSignIn(deps, unlimited, { remote: '203.0.113.1', next: '', browser: undefined })
  world.later(minutesMs(10) + 1)
  await assert.rejects(back(browser), { code: 'answer-not-awaited' })
})

test('a part that ended ends its sessions and its binding, and whoever is given one again binds again', async () => {
  await bind()
  const token = await signedIn()
  await endStaff(world, operator, marta)
  assert.equal(await visitor(token), undefined)
  assert.equal((await news()).at(-1), 'provider-unbound')
  await world.storage.asTenant(programme, (tx) => tx.updateTable('staff').set({ until: null }).where('person_id', '=', marta).execute())
  assert.equal(codeOf(await signIn()), 'identity-not-known')
})

test('an identity that is bound to whoever has no part any more opens nothing, and is answered as one that nobody bound', async () => {
  await bind()
  const until = world.clock.now()
  await world.storage.asTenant(programme, (tx) => tx.updateTable('staff').set({ until }).where('person_id', '=', marta).execute())
  assert.equal(codeOf(await signIn()), 'identity-not-known')
  says = { subject: 'never-seen' }
  assert.equal(codeOf(await signIn()), 'identity-not-known')
})

test('an auditor comes in by it too', async () => {
  await world.storage.asTenant(programme, async (tx) => {
    await tx.updateTable('staff').set({ until: world.clock.now() }).where('person_id', '=', marta).execute()
    await tx.insertInto('observer').values({ person_id: marta, role: 'auditor', since: world.clock.now(), until: null }).execute()
  })
  await bind()
  const seen = await visitor(await signedIn())
  assert.deepEqual([seen?.observes, seen?.staff], ['auditor', undefined])
  await world.storage.asTenant(programme, (tx) => tx.deleteFrom('observer').execute())
})

test('unbinding ends the sessions that it began at once, and no other', async () => {
  await bind()
  const token = await signedIn()
  const kept = await world.storage.asTenant(programme, (tx) => beginSession(tx, world, { personId: marta, method: 'passkey' }))
  assert.equal(await unbindIdentity(world, as(marta)), true)
  assert.equal(await visitor(token), undefined)
  assert.ok(await visitor(kept.token))
  assert.equal((await news()).at(-1), 'provider-unbound')
  assert.equal((await actions())[0], 'staff-identity.unbind')
  assert.equal(await unbindIdentity(world, as(marta)), false)
})

test('sessions live as long as the provider that began them is the one of the staff', async () => {
  await bind()
  const token = await signedIn()
  provider = { name: 'Another', issuer: 'https://another.example', acr: ['strong'], amr: [] }
  assert.equal(await visitor(token), undefined)
  assert.equal(codeOf(await signIn()), 'provider-answer-wrong', 'the one of before is not believed any more')
  provider = undefined
  assert.equal(await visitor(token), undefined)
})

test('the same subject of another issuer is somebody else', async () => {
  await bind()
  provider = { name: 'Another', issuer: 'https://another.example', acr: ['strong'], amr: [] }
  says = { issuer: 'https://another.example' }
  assert.equal(codeOf(await signIn()), 'identity-not-known')
  assert.deepEqual(await bind(), { kind: 'bound' })
  provider = { name: 'Desk login', issuer, acr: ['strong'], amr: [] }
  says = {}
  assert.equal(codeOf(await signIn()), 'identity-not-known', 'binding the new one forgets the old')
})

test('a fresh proof renews the session that asked; somebody else’s identity, or an older sign-in, proves nothing', async () => {
  await bind()
  const token = await signedIn()
  world.later(minutesMs(20))
  assert.equal((await visitor(token))?.session.fresh, false)
  const confirm = async () => {
    const { browser } = await beginStaffConfirm(deps, unlimited, { personId: marta }, { next: '/settings', browser: undefined })
    world.later(minutesMs(3))
    return back(browser, { personId: marta, session: token })
  }
  says = { claims: { auth_time: Math.floor(world.clock.now().getTime() / 1000) - 120 } }
  assert.equal(codeOf(await confirm()), 'sign-in-too-old')
  says = { subject: 'somebody-else-there' }
  assert.equal(codeOf(await confirm()), 'identity-not-known')
  says = { claims: { acr: 'weak' } }
  assert.equal(codeOf(await confirm()), 'sign-in-too-weak')
  says = {}
  const came = await confirm()
  assert.ok(came.kind === 'confirmed')
  assert.equal(came.next, '/settings')
  assert.equal(await visitor(token), undefined, 'the old token opens nothing')
  assert.equal((await visitor(came.session.token))?.session.fresh, true)
  assert.equal((await actions())[0], 'confirm.staff-provider')
})

test('a session that is carried off into another browser is strong there only after a proof at the provider', async () => {
  await bind()
  const [firefox, chrome] = ['Firefox/142.0 Windows', 'Chrome/139.0 Linux']
  const token = await signedIn(firefox)
  const seen = async (session: string, userAgent: string) => (await visitorOf(world, session, { staffIssuer: issuer, userAgent }))?.session
  assert.equal((await seen(token, firefox))?.strong, true)
  assert.equal((await seen(token, chrome))?.strong, false)
  const { browser } = await beginStaffConfirm(deps, unlimited, { personId: marta }, { next: '/', browser: undefined })
  const came = await back(browser, { personId: marta, session: token, userAgent: chrome })
  assert.ok(came.kind === 'confirmed')
  assert.equal((await seen(came.session.token, chrome))?.strong, true)
  assert.equal((await seen(came.session.token, firefox))?.strong, false)
})

test('a proof for a session that ended meanwhile opens nothing', async () => {
  await bind()
  const { browser } = await beginStaffConfirm(deps, unlimited, { personId: marta }, { next: '/', browser: undefined })
  assert.equal(codeOf(await back(browser, { personId: marta, session: 'a-session-that-is-over' })), 'sign-in-again')
})

test('whoever begins too many is sent nowhere', async () => {
  const spent: Limit = { count: async () => 60 }
  const remote = { remote: '203.0.113.1', next: '', browser: undefined }
  await assert.rejects(beginStaffSignIn(deps, spent, remote), /too many tries/)
  await assert.rejects(beginBinding(deps, spent, as(marta), undefined), /too many tries/)
  provider = undefined
  await assert.rejects(beginStaffSignIn(deps, unlimited, remote), /no provider/)
})
