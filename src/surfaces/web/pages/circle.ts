/** The names that mails pose as: leaders, vendors, other names; kept by an administrator or by staff, carried in and out as a file. */
import type { KeptCircle } from '../deps/organisations.ts'
import { field, noProblems, type Problems, problemSummary, textArea } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import { giveFile, goTo, orNotHere } from '../request/answers.ts'
import { type AdministratorAsk, type PersonAsk, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'

/** As much as the lists may hold, and the people of a large organisation with it. */
const limitBytes = 1024 * 1024

type Place = {
  readonly ask: PersonAsk
  readonly organisationId: string
  readonly staff: boolean
  readonly keep: Href
  readonly carryOut: Href
  readonly carryIn: Href
  readonly home: (done?: string) => Href
  readonly back: Href
}

function own(ask: AdministratorAsk): Place {
  const of = ask.organisation.id
  return {
    ask,
    organisationId: of,
    staff: false,
    keep: href('/organisation/circle', {}, { of }),
    carryOut: href('/organisation/circle/org.json', {}, { of }),
    carryIn: href('/organisation/circle/import', {}, { of }),
    home: (done) => href('/organisation/circle', {}, { of, done }),
    back: href('/organisation', {}, { of }),
  }
}

function forStaff(ask: PersonAsk): Place {
  const id = param(ask, 'id')
  return {
    ask,
    organisationId: id,
    staff: true,
    keep: href('/organisations/:id/circle', { id }),
    carryOut: href('/organisations/:id/circle/org.json', { id }),
    carryIn: href('/organisations/:id/circle/import', { id }),
    home: (done) => href('/organisations/:id/circle', { id }, { done }),
    back: href('/organisations/:id', { id }),
  }
}

export const showOwnCircle = (ask: AdministratorAsk): Promise<Response> => showCircle(own(ask))
export const keepOwnCircle = (ask: AdministratorAsk): Promise<Response> => keep(own(ask))
export const exportOwnCircle = (ask: AdministratorAsk): Promise<Response> => carryOut(own(ask))
export const importOwnCircle = (ask: AdministratorAsk): Promise<Response> => carryIn(own(ask))
export const showOrganisationCircle = (ask: PersonAsk): Promise<Response> => showCircle(forStaff(ask))
export const keepOrganisationCircle = (ask: PersonAsk): Promise<Response> => keep(forStaff(ask))
export const exportOrganisationCircle = (ask: PersonAsk): Promise<Response> => carryOut(forStaff(ask))
export const importOrganisationCircle = (ask: PersonAsk): Promise<Response> => carryIn(forStaff(ask))

/** What stands in the fields: as kept, or as it was typed. */
type Typed = {
  readonly country: string
  readonly leaders: string
  readonly vendors: string
  readonly brands: string
  readonly file: string
  readonly problems: Problems
}

const read = async ({ ask, organisationId }: Place): Promise<KeptCircle> =>
  orNotHere(await ask.deps.organisations.circle(ask.who, organisationId))

const showCircle = async (place: Place): Promise<Response> => show(place, asTyped(await read(place)))

async function keep(place: Place): Promise<Response> {
  const { ask, organisationId } = place
  await read(place)
  const form = await ask.form(limitBytes)
  const typed = {
    country: form.text('country').slice(0, 20),
    leaders: form.long('leaders'),
    vendors: form.long('vendors'),
    brands: form.long('brands'),
  }
  const circle: KeptCircle = {
    country: typed.country,
    leaders: linesOf(typed.leaders).map(readLeader),
    vendors: linesOf(typed.vendors).map(readNamed),
    brands: linesOf(typed.brands).map(readNamed),
  }
  const wrongDomain = circle.brands.some(({ domains }) => domains.some((domain) => !domain.includes('.'))) ? 'brands' : 'vendors'
  const tried = await tryForm(
    ask,
    { 'country-not-valid': 'country', 'address-not-valid': 'leaders', 'domain-not-valid': wrongDomain, otherwise: 'leaders' },
    async () => orNotHere(await ask.deps.organisations.keepCircle(ask.who, organisationId, circle)),
  )
  return tried.done ? goTo(place.home('circle-kept')) : show(place, { ...typed, file: '', problems: tried.problems })
}

async function carryOut({ ask, organisationId }: Place): Promise<Response> {
  const json = orNotHere(await ask.deps.organisations.exportOrg(ask.who, organisationId))
  return giveFile('org.json', 'application/json; charset=utf-8', json)
}

async function carryIn(place: Place): Promise<Response> {
  const { ask, organisationId } = place
  const kept = await read(place)
  const file = (await ask.form(limitBytes)).long('file')
  const tried = await tryForm(ask, { otherwise: 'file' }, async () =>
    orNotHere(await ask.deps.organisations.importOrg(ask.who, organisationId, file)),
  )
  return tried.done ? goTo(place.home('circle-imported')) : show(place, { ...asTyped(kept), file, problems: tried.problems })
}

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** `Print House: printhouse.example, print-orders.example`. */
function readNamed(line: string): { readonly name: string; readonly domains: readonly string[] } {
  const colon = line.indexOf(':')
  const name = colon < 0 ? line : line.slice(0, colon)
  const rest = colon < 0 ? '' : line.slice(colon + 1)
  return { name: name.trim(), domains: rest.split(/[\s,;]+/).filter((word) => word !== '') }
}

/** `Elena Brandt (candidate): elena@brandt.example`. */
function readLeader(line: string): KeptCircle['leaders'][number] {
  const { name, domains } = readNamed(line)
  const role = /\(([^()]*)\)\s*$/.exec(name)
  return { name: role === null ? name : name.slice(0, role.index).trim(), addresses: domains, ...(role?.[1] && { role: role[1] }) }
}

const line = (name: string, more: readonly string[]): string => (more.length === 0 ? name : `${name}: ${more.join(', ')}`)

const asTyped = ({ country, leaders, vendors, brands }: KeptCircle): Typed => ({
  country,
  leaders: leaders.map(({ name, role, addresses }) => line(role ? `${name} (${role})` : name, addresses)).join('\n'),
  vendors: vendors.map(({ name, domains }) => line(name, domains)).join('\n'),
  brands: brands.map(({ name, domains }) => line(name, domains)).join('\n'),
  file: '',
  problems: noProblems,
})

function show(place: Place, typed: Typed): Response {
  const { ask } = place
  const { words } = ask
  const { problems } = typed
  const list = (name: 'leaders' | 'vendors' | 'brands') =>
    textArea({
      name,
      label: words.say(`circle.${name}`),
      hint: `${words.say(`circle.${name}-hint`)} ${words.say('circle.one-a-line')}`,
      value: typed[name],
      problems,
      rows: Math.min(20, Math.max(4, typed[name].split('\n').length + 1)),
    })
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><p class="soft"><a href="${place.back}">${words.say('circle.back')}</a></p>
<h1>${words.say('circle.title')}</h1><p class="lede">${words.say('circle.lede')}</p></div>
<section class="sheet"><form method="post" action="${place.keep}" class="form" novalidate>
${list('leaders')}${list('vendors')}${list('brands')}
${field({ name: 'country', label: words.say('circle.country'), hint: words.say('circle.country-hint'), value: typed.country, kind: 'short', most: 20, problems })}
<button type="submit" class="button">${words.say('circle.keep')}</button></form></section>
<section class="sheet"><h2>${words.say('circle.carry')}</h2><p>${words.say('circle.carry-says')}</p>
<p><a class="button quiet" href="${place.carryOut}">${words.say('circle.export')}</a></p>
<form method="post" action="${place.carryIn}" class="form" novalidate>
${textArea({ name: 'file', label: words.say('circle.import'), hint: words.say('circle.import-hint'), value: typed.file, problems, rows: 6 })}
<button type="submit" class="button quiet">${words.say('circle.import-button')}</button></form></section>`
  return showPage(ask, {
    title: words.say('circle.title'),
    body,
    width: 'wide',
    status: problems.size > 0 ? 422 : 200,
    ...(place.staff && { kind: 'staff' as const }),
  })
}
