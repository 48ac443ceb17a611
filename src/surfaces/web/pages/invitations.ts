/** Those who have not joined: their three words to hand over, on paper if you like, and one letter to all of them. */
import type { Member, Waiting } from '../deps/organisations.ts'
import type { Paged } from '../deps/paged.ts'
import { noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { full } from '../parts/moment.ts'
import { paging } from '../parts/paging.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type AdministratorAsk, type PersonAsk, pageNumber, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'

type Place = {
  readonly ask: PersonAsk
  readonly organisationId: string
  readonly here: (page?: number) => Href
  readonly home: (done?: string) => Href
}

const own = (ask: AdministratorAsk): Place => {
  const of = ask.organisation.id
  return {
    ask,
    organisationId: of,
    here: (page) => href('/organisation/invitations', {}, { of, page }),
    home: (done) => href('/organisation', {}, { of, done }),
  }
}
const forStaff = (ask: PersonAsk): Place => {
  const id = param(ask, 'id')
  return {
    ask,
    organisationId: id,
    here: (page) => href('/organisations/:id/invitations', { id }, { page }),
    home: (done) => href('/organisations/:id', { id }, { done }),
  }
}

export const showOwnInvitations = (ask: AdministratorAsk): Promise<Response> => show(own(ask), noProblems)
export const inviteColleagues = (ask: AdministratorAsk): Promise<Response> => invite(own(ask))
export const showInvitations = (ask: PersonAsk): Promise<Response> => show(forStaff(ask), noProblems)
export const invitePeople = (ask: PersonAsk): Promise<Response> => invite(forStaff(ask))

async function invite(place: Place): Promise<Response> {
  const { ask, organisationId, home } = place
  const tried = await tryForm(ask, { otherwise: 'people' }, async () =>
    orNotHere(await ask.deps.organisations.inviteWaiting(ask.who, organisationId)),
  )
  return tried.done ? goTo(home('invitations-mailed')) : show(place, tried.problems)
}

async function show(place: Place, problems: Problems): Promise<Response> {
  const { ask, organisationId, here, home } = place
  const { words, deps, who } = ask
  const waiting = orNotHere(await deps.organisations.waiting(who, organisationId))
  const members = orNotHere(await deps.organisations.members(who, organisationId, { search: '', page: pageNumber(ask), waiting: true }))
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><p class="soft"><a href="${home()}">${words.say('frame.back')}</a></p><h1>${words.say('invitations.title')}</h1><p class="lede">${words.say('invitations.lede')}</p></div>
${waiting.people === 0 ? html`<p>${words.say('invitations.none')}</p>` : html`${letter(place, waiting)}${table(ask, members)}${paging(words, members, (page) => here(page))}`}`
  return showPage(ask, { title: words.say('invitations.title'), body, width: 'wide', status: problems.size > 0 ? 422 : 200 })
}

const letter = ({ ask: { words }, here }: Place, { people, due }: Waiting): Markup =>
  html`<section class="sheet no-print"><h2>${words.say('invitations.letter')}</h2><p>${words.say('invitations.letter-says', { people, due })}</p>
${due > 0 && html`<form method="post" action="${here()}"><button type="submit" class="button">${words.say('invitations.button', { due })}</button></form>`}</section>`

function table({ words }: PersonAsk, { rows }: Paged<Member>): Markup {
  const say = (key: 'person' | 'phrase' | 'link') => words.say(`invitations.${key}`)
  return html`<section class="sheet"><h2>${words.say('invitations.phrases')}</h2><p class="soft">${words.say('invitations.phrases-say')}</p>
<table class="collapses"><thead><tr><th scope="col">${say('person')}</th><th scope="col">${say('phrase')}</th><th scope="col">${say('link')}</th></tr></thead><tbody>
${rows.map(
  (
    one,
  ) => html`<tr><th scope="row">${one.name}<small>${one.workAddress}</small></th><td data-label="${say('phrase')}"><b>${one.phrase}</b></td>
<td data-label="${say('link')}">${one.invitedUntil ? words.say('invitations.until', { when: full(words.language, one.invitedUntil) }) : words.say('organisation.no-link')}</td></tr>`,
)}
</tbody></table></section>`
}
