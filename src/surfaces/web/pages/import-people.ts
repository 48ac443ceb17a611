/** Adding many people from a list: what it would do first, then one button. For administrators and for staff. */
import type { ImportPlan } from '../deps/organisations.ts'
import { noProblems, type Problems, problemSummary, textArea, tick } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type AdministratorAsk, type PersonAsk, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'

/** Five thousand people with titles, and what a browser makes of them on the way. */
const limitBytes = 4 * 1024 * 1024

type Place = { readonly ask: PersonAsk; readonly organisationId: string; readonly here: Href; readonly home: (done?: string) => Href }

const own = (ask: AdministratorAsk): Place => {
  const of = ask.organisation.id
  return {
    ask,
    organisationId: of,
    here: href('/organisation/import', {}, { of }),
    home: (done) => href('/organisation', {}, { of, done }),
  }
}
const forStaff = (ask: PersonAsk): Place => {
  const id = param(ask, 'id')
  return {
    ask,
    organisationId: id,
    here: href('/organisations/:id/import', { id }),
    home: (done) => href('/organisations/:id', { id }, { done }),
  }
}

export const showOwnImport = (ask: AdministratorAsk): Promise<Response> => showImport(own(ask))
export const importColleagues = (ask: AdministratorAsk): Promise<Response> => importList(own(ask))
export const showStaffImport = (ask: PersonAsk): Promise<Response> => showImport(forStaff(ask))
export const importForStaff = (ask: PersonAsk): Promise<Response> => importList(forStaff(ask))

async function showImport(place: Place): Promise<Response> {
  orNotHere(await place.ask.deps.organisations.one(place.ask.who, place.organisationId))
  return show(place, { text: '', problems: noProblems })
}

async function importList(place: Place): Promise<Response> {
  const { ask, organisationId } = place
  const { organisations } = ask.deps
  const form = await ask.form(limitBytes)
  const text = form.long('list')
  if (!form.has('sure'))
    return show(place, { text, problems: noProblems, plan: orNotHere(await organisations.planImport(ask.who, organisationId, text)) })
  const tried = await tryForm(ask, { otherwise: 'byMail' }, async () =>
    orNotHere(await organisations.importPeople(ask.who, organisationId, { text, byMail: form.has('byMail') })),
  )
  if (tried.done && tried.value.problems.length === 0) return goTo(place.home('people-imported'))
  const plan = tried.done ? tried.value : orNotHere(await organisations.planImport(ask.who, organisationId, text))
  return show(place, { text, problems: tried.done ? noProblems : tried.problems, plan })
}

type Shown = { readonly text: string; readonly problems: Problems; readonly plan?: ImportPlan }

function show({ ask, here, home }: Place, { text, problems, plan }: Shown): Response {
  const { words } = ask
  const wrong = plan !== undefined && plan.problems.length > 0
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><p class="soft"><a href="${home()}">${words.say('frame.back')}</a></p><h1>${words.say('import.title')}</h1><p class="lede">${words.say('import.lede')}</p></div>
${
  wrong &&
  html`<section class="problems" role="alert"><p class="heading">${words.say('import.wrong')}</p><ul>${plan.problems.slice(0, 50).map(({ row, code, quote }) => html`<li>${words.say(`import.${code}`, { row, quote })}</li>`)}</ul></section>`
}
${
  plan &&
  !wrong &&
  html`<form method="post" action="${here}" class="form sheet" novalidate><input type="hidden" name="list" value="${text}"><input type="hidden" name="sure" value="yes">
<p role="status">${words.say('import.would', { added: plan.added, there: plan.there })}</p>
${plan.added > 0 && html`${tick({ name: 'byMail', label: words.say('import.by-mail'), problems })}<button type="submit" class="button">${words.say('import.button', { count: plan.added })}</button>`}</form>`
}
<form method="post" action="${here}" class="form" novalidate>
${textArea({ name: 'list', label: words.say('import.list'), hint: words.say('import.hint'), value: text, rows: 10, mono: true })}
<button type="submit" class="button${plan && !wrong && html` quiet`}">${words.say('import.look')}</button></form>`
  return showPage(ask, { title: words.say('import.title'), body, status: wrong || problems.size > 0 ? 422 : 200 })
}
