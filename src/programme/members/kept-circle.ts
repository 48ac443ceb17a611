/** What an organisation keeps of its circle besides its people: leaders, vendors and names that mails pose as; carried in and out as `org.json`. */
import { z } from 'zod'
import { record } from '#audit'
import { cut, refusal, type Trouble, type Who } from '#kernel'
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

/** The lists of a row; what is no list any more is none. */
export const keptNames = (row: unknown): Omit<KeptCircle, 'country'> => stored.parse(row)

/** The organisation's circle as it is kept; undefined when it does not exist for `who`. */
export async function keptCircle({ storage }: MembersDeps, who: Who, organisationId: string): Promise<KeptCircle | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  const row = await storage.asTenant(who, (tx) => organisationOf(tx, organisationId).executeTakeFirst())
  return row && { country: row.country ?? '', ...keptNames(row) }
}

const organisationOf = (tx: Tx, organisationId: string) =>
  tx
    .selectFrom('organisation')
    .select(['country', 'leaders', 'vendors', 'brands'])
    .where('id', '=', organisationId)
    .where('closed_at', 'is', null)

/** What is kept now, held until the transaction ends: whoever changes it at the same time waits. */
async function open(tx: Tx, organisationId: string): Promise<KeptCircle | undefined> {
  const row = await organisationOf(tx, organisationId).forUpdate().executeTakeFirst()
  return row && { country: row.country ?? '', ...keptNames(row) }
}

/** Keeps the lists in place of those before. False when it does not exist for `who`. Refusals `domain-not-valid`, `address-not-valid`, `country-not-valid`, `circle-too-long`. */
export async function keepCircle(deps: MembersDeps, who: Who, organisationId: string, given: KeptCircle): Promise<boolean> {
  const { storage, clock } = deps
  if (!runsOrganisation(who, organisationId)) return false
  const circle = readCircle(given)
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (!(await stillRuns(tx, who)) || (await open(tx, organisationId)) === undefined) return false
    await write(tx, organisationId, circle)
    await record(tx, clock, { actor: who, action: 'organisation.circle', ...about(organisationId) })
    return true
  })
}

const about = (organisationId: string) => ({
  subject: `organisation/${organisationId}`,
  owner: { kind: 'organisation', id: organisationId } as const,
})

async function write(tx: Tx, organisationId: string, { country, leaders, vendors, brands }: KeptCircle): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({
      country: country === '' ? null : country,
      leaders: JSON.stringify(leaders),
      vendors: JSON.stringify(vendors),
      brands: JSON.stringify(brands),
    })
    .where('id', '=', organisationId)
    .execute()
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

/** One line, of whole characters: the lists are kept as JSON, which holds no others. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

const readName = (name: string, more: readonly string[]): string => {
  const short = plain(name)
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
  ...(plain(role) !== '' && { role: cut(plain(role), most.letters) }),
})

/** The whole circle as `org.json`, people with their work addresses included; undefined when it does not exist for `who`. */
export async function exportOrg({ storage, clock }: MembersDeps, who: Who, organisationId: string): Promise<string | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  const there = await storage.asTenant(who, (tx) => organisationOf(tx, organisationId).executeTakeFirst())
  if (there === undefined) return undefined
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const circle = await circleOf(tx, { organisationId, personId: nobodyId })
    const rows = [circle.people, circle.leaders, circle.vendors, circle.brands].reduce((sum, list = []) => sum + list.length, 0)
    await record(tx, clock, { actor: who, action: 'organisation.export', ...about(organisationId), details: { rows } })
    return writeOrg({ circle, authserv: [] })
  })
}

/** Nobody's own addresses are shown by it. */
const nobodyId = '00000000-0000-0000-0000-000000000000'

/**
 * Takes the circle of an `org.json`, all of it or nothing. Names of the file join those that are kept; its people who are nobody's here join the leaders,
 * since a name can be borrowed whether or not its owner has a mailbox here. The organisation's own name, domains and people stay as they are. Undefined
 * when it does not exist for `who`; refusal `unreadable-organisation` and those of `keepCircle`.
 */
export async function importOrg(
  { storage, clock }: MembersDeps,
  who: Who,
  organisationId: string,
  json: string,
): Promise<ImportedCircle | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (!(await stillRuns(tx, who))) return undefined
    const before = await open(tx, organisationId)
    if (before === undefined) return undefined
    const { circle } = readOrg(json)
    const here = await circleOf(tx, { organisationId, personId: nobodyId })
    const members = new Set(here.people.map(({ name }) => keyOf(name)))
    const strangers = circle.people.filter(({ name }) => !members.has(keyOf(name)))
    const leaders = [...(circle.leaders ?? []), ...strangers].map(({ name, addresses, role }) => ({
      name,
      addresses,
      ...(role && { role }),
    }))
    const after = readCircle({
      country: circle.country ?? before.country,
      leaders: joined(before.leaders, leaders),
      vendors: joined(before.vendors, circle.vendors),
      brands: joined(before.brands, [...circle.brands, ...(circle.platforms ?? []), ...(circle.offices ?? [])]),
    })
    await write(tx, organisationId, after)
    const names = after.leaders.length + after.vendors.length + after.brands.length
    await record(tx, clock, { actor: who, action: 'organisation.import', ...about(organisationId), details: { names } })
    return { names }
  })
}

const keyOf = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** A name that is kept already is replaced in its place; new ones follow. */
function joined<Item extends { readonly name: string }>(before: readonly Item[], more: readonly Item[]): readonly Item[] {
  const all = new Map(before.map((one) => [keyOf(one.name), one]))
  for (const one of more) if (one.name.trim() !== '') all.set(keyOf(one.name), one)
  return [...all.values()]
}
