/** Tokens for programs: an administrator's for the organisation, an operator's for the programme. Made in two short steps, shown once, revoked at once. */
import { type Manager, organisationScopes, scopes, type TokenSeen } from '../deps/programs.ts'
import { chip } from '../parts/chip.ts'
import { confirmPage } from '../parts/confirm.ts'
import { empty } from '../parts/empty.ts'
import { field, noProblems, type Problems, problemSummary, select, tick } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { full, moment } from '../parts/moment.ts'
import { toCopy } from '../parts/to-copy.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type AdministratorAsk, asAdministrator, asStaff, type PersonAsk, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'

type Place = {
  readonly ask: PersonAsk
  readonly who: Manager
  readonly lede: string
  readonly list: (done?: string) => Href
  readonly first: Href
  readonly second: Href
  readonly revoke: (id: string) => Href
  readonly back?: Href
  /** Carried by a form that is sent by GET. */
  readonly of?: string
}

const ofOne = (ask: AdministratorAsk): Place => {
  const of = ask.organisation.id
  return {
    ask,
    who: asAdministrator(ask),
    lede: ask.words.say('tokens.lede', { name: ask.organisation.name }),
    list: (done) => href('/organisation/tokens', {}, { of, done }),
    first: href('/organisation/tokens/new', {}, { of }),
    second: href('/organisation/tokens/end', {}, { of }),
    revoke: (token) => href('/organisation/tokens/:token/revoke', { token }, { of }),
    back: href('/organisation', {}, { of }),
    of,
  }
}

const ofAll = (ask: PersonAsk): Place => ({
  ask,
  who: asStaff(ask),
  lede: ask.words.say('tokens.lede-programme'),
  list: (done) => href('/tokens', {}, { done }),
  first: href('/tokens/new'),
  second: href('/tokens/end'),
  revoke: (token) => href('/tokens/:token/revoke', { token }),
})

export const showOwnTokens = (ask: AdministratorAsk): Promise<Response> => showList(ofOne(ask))
export const showTokens = (ask: PersonAsk): Promise<Response> => showList(ofAll(ask))
export const showNewOwnToken = (ask: AdministratorAsk): Response => askWhat(ofOne(ask), typedIn(ask.query), noProblems)
export const showNewToken = (ask: PersonAsk): Response => askWhat(ofAll(ask), typedIn(ask.query), noProblems)
export const showOwnTokenEnd = (ask: AdministratorAsk): Response => askHowLong(ofOne(ask))
export const showTokenEnd = (ask: PersonAsk): Response => askHowLong(ofAll(ask))
export const makeOwnToken = (ask: AdministratorAsk): Promise<Response> => make(ofOne(ask))
export const makeToken = (ask: PersonAsk): Promise<Response> => make(ofAll(ask))
export const askRevokeOwnToken = (ask: AdministratorAsk): Promise<Response> => askRevoke(ofOne(ask))
export const askRevokeToken = (ask: PersonAsk): Promise<Response> => askRevoke(ofAll(ask))
export const revokeOwnToken = (ask: AdministratorAsk): Promise<Response> => revoke(ofOne(ask))
export const revokeToken = (ask: PersonAsk): Promise<Response> => revoke(ofAll(ask))

async function showList({ ask, who, lede, list, first, revoke: revokeAt, back }: Place): Promise<Response> {
  const { words, deps } = ask
  const tokens = await deps.programs.tokens(who)
  const add = html`<p><a class="button" href="${first}">${words.say('tokens.new')}</a></p>`
  const body = html`<div class="stack-small"><h1>${words.say('tokens.title')}</h1><p class="lede">${lede}</p></div>
${tokens.length === 0 ? empty(words.say('tokens.none'), words.say('tokens.none-says'), { to: first, name: words.say('tokens.new') }) : html`${add}<section class="sheet"><ul class="rows">${tokens.map((one) => row(ask, one, revokeAt(one.id)))}</ul></section>`}
<p class="soft">${words.say('tokens.read-on')} <a href="${href('/api/v1/openapi.json')}">openapi.json</a></p>
${back && html`<p><a href="${back}">${words.say('frame.back')}</a></p>`}`
  return showPage(ask, { title: words.say('tokens.title'), body, ...(list().path.startsWith('/tokens') && { kind: 'staff' as const }) })
}

function row({ words, now }: PersonAsk, one: TokenSeen, revokeAt: Href): Markup {
  const { language } = words
  const used = one.lastUsedAt ? html`${words.say('tokens.used')} ${moment(language, now, one.lastUsedAt)}` : words.say('tokens.unused')
  const may = one.scopes.map((scope) => words.say(`scope.${scope}`)).join(' · ')
  return html`<li><div><b>${one.name}</b>${one.state !== 'live' && html` ${chip('plain', words.say(`tokens.${one.state}`))}`}
<small>${may}</small>
<small>${words.say('tokens.made-by', { who: one.madeBy })} ${moment(language, now, one.madeAt)} · ${one.state === 'live' && html`${words.say('tokens.until', { when: full(language, one.endsAt) })} · `}${used}</small></div>
${one.state === 'live' && html`<a class="button quiet" href="${revokeAt}">${words.say('tokens.revoke')}<span class="unseen"> ${one.name}</span></a>`}</li>`
}

type Typed = { readonly name: string; readonly may: readonly string[]; readonly days: number }

const choices = [30, 90, 180, 365] as const
const usualDays = 90
const fieldOf = (scope: string): string => `may-${scope.replace(':', '-')}`

function typedIn(given: URLSearchParams): Typed {
  const days = Number(given.get('days') ?? usualDays)
  return {
    name: (given.get('name') ?? '').trim().slice(0, 100),
    may: scopes.filter((scope) => given.has(fieldOf(scope))),
    days: choices.find((one) => one === days) ?? usualDays,
  }
}

/** First what it is for; sent by GET, since nothing is made yet. */
function askWhat({ ask, who, second, list, of }: Place, typed: Typed, problems: Problems): Response {
  const { words } = ask
  const offered = who.kind === 'administrator' ? organisationScopes : scopes
  const wrong = problems.get('may')
  const body = html`${problemSummary(words, problems)}
<h1>${words.say('tokens.new-title')}</h1>
<form method="get" action="${second}" class="form" novalidate>${of && html`<input type="hidden" name="of" value="${of}">`}
${field({ name: 'name', label: words.say('tokens.name'), hint: words.say('tokens.name-hint'), value: typed.name, autocomplete: 'off', most: 100, problems })}
<fieldset class="form" id="may"${wrong && html` aria-describedby="may-problem"`}><legend>${words.say('tokens.may')}</legend>${wrong && html`<p class="problem" id="may-problem">${wrong}</p>`}
${offered.map((scope) => tick({ name: fieldOf(scope), label: words.say(`scope.${scope}`), ticked: typed.may.includes(scope) }))}</fieldset>
<button type="submit" class="button">${words.say('tokens.next')}</button></form>
<p><a href="${list()}">${words.say('frame.back')}</a></p>`
  return showPage(ask, { title: words.say('tokens.new-title'), body, status: problems.size > 0 ? 422 : 200 })
}

function missing({ words }: PersonAsk, typed: Typed): Problems {
  return new Map([
    ...(typed.name === '' ? [['name', words.say('refusal.token-name-missing')] as const] : []),
    ...(typed.may.length === 0 ? [['may', words.say('refusal.no-scope')] as const] : []),
  ])
}

function askHowLong(place: Place): Response {
  const { ask, list, first } = place
  const { words } = ask
  const typed = typedIn(ask.query)
  const problems = missing(ask, typed)
  if (problems.size > 0) return askWhat(place, typed, problems)
  const body = html`<h1>${words.say('tokens.end-title', { name: typed.name })}</h1>
<p>${typed.may.map((scope) => html`${sayScope(ask, scope)}<br>`)}</p>
<form method="post" action="${list()}" class="form" novalidate><input type="hidden" name="name" value="${typed.name}">
${typed.may.map((scope) => html`<input type="hidden" name="${fieldOf(scope)}" value="yes">`)}
${select({ name: 'days', label: words.say('tokens.how-long'), hint: words.say('tokens.how-long-hint'), value: String(usualDays), choices: choices.map((days) => ({ value: String(days), name: words.say('tokens.days', { days }) })) })}
<button type="submit" class="button">${words.say('tokens.make')}</button></form>
<p><a href="${first}">${words.say('frame.back')}</a></p>`
  return showPage(ask, { title: words.say('tokens.end-title', { name: typed.name }), body })
}

function sayScope({ words }: PersonAsk, scope: string): string {
  const known = scopes.find((one) => one === scope)
  return known === undefined ? '' : words.say(`scope.${known}`)
}

/** Shows the token once; it is the answer to the form, so no later page can show it again. */
async function make(place: Place): Promise<Response> {
  const { ask, who, list } = place
  const { words, deps } = ask
  const typed = typedIn(new URLSearchParams((await ask.form()).all().map(([name, value]) => [name, value])))
  const fields = { 'token-name-missing': 'name', otherwise: 'may' }
  const tried = await tryForm(ask, fields, () => deps.programs.makeToken(who, { name: typed.name, scopes: typed.may, days: typed.days }))
  if (!tried.done) return askWhat(place, typed, tried.problems)
  const { token, endsAt } = tried.value
  const title = words.say('tokens.made-title', { name: typed.name })
  const body = html`<h1>${title}</h1>
<p class="lede">${words.say('tokens.made-lede', { when: full(words.language, endsAt) })}</p>
${toCopy(words, { id: 'token', label: words.say('tokens.token'), value: token })}
<p><a class="button quiet" href="${list()}">${words.say('frame.back')}</a></p>`
  return showPage(ask, { title, body, scripts: ['copy'] })
}

async function askRevoke({ ask, who, revoke: revokeAt, list }: Place): Promise<Response> {
  const { words, deps } = ask
  const id = param(ask, 'token')
  const one = orNotHere((await deps.programs.tokens(who)).find((token) => token.id === id && token.state === 'live'))
  return confirmPage(ask, {
    title: words.say('tokens.revoke-title', { name: one.name }),
    says: words.say('tokens.revoke-says'),
    button: words.say('tokens.revoke'),
    action: revokeAt(id),
    back: list(),
  })
}

async function revoke({ ask, who, list }: Place): Promise<Response> {
  const how = orNotHere(await ask.deps.programs.revokeToken(who, param(ask, 'token')))
  return goTo(list(how === 'waits' ? 'change-waits' : 'token-revoked'))
}
