/** Taking part without an organisation: an address, six digits, a name. */
import { field, noProblems, type Problems, problemSummary, tick } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { goTo } from '../request/answers.ts'
import type { Ask } from '../request/ask.ts'
import { comeIn } from '../request/come-in.ts'
import { needed } from '../request/needed.ts'
import { tryForm } from '../request/try-form.ts'
import { consentVersion } from '../wording/consent-texts.ts'
import { showSecondStep } from './second-step.ts'

/** `via` is the link of a household, which opens this page where people need an invitation. */
type Typed = { readonly address: string; readonly consent: boolean; readonly via: string; readonly problems: Problems }
type TypedCode = {
  readonly address: string
  readonly via: string
  readonly challenge: string
  readonly name: string
  readonly problems: Problems
}

export async function showAlone(ask: Ask): Promise<Response> {
  if (ask.visitor) return goTo(href('/home'))
  const via = (ask.query.get('via') ?? '').slice(0, 100)
  const isInvited = via !== '' && (await ask.deps.household.link(via)) !== undefined
  const { programme } = await ask.deps.enrolment.inForce()
  if (programme.individuals !== 'open' && !isInvited) return showByInvitation(ask)
  return show(ask, { address: '', consent: false, via: isInvited ? via : '', problems: noProblems })
}

/** Mails six digits; the page is the same for an address that somebody here has. */
export async function sendAloneCode(ask: Ask): Promise<Response> {
  const { words } = ask
  const form = await ask.form()
  const typed = { address: form.text('address').slice(0, 320), consent: form.has('consent'), via: form.text('via').slice(0, 100) }
  const problems = new Map(needed(words, form, { address: words.say('alone.address') }))
  if (!typed.consent) problems.set('consent', words.say('join.consent-needed'))
  if (problems.size > 0) return show(ask, { ...typed, problems })
  const tried = await tryForm(ask, { otherwise: 'address' }, () =>
    ask.deps.door.sendAloneCode({ address: typed.address, via: typed.via, language: words.language, remote: ask.remote }),
  )
  return tried.done
    ? showCode(ask, { ...typed, ...tried.value, name: '', problems: noProblems })
    : show(ask, { ...typed, problems: tried.problems })
}

export async function enrolAlone(ask: Ask): Promise<Response> {
  const { words } = ask
  const form = await ask.form()
  const typed = {
    address: form.text('address').slice(0, 320),
    challenge: form.text('challenge').slice(0, 100),
    name: form.text('name').slice(0, 200),
    via: form.text('via').slice(0, 100),
  }
  const problems = needed(words, form, { name: words.say('join.name'), code: words.say('sign-in.code') })
  if (problems.size > 0) return showCode(ask, { ...typed, problems })
  const code = form.text('code').replace(/\D/g, '')
  const tried = await tryForm(ask, { 'name-missing': 'name', otherwise: 'code' }, () =>
    ask.deps.door.enrolAlone({
      ...typed,
      code,
      language: words.language,
      consentVersion,
      remote: ask.remote,
      userAgent: ask.userAgent,
    }),
  )
  if (!tried.done) return showCode(ask, { ...typed, problems: tried.problems })
  const signedIn = tried.value
  const next = typed.via === '' ? href('/home', {}, { done: 'alone-joined' }) : href('/shared/:token', { token: typed.via })
  if (signedIn.kind === 'second-step') return showSecondStep(ask, { ...signedIn.step, next: next.path, problems: noProblems })
  return comeIn(ask, next, signedIn.session)
}

function showByInvitation(ask: Ask): Response {
  const { words } = ask
  const body = html`<h1>${words.say('alone.title')}</h1>
<p class="lede">${words.say('refusal.not-open-to-individuals')}</p>
<p class="buttons"><a class="button quiet" href="${href('/programme')}">${words.say('programme.title')}</a><a class="button quiet" href="${href('/sign-in')}">${words.say('sign-in.title')}</a></p>`
  return showPage(ask, { title: words.say('alone.title'), body })
}

function show(ask: Ask, typed: Typed): Response {
  const { words } = ask
  const { problems } = typed
  const body = html`${problemSummary(words, problems)}
<h1>${words.say('alone.title')}</h1>
<p class="lede">${words.say('alone.lede')}</p>
${promises(ask)}
<p>${words.say('join.leave')}</p>
<form method="post" action="${href('/alone')}" class="form" novalidate>
<input type="hidden" name="via" value="${typed.via}">
${field({ name: 'address', label: words.say('alone.address'), hint: words.say('alone.address-hint'), type: 'email', value: typed.address, autocomplete: 'email', problems })}
${tick({ name: 'consent', label: words.say('join.consent'), ticked: typed.consent, problems })}
<button type="submit" class="button">${words.say('sign-in.send')}</button>
</form>`
  return showPage(ask, { title: words.say('alone.title'), body, status: problems.size > 0 ? 422 : 200 })
}

function promises({ words }: Ask): Markup {
  const part = (title: string, says: string) => html`<div><dt>${title}</dt><dd>${says}</dd></div>`
  return html`<dl class="promises sheet">${part(words.say('join.see'), words.say('join.see-says'))}${part(words.say('join.never'), words.say('join.never-says'))}${part(words.say('alone.others'), words.say('alone.others-say'))}</dl>`
}

function showCode(ask: Ask, typed: TypedCode): Response {
  const { words } = ask
  const { problems } = typed
  const body = html`${problemSummary(words, problems)}
<h1>${words.say('sign-in.code-title')}</h1>
<p class="lede">${words.say('alone.code-lede', { address: typed.address })}</p>
<form method="post" action="${href('/alone/code')}" class="form" novalidate>
<input type="hidden" name="address" value="${typed.address}">
<input type="hidden" name="challenge" value="${typed.challenge}">
<input type="hidden" name="via" value="${typed.via}">
${field({ name: 'code', label: words.say('sign-in.code'), inputmode: 'numeric', autocomplete: 'one-time-code', kind: 'short', most: 12, problems })}
${field({ name: 'name', label: words.say('join.name'), value: typed.name, autocomplete: 'name', most: 200, problems })}
<button type="submit" class="button">${words.say('join.button')}</button>
</form>
<p><a href="${href('/alone', {}, { via: typed.via })}">${words.say('sign-in.code-again')}</a></p>`
  return showPage(ask, { title: words.say('sign-in.code-title'), body, status: problems.size > 0 ? 422 : 200 })
}
