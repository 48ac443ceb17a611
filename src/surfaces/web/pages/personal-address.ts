/** An address outside work, and the six digits that prove it. */
import { field, noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type PersonAsk, param } from '../request/ask.ts'
import { needed } from '../request/needed.ts'
import { tryForm } from '../request/try-form.ts'
import type { Key } from '../wording/words.ts'
import { mailProviderIn, providerNames } from './provider-names.ts'

export const showAddPersonal = (ask: PersonAsk): Response => showAdd(ask, '', noProblems)

export async function addPersonal(ask: PersonAsk): Promise<Response> {
  const form = await ask.form()
  const address = form.text('address').slice(0, 320)
  const problems = needed(ask.words, form, { address: ask.words.say('personal.label') })
  if (problems.size > 0) return showAdd(ask, address, problems)
  const tried = await tryForm(ask, { otherwise: 'address' }, () => ask.deps.person.addPersonal(ask.who, address))
  return tried.done ? goTo(href('/accounts/:id/prove', { id: tried.value.accountId })) : showAdd(ask, address, tried.problems)
}

function showAdd(ask: PersonAsk, address: string, problems: Problems): Response {
  const { words } = ask
  const body = html`${problemSummary(words, problems)}
<h1>${words.say('personal.title')}</h1>
<p class="lede">${words.say('personal.lede')}</p>
<form method="post" action="${href('/accounts/personal')}" class="form" novalidate>
${field({ name: 'address', label: words.say('personal.label'), type: 'email', value: address, autocomplete: 'email', problems })}
<button type="submit" class="button">${words.say('personal.button')}</button>
</form>
<p><a href="${href('/home')}">${words.say('prove.later')}</a></p>`
  return showPage(ask, { title: words.say('personal.title'), body, status: problems.size > 0 ? 422 : 200 })
}

export const showProve = (ask: PersonAsk): Promise<Response> => show(ask, noProblems)
export const showProveAgain = (ask: PersonAsk, problems: Problems): Promise<Response> => show(ask, problems)

/** Why signing in elsewhere proved nothing: the sentence of each answer that members gives. */
const whyNot = new Map<string, Extract<Key, `elsewhere.${string}`>>([
  ['provider-said-no', 'elsewhere.said-no'],
  ['provider-answer-wrong', 'elsewhere.wrong'],
  ['provider-not-reached', 'elsewhere.down'],
  ['another-account', 'elsewhere.other-account'],
  ['not-vouched-for', 'elsewhere.not-vouched'],
])

export async function prove(ask: PersonAsk): Promise<Response> {
  const code = (await ask.form()).text('code').replace(/\D/g, '')
  const tried = await tryForm(ask, { otherwise: 'code' }, async () =>
    orNotHere(await ask.deps.person.prove(ask.who, param(ask, 'id'), code)),
  )
  return tried.done ? goTo(href('/home', {}, { done: 'proven' })) : show(ask, tried.problems)
}

export async function sendProof(ask: PersonAsk): Promise<Response> {
  const id = param(ask, 'id')
  const tried = await tryForm(ask, { otherwise: 'code' }, async () => orNotHere(await ask.deps.person.sendProof(ask.who, id)))
  return tried.done ? goTo(href('/accounts/:id/prove', { id }, { sent: 'again' })) : show(ask, tried.problems)
}

async function show(ask: PersonAsk, problems: Problems): Promise<Response> {
  const { words } = ask
  const { id, address } = orNotHere(await ask.deps.person.account(ask.who, param(ask, 'id')))
  const providers = await ask.deps.elsewhere.mayVouch(address)
  const cameFrom = mailProviderIn(ask.query.get('at'))
  const why = cameFrom && whyNot.get(ask.query.get('why') ?? '')
  const body = html`${problemSummary(words, problems)}
${why && html`<p class="note" role="alert">${words.say(why, { provider: providerNames[cameFrom], address })}</p>`}
${ask.query.has('sent') && html`<p class="done" role="status">${words.say('prove.sent')}</p>`}
<h1>${words.say('prove.title')}</h1>
<p class="lede">${words.say('prove.lede', { address })}</p>
<form method="post" action="${href('/accounts/:id/prove', { id })}" class="form" novalidate>
${field({ name: 'code', label: words.say('sign-in.code'), inputmode: 'numeric', autocomplete: 'one-time-code', kind: 'short', most: 12, problems })}
<button type="submit" class="button">${words.say('prove.button')}</button>
</form>
<form method="post" action="${href('/accounts/:id/prove/send', { id })}" class="buttons"><button type="submit" class="button quiet">${words.say('prove.again')}</button>
<a class="button quiet" href="${href('/home')}">${words.say('prove.later')}</a></form>
${
  providers.length > 0 &&
  html`<form method="post" action="${href('/accounts/:id/prove/elsewhere', { id })}" class="form sheet"><h2>${words.say('elsewhere.or')}</h2>
<p>${words.say('elsewhere.says')}</p>
${providers.map((one) => html`<button type="submit" name="at" value="${one}" class="button quiet">${words.say('elsewhere.at', { provider: providerNames[one] })}</button>`)}</form>`
}`
  return showPage(ask, { title: words.say('prove.title'), body, status: problems.size > 0 ? 422 : 200 })
}
