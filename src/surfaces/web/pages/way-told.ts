/** One way to be told: the digits that were sent there, and letting it go. */
import { confirmPage } from '../parts/confirm.ts'
import { field, noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type PersonAsk, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'

export const showWay = (ask: PersonAsk): Promise<Response> => show(ask, noProblems)

export async function proveWay(ask: PersonAsk): Promise<Response> {
  const typed = (await ask.form()).text('code').slice(0, 40)
  const id = param(ask, 'id')
  const tried = await tryForm(ask, { otherwise: 'code' }, async () => orNotHere(await ask.deps.howTold.prove(ask.who, { id, typed })))
  return tried.done ? goTo(href('/how-told', {}, { done: 'way-added' })) : show(ask, tried.problems)
}

export async function sendWayDigits(ask: PersonAsk): Promise<Response> {
  const id = param(ask, 'id')
  const tried = await tryForm(ask, { otherwise: 'code' }, async () => orNotHere(await ask.deps.howTold.sendDigits(ask.who, id)))
  return tried.done ? goTo(href('/how-told/:id', { id }, { sent: 'again' })) : show(ask, tried.problems)
}

export async function askRemoveWay(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const { id, channel, shown } = await wayOf(ask)
  return confirmPage(ask, {
    title: words.say('told.remove-title', { what: `${words.say(`told.${channel}`)}, ${shown}` }),
    says: words.say('told.remove-says'),
    button: words.say('told.remove'),
    action: href('/how-told/:id/remove', { id }),
    back: href('/how-told'),
  })
}

export async function removeWay(ask: PersonAsk): Promise<Response> {
  orNotHere(await ask.deps.howTold.remove(ask.who, param(ask, 'id')))
  return goTo(href('/how-told', {}, { done: 'way-removed' }))
}

const wayOf = async (ask: PersonAsk) =>
  orNotHere((await ask.deps.howTold.mine(ask.who)).ways.find(({ id, channel }) => id === param(ask, 'id') && channel !== 'mail'))

async function show(ask: PersonAsk, problems: Problems): Promise<Response> {
  const { words } = ask
  const { id, channel, shown, state } = await wayOf(ask)
  // A browser has no digits, and what works already needs none.
  if (channel === 'push' || state === 'proven') return goTo(href('/how-told'))
  const body = html`${problemSummary(words, problems)}
${ask.query.has('sent') && html`<p class="done" role="status">${words.say('told.sent')}</p>`}
<div class="stack-small"><h1>${words.say('told.prove-title')}</h1>
<p class="lede">${words.say('told.prove-lede', { what: `${words.say(`told.${channel}`)}, ${shown}` })}</p></div>
${state === 'gone' && html`<p class="note" role="alert">${words.say('told.gone-says')}</p>`}
<form method="post" action="${href('/how-told/:id', { id })}" class="form" novalidate>
${field({ name: 'code', label: words.say('sign-in.code'), inputmode: 'numeric', autocomplete: 'one-time-code', kind: 'short', most: 12, problems })}
<button type="submit" class="button">${words.say('told.prove')}</button></form>
<form method="post" action="${href('/how-told/:id/send', { id })}" class="buttons"><button type="submit" class="button quiet">${words.say('told.again')}</button>
<a class="button quiet" href="${href('/how-told')}">${words.say('frame.back')}</a></form>`
  return showPage(ask, { title: words.say('told.prove-title'), body, status: problems.size > 0 ? 422 : 200 })
}
