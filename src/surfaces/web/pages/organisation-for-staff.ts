/** One organisation as staff see it: its people, who may administer, and its incidents. */
import { problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { incidentTable } from '../parts/incidents.ts'
import { html } from '../parts/markup.ts'
import { addMemberForm, type MemberPaths, memberList } from '../parts/members.ts'
import { type PersonAsk, param } from '../request/ask.ts'
import {
  addMember,
  askRemoveMember,
  askTime,
  inviteMember,
  mailInvitation,
  type Place,
  removeMember,
  type Shown,
  setMemberRole,
  setMemberTime,
  showMembers,
  signMemberOut,
  withdrawLink,
} from './members.ts'

function place(ask: PersonAsk): Place {
  const id = param(ask, 'id')
  const paths: MemberPaths = {
    list: (query) => href('/organisations/:id', { id }, query),
    keep: {},
    invitations: href('/organisations/:id/invitations', { id }),
    add: href('/organisations/:id/people', { id }),
    of: (person, step) => href(`/organisations/:id/people/:person/${step}`, { id, person }),
  }
  return {
    ask,
    organisationId: id,
    paths,
    home: (done) => href('/organisations/:id', { id }, { done }),
    show: (shown) => show(ask, shown, paths),
  }
}

export const showOneOrganisation = (ask: PersonAsk): Promise<Response> => showMembers(place(ask))
export const addPerson = (ask: PersonAsk): Promise<Response> => addMember(place(ask))
export const invitePerson = (ask: PersonAsk): Promise<Response> => inviteMember(place(ask))
export const mailPerson = (ask: PersonAsk): Promise<Response> => mailInvitation(place(ask))
export const withdrawPersonsLink = (ask: PersonAsk): Promise<Response> => withdrawLink(place(ask))
export const setPersonRole = (ask: PersonAsk): Promise<Response> => setMemberRole(place(ask))
export const signPersonOut = (ask: PersonAsk): Promise<Response> => signMemberOut(place(ask))
export const askPersonsTime = (ask: PersonAsk): Promise<Response> => askTime(place(ask))
export const setPersonsTime = (ask: PersonAsk): Promise<Response> => setMemberTime(place(ask))
export const askRemovePerson = (ask: PersonAsk): Promise<Response> => askRemoveMember(place(ask))
export const removePerson = (ask: PersonAsk): Promise<Response> => removeMember(place(ask))

function show(ask: PersonAsk, { organisation, members, asked, typed }: Shown, paths: Place['paths']): Response {
  const { words } = ask
  const { incidents, watched, people } = organisation
  const body = html`${problemSummary(words, typed.problems)}
<div class="stack-small"><nav class="soft" aria-label="${words.say('incident.path')}"><a href="${href('/organisations')}">${words.say('organisations.title')}</a></nav>
<h1>${organisation.name}</h1>
<p class="lede">${words.say('organisation.lede', { watched, people })}${organisation.domains.length > 0 && html` <span class="mono">${organisation.domains.join(', ')}</span>`}</p></div>
<p class="buttons"><a class="button quiet" href="${href('/organisations/:id/circle', { id: organisation.id })}">${words.say('circle.title')}</a>
<a class="button quiet" href="${href('/organisations/:id/season', { id: organisation.id })}">${words.say('season.title')}</a>
<a class="button quiet" href="${href('/organisations/:id/value', { id: organisation.id })}">${words.say('value.title')}</a></p>
<section class="sheet" id="people"><h2>${words.say('organisation.people')}</h2>
${memberList(ask, { members, asked, all: organisation, paths })}</section>
<section class="sheet"><h2>${words.say('organisation.add')}</h2>${addMemberForm(words, typed, paths)}
<p><a href="${href('/organisations/:id/import', { id: organisation.id })}">${words.say('import.title')}</a></p></section>
<section class="sheet"><h2>${words.say('organisation.incidents')}</h2>
${incidents.length === 0 ? html`<p>${words.say('organisation.incidents-none')}</p>` : incidentTable(ask, incidents)}</section>`
  return showPage(ask, {
    title: organisation.name,
    body,
    width: 'wide',
    status: typed.problems.size > 0 ? 422 : 200,
    scripts: ['keys'],
    kind: 'staff',
  })
}
