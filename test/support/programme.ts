/**
 * A small invented programme for tests of its rooms: a fresh database, a
 * vault, a clock that stands still until it is moved, one organisation with
 * two people.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DeskDeps } from '#alerts'
import type { Finding, Who } from '#kernel'
import type { Inspection } from '#mail'
import { addPerson, createOrganisation, type MembersDeps } from '#members'
import type { SeasonDeps } from '#season'
import { openVault } from '#secrets'
import { uuid } from '#storage'
import { type TestDatabase, testDatabase } from './database.ts'

export type World = MembersDeps &
  DeskDeps & {
    readonly storage: TestDatabase
    /** Moves the clock on. */
    readonly later: (milliseconds: number) => void
    readonly analyst: Who
    readonly organisationId: string
    readonly marta: { readonly personId: string; readonly accountId: string }
    readonly david: { readonly personId: string; readonly accountId: string }
  }

export const programme: Who = { kind: 'programme' }

/** Plain words for every rule, so that a test sees which one spoke. */
const explain: DeskDeps['explain'] = {
  titleOf: (id) => `Title of ${id}`,
  sayIn: (_, finding) => `Said by ${finding.id}.`,
  adviceOf: (_, [first]) => (first === undefined ? '' : `Advice of ${first.id}.`),
  checkIn: (_, id) => `Checked: ${id}.`,
  whereIn: (_, where) => where,
}

export async function openWorld(): Promise<World> {
  const storage = await testDatabase()
  const vault = await openVault(storage, { file: join(mkdtempSync(join(tmpdir(), 'bellwether-')), 'kek') })
  let now = new Date('2026-05-03T12:00:00Z').getTime()
  const deps = { storage, vault, clock: { now: () => new Date(now) }, chance: randomBytes, explain }
  const analystId = uuid()
  await storage.asTenant(programme, async (tx) => {
    await tx.insertInto('person').values({ id: analystId, name: 'Ana Desk', created_at: deps.clock.now(), erased_at: null }).execute()
    await tx.insertInto('staff').values({ person_id: analystId, role: 'operator', since: deps.clock.now(), until: null }).execute()
  })
  const analyst: Who = { kind: 'analyst', personId: analystId }
  const { id: organisationId } = await createOrganisation(deps, analyst, {
    name: 'Ruiz for Mayor',
    kind: 'campaign',
    domains: ['ruiz.example'],
  })
  const person = async (name: string, address: string, role: 'member' | 'administrator') => {
    const added = await addPerson(deps, analyst, organisationId, { name, address, title: '', role })
    if (added === undefined) throw new Error('the world has no organisation')
    return added
  }
  return {
    ...deps,
    later: (milliseconds) => {
      now += milliseconds
    },
    analyst,
    organisationId,
    marta: await person('Marta Ruiz', 'marta@ruiz.example', 'member'),
    david: await person('David Cole', 'david@ruiz.example', 'administrator'),
  }
}

/** The season as an operator finds it: frozen 14 days before an election, erased 30 after a goodbye. No program is there to be ended. */
export const seasonIn = (world: World): SeasonDeps => ({
  ...world,
  freezeDays: async () => 14,
  eraseAfterDays: async () => 30,
  endProgram: async () => false,
})

/** A connected mailbox of an account, and what an arrival in it names. */
export async function connectedMailbox(
  world: World,
  { personId, accountId }: { readonly personId: string; readonly accountId: string },
): Promise<string> {
  const id = uuid()
  await world.storage.asTenant(programme, async (tx) => {
    const account = await tx.selectFrom('account').select('organisation_id').where('id', '=', accountId).executeTakeFirstOrThrow()
    await tx
      .insertInto('connection')
      .values({
        id,
        account_id: accountId,
        person_id: personId,
        organisation_id: account.organisation_id,
        kind: 'imap',
        settings: '{}',
        state: 'watching',
        trouble: null,
        last_seen_at: world.clock.now(),
        first_look_total: null,
        first_look_left: null,
        created_at: world.clock.now(),
        ended_at: null,
      })
      .execute()
  })
  return id
}

/** A personal address that is proven. */
export async function provenAddress(world: World, personId: string, address: string): Promise<string> {
  const id = uuid()
  await world.storage.asTenant(programme, (tx) =>
    tx
      .insertInto('account')
      .values({
        id,
        person_id: personId,
        organisation_id: null,
        kind: 'personal',
        address,
        address_folded: address,
        proven_at: world.clock.now(),
        bouncing_since: null,
        created_at: world.clock.now(),
        removed_at: null,
      })
      .execute(),
  )
  return id
}

export const finding = (id: string, evidence: Finding['evidence'] = []): Finding => ({
  id,
  severity: 'high',
  confidence: 0.9,
  technique: ['T1566.002'],
  says: `Said by ${id}.`,
  facts: {},
  evidence,
})

/** What the engine would say of a hostile mail. */
export const hostile = (campaign: Partial<Inspection['campaign']> = {}): Inspection => ({
  score: 0.97,
  verdict: 'dangerous',
  findings: [finding('mail.borrowed-name', [{ where: 'link', quote: 'https://evil.example/login' }])],
  reasons: [finding('mail.borrowed-name', [{ where: 'link', quote: 'https://evil.example/login' }])],
  weights: [{ id: 'mail.borrowed-name', kind: 'rule', points: 90 }],
  checked: ['no-files'],
  damage: [],
  campaign: { sender: 'lars|evil.example', subject: 'your mailbox is full', payload: 'evil.example/login', ...campaign },
  traces: [
    { kind: 'sender', value: 'lars@evil.example' },
    { kind: 'sender-domain', value: 'evil.example' },
  ],
  authentication: { dmarc: 'not stated', spf: 'not stated', dkim: 'not stated', signedBy: [], saidBy: 'nobody' },
  view: {
    from: 'Lars Berg <lars@evil.example>',
    to: ['marta@ruiz.example'],
    replyTo: '',
    subject: 'Your mailbox is full',
    date: '',
    text: 'hello',
    links: [],
    authentication: 'DMARC was not stated',
    hops: 2,
    attachments: [],
  },
})

export const harmless = (): Inspection => ({ ...hostile(), verdict: 'fine', score: 0.01, findings: [], reasons: [] })
