/** An administrator vouches for an applicant whose code they were read. */
import type { VouchAsked } from '../deps/applications.ts'
import { field, noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import { moment } from '../parts/moment.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type AdministratorAsk, asAdministrator, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'

type Typed = { readonly code: string; readonly problems: Problems; readonly asked?: VouchAsked }

export const showVouch = (ask: AdministratorAsk): Promise<Response> => show(ask, { code: '', problems: noProblems })

/** First whose code it is, then the word itself: two different buttons. */
export async function vouch(ask: AdministratorAsk): Promise<Response> {
  const form = await ask.form()
  const code = form.text('code').slice(0, 40)
  const { applications } = ask.deps
  const who = asAdministrator(ask)
  const isSure = form.has('sure')
  const tried = await tryForm(ask, { otherwise: 'code' }, async () => {
    const asked = await applications.vouchAsked(who, code)
    if (isSure) await applications.vouch(who, code)
    return asked
  })
  if (!tried.done) return show(ask, { code, problems: tried.problems })
  if (isSure) return goTo(href('/organisation/vouch', {}, { of: ask.organisation.id, done: 'vouched' }))
  return show(ask, { code, problems: noProblems, asked: tried.value })
}

export async function withdrawVouch(ask: AdministratorAsk): Promise<Response> {
  orNotHere(await ask.deps.applications.withdrawVouch(asAdministrator(ask), param(ask, 'id')))
  return goTo(href('/organisation/vouch', {}, { of: ask.organisation.id, done: 'vouch-withdrawn' }))
}

async function show(ask: AdministratorAsk, { code, problems, asked }: Typed): Promise<Response> {
  const { words } = ask
  const of = ask.organisation.id
  const given = await ask.deps.applications.vouches(asAdministrator(ask))
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><p class="soft"><a href="${href('/organisation', {}, { of })}">${ask.organisation.name}</a></p>
<h1>${words.say('vouch.title')}</h1><p class="lede">${words.say('vouch.lede')}</p></div>
${
  asked
    ? html`<form method="post" action="${href('/organisation/vouch', {}, { of })}" class="form sheet"><input type="hidden" name="code" value="${code}"><input type="hidden" name="sure" value="yes">
<p><strong>${words.say('vouch.is', { name: asked.name, domain: asked.domain || '–', contact: asked.contact })}</strong></p>
<p>${words.say('vouch.sure', { organisation: ask.organisation.name })}</p>
<p class="buttons"><button type="submit" class="button">${words.say('vouch.button')}</button><a class="button quiet" href="${href('/organisation/vouch', {}, { of })}">${words.say('frame.back')}</a></p></form>`
    : html`<form method="post" action="${href('/organisation/vouch', {}, { of })}" class="form" novalidate>
${field({ name: 'code', label: words.say('vouch.code'), value: code, kind: 'code', autocomplete: 'off', most: 20, problems })}
<button type="submit" class="button">${words.say('vouch.look')}</button></form>`
}
<section class="sheet"><h2>${words.say('vouch.given')}</h2>
${
  given.length === 0
    ? html`<p>${words.say('vouch.none')}</p>`
    : html`<ul class="rows">${given.map(
        (one) => html`<li><div>${one.name} <span class="soft">${moment(words.language, ask.now, one.givenAt)}</span></div>
${one.isOpen ? html`<form method="post" action="${href('/organisation/vouch/:id/withdraw', { id: one.applicationId }, { of })}"><button type="submit" class="button quiet">${words.say('vouch.take-back')}<span class="unseen"> ${one.name}</span></button></form>` : html`<span class="soft">${words.say('vouch.decided')}</span>`}</li>`,
      )}</ul>`
}</section>`
  return showPage(ask, { title: words.say('vouch.title'), body, status: problems.size > 0 ? 422 : 200 })
}
