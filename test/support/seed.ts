/**
 * A programme that is already running, made through the rooms themselves: an
 * organisation, its people, their mailboxes and the other address where each
 * is told. The product must not run on the same data meanwhile.
 */
import { availableParallelism } from 'node:os'
import { addPerson, createOrganisation, keepConnection } from '#members'
import { uuid } from '#storage'
import { readConfig } from '../../src/app/config.ts'
import { type House, openHouse } from '../../src/app/house.ts'
import { silent } from './database.ts'

export type Seeded = {
  readonly name: string
  readonly personId: string
  readonly accountId: string
  readonly work: string
  readonly personal: string
  readonly password: string
}

/** With `beside`, the house of a product that runs on this data. */
export const openHouseFor = (
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
  { beside = false } = {},
): Promise<House> =>
  openHouse(readConfig({ ...environment, BELLWETHER_DATA: dataDir, BELLWETHER_DNS: 'off' }, { cores: availableParallelism() }), silent, {
    beside,
  })

export type SeedOptions = {
  readonly organisation: string
  readonly domain: string
  readonly people: readonly string[]
  readonly imap: { readonly host: string; readonly port: number }
  readonly language?: 'en' | 'es'
}

const boxOf = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, '.')

/** Makes an operator, the organisation and its people; every mailbox is connected, every personal address proven. */
export async function seedOrganisation(house: House, options: SeedOptions): Promise<readonly Seeded[]> {
  const { storage, clock, members } = house
  const operatorId = uuid()
  const now = clock.now()
  await storage.asTenant({ kind: 'programme' }, async (tx) => {
    await tx.insertInto('person').values({ id: operatorId, name: 'Operator', created_at: now, erased_at: null }).execute()
    await tx.insertInto('staff').values({ person_id: operatorId, role: 'operator', since: now, until: null }).execute()
  })
  const desk = { kind: 'analyst', personId: operatorId } as const
  const organisation = await createOrganisation(members, desk, { name: options.organisation, kind: 'campaign', domains: [options.domain] })
  const seeded: Seeded[] = []
  for (const name of options.people) {
    const work = `${boxOf(name)}@${options.domain}`
    const personal = `${boxOf(name)}@personal.example`
    const password = `secret-${boxOf(name)}`
    const made = await addPerson(members, desk, organisation.id, { name, address: work, title: '', role: 'member' })
    if (!made) throw new Error(`${name} could not be added`)
    const { personId, accountId } = made
    await storage.asTenant({ kind: 'programme' }, (tx) =>
      tx
        .insertInto('account')
        .values({
          id: uuid(),
          person_id: personId,
          organisation_id: null,
          kind: 'personal',
          address: personal,
          address_folded: personal,
          proven_at: now,
          created_at: now,
        })
        .execute(),
    )
    const settings = { host: options.imap.host, port: options.imap.port, tls: 'none', user: work, how: 'password', trustedAuthserv: [] }
    await keepConnection(members, { kind: 'person', personId }, { accountId, settings, secret: password, consentVersion: 'test' })
    seeded.push({ name, personId, accountId, work, personal, password })
  }
  return seeded
}

/** Lets the programme send its notices to a server on this machine. */
export async function seedRelay(house: House, { host, port }: { readonly host: string; readonly port: number }): Promise<void> {
  const before = await house.settings.read()
  await house.settings.save(
    { kind: 'programme' },
    { ...before, smtp: { host, port, tls: 'none', user: '', password: '' }, fromAddress: 'notices@programme.example' },
  )
}
