/** A helper's pages: who asks, whom they help, and what their purpose opens of that organisation. */
import { type Help, type HelpAsked, type HelpPage, pagesOfPurpose } from '../deps/helping.ts'
import { empty } from '../parts/empty.ts'
import { noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { watchChip } from '../parts/members.ts'
import { full, moment } from '../parts/moment.ts'
import { paging } from '../parts/paging.ts'
import { searchForm } from '../parts/search-form.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type Ask, type HelperAsk, type PersonAsk, pageNumber, param, search } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'
import { languageNames } from '../wording/language-names.ts'
import { linkTooOld } from './link-too-old.ts'

export const showHelping = (ask: PersonAsk): Promise<Response> => show(ask, noProblems)

async function show(ask: PersonAsk, problems: Problems): Promise<Response> {
  const { words } = ask
  const { asked, now } = await ask.deps.helping.mine(ask.who)
  const title = words.say('helping.title')
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><h1>${title}</h1><p class="lede">${words.say('helping.lede')}</p></div>
${asked.length > 0 && html`<section class="sheet"><h2>${words.say('helping.asked')}</h2><ul class="rows">${asked.map((one) => askedRow(ask, one))}</ul><p class="soft">${words.say('helping.they-see')}</p></section>`}
${now.length > 0 && html`<section class="sheet"><h2>${words.say('helping.now')}</h2><ul class="rows">${now.map((one) => helpRow(ask, one))}</ul></section>`}
${asked.length + now.length === 0 && empty(words.say('helping.none'), words.say('helping.none-says'))}
<p><a href="${href('/home')}">${words.say('frame.back')}</a></p>`
  return showPage(ask, { title, body, status: problems.size > 0 ? 422 : 200 })
}

const about = ({ words }: Ask, { purpose, until }: HelpAsked): Markup =>
  html`<small>${words.say(`help.${purpose}`)} · ${words.say('helping.until', { when: full(words.language, until) })}</small><small>${words.say(`help.${purpose}-opens`)}</small>`

const send = (to: Href, label: string, named: string, kind: string): Markup =>
  html`<form method="post" action="${to}"><button type="submit" class="${kind}" aria-label="${named}">${label}</button></form>`

function askedRow(ask: PersonAsk, one: Help): Markup {
  const { id, organisation, letInBy } = one
  const { words } = ask
  return html`<li><div><b>${organisation}</b><small>${words.say('helping.asked-by', { who: letInBy, organisation })}</small>${about(ask, one)}</div>
<div class="buttons">${send(href('/helping/:id/accept', { id }), words.say('helping.accept'), words.say('helping.accept-named', { organisation }), 'button small')}
${send(href('/helping/:id/leave', { id }), words.say('helping.refuse'), words.say('helping.refuse-named', { organisation }), 'button quiet small')}</div></li>`
}

function helpRow(ask: PersonAsk, one: Help): Markup {
  const { id, organisation } = one
  const { words } = ask
  return html`<li><div><a href="${href('/helping/:id', { id })}"><b>${organisation}</b></a>${about(ask, one)}</div>
${send(href('/helping/:id/leave', { id }), words.say('helping.leave'), words.say('helping.leave-named', { organisation }), 'button quiet small')}</li>`
}

export async function acceptOffer(ask: PersonAsk): Promise<Response> {
  const id = param(ask, 'id')
  orNotHere((await ask.deps.helping.mine(ask.who)).asked.find((one) => one.id === id))
  const tried = await tryForm(ask, { otherwise: 'content' }, () => ask.deps.helping.accept(ask.who, { id }))
  return tried.done ? goTo(href('/helping', {}, { done: 'help-accepted' })) : show(ask, tried.problems)
}

/** Ends my own help, or turns an offer down. */
export async function leave(ask: PersonAsk): Promise<Response> {
  orNotHere(await ask.deps.helping.leave(ask.who, param(ask, 'id')))
  return goTo(href('/helping', {}, { done: 'help-left' }))
}

const offerTooOld = (ask: Ask): Response => linkTooOld(ask, ask.words.say('refusal.help-not-open'))

export async function showOffer(ask: Ask): Promise<Response> {
  const asked = await ask.deps.helping.asked(param(ask, 'token'))
  return asked === undefined ? offerTooOld(ask) : offer(ask, asked, noProblems)
}

export async function acceptByLink(ask: PersonAsk): Promise<Response> {
  const token = param(ask, 'token')
  const asked = await ask.deps.helping.asked(token)
  if (asked === undefined) return offerTooOld(ask)
  const tried = await tryForm(ask, { otherwise: 'content' }, () => ask.deps.helping.accept(ask.who, { token }))
  return tried.done ? goTo(href('/helping', {}, { done: 'help-accepted' })) : offer(ask, asked, tried.problems)
}

function offer(ask: Ask, asked: HelpAsked, problems: Problems): Response {
  const { words, visitor } = ask
  const { organisation, letInBy } = asked
  const token = param(ask, 'token')
  const title = words.say('offer.title', { organisation })
  const next = href('/help-offer/:token', { token }).path
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><h1>${title}</h1><p class="lede">${words.say('helping.asked-by', { who: letInBy, organisation })}</p></div>
<div class="sheet">${about(ask, asked)}<p>${words.say('help.never')}</p><p class="soft">${words.say('helping.they-see')}</p></div>
${
  visitor
    ? html`<form method="post" action="${href('/help-offer/:token/accept', { token })}" class="form"><p class="soft">${words.say('shared.as', { name: visitor.name })}</p><button type="submit" class="button">${words.say('helping.accept')}</button></form>`
    : html`<p class="buttons"><a class="button" href="${href('/sign-in', {}, { next })}">${words.say('shared.sign-in')}</a><a class="button quiet" href="${href('/alone')}">${words.say('alone.title')}</a></p>`
}`
  return showPage(ask, { title, body, status: problems.size > 0 ? 422 : 200 })
}

const ways: Readonly<Record<HelpPage, (id: string) => Href>> = {
  people: (id) => href('/helping/:id/people', { id }),
  connections: (id) => href('/helping/:id/connections', { id }),
  languages: (id) => href('/helping/:id/languages', { id }),
}

export async function showHelped(ask: HelperAsk): Promise<Response> {
  const { words, help } = ask
  const { people, administrators } = orNotHere(await ask.deps.helping.overview(ask.who))
  const inside = html`<p>${words.say('helped.count', { people })}</p>
${administrators.length > 0 && html`<p>${words.say('helped.administrators', { names: administrators.join(', ') })}</p>`}
${help.purpose === 'set-up' && help.domains.length > 0 && html`<p>${words.say('helped.domains', { domains: help.domains.join(', ') })}</p>`}
<p class="buttons">${pagesOfPurpose[help.purpose].map((page) => html`<a class="button" href="${ways[page](help.id)}">${words.say(`helped.${page}`)}</a>`)}</p>
<p class="soft">${words.say('help.never')}</p>`
  return page(ask, help.organisation, html`<section class="sheet">${inside}</section>`, href('/helping'))
}

function page(ask: HelperAsk, title: string, inside: Markup, back = href('/helping/:id', { id: ask.help.id })): Response {
  const { words, help } = ask
  const { organisation, purpose, until } = help
  const lede = words.say('helped.lede', { purpose: words.say(`help.${purpose}`), when: full(words.language, until), organisation })
  const body = html`<div class="stack-small"><h1>${title}</h1><p class="lede">${lede}</p></div>
${inside}
<p><a href="${back}">${words.say('frame.back')}</a></p>`
  return showPage(ask, { title, body, width: 'wide' })
}

export async function showHelpedPeople(ask: HelperAsk): Promise<Response> {
  const { words, help } = ask
  const { id } = help
  const asked = { search: search(ask), page: pageNumber(ask) }
  const people = orNotHere(await ask.deps.helping.people(ask.who, asked))
  const withPasskey = help.purpose === 'sign-in'
  const yesNo = (yes: boolean) => words.say(yes ? 'organisation.yes' : 'organisation.no')
  const head = [words.say('organisation.person'), words.say('helped.address'), words.say('helped.joined')]
  const table = html`<table class="collapses"><thead><tr>${[...head, ...(withPasskey ? [words.say('organisation.passkey')] : [])].map((one) => html`<th scope="col">${one}</th>`)}</tr></thead><tbody>
${people.rows.map((one) => html`<tr><th scope="row">${one.name}${one.administrator && html`<small>${words.say('organisation.administrator')}</small>`}</th><td data-label="${words.say('helped.address')}" class="address">${one.workAddress ?? ''}</td><td data-label="${words.say('helped.joined')}">${yesNo(one.joined)}</td>${withPasskey && html`<td data-label="${words.say('organisation.passkey')}">${yesNo(one.passkey === true)}</td>`}</tr>`)}</tbody></table>`
  const inside = html`${searchForm(words, { action: ways.people(id), label: words.say('organisation.search'), value: asked.search })}
<section class="sheet flush">${people.rows.length === 0 ? html`<p class="soft">${words.say('organisation.nobody-like-that')}</p>` : table}</section>
${paging(words, people, (number) => href('/helping/:id/people', { id }, { search: asked.search, page: number }))}`
  return page(ask, words.say('helped.people'), inside)
}

export async function showHelpedConnections(ask: HelperAsk): Promise<Response> {
  const { words, help, now } = ask
  const list = orNotHere(await ask.deps.helping.connections(ask.who, { page: pageNumber(ask) }))
  const label = { mailbox: words.say('organisation.mailbox'), seen: words.say('helped.seen') }
  const table = html`<table class="collapses"><thead><tr><th scope="col">${words.say('organisation.person')}</th><th scope="col">${label.mailbox}</th><th scope="col">${label.seen}</th></tr></thead><tbody>
${list.rows.map((one) => html`<tr><th scope="row">${one.name}<small class="address">${one.workAddress}</small></th><td data-label="${label.mailbox}">${watchChip(words, one.state)}${one.trouble && html`<small class="trouble">${one.trouble}</small>`}</td><td data-label="${label.seen}">${one.lastSeenAt ? moment(words.language, now, one.lastSeenAt) : words.say('organisation.no')}</td></tr>`)}</tbody></table>`
  const inside = html`<section class="sheet flush">${list.rows.length === 0 ? html`<p class="soft">${words.say('helped.none')}</p>` : table}</section>
${paging(words, list, (number) => href('/helping/:id/connections', { id: help.id }, { page: number }))}`
  return page(ask, words.say('helped.connections'), inside)
}

export async function showHelpedLanguages(ask: HelperAsk): Promise<Response> {
  const { words } = ask
  const rows = orNotHere(await ask.deps.helping.languages(ask.who))
  const inside = html`<section class="sheet">${rows.length === 0 ? html`<p class="soft">${words.say('helped.none')}</p>` : html`<ul class="rows">${rows.map(({ language, people }) => html`<li><b lang="${language}">${languageNames[language]}</b><span>${people}</span></li>`)}</ul>`}</section>`
  return page(ask, words.say('helped.languages'), inside)
}
