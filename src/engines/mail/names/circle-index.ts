/** The reader's circle made ready for questions: worked out once for a circle, asked for every mail. */
import { foldHomoglyphs } from '#kernel'
import type { Circle } from '../context.ts'
import { type Authority, authorities } from './authorities.ts'
import { type Brand, brands } from './brands.ts'
import { registered } from './domain.ts'
import { namesakesOf } from './nicknames.ts'
import { isWhole, type PersonName, readPersonName, type SameName, sameName } from './person-name.ts'
import { searchFor } from './search-for.ts'

export type KnownPerson = { readonly name: string; readonly addresses: ReadonlySet<string>; readonly leads: boolean; readonly role: string }
export type NameHit = { readonly person: KnownPerson; readonly how: SameName }

export type CircleIndex = {
  /** Registered domains of the organisation. */
  readonly house: ReadonlySet<string>
  /** Registered domains of vendors, brands, platforms and offices of the circle. */
  readonly domains: ReadonlySet<string>
  readonly addresses: ReadonlySet<string>
  /** The circle's names as brands: the organisation, vendors, brands, platforms, offices. */
  readonly names: readonly Brand[]
  /** Those of them that a display name mentions. */
  readonly namedIn: (folded: string) => readonly Brand[]
  /** Everything near that is worth imitating, the organisation first, with the reader's own domain before all. One list for one domain. */
  readonly near: (readerDomain: string) => readonly string[]
  /** Whom of the circle a display name may mean. */
  readonly people: (shown: PersonName) => readonly NameHit[]
  /** The public offices and donation platforms that a display name may mean to this circle. */
  readonly authoritiesIn: (folded: string) => readonly Authority[]
}

const bySameCircle = new WeakMap<Circle, CircleIndex>()
/** Threads are handed copies of the same circle, mail after mail. */
const bySameWords = new Map<string, CircleIndex>()

export function indexOf(circle: Circle): CircleIndex {
  const same = bySameCircle.get(circle)
  if (same !== undefined) return same
  const key = JSON.stringify(circle)
  const index = bySameWords.get(key) ?? makeIndex(circle)
  if (bySameWords.size > 100) bySameWords.clear()
  bySameWords.set(key, index)
  bySameCircle.set(circle, index)
  return index
}

/** A country out of the ending of the organisation's own domain, when nobody named one. */
const countryOf = (circle: Circle): string => {
  const named = circle.country?.trim().toUpperCase() ?? ''
  if (named !== '') return named === 'UK' ? 'GB' : named
  const ending = circle.organisation?.domains[0]?.split('.').at(-1)?.toUpperCase() ?? ''
  return ending === 'UK' ? 'GB' : ending.length === 2 ? ending : ''
}

const leading =
  /\b(?:chair\w*|president\w*|director\w*|treasurer|tesorer\w+|ceo|cfo|coo|founder|candidate|candidat\w+|leader|head|chief|secretary|manager|minister|senator|mayor|mp|mep|geschaftsfuhr\w+|vorsitz\w*|kandidat\w*|schatzmeister\w*|dirigeant\w*|tresori\w+|editor)\b/

function makeIndex(circle: Circle): CircleIndex {
  const { organisation, vendors, brands: own, platforms = [], offices = [] } = circle
  const house = new Set((organisation?.domains ?? []).map(clean))
  const others = [...vendors, ...own, ...platforms, ...offices].map((one) => ({ ...one, domains: domainsOf(one) }))
  const names = [...(organisation === undefined ? [] : [organisation]), ...others].map(
    (named): Brand => ({
      name: named.name,
      domains: named.domains.map((domain) => domain.toLowerCase()),
      words: [foldHomoglyphs(named.name)].filter((word) => word.length > 2),
      plainWord: false,
    }),
  )
  const people = peopleOf(circle)
  const country = countryOf(circle)
  const namesOfHouse = new Set(foldHomoglyphs(organisation?.name ?? '').split(/[^a-z0-9]+/))
  const domains = new Set(others.flatMap((one) => one.domains.map(clean)))
  const nearby = [...new Set([...house, ...domains])].filter((domain) => domain !== '')
  const lists = new Map<string, readonly string[]>()
  return {
    house,
    domains,
    addresses: new Set(people.flatMap(({ person }) => [...person.addresses])),
    names,
    namedIn: searchFor(names),
    near: (readerDomain) => {
      const known = lists.get(readerDomain)
      if (known !== undefined) return known
      const list = readerDomain === '' || house.has(readerDomain) ? nearby : [readerDomain, ...nearby]
      if (lists.size > 100) lists.clear()
      lists.set(readerDomain, list)
      return list
    },
    people: lookUp(people, namesOfHouse),
    authoritiesIn: searchFor(authorities.filter((one) => one.anywhere || one.country === country)),
  }
}

const clean = (domain: string): string => registered(domain.trim().toLowerCase().replace(/^@/, ''))

/** A brand given by its name alone has the domains that everybody knows of it. */
function domainsOf({ name, domains }: { readonly name: string; readonly domains: readonly string[] }): readonly string[] {
  if (domains.length > 0) return domains
  const folded = foldHomoglyphs(name)
  const known = [...brands, ...authorities].find((one) => foldHomoglyphs(one.name) === folded || one.words.includes(folded))
  return known?.domains ?? []
}

type Listed = { readonly person: KnownPerson; readonly name: PersonName }

/** Campaigns are called after whom they are for: `Elena Brandt for Senate`. */
const candidateOf = (brand: string): string | undefined =>
  /^((?:\p{Lu}[\p{L}'’-]+ ){1,3}\p{Lu}[\p{L}'’-]+) (?:for|para|pour|für|a la|al) \p{L}/u.exec(brand.trim())?.[1]

function peopleOf({ people, brands: named, leaders = [] }: Circle): readonly Listed[] {
  const leads = new Set(leaders)
  const candidates = named.flatMap(({ name }) => {
    const candidate = candidateOf(name)
    return candidate === undefined ? [] : [{ name: candidate, addresses: [], role: 'candidate' }]
  })
  return [...leaders, ...people, ...candidates].flatMap((one) => {
    const name = readPersonName(one.name)
    if (!isWhole(name)) return []
    const role = one.role ?? ''
    const person: KnownPerson = {
      name: one.name,
      addresses: new Set(one.addresses.map((address) => address.trim().toLowerCase())),
      leads: leads.has(one) || leading.test(foldHomoglyphs(role)),
      role,
    }
    return [{ person, name }]
  })
}

/** People by the first letter of their given name and of its nicknames' families: few are left to compare. */
function lookUp(all: readonly Listed[], house: ReadonlySet<string>): CircleIndex['people'] {
  const byFamily = new Map<string, Listed[]>()
  for (const one of all) {
    for (const word of one.name.words) {
      for (const key of keysOf(word)) byFamily.set(key, [...(byFamily.get(key) ?? []), one])
    }
  }
  return (shown) => {
    // "Jane Okafor Riverton" is Jane Okafor of Riverton.
    const words = shown.words.filter((word) => !house.has(word))
    const name = { words: words.length >= 2 ? words : shown.words }
    if (!isWhole(name)) return []
    const near = new Set(name.words.flatMap((word) => keysOf(word).flatMap((key) => byFamily.get(key) ?? [])))
    return [...near].flatMap(({ person, name: known }) => {
      const how = sameName(known, name)
      return how === undefined ? [] : [{ person, how }]
    })
  }
}

/** Both the letters a word begins with and the family of names it belongs to; enough to find it again under a nickname. */
const keysOf = (word: string): readonly string[] => [word.slice(0, 3), ...[...(namesakesOf(word) ?? [])].map((family) => `=${family}`)]
