/** What an organisation keeps of its circle besides its people: leaders, vendors and names that mails pose as; carried in and out as `org.json`. */
import { z } from 'zod'
import { record } from '#audit'
import { refusal, type Trouble, type Who } from '#kernel'
import { readOrg, writeOrg } from '#mail'
import type { Tx } from '#storage'
import { foldDomain, readAddress } from './address.ts'
import { circleOf } from './circle.ts'
import type { MembersDeps } from './deps.ts'
import { domainNotValid } from './refusals.ts'
import { runsOrganisation, stillRuns } from './runs-organisation.ts'

export type NamedDomains = { readonly name: string; readonly domains: readonly string[] }
export type Leader = { readonly name: string; readonly addresses: readonly string[]; readonly role?: string }

export type KeptCircle = {
  /** Two letters, or empty: whose public offices are near. */
  readonly country: string
  readonly leaders: readonly Leader[]
  readonly vendors: readonly NamedDomains[]
  readonly brands: readonly NamedDomains[]
}

export type ImportedCircle = { readonly names: number }

const most = { names: 500, each: 50, letters: 200 } as const

const tooLong = (): Trouble =>
  refusal('circle-too-long', `A list may hold ${most.names} names, a name ${most.letters} letters and ${most.each} domains or addresses.`)
const countryNotValid = (): Trouble =>
  refusal('country-not-valid', 'A country is two letters, such as US, GB, DE or ES; it may stay empty.')

const stored = z.object({
  leaders: z.array(z.object({ name: z.string(), addresses: z.array(z.string()), role: z.string().exactOptional() })).catch([]),
  vendors: z.array(z.object({ name: z.string(), domains: z.array(z.string()) })).catch([]),
  brands: z.array(z.object({ name: z.string(), domains: z.array(z.string()) })).catch([]),
})

/** The organisation's circle as it is kept; undefined when it does not exist for `who`. */
export async function keptCircle({ storage }: MembersDeps, who: Who, organisationId: string): Promise<KeptCircle | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  const row = await storage.asTenant(who, (tx) => open(tx, organisationId))
  return row && { country: row.country ?? '', ...stored.parse(row) }
}

const open = (tx: Tx, organisationId: string) =>
  tx
    .selectFrom('organisation')
    .select(['name', 'country', 'leaders', 'vendors', 'brands'])
    .where('id', '=', organisationId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()

/** Keeps the lists in place of those before. False when it does not exist for `who`. Refusals `domain-not-valid`, `address-not-valid`, `country-not-valid`, `circle-too-long`. */
export async function keepCircle(deps: MembersDeps, who: Who, organisationId: string, given: KeptCircle): Promise<boolean> {
  const { storage, clock } = deps
  if (!runsOrganisation(who, organisationId)) return false
  const circle = readCircle(given)
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (!(await stillRuns(tx, who))) return false
    const kept = await tx
      .updateTable('organisation')
      .set({
        country: circle.country === '' ? null : circle.country,
        leaders: JSON.stringify(circle.leaders),
        vendors: JSON.stringify(circle.vendors),
        brands: JSON.stringify(circle.brands),
      })
      .where('id', '=', organisationId)
      .where('closed_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (kept === undefined) return false
    await record(tx, clock, {
      actor: who,
      action: 'organisation.circle',
      subject: `organisation/${organisationId}`,
      owner: { kind: 'organisation', id: organisationId },
    })
    return true
  })
}

function readCircle({ country, leaders, vendors, brands }: KeptCircle): KeptCircle {
  const code = country.trim().toUpperCase()
  if (code !== '' && !/^[A-Z]{2}$/.test(code)) throw countryNotValid()
  for (const list of [leaders, vendors, brands]) if (list.length > most.names) throw tooLong()
  return {
    country: code === 'UK' ? 'GB' : code,
    leaders: leaders.map(readLeader),
    vendors: vendors.map(readNamed),
    brands: brands.map(readNamed),
  }
}

const readName = (name: string, more: readonly string[]): string => {
  const short = name.replace(/\s+/g, ' ').trim()
  if (short === '' || short.length > most.letters || more.length > most.each) throw tooLong()
  return short
}

const readNamed = ({ name, domains }: NamedDomains): NamedDomains => ({
  name: readName(name, domains),
  domains: [
    ...new Set(
      domains.map((one) => {
        const domain = foldDomain(one.replace(/^@/, ''))
        if (domain === undefined) throw domainNotValid(one)
        return domain
      }),
    ),
  ],
})

const readLeader = ({ name, addresses, role = '' }: Leader): Leader => ({
  name: readName(name, addresses),
  addresses: [...new Set(addresses.map((one) => readAddress(one).folded))],
  ...(role.trim() !== '' && { role: role.trim().slice(0, most.letters) }),
})

/** The whole circle as `org.json`, people with their work addresses included; undefined when it does not exist for `who`. */
export async function exportOrg({ storage }: MembersDeps, who: Who, organisationId: string): Promise<string | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  const there = await storage.asTenant(who, (tx) => open(tx, organisationId))
  if (there === undefined) return undefined
  const circle = await storage.asTenant({ kind: 'programme' }, (tx) => circleOf(tx, { organisationId, personId: nobodyId }))
  return writeOrg({ circle, authserv: [] })
}

/** Nobody's own addresses are shown by it. */
const nobodyId = '00000000-0000-0000-0000-000000000000'

/**
 * Takes the circle of an `org.json`. Names of the file join those that are kept; its people who are nobody's here join the leaders, since a name can be
 * borrowed whether or not its owner has a mailbox here. The organisation's own name, domains and people stay as they are. Undefined when it does not exist
 * for `who`; refusal `unreadable-organisation` and those of `keepCircle`.
 */
export async function importOrg(deps: MembersDeps, who: Who, organisationId: string, json: string): Promise<ImportedCircle | undefined> {
  const before = await keptCircle(deps, who, organisationId)
  if (before === undefined) return undefined
  const { circle } = readOrg(json)
  const here = await deps.storage.asTenant({ kind: 'programme' }, (tx) => circleOf(tx, { organisationId, personId: nobodyId }))
  const members = new Set(here.people.map(({ name }) => keyOf(name)))
  const strangers = circle.people.filter(({ name }) => !members.has(keyOf(name)))
  const after: KeptCircle = {
    country: circle.country ?? before.country,
    leaders: joined(
      before.leaders,
      [...(circle.leaders ?? []), ...strangers].map(({ name, addresses, role }) => ({ name, addresses, ...(role && { role }) })),
    ),
    vendors: joined(before.vendors, circle.vendors),
    brands: joined(before.brands, [...circle.brands, ...(circle.platforms ?? []), ...(circle.offices ?? [])]),
  }
  const kept = await keepCircle(deps, who, organisationId, after)
  return kept ? { names: after.leaders.length + after.vendors.length + after.brands.length } : undefined
}

const keyOf = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** A name that is kept already is replaced in its place; new ones follow. */
function joined<Item extends { readonly name: string }>(before: readonly Item[], more: readonly Item[]): readonly Item[] {
  const all = new Map(before.map((one) => [keyOf(one.name), one]))
  for (const one of more) if (one.name.trim() !== '') all.set(keyOf(one.name), one)
  return [...all.values()]
}
