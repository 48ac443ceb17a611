/** Applying: where it begins, where one goes on with it, and the way through its steps. */
import { type Application, missing, type Step, steps } from '../deps/applications.ts'
import { confirmPage } from '../parts/confirm.ts'
import { field, noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import type { Ask } from '../request/ask.ts'
import { applicationCookie, applicationToken, endedApplicationCookie } from '../request/cookies.ts'
import { tryForm } from '../request/try-form.ts'

/** The application that this browser holds; undefined when it holds none. */
export async function held(ask: Ask): Promise<{ readonly token: string; readonly application: Application } | undefined> {
  const token = applicationToken(ask.request, ask.programme.publicAddress)
  const application = token === undefined ? undefined : await ask.deps.applications.one(token)
  return token === undefined || application === undefined ? undefined : { token, application }
}

/** Where an application stands: its first open step, or what became of it. */
export const placeOf = (application: Application): Href =>
  application.state === 'draft'
    ? href('/apply/:step', { step: missing(application.answers, application)[0] ?? 'review' })
    : href('/apply/status')

/** The step after one, in their order; the rules' answer comes once their questions are answered. */
export function afterStep(step: Step): Href {
  if (step === 'product') return href('/apply/answer')
  return href('/apply/:step', { step: steps[steps.indexOf(step) + 1] ?? 'review' })
}

export async function showApply(ask: Ask): Promise<Response> {
  const { words } = ask
  const mine = await held(ask)
  const { draftDays, refusedContactDays, acceptedContactDays } = await ask.deps.applications.keeps()
  const body = html`<div class="stack-small"><h1>${words.say('apply.title')}</h1><p class="lede">${words.say('apply.lede')}</p></div>
<section class="sheet"><h2>${words.say('apply.needs')}</h2>
<ul><li>${words.say('apply.needs-mailbox')}</li><li>${words.say('apply.needs-second')}</li><li>${words.say('apply.needs-domain')}</li></ul>
<p class="soft">${words.say('apply.keeps', { draft: draftDays, refused: refusedContactDays, accepted: acceptedContactDays })}</p>
<p><a href="${href('/programme')}">${words.say('programme.title')}</a></p>
${
  mine
    ? html`<p><a class="button" href="${placeOf(mine.application)}">${words.say('apply.go-on')}</a></p>`
    : html`<form method="post" action="${href('/apply')}" class="buttons"><button type="submit" class="button">${words.say('apply.begin')}</button>
<a class="button quiet" href="${href('/apply/come-back')}">${words.say('apply.go-on')}</a></form>`
}</section>`
  return showPage(ask, { title: words.say('apply.title'), body })
}

export async function beginApply(ask: Ask): Promise<Response> {
  const mine = await held(ask)
  if (mine?.application.state === 'draft') return goTo(placeOf(mine.application))
  const { token } = await ask.deps.applications.begin(ask.words.language, ask.remote)
  return goTo(href('/apply/:step', { step: 'who' }), [applicationCookie(token, ask.programme.publicAddress)])
}

export const showComeBack = (ask: Ask): Response => comeBackPage(ask, { address: '', problems: noProblems })

export async function sendComeBackCode(ask: Ask): Promise<Response> {
  const address = (await ask.form()).text('address').slice(0, 320)
  const tried = await tryForm(ask, { otherwise: 'address' }, () => ask.deps.applications.sendComeBackCode({ address, remote: ask.remote }))
  return tried.done
    ? comeBackCodePage(ask, { address, ...tried.value, problems: noProblems })
    : comeBackPage(ask, { address, problems: tried.problems })
}

export async function comeBack(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const typed = { address: form.text('address').slice(0, 320), challenge: form.text('challenge').slice(0, 100) }
  const tried = await tryForm(ask, { otherwise: 'code' }, () =>
    ask.deps.applications.comeBack({ ...typed, code: form.text('code').slice(0, 100), remote: ask.remote }),
  )
  if (!tried.done) return comeBackCodePage(ask, { ...typed, problems: tried.problems })
  const mine = orNotHere(await ask.deps.applications.one(tried.value.token))
  return goTo(placeOf(mine), [applicationCookie(tried.value.token, ask.programme.publicAddress)])
}

type Typed = { readonly address: string; readonly problems: Problems }

function comeBackPage(ask: Ask, { address, problems }: Typed): Response {
  const { words } = ask
  const body = html`${problemSummary(words, problems)}
<h1>${words.say('apply.go-on')}</h1>
<p class="lede">${words.say('apply.come-back-lede')}</p>
<form method="post" action="${href('/apply/come-back')}" class="form" novalidate>
${field({ name: 'address', label: words.say('apply.address'), type: 'email', value: address, autocomplete: 'email', problems })}
<button type="submit" class="button">${words.say('apply.send-code')}</button></form>`
  return showPage(ask, { title: words.say('apply.go-on'), body, status: problems.size > 0 ? 422 : 200 })
}

function comeBackCodePage(ask: Ask, { address, challenge, problems }: Typed & { readonly challenge: string }): Response {
  const { words } = ask
  const body = html`${problemSummary(words, problems)}
<h1>${words.say('apply.go-on')}</h1>
<p class="lede">${words.say('apply.code-says', { address })}</p>
<form method="post" action="${href('/apply/come-back/code')}" class="form" novalidate>
<input type="hidden" name="address" value="${address}"><input type="hidden" name="challenge" value="${challenge}">
${field({ name: 'code', label: words.say('sign-in.code'), inputmode: 'numeric', autocomplete: 'one-time-code', kind: 'short', most: 12, problems })}
<button type="submit" class="button">${words.say('apply.go-on')}</button></form>
<p><a href="${href('/apply/come-back')}">${words.say('apply.code-again')}</a></p>`
  return showPage(ask, { title: words.say('apply.go-on'), body, status: problems.size > 0 ? 422 : 200 })
}

export async function askWithdraw(ask: Ask): Promise<Response> {
  const { words } = ask
  const mine = await held(ask)
  if (mine === undefined) return goTo(href('/apply'))
  return confirmPage(ask, {
    title: words.say('apply.withdraw'),
    says: words.say('apply.withdraw-says'),
    button: words.say('apply.withdraw'),
    action: href('/apply/withdraw'),
    back: placeOf(mine.application),
  })
}

export async function withdrawApply(ask: Ask): Promise<Response> {
  const mine = await held(ask)
  if (mine) await ask.deps.applications.withdraw(mine.token)
  return goTo(href('/apply', {}, { done: 'application-withdrawn' }), [endedApplicationCookie(ask.programme.publicAddress)])
}
