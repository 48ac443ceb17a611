/** Leaving for good: what goes and what stays, one button; then the certificate, which anybody who has its address can check. */
import type { Certificate } from '../deps/erasure.ts'
import { chip } from '../parts/chip.ts'
import { noProblems, type Problems, problemSummary, tick } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { full } from '../parts/moment.ts'
import { giveFile, goTo, NotHere, orNotHere } from '../request/answers.ts'
import { type Ask, type PersonAsk, param } from '../request/ask.ts'
import { endedSessionCookie } from '../request/cookies.ts'
import { isId } from '../request/is-id.ts'
import { tryForm } from '../request/try-form.ts'

export const showErase = (ask: PersonAsk): Response => show(ask, noProblems)

export async function eraseMe(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  if (!(await ask.form()).has('sure')) return show(ask, new Map([['sure', words.say('erase.sure-needed')]]))
  const tried = await tryForm(ask, { otherwise: 'sure' }, async () => orNotHere(await ask.deps.erasure.eraseMe(ask.who)))
  if (!tried.done) return show(ask, tried.problems)
  return goTo(href('/erasures/:id', { id: tried.value.certificateId }), [endedSessionCookie(ask.programme.publicAddress)])
}

function show(ask: PersonAsk, problems: Problems): Response {
  const { words } = ask
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><p class="soft"><a href="${href('/privacy')}">${words.say('frame.back')}</a></p><h1>${words.say('erase.title')}</h1><p class="lede">${words.say('erase.lede')}</p></div>
<dl class="promises sheet"><div><dt>${words.say('erase.goes')}</dt><dd>${words.say('erase.goes-says')}</dd></div><div><dt>${words.say('erase.stays')}</dt><dd>${words.say('erase.stays-says')}</dd></div><div><dt>${words.say('erase.before')}</dt><dd>${words.say('erase.before-says')}</dd></div></dl>
<p class="buttons"><a class="button quiet" href="${href('/privacy/mine.html')}" download>${words.say('export.html')}</a><a class="button quiet" href="${href('/privacy/mine.json')}" download>${words.say('privacy.export-button')}</a></p>
<form method="post" action="${href('/privacy/leave')}" class="form" novalidate>
${tick({ name: 'sure', label: words.say('erase.sure'), ticked: false, problems })}
<button type="submit" class="button danger">${words.say('erase.button')}</button></form>`
  return showPage(ask, { title: words.say('erase.title'), body, status: problems.size > 0 ? 422 : 200 })
}

const read = async (ask: Ask): Promise<Certificate> => {
  const id = param(ask, 'id')
  if (!isId(id)) throw new NotHere()
  return orNotHere(await ask.deps.erasure.certificate(id))
}

export async function showCertificate(ask: Ask): Promise<Response> {
  const { words } = ask
  const one = await read(ask)
  const rows = Object.values(one.counts).reduce((sum, count) => sum + count, 0)
  const pair = (name: string, value: Markup | string): Markup => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  const body = html`<div class="stack-small"><p>${one.isGenuine ? chip('calm', words.say('certificate.genuine')) : chip('danger', words.say('certificate.changed'))}</p>
<h1>${words.say('certificate.title')}</h1><p class="lede">${words.say(`certificate.${one.subject.kind}`, { when: full(words.language, one.erasedAt), rows })}</p></div>
<section class="sheet"><h2>${words.say('certificate.keep')}</h2><p>${words.say('certificate.keep-says')}</p>
<p class="buttons"><a class="button" href="${href('/erasures/:id/certificate.json', { id: one.id })}" download>${words.say('certificate.file')}</a></p>
<dl class="pairs">${pair(words.say('certificate.number'), html`<span class="mono">${one.id}</span>`)}${pair('SHA-256', html`<span class="evidence">${one.hash}</span>`)}${pair('Ed25519', html`<span class="evidence">${one.signature}</span>`)}</dl></section>
<section class="sheet"><h2>${words.say('certificate.counts')}</h2><dl class="pairs">${Object.entries(one.counts).map(([table, count]) => pair(table, String(count)))}</dl></section>`
  return showPage(ask, { title: words.say('certificate.title'), body })
}

export async function giveCertificate(ask: Ask): Promise<Response> {
  const one = await read(ask)
  return giveFile(`erasure-${one.id}.json`, 'application/json; charset=utf-8', `${JSON.stringify(one, null, 2)}\n`)
}
