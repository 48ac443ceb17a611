/** An organisation's goodbye: what happens, on which day, and taking it back until then. */
import { field, noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import type { AdministratorAsk } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'

export const showLeave = (ask: AdministratorAsk): Promise<Response> => show(ask)

export async function leave(ask: AdministratorAsk): Promise<Response> {
  const of = ask.organisation.id
  const leavesOn = (await ask.form()).text('day').slice(0, 40)
  const tried = await tryForm(ask, { otherwise: 'day' }, async () =>
    orNotHere(await ask.deps.season.change(ask.who, of, { kind: 'leave', leavesOn })),
  )
  if (!tried.done) return show(ask, leavesOn, tried.problems)
  return goTo(href('/organisation/leave', {}, { of, done: tried.value === 'waits' ? 'change-waits' : 'leaving' }))
}

export async function stay(ask: AdministratorAsk): Promise<Response> {
  const of = ask.organisation.id
  orNotHere(await ask.deps.season.stay(ask.who, of))
  return goTo(href('/organisation', {}, { of, done: 'staying' }))
}

async function show(ask: AdministratorAsk, typed?: string, problems: Problems = noProblems): Promise<Response> {
  const { words, organisation } = ask
  const of = organisation.id
  const { endsOn = '' } = orNotHere(await ask.deps.season.calendar(ask.who, of))
  const leaving = await ask.deps.season.leaving(ask.who, of)
  const step = (says: string): Markup => html`<li>${says}</li>`
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><p class="soft"><a href="${href('/organisation', {}, { of })}">${words.say('frame.back')}</a></p><h1>${words.say('leave.title')}</h1><p class="lede">${words.say('leave.lede', { name: organisation.name })}</p></div>
<section class="sheet"><h2>${words.say('leave.what')}</h2><ol class="how">${step(words.say('leave.what-1'))}${step(words.say('leave.what-2'))}${step(words.say('leave.what-3'))}</ol></section>
<p class="buttons"><a class="button quiet" href="${href('/organisation/export.html', {}, { of })}" download>${words.say('export.html')}</a><a class="button quiet" href="${href('/organisation/export.json', {}, { of })}" download>${words.say('export.json')}</a></p>
${
  leaving === undefined
    ? html`<form method="post" action="${href('/organisation/leave', {}, { of })}" class="form" novalidate>
${field({ name: 'day', label: words.say('leave.day'), hint: words.say('leave.day-hint'), value: typed ?? endsOn, kind: 'short', most: 40, autocomplete: 'off', problems })}
<button type="submit" class="button danger">${words.say('leave.button')}</button></form>`
    : html`<section class="sheet"><h2>${words.say('leave.set', { day: leaving.leavesOn })}</h2><p>${words.say('leave.certificate', { days: leaving.eraseAfterDays })}</p><p class="evidence">${ask.programme.publicAddress}${href('/erasures/:id', { id: leaving.certificateId }).path}</p><form method="post" action="${href('/organisation/stay', {}, { of })}"><button type="submit" class="button">${words.say('leave.stay')}</button></form></section>`
}`
  return showPage(ask, { title: words.say('leave.title'), body, status: problems.size > 0 ? 422 : 200 })
}
