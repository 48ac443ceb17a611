/** A person's passkeys: add, name, remove. Adding needs the browser module; all else works without. */
import type { PasskeySeen } from '../deps/door.ts'
import { confirmPage } from '../parts/confirm.ts'
import { field, noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href, ownPath } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { ago } from '../parts/moment.ts'
import { giveJson, goTo, orNotHere } from '../request/answers.ts'
import { type PersonAsk, param } from '../request/ask.ts'
import { sessionCookie } from '../request/cookies.ts'
import { tryForm } from '../request/try-form.ts'
import { readPasskeyAnswer } from './passkey-answer.ts'

export const showPasskeys = (ask: PersonAsk): Promise<Response> => show(ask, noProblems, ask.query.get('next') ?? '')

export const giveNewChallenge = async (ask: PersonAsk): Promise<Response> => giveJson(await ask.deps.door.newPasskeyChallenge(ask.who))

export async function addPasskey(ask: PersonAsk): Promise<Response> {
  const form = await ask.form()
  const name = form.text('name').slice(0, 60) || ask.words.say('passkeys.default-name')
  const next = form.text('next')
  const tried = await tryForm(ask, { otherwise: 'name' }, () =>
    ask.deps.door.addPasskey(ask.who, { ...readPasskeyAnswer(form), name, session: ask.session, userAgent: ask.userAgent }),
  )
  if (!tried.done) return show(ask, tried.problems, next)
  const cookies = tried.value ? [sessionCookie(tried.value, ask.programme.publicAddress)] : []
  return goTo(next === '' ? href(afterwards(ask), {}, { done: 'passkey-added' }) : ownPath(next), cookies)
}

/** Where the first days go on: the operator to the settings, everybody else home. */
function afterwards(ask: PersonAsk): '/settings' | '/home' | '/passkeys' {
  if (ask.visitor.ways.passkey) return '/passkeys'
  return ask.visitor.staff === 'operator' && !ask.programme.setUp ? '/settings' : '/home'
}

export async function renamePasskey(ask: PersonAsk): Promise<Response> {
  const name = (await ask.form()).text('name').slice(0, 60)
  if (name !== '') orNotHere(await ask.deps.door.renamePasskey(ask.who, param(ask, 'id'), name))
  return goTo(href('/passkeys', {}, { done: 'passkey-renamed' }))
}

export async function askRemovePasskey(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const passkey = orNotHere((await ask.deps.door.passkeys(ask.who)).find(({ id }) => id === param(ask, 'id')))
  return confirmPage(ask, {
    title: words.say('passkeys.remove-title', { name: passkey.name }),
    says: words.say('passkeys.remove-says'),
    button: words.say('passkeys.remove'),
    action: href('/passkeys/:id/remove', { id: passkey.id }),
    back: href('/passkeys'),
  })
}

export async function removePasskey(ask: PersonAsk): Promise<Response> {
  orNotHere(await ask.deps.door.removePasskey(ask.who, param(ask, 'id'), ask.session))
  return goTo(href('/passkeys', {}, { done: 'passkey-removed' }))
}

/** `next` is the page that waits for a passkey. */
async function show(ask: PersonAsk, problems: Problems, next: string): Promise<Response> {
  const passkeys = await ask.deps.door.passkeys(ask.who)
  return showPage(ask, {
    title: ask.words.say('passkeys.title'),
    body: view(ask, passkeys, problems, next),
    scripts: ['webauthn', 'passkeys'],
    status: problems.size > 0 ? 422 : 200,
  })
}

function view(ask: PersonAsk, passkeys: readonly PasskeySeen[], problems: Problems, next: string): Markup {
  const { words } = ask
  return html`${problemSummary(words, problems)}
${ask.query.has('welcome') && html`<p class="done" role="status">${words.say('passkeys.welcome')}</p>`}
<div class="stack-small"><h1>${words.say('passkeys.title')}</h1>
<p class="lede">${words.say('passkeys.lede')}</p></div>
<section class="sheet"><h2>${words.say('passkeys.add')}</h2>
${passkeys.length === 0 && html`<p>${words.say('passkeys.none')}</p>`}
<noscript><p class="hint">${words.say('passkeys.needs-script')}</p></noscript>
<form method="post" action="${href('/passkeys')}" class="form" data-passkey="create" data-challenge="${href('/passkeys/challenge').path}" data-failed="${words.say('passkeys.failed')}" hidden>
${next !== '' && html`<input type="hidden" name="next" value="${next}">`}
${field({ name: 'name', label: words.say('passkeys.name'), hint: words.say('passkeys.name-hint'), value: '', autocomplete: 'off', most: 60, problems })}
<button type="submit" class="button">${words.say('passkeys.add')}</button>
</form>
${passkeys.length === 0 && html`<p><a href="${href('/')}">${words.say('passkeys.later')}</a></p>`}
</section>
${passkeys.length > 0 && html`<section class="sheet"><h2>${words.say('passkeys.yours')}</h2><ul class="rows">${passkeys.map((one) => row(ask, one))}</ul></section>`}`
}

function row({ words, now }: PersonAsk, one: PasskeySeen): Markup {
  const added = words.say('passkeys.added', { when: ago(words.language, now, one.createdAt) })
  const used = one.lastUsedAt && words.say('passkeys.used', { when: ago(words.language, now, one.lastUsedAt) })
  return html`<li><div><b>${one.name}</b><small>${[added, used].filter(Boolean).join(' · ')}</small></div>
<details><summary>${words.say('passkeys.rename')}</summary>
<form method="post" action="${href('/passkeys/:id/name', { id: one.id })}" class="form">
${field({ name: 'name', id: `name-${one.id}`, label: words.say('passkeys.rename-label', { name: one.name }), value: one.name, autocomplete: 'off', most: 60 })}
<button type="submit" class="button quiet">${words.say('passkeys.rename')}</button></form></details>
<a class="button quiet" href="${href('/passkeys/:id/remove', { id: one.id })}" aria-label="${words.say('passkeys.remove-named', { name: one.name })}">${words.say('passkeys.remove')}</a></li>`
}
