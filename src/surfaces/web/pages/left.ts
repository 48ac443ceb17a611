/** Whose part in the organisation ended lately, and taking one of them back. */
import type { PersonLeft } from '../deps/organisations.ts'
import { field, noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { full } from '../parts/moment.ts'
import { paging } from '../parts/paging.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type AdministratorAsk, pageNumber, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'

export const showLeft = (ask: AdministratorAsk): Promise<Response> => show(ask, noProblems)

export async function takeBack(ask: AdministratorAsk): Promise<Response> {
  const { deps, who, organisation } = ask
  const endsOn = (await ask.form()).text('endsOn').slice(0, 20)
  const person = param(ask, 'person')
  const at = `endsOn-${person}`
  const tried = await tryForm(ask, { otherwise: at }, async () =>
    orNotHere(await deps.organisations.takeBack(who, organisation.id, person, endsOn)),
  )
  return tried.done ? goTo(href('/organisation', {}, { of: organisation.id, done: 'taken-back' })) : show(ask, tried.problems, endsOn)
}

async function show(ask: AdministratorAsk, problems: Problems, typed = ''): Promise<Response> {
  const { words, organisation } = ask
  const of = organisation.id
  const left = orNotHere(await ask.deps.organisations.left(ask.who, of, pageNumber(ask)))
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><p class="soft"><a href="${href('/organisation', {}, { of })}">${organisation.name}</a></p><h1>${words.say('left.title')}</h1>
<p class="lede">${words.say('left.lede')}</p></div>
${left.rows.length === 0 ? html`<p>${words.say('left.none')}</p>` : left.rows.map((one) => personLeft(ask, one, { problems, typed }))}
${paging(words, left, (page) => href('/organisation/left', {}, { of, page }))}`
  return showPage(ask, { title: words.say('left.title'), body, status: problems.size > 0 ? 422 : 200 })
}

type Typed = { readonly problems: Problems; readonly typed: string }

function personLeft({ words, organisation }: AdministratorAsk, one: PersonLeft, { problems, typed }: Typed): Markup {
  const name = `endsOn-${one.personId}`
  const mine = problems.has(name)
  return html`<section class="sheet"><h2>${one.name}</h2>
<p>${words.say(`time.${one.kind}`)} · ${words.say(`left.${one.how}`)} · ${full(words.language, one.endedAt)}</p>
<p class="soft">${words.say('left.undo-until', { when: full(words.language, one.undoUntil) })}</p>
<form method="post" action="${href('/organisation/left/:person/back', { person: one.personId }, { of: organisation.id })}" class="form" novalidate>
${field({ name: 'endsOn', id: name, label: words.say('left.ends'), type: 'date', value: mine ? typed : '', problems: new Map(mine ? [['endsOn', problems.get(name) ?? '']] : []) })}
<button type="submit" class="button quiet" aria-label="${words.say('left.back-named', { name: one.name })}">${words.say('left.back')}</button></form></section>`
}
