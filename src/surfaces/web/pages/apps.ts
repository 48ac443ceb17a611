/** A person's code apps: add one by its square, confirm it by a first code, name, remove. */
import type { AppSeen } from '../deps/ways-in.ts'
import { confirmPage } from '../parts/confirm.ts'
import { field, noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { ago } from '../parts/moment.ts'
import { squareCode } from '../parts/square-code.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type PersonAsk, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'

export const showApps = (ask: PersonAsk): Promise<Response> => show(ask, noProblems)

/** Makes the secret, and shows it on a page of its own. */
export async function beginApp(ask: PersonAsk): Promise<Response> {
  const name = (await ask.form()).text('name').slice(0, 60) || ask.words.say('apps.default-name')
  const tried = await tryForm(ask, { otherwise: 'name' }, () => ask.deps.waysIn.beginApp(ask.who, name))
  return tried.done ? goTo(href('/apps/:id', { id: tried.value.id })) : show(ask, tried.problems)
}

export const showNewApp = (ask: PersonAsk): Promise<Response> => showWaiting(ask, noProblems)

export async function confirmApp(ask: PersonAsk): Promise<Response> {
  const code = (await ask.form()).text('code').replace(/\D/g, '').slice(0, 12)
  const id = param(ask, 'id')
  const tried = await tryForm(ask, { otherwise: 'code' }, async () =>
    orNotHere(await ask.deps.waysIn.confirmApp(ask.who, { id, code, name: '', session: ask.session })),
  )
  return tried.done
    ? goTo(href(ask.visitor.ways.recoveryCodes > 0 ? '/apps' : '/recovery-codes', {}, { done: 'app-added' }))
    : showWaiting(ask, tried.problems)
}

export async function renameApp(ask: PersonAsk): Promise<Response> {
  const name = (await ask.form()).text('name').slice(0, 60) || ask.words.say('apps.default-name')
  orNotHere(await ask.deps.waysIn.renameApp(ask.who, param(ask, 'id'), name))
  return goTo(href('/apps', {}, { done: 'app-renamed' }))
}

export async function askRemoveApp(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const app = orNotHere((await ask.deps.waysIn.apps(ask.who)).find(({ id }) => id === param(ask, 'id')))
  return confirmPage(ask, {
    title: words.say('apps.remove-title', { name: app.name }),
    says: words.say('apps.remove-says'),
    button: words.say('apps.remove'),
    action: href('/apps/:id/remove', { id: app.id }),
    back: href('/apps'),
  })
}

export async function removeApp(ask: PersonAsk): Promise<Response> {
  orNotHere(await ask.deps.waysIn.removeApp(ask.who, param(ask, 'id'), ask.session))
  return goTo(href('/apps', {}, { done: 'app-removed' }))
}

async function show(ask: PersonAsk, problems: Problems): Promise<Response> {
  const { words } = ask
  const apps = await ask.deps.waysIn.apps(ask.who)
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><h1>${words.say('apps.title')}</h1><p class="lede">${words.say('apps.lede')}</p></div>
<section class="sheet"><h2>${words.say('apps.add-title')}</h2><p>${words.say('apps.add-says')}</p>
<form method="post" action="${href('/apps')}" class="form" novalidate>
${field({ name: 'name', label: words.say('apps.name'), hint: words.say('apps.name-hint'), autocomplete: 'off', most: 60, problems })}
<button type="submit" class="button">${words.say('apps.add')}</button></form></section>
${apps.length > 0 && html`<section class="sheet"><h2>${words.say('apps.yours')}</h2><ul class="rows">${apps.map((one) => row(ask, one))}</ul></section>`}`
  return showPage(ask, { title: words.say('apps.title'), body, status: problems.size > 0 ? 422 : 200 })
}

function row({ words, now }: PersonAsk, one: AppSeen): Markup {
  const added = words.say('apps.added', { when: ago(words.language, now, one.createdAt) })
  const used = one.lastUsedAt && words.say('apps.used', { when: ago(words.language, now, one.lastUsedAt) })
  return html`<li><div><b>${one.name}</b><small>${[added, used].filter(Boolean).join(' · ')}</small></div>
<details><summary>${words.say('apps.rename')}</summary>
<form method="post" action="${href('/apps/:id/name', { id: one.id })}" class="form">
${field({ name: 'name', id: `name-${one.id}`, label: words.say('apps.rename-label', { name: one.name }), value: one.name, autocomplete: 'off', most: 60 })}
<button type="submit" class="button quiet">${words.say('apps.rename')}</button></form></details>
<a class="button quiet" href="${href('/apps/:id/remove', { id: one.id })}" aria-label="${words.say('apps.remove-named', { name: one.name })}">${words.say('apps.remove')}</a></li>`
}

async function showWaiting(ask: PersonAsk, problems: Problems): Promise<Response> {
  const { words } = ask
  const { id, secret, squares } = orNotHere(await ask.deps.waysIn.appToConfirm(ask.who, param(ask, 'id')))
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><h1>${words.say('apps.scan-title')}</h1><p class="lede">${words.say('apps.scan-lede')}</p></div>
<section class="sheet scan">${squareCode(squares, words.say('apps.square'))}
<p>${words.say('apps.secret')}</p><p class="evidence secret">${secret.replace(/(.{4})(?=.)/g, '$1 ')}</p></section>
<form method="post" action="${href('/apps/:id', { id })}" class="form" novalidate>
${field({ name: 'code', label: words.say('apps.code'), inputmode: 'numeric', autocomplete: 'one-time-code', kind: 'short', most: 12, problems })}
<button type="submit" class="button">${words.say('apps.confirm')}</button></form>
<p><a href="${href('/security')}">${words.say('apps.cancel')}</a></p>`
  return showPage(ask, { title: words.say('apps.scan-title'), body, status: problems.size > 0 ? 422 : 200 })
}
