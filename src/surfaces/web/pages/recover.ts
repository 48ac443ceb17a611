/** Somebody who lost every way in, at the door: asking, coming back with two halves, and stopping what somebody else began. */
import { field, noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import { goTo } from '../request/answers.ts'
import type { Ask } from '../request/ask.ts'
import { comeIn } from '../request/come-in.ts'
import { needed } from '../request/needed.ts'
import { tryForm } from '../request/try-form.ts'

export const showRecover = (ask: Ask): Response => show(ask, '', noProblems)

/** The same page whoever asks: what to read out, and to whom. */
export async function askToRecover(ask: Ask): Promise<Response> {
  const { words } = ask
  const form = await ask.form()
  const address = form.text('address').slice(0, 320)
  const problems = needed(words, form, { address: words.say('sign-in.address') })
  if (problems.size > 0) return show(ask, address, problems)
  const tried = await tryForm(ask, { otherwise: 'address' }, () => ask.deps.recovery.ask({ address, remote: ask.remote }))
  if (!tried.done) return show(ask, address, tried.problems)
  const body = html`<h1>${words.say('recover.asked-title')}</h1>
<p class="lede">${words.say('recover.asked-lede')}</p>
<p class="sheet evidence secret">${tried.value.reference}</p>
<ol class="how"><li>${words.say('recover.asked-1')}</li><li>${words.say('recover.asked-2')}</li><li>${words.say('recover.asked-3')}</li></ol>
<p><a class="button quiet" href="${href('/recover/finish')}">${words.say('recover.have-halves')}</a></p>`
  return showPage(ask, { title: words.say('recover.asked-title'), body })
}

function show(ask: Ask, address: string, problems: Problems): Response {
  const { words } = ask
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><h1>${words.say('recover.title')}</h1><p class="lede">${words.say('recover.lede')}</p></div>
<form method="post" action="${href('/recover')}" class="form" novalidate>
${field({ name: 'address', label: words.say('sign-in.address'), type: 'email', value: address, autocomplete: 'email', problems })}
<button type="submit" class="button">${words.say('recover.button')}</button></form>
<p><a href="${href('/recover/finish')}">${words.say('recover.have-halves')}</a></p>
<p><a href="${href('/recover/stop')}">${words.say('recover.stop-link')}</a></p>`
  return showPage(ask, { title: words.say('recover.title'), body, status: problems.size > 0 ? 422 : 200 })
}

export const showFinish = (ask: Ask): Response => finishPage(ask, { one: '', other: '', problems: noProblems })

/** Takes both halves, and goes on to a new passkey. */
export async function finish(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const typed = { one: form.text('one').slice(0, 40), other: form.text('other').slice(0, 40) }
  const problems = needed(ask.words, form, { one: ask.words.say('recover.one'), other: ask.words.say('recover.other') })
  if (problems.size > 0) return finishPage(ask, { ...typed, problems })
  const given = { ...typed, remote: ask.remote, userAgent: ask.userAgent }
  const tried = await tryForm(ask, { otherwise: 'one' }, () => ask.deps.recovery.finish(given))
  if (!tried.done) return finishPage(ask, { ...typed, problems: tried.problems })
  return comeIn(ask, href('/passkeys', {}, { done: 'recovered' }), tried.value)
}

function finishPage(ask: Ask, { one, other, problems }: { one: string; other: string; problems: Problems }): Response {
  const { words } = ask
  const half = (name: 'one' | 'other', value: string) =>
    field({ name, label: words.say(`recover.${name}`), value, autocomplete: 'off', kind: 'code', most: 40, problems })
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><h1>${words.say('recover.finish-title')}</h1><p class="lede">${words.say('recover.finish-lede')}</p></div>
<form method="post" action="${href('/recover/finish')}" class="form" novalidate>${half('one', one)}${half('other', other)}
<button type="submit" class="button">${words.say('sign-in.code-button')}</button></form>`
  return showPage(ask, { title: words.say('recover.finish-title'), body, status: problems.size > 0 ? 422 : 200 })
}

export const showStop = (ask: Ask): Response => stopPage(ask, '', noProblems)

export async function stop(ask: Ask): Promise<Response> {
  const { words } = ask
  const form = await ask.form()
  const code = form.text('code').slice(0, 40)
  const problems = needed(words, form, { code: words.say('recover.stop-code') })
  if (problems.size > 0) return stopPage(ask, code, problems)
  const tried = await tryForm(ask, { otherwise: 'code' }, () => ask.deps.recovery.stopByCode({ code, remote: ask.remote }))
  return tried.done ? goTo(href('/sign-in', {}, { done: 'recovery-stopped' })) : stopPage(ask, code, tried.problems)
}

function stopPage(ask: Ask, code: string, problems: Problems): Response {
  const { words } = ask
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><h1>${words.say('recover.stop-title')}</h1><p class="lede">${words.say('recover.stop-lede')}</p></div>
<form method="post" action="${href('/recover/stop')}" class="form" novalidate>
${field({ name: 'code', label: words.say('recover.stop-code'), value: code, autocomplete: 'off', kind: 'code', most: 40, problems })}
<button type="submit" class="button">${words.say('recover.stop')}</button></form>`
  return showPage(ask, { title: words.say('recover.stop-title'), body, status: problems.size > 0 ? 422 : 200 })
}
