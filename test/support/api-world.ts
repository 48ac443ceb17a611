/**
 * Two organisations and the programme, each with tokens, behind the real
 * server on loopback: for tests of what programs may ask. Ada and Bo of each
 * have a personal account, and Ada allowed her organisation to be told of hers.
 */
import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApi } from '#api'
import { makeToken, scopes } from '#api-tokens'
import { giveOpinion } from '#applications'
import type { AuditEntrySeen } from '#audit'
import { enterValue } from '#enrolment'
import type { Administrator, Staff } from '#kernel'
import { acceptInvitation, addPerson, createOrganisation, enrolmentEventTask, giveConsent, invite, removePerson } from '#members'
import { uuid } from '#storage'
import { addEndpoint, removeEndpoint, sendTest, tellEndpoints, webhookEvents } from '#webhooks'
import { apiOf } from '../../src/app/api.ts'
import { readConfig } from '../../src/app/config.ts'
import { applicationsDepsOf } from '../../src/app/enrolment-deps.ts'
import { type House, openHouseOn } from '../../src/app/house.ts'
import { startWeb } from '../../src/app/roles/web.ts'
import { pagesOf } from '../../src/app/wire.ts'
import { silent, testDatabase } from './database.ts'
import { seedRelay } from './seed.ts'
import { openWaitingJobs } from './waiting-jobs.ts'

const programme = { kind: 'programme' } as const

type Manager = Administrator | Staff

export type Side = {
  readonly name: string
  readonly domain: string
  readonly organisation: string
  readonly administrator: Administrator
  /** Ada, who administers, and Di, who has not joined yet. */
  readonly people: readonly [string, string]
  readonly account: string
  /** May do all that a token of an organisation can. */
  readonly token: string
  /** Who looks after its webhooks. */
  readonly hookOwner: Manager
}

export type ApiAnswer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Parsed; undefined when there is nothing. */
  readonly json: unknown
}

export type Send = (
  method: string,
  path: string,
  options?: { readonly token?: string | undefined; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> },
) => Promise<ApiAnswer>

export type ApiWorld = {
  readonly house: House
  readonly operator: Staff
  readonly ours: Side
  readonly theirs: Side
  /** May do everything, for the programme. */
  readonly token: string
  /** An address that is told, and something that was sent there. */
  readonly makeHook: (who: Manager) => Promise<{ readonly webhook: string; readonly delivery: string }>
  /** One of everything that others may be told of. */
  readonly happen: () => Promise<void>
  readonly removeHook: (who: Manager, webhook: string) => Promise<boolean>
  /** Writes down what is to be sent of all that happened, and gives the bodies. */
  readonly told: () => Promise<readonly unknown[]>
  readonly application: string
  readonly send: Send
  /** Method and path of all that is served. */
  readonly served: () => readonly { readonly method: string; readonly path: string }[]
  /** Signs a new administrator of ours in, as an invitation does; the cookie. */
  readonly signIn: () => Promise<string>
  /** A page of ours, got or sent a form. */
  readonly visit: (path: string, options: { readonly cookie: string; readonly form?: URLSearchParams }) => Promise<string>
  /** The audit log as the desk reads it. */
  readonly logged: (search: string) => Promise<readonly AuditEntrySeen[]>
  readonly close: () => Promise<void>
}

export async function openApiWorld(): Promise<ApiWorld> {
  const storage = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'bellwether-'))
  const config = readConfig({ BELLWETHER_DATA: dataDir, BELLWETHER_DNS: 'off', PORT: '0' }, { cores: 1 })
  const house = await openHouseOn(storage, config, silent)
  const now = house.clock.now()
  const operatorId = uuid()
  await storage.asTenant(programme, async (tx) => {
    await tx.insertInto('person').values({ id: operatorId, name: 'Olu Perator', created_at: now, erased_at: null }).execute()
    await tx.insertInto('staff').values({ person_id: operatorId, role: 'operator', since: now, until: null }).execute()
  })
  const operator: Staff = { kind: 'analyst', personId: operatorId }
  const ours = await makeSide(house, operator, 'Hartley for Ohio', 'hartley.example')
  const theirs = await makeSide(house, operator, 'Westlake Ledger', 'westlake.example')
  const { token } = await makeToken(house.members, operator, { name: 'Desk tool', scopes, days: 30 })
  const application = await makeApplication(house)
  await seedRelay(house, { host: '127.0.0.1', port: 9 })
  const pages = pagesOf(house)
  const jobs = await openWaitingJobs(storage.databaseOwnerUrl, house.clock.now, { [enrolmentEventTask]: tellEndpoints(house) })
  const server = await startWeb(house, pages)
  const send: Send = async (method, path, { token: held, body, headers = {} } = {}) => {
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, {
      method,
      headers: {
        ...(held !== undefined && { authorization: `Bearer ${held}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && bodyOf(body)),
    })
    const text = await answer.text()
    const json: unknown = text === '' ? undefined : JSON.parse(text)
    return { status: answer.status, headers: answer.headers, text, json }
  }
  return {
    ...{ house, operator, ours, theirs, token, application, send },
    makeHook: (who) => makeHook(house, who),
    happen: () => happen(house, { operator, ours, application }),
    removeHook: (who, webhook) => removeEndpoint(house.members, who, webhook),
    told: async () => {
      await jobs.run()
      const rows = await storage.asTenant(programme, (tx) => tx.selectFrom('webhook_delivery').select('body').execute())
      return rows.map(({ body }): unknown => JSON.parse(body))
    },
    signIn: () => signIn(house, ours),
    visit: async (path, { cookie, form }) => {
      const method = form === undefined ? 'GET' : 'POST'
      const headers = { cookie, 'sec-fetch-site': 'same-origin' }
      const init = { method, headers, redirect: 'manual', ...(form !== undefined && { body: form }) } as const
      return (await fetch(`http://127.0.0.1:${server.port}${path}`, init)).text()
    },
    served: () => createApi({ ...apiOf(house), programme: () => ({ publicAddress: 'http://localhost', trustedProxies: [] }) }).paths(),
    logged: async (search) => (await pages.operations.audit(operator, { search, page: 1 })).rows,
    close: async () => {
      await server.stop()
      await jobs.close()
      await house.close()
    },
  }
}

/** A stream goes without its length. */
const bodyOf = (body: unknown) =>
  body instanceof ReadableStream ? { body, duplex: 'half' as const } : { body: typeof body === 'string' ? body : JSON.stringify(body) }

async function makeSide(house: House, operator: Staff, name: string, domain: string): Promise<Side> {
  const { members, storage, clock } = house
  const { id: organisation } = await createOrganisation(members, operator, { name, kind: 'campaign', domains: [domain] })
  const add = async (person: string, role: 'member' | 'administrator' = 'member') => {
    const address = `${person.toLowerCase()}@${domain}`
    const added =
      (await addPerson(members, operator, organisation, { name: `${person} of ${name}`, address, title: '', role })) ?? assert.fail()
    return added
  }
  const addPersonal = async (person: string) => {
    const added = await add(person, person === 'Ada' ? 'administrator' : 'member')
    const address = `${person.toLowerCase()}@home-of-${domain}`
    await storage.asTenant(programme, (tx) =>
      tx
        .insertInto('account')
        .values({
          ...{ id: uuid(), person_id: added.personId, organisation_id: null, kind: 'personal', created_at: clock.now() },
          ...{ address, address_folded: address, proven_at: clock.now(), bouncing_since: null, removed_at: null },
        })
        .execute(),
    )
    return added
  }
  const ada = await addPersonal('Ada')
  await addPersonal('Bo')
  const di = await add('Di')
  const consent = { purpose: 'organisation-is-told', organisationId: organisation, version: '1' } as const
  await giveConsent(members, { kind: 'person', personId: ada.personId }, consent)
  const value = { givenOn: '2026-01-05', what: `Keys for ${name}`, law: 'FEC', currency: 'USD', amount: '120.00', note: '' }
  await enterValue(house, operator, organisation, value)
  await enterValue(house, operator, organisation, { ...value, what: `Training for ${name}` })
  const administrator: Administrator = { kind: 'administrator', personId: ada.personId, organisationId: organisation }
  const { token } = await makeToken(members, administrator, { name: `Tool of ${name}`, scopes, days: 30 })
  return {
    name,
    domain,
    organisation,
    administrator,
    people: [ada.personId, di.personId],
    account: ada.accountId,
    token,
    hookOwner: administrator,
  }
}

type Happening = { readonly operator: Staff; readonly ours: Side; readonly application: string }

async function happen(house: House, { operator, ours, application }: Happening): Promise<void> {
  const { members } = house
  const { organisation: organisationId } = ours
  await createOrganisation(members, operator, { name: 'Newcomer', kind: 'charity', domains: [] })
  const input = { name: 'Eve', address: 'eve@hartley.example', title: '', role: 'member' } as const
  const { personId } = (await addPerson(members, ours.administrator, organisationId, input)) ?? assert.fail()
  const { token } = (await invite(members, ours.administrator, { organisationId, personId })) ?? assert.fail()
  await acceptInvitation(members, { token, name: 'Eve', language: 'en', consentVersion: '1' })
  await giveConsent(members, { kind: 'person', personId }, { purpose: 'organisation-is-told', organisationId, version: '1' })
  await removePerson(members, ours.administrator, { organisationId, personId })
  await giveOpinion(applicationsDepsOf(house), operator, application, { says: 'refuse', reason: 'Nobody knows them.' })
}

async function signIn({ members }: House, { administrator, organisation: organisationId, domain }: Side): Promise<string> {
  const input = { name: 'Kay', address: `kay@${domain}`, title: '', role: 'administrator' } as const
  const { personId } = (await addPerson(members, administrator, organisationId, input)) ?? assert.fail()
  const { token } = (await invite(members, administrator, { organisationId, personId })) ?? assert.fail()
  const session = await acceptInvitation(members, { token, name: 'Kay', language: 'en', consentVersion: '1' })
  return `bellwether=${session.token}`
}

async function makeHook({ members, storage }: House, who: Manager): Promise<{ readonly webhook: string; readonly delivery: string }> {
  const { id: webhook } = await addEndpoint(members, who, { url: 'https://hooks.example/in', events: webhookEvents })
  const { id: delivery } = (await sendTest(members, who, webhook)) ?? assert.fail()
  await storage.asTenant(programme, (tx) =>
    tx.updateTable('webhook_delivery').set({ state: 'delivered' }).where('id', '=', delivery).execute(),
  )
  return { webhook, delivery }
}

/** Sent in, and with a person. */
export async function makeApplication(house: House): Promise<string> {
  const { storage, clock } = house
  const id = uuid()
  const now = clock.now()
  const contact = { name: 'Cy Applicant', address: 'cy@applicant.example' }
  const answers = { facts: { kind: 'charity' }, name: 'Applicant Trust', domain: 'applicant.example', contact, second: contact }
  const { programme: under, rules } = await applicationsDepsOf(house).rules(answers.facts)
  await storage.asTenant(programme, (tx) =>
    tx
      .insertInto('application')
      .values({
        ...{ id, token_hash: Buffer.from(uuid()), language: 'en', state: 'with-a-person', answers: JSON.stringify(answers) },
        ...{ domain: 'applicant.example', code_hash: null, code_expires_at: null, contact_proven_at: now, vouch_hash: Buffer.from(uuid()) },
        ...{
          programme: JSON.stringify({ ...under, rules }),
          begun_at: now,
          changed_at: now,
          submitted_at: now,
          checked_at: null,
          decided_at: null,
          organisation_id: null,
        },
      })
      .execute(),
  )
  return id
}
