/**
 * "Confirm that it is you", before what may not be done by whoever sits down
 * at an open screen. What was asked for goes on afterwards: a page by its
 * address, a form with what was typed into it, which this page carries along.
 */

import type { NewSession } from '../deps/door.ts'
import { field, noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href, ownPath } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { giveJson, goTo, sendOn } from '../request/answers.ts'
import type { Fields, PersonAsk } from '../request/ask.ts'
import { sessionCookie } from '../request/cookies.ts'
import { type Tried, tryForm } from '../request/try-form.ts'
import { readPasskeyAnswer } from './passkey-answer.ts'
import { proofThere } from './staff-elsewhere.ts'

/** What goes on afterwards: a page, or a form with its fields. */
type Onward = {
  readonly next: string
  readonly action: string
  readonly fields: readonly (readonly [string, string])[]
  /** The page that is next after a proof elsewhere, where no form can be taken along. */
  readonly page: string
}
type Shown = Onward & {
  readonly problems: Problems
  readonly mailed?: { readonly challenge: string; readonly address: string } | undefined
}

/** Fields of this page's own; all others belong to the form that is carried. */
const own = 'confirm-'

export function showConfirm(ask: PersonAsk): Promise<Response> {
  const next = ownPath(ask.query.get('next')).path
  return show(ask, { next, action: '', fields: [], page: next, problems: noProblems })
}

/** Instead of a page that needs a fresh proof. `carry` takes a form's fields along; without it, the page that holds the form is next. */
export async function askToConfirm(ask: PersonAsk, how: 'carry' | 'page'): Promise<Response> {
  if (ask.request.method === 'GET') return goTo(href('/confirm', {}, { next: ask.path }))
  if (how === 'page') return goTo(href('/confirm', {}, { next: ask.standsOn, again: 'yes' }))
  return show(ask, { next: '', action: ask.path, fields: (await ask.form()).all(), page: ask.standsOn, problems: noProblems })
}

export const giveConfirmChallenge = async (ask: PersonAsk): Promise<Response> => giveJson(await ask.deps.waysIn.confirmChallenge(ask.who))

/** Mails digits to whoever has nothing better, and shows the page again with a field for them. */
export async function sendConfirmCode(ask: PersonAsk): Promise<Response> {
  const onward = readOnward(await ask.form())
  const { personId } = ask.visitor
  const tried = await tryForm(ask, { otherwise: 'confirm-code' }, () => ask.deps.waysIn.sendConfirmCode({ personId, remote: ask.remote }))
  return show(ask, { ...onward, problems: tried.done ? noProblems : tried.problems, ...(tried.done && { mailed: tried.value }) })
}

/** Takes the proof, gives the session its new token, and goes on. */
export async function confirm(ask: PersonAsk): Promise<Response> {
  const form = await ask.form()
  const onward = readOnward(form)
  const tried = await prove(ask, form)
  if (!tried.done) return show(ask, { ...onward, problems: tried.problems, mailed: mailedIn(form) })
  const cookies = [sessionCookie(tried.value, ask.programme.publicAddress)]
  return onward.action === '' ? goTo(ownPath(onward.next), cookies) : sendOn(ownPath(onward.action), cookies)
}

function prove(ask: PersonAsk, form: Fields): Promise<Tried<NewSession>> {
  const who = { personId: ask.visitor.personId, session: ask.session ?? '', userAgent: ask.userAgent }
  const { waysIn } = ask.deps
  if (form.has('response')) {
    return tryForm(ask, { otherwise: 'passkey' }, () => waysIn.confirmByPasskey(who, readPasskeyAnswer(form)))
  }
  const code = form.text('confirm-code').slice(0, 40)
  const mailed = mailedIn(form)
  return tryForm(ask, { otherwise: 'confirm-code' }, () =>
    mailed ? waysIn.confirmByMail(who, { code, challenge: mailed.challenge }) : waysIn.confirmByCode(who, code),
  )
}

function mailedIn(form: Fields): Shown['mailed'] {
  const challenge = form.text('confirm-challenge').slice(0, 100)
  return challenge === '' ? undefined : { challenge, address: form.text('confirm-address').slice(0, 320) }
}

const readOnward = (form: Fields): Onward => ({
  next: form.text('confirm-next'),
  action: form.text('confirm-action'),
  fields: form.all().filter(([name]) => !name.startsWith(own)),
  page: form.text('confirm-page'),
})

async function show(ask: PersonAsk, shown: Shown): Promise<Response> {
  const { words, visitor } = ask
  const { ways } = visitor
  const typed = ways.app || ways.recoveryCodes > 0
  const kept = shown.action !== '' ? words.say('confirm.kept') : ask.query.has('again') && words.say('confirm.page')
  const body = html`${problemSummary(words, shown.problems)}
<div class="stack-small"><h1>${words.say('confirm.title')}</h1><p class="lede">${words.say('confirm.lede')}</p></div>
${kept && html`<p>${kept}</p>`}
${await proofThere(ask, shown.page, shown.action !== '')}
${ways.passkey && byPasskey(ask, shown)}
${(ways.passkey || ways.app) && typed && byCode(ask, shown)}
${!(ways.passkey || ways.app) && byMail(ask, shown)}
<p><a href="${href('/home')}">${words.say('confirm.back')}</a></p>`
  return showPage(ask, {
    title: words.say('confirm.title'),
    body,
    scripts: ['webauthn', 'passkeys'],
    status: shown.problems.size > 0 ? 422 : 200,
  })
}

const carried = ({
  next,
  action,
  fields,
  page,
}: Onward): Markup => html`<input type="hidden" name="confirm-page" value="${page}"><input type="hidden" name="confirm-next" value="${next}">
<input type="hidden" name="confirm-action" value="${action}">${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`

function byPasskey({ words }: PersonAsk, shown: Shown): Markup {
  return html`<noscript><p class="hint">${words.say('confirm.needs-script')}</p></noscript>
<form method="post" action="${href('/confirm')}" class="form" id="passkey" data-passkey="get" data-challenge="${href('/confirm/challenge').path}" data-failed="${words.say('confirm.passkey-failed')}" hidden>
${carried(shown)}<button type="submit" class="button">${words.say('confirm.passkey')}</button></form>`
}

function byCode({ words, visitor }: PersonAsk, shown: Shown): Markup {
  const { app, passkey, recoveryCodes } = visitor.ways
  const label = words.say(app ? 'confirm.app' : 'confirm.recovery-only')
  const hint = app && recoveryCodes > 0 ? words.say('confirm.recovery') : undefined
  return html`<form method="post" action="${href('/confirm')}" class="form" novalidate>${carried(shown)}
${field({ name: 'confirm-code', label, hint, autocomplete: 'one-time-code', kind: 'code', most: 40, problems: shown.problems })}
<button type="submit" class="${passkey ? 'button quiet' : 'button'}">${words.say('confirm.button')}</button></form>`
}

function byMail({ words }: PersonAsk, shown: Shown): Markup {
  const { mailed, problems } = shown
  if (mailed === undefined) {
    return html`<form method="post" action="${href('/confirm/send')}" class="form" id="confirm-code">${carried(shown)}
<p>${words.say('confirm.mail')}</p><button type="submit" class="button">${words.say('confirm.send')}</button></form>`
  }
  return html`<form method="post" action="${href('/confirm')}" class="form" novalidate>${carried(shown)}
<input type="hidden" name="confirm-challenge" value="${mailed.challenge}"><input type="hidden" name="confirm-address" value="${mailed.address}">
<p>${words.say('confirm.sent', { address: mailed.address })}</p>
${field({ name: 'confirm-code', label: words.say('confirm.code'), inputmode: 'numeric', autocomplete: 'one-time-code', kind: 'short', most: 12, problems })}
<button type="submit" class="button">${words.say('confirm.button')}</button></form>`
}
