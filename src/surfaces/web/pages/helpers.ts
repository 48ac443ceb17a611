/** An administrator's helpers from outside: letting one in in two short steps, what they looked at, renewing and ending it. */
import { type HelperSeen, helpDays, helpPurposes } from '../deps/helping.ts'
import { chip } from '../parts/chip.ts'
import { empty } from '../parts/empty.ts'
import { field, noProblems, type Problems, problemSummary, select } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { full, moment } from '../parts/moment.ts'
import { paging } from '../parts/paging.ts'
import { linkToCopy } from '../parts/to-copy.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type AdministratorAsk, asAdministrator, pageNumber, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'

const usualDays = 30

const home = ({ organisation }: AdministratorAsk, done?: string) => href('/organisation/helpers', {}, { of: organisation.id, done })
const back = (ask: AdministratorAsk): Markup => html`<p><a href="${home(ask)}">${ask.words.say('frame.back')}</a></p>`

export async function showHelpers(ask: AdministratorAsk): Promise<Response> {
  const { words, organisation } = ask
  const of = organisation.id
  const helpers = await ask.deps.helping.list(asAdministrator(ask))
  const add = { to: href('/organisation/helpers/new', {}, { of }), name: words.say('helpers.new') }
  const title = words.say('helpers.title')
  const body = html`<div class="stack-small"><h1>${title}</h1><p class="lede">${words.say('helpers.lede', { name: organisation.name })}</p></div>
${helpers.length === 0 ? empty(words.say('helpers.none'), words.say('helpers.none-says'), add) : html`<p><a class="button" href="${add.to}">${add.name}</a></p><section class="sheet"><ul class="rows">${helpers.map((one) => row(ask, one))}</ul></section>`}
<p><a href="${href('/organisation', {}, { of })}">${words.say('frame.back')}</a></p>`
  return showPage(ask, { title, body })
}

const nameOf = ({ words }: AdministratorAsk, { name, offeredTo }: HelperSeen): string => name ?? offeredTo ?? words.say('helpers.somebody')

function whenOf({ words }: AdministratorAsk, { state, until, offeredUntil }: HelperSeen): string {
  const when = full(words.language, until)
  if (state === 'ended') return words.say('helpers.ended-at', { when })
  return state === 'helping'
    ? words.say('helping.until', { when })
    : words.say('helpers.offer-until', { when: full(words.language, offeredUntil) })
}

const stateOf = ({ words }: AdministratorAsk, { state }: HelperSeen): Markup =>
  chip(state === 'helping' ? 'care' : 'plain', words.say(`helpers.${state}`))

function row(ask: AdministratorAsk, one: HelperSeen): Markup {
  const { words, organisation } = ask
  const name = nameOf(ask, one)
  const details = href('/organisation/helpers/:helper', { helper: one.id }, { of: organisation.id })
  return html`<li><div><b>${name}</b> ${stateOf(ask, one)}<small>${words.say(`help.${one.purpose}`)} · ${whenOf(ask, one)}</small><small>${words.say('helpers.let-in-by', { who: one.letInBy })}</small></div>
<div class="buttons">${one.name !== undefined && html`<a class="button quiet small" href="${details}" aria-label="${words.say('helpers.look-named', { name })}">${words.say('helpers.look')}</a>`}
${one.state !== 'ended' && endForm(ask, one)}</div></li>`
}

const endForm = (ask: AdministratorAsk, one: HelperSeen): Markup => {
  const { words, organisation } = ask
  const to = href('/organisation/helpers/:helper/end', { helper: one.id }, { of: organisation.id })
  return html`<form method="post" action="${to}"><button type="submit" class="button quiet small" aria-label="${words.say('helpers.end-named', { name: nameOf(ask, one) })}">${words.say('helpers.end')}</button></form>`
}

type Typed = { readonly purpose: string; readonly days: number }

const readTyped = (text: (name: string) => string): Typed => ({
  purpose: helpPurposes.find((one) => one === text('purpose')) ?? '',
  days: helpDays.find((one) => String(one) === text('days')) ?? usualDays,
})

const daysSelect = ({ words }: AdministratorAsk, label: string, days: number): Markup =>
  select({
    name: 'days',
    label,
    hint: words.say('helpers.days-hint'),
    value: String(days),
    choices: helpDays.map((one) => ({ value: String(one), name: words.say('tokens.days', { days: one }) })),
  })

/** First what for and for how long; sent by GET, since nobody is let in yet. */
export const showNewHelper = (ask: AdministratorAsk): Response =>
  askWhat(
    ask,
    readTyped((name) => ask.query.get(name) ?? ''),
    noProblems,
  )

function askWhat(ask: AdministratorAsk, typed: Typed, problems: Problems): Response {
  const { words, organisation } = ask
  const title = words.say('helpers.new-title')
  const body = html`${problemSummary(words, problems)}
<h1>${title}</h1>
<form method="get" action="${href('/organisation/helpers/whom')}" class="form" novalidate><input type="hidden" name="of" value="${organisation.id}">
${select({ name: 'purpose', label: words.say('helpers.purpose'), value: typed.purpose, choices: helpPurposes.map((value) => ({ value, name: words.say(`help.${value}`) })) })}
${daysSelect(ask, words.say('helpers.days'), typed.days)}
<button type="submit" class="button">${words.say('tokens.next')}</button></form>
<dl class="promises sheet">${helpPurposes.map((one) => html`<div><dt>${words.say(`help.${one}`)}</dt><dd>${words.say(`help.${one}-opens`)}</dd></div>`)}</dl>
<p class="soft">${words.say('help.never')}</p>
${back(ask)}`
  return showPage(ask, { title, body, status: problems.size > 0 ? 422 : 200 })
}

export function askWhom(ask: AdministratorAsk): Response {
  const typed = readTyped((name) => ask.query.get(name) ?? '')
  if (typed.purpose === '') return askWhat(ask, typed, new Map([['purpose', ask.words.say('refusal.help-purpose-missing')]]))
  return whom(ask, { ...typed, address: '' }, noProblems)
}

function whom(ask: AdministratorAsk, { purpose, days, address }: Typed & { readonly address: string }, problems: Problems): Response {
  const { words } = ask
  const title = words.say('helpers.whom-title')
  const known = helpPurposes.find((one) => one === purpose)
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><h1>${title}</h1>${known && html`<p class="lede">${words.say(`help.${known}`)} · ${words.say('tokens.days', { days })}</p><p>${words.say(`help.${known}-opens`)}</p>`}</div>
<form method="post" action="${home(ask)}" class="form" novalidate><input type="hidden" name="purpose" value="${purpose}"><input type="hidden" name="days" value="${days}">
${field({ name: 'address', label: words.say('helpers.address'), hint: words.say('helpers.address-hint'), type: 'email', value: address, autocomplete: 'off', problems })}
<button type="submit" class="button">${words.say('helpers.send')}</button></form>
${back(ask)}`
  return showPage(ask, { title, body, status: problems.size > 0 ? 422 : 200 })
}

/** Shows a link once; it is the answer to the form, so no later page can show it again. */
export async function letHelperIn(ask: AdministratorAsk): Promise<Response> {
  const form = await ask.form()
  const typed = { ...readTyped((name) => form.text(name)), address: form.text('address') }
  if (typed.purpose === '') return askWhat(ask, typed, new Map([['purpose', ask.words.say('refusal.help-purpose-missing')]]))
  const tried = await tryForm(ask, { otherwise: 'address' }, () => ask.deps.helping.letIn(asAdministrator(ask), typed))
  if (!tried.done) return whom(ask, typed, tried.problems)
  const { token, offeredUntil } = tried.value
  return token === undefined ? goTo(home(ask, 'helper-asked')) : showLink(ask, token, offeredUntil)
}

function showLink(ask: AdministratorAsk, token: string, until: Date): Response {
  const { words, programme, organisation } = ask
  const link = `${programme.publicAddress}${href('/help-offer/:token', { token }).path}`
  const title = words.say('helpers.link-title')
  const body = html`<h1>${title}</h1>
<p class="lede">${words.say('helpers.link-lede', { when: full(words.language, until), name: organisation.name })}</p>
${linkToCopy(words, link)}
${back(ask)}`
  return showPage(ask, { title, body, scripts: ['copy'] })
}

export const showHelper = (ask: AdministratorAsk): Promise<Response> => showOne(ask, noProblems)

async function showOne(ask: AdministratorAsk, problems: Problems): Promise<Response> {
  const { words, now, organisation } = ask
  const id = param(ask, 'helper')
  const one = orNotHere((await ask.deps.helping.list(asAdministrator(ask))).find((helper) => helper.id === id))
  const looks = orNotHere(await ask.deps.helping.looks(asAdministrator(ask), { id, page: pageNumber(ask) }))
  const title = nameOf(ask, one)
  const of = organisation.id
  const renew = html`<form method="post" action="${href('/organisation/helpers/:helper/renew', { helper: id }, { of })}" class="form">${daysSelect(ask, words.say('helpers.renew-days'), usualDays)}
<button type="submit" class="button quiet">${words.say('helpers.renew')}</button></form>`
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><h1>${title}</h1><p class="lede">${words.say(`help.${one.purpose}`)} · ${whenOf(ask, one)}</p><p>${words.say(`help.${one.purpose}-opens`)} ${words.say('help.never')}</p></div>
${one.state === 'helping' && html`<section class="sheet">${renew}${endForm(ask, one)}</section>`}
<section class="sheet"><h2>${words.say('helpers.looks')}</h2>
${looks.rows.length === 0 ? html`<p>${words.say('helpers.looks-none')}</p>` : html`<ul class="rows">${looks.rows.map(({ at, what }) => html`<li><b>${words.say(`helped.${what}`)}</b>${moment(words.language, now, at)}</li>`)}</ul>`}</section>
${paging(words, looks, (page) => href('/organisation/helpers/:helper', { helper: id }, { of, page }))}
${back(ask)}`
  return showPage(ask, { title, body, status: problems.size > 0 ? 422 : 200 })
}

export async function renewHelper(ask: AdministratorAsk): Promise<Response> {
  const form = await ask.form()
  const { days } = readTyped((name) => form.text(name))
  const tried = await tryForm(ask, { otherwise: 'days' }, async () =>
    orNotHere(await ask.deps.helping.renew(asAdministrator(ask), { id: param(ask, 'helper'), days })),
  )
  return tried.done ? goTo(home(ask, 'helper-renewed')) : showOne(ask, tried.problems)
}

export async function endHelper(ask: AdministratorAsk): Promise<Response> {
  orNotHere(await ask.deps.helping.end(asAdministrator(ask), param(ask, 'helper')))
  return goTo(home(ask, 'helper-ended'))
}
