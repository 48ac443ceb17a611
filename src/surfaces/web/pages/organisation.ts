/** An administrator's own organisation: who is protected, what is open, invite and say goodbye. */
import { problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { incidentTable } from '../parts/incidents.ts'
import { html, type Markup } from '../parts/markup.ts'
import { addMemberForm, type MemberPaths, memberList } from '../parts/members.ts'
import type { AdministratorAsk } from '../request/ask.ts'
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
import { secondWaySoon } from './second-way.ts'

function place(ask: AdministratorAsk): Place {
  const of = ask.organisation.id
  const paths: MemberPaths = {
    list: (query) => href('/organisation', {}, { of, ...query }),
    keep: { of },
    invitations: href('/organisation/invitations', {}, { of }),
    add: href('/organisation/people', {}, { of }),
    of: (person, step) => href(`/organisation/people/:person/${step}`, { person }, { of }),
  }
  return {
    ask,
    organisationId: of,
    paths,
    home: (done) => href('/organisation', {}, { of, done }),
    show: (shown) => show(ask, shown, paths),
  }
}

export const showOrganisation = (ask: AdministratorAsk): Promise<Response> => showMembers(place(ask))
export const addColleague = (ask: AdministratorAsk): Promise<Response> => addMember(place(ask))
export const inviteColleague = (ask: AdministratorAsk): Promise<Response> => inviteMember(place(ask))
export const mailColleague = (ask: AdministratorAsk): Promise<Response> => mailInvitation(place(ask))
export const withdrawColleaguesLink = (ask: AdministratorAsk): Promise<Response> => withdrawLink(place(ask))
export const setColleagueRole = (ask: AdministratorAsk): Promise<Response> => setMemberRole(place(ask))
export const signColleagueOut = (ask: AdministratorAsk): Promise<Response> => signMemberOut(place(ask))
export const askColleaguesTime = (ask: AdministratorAsk): Promise<Response> => askTime(place(ask))
export const setColleaguesTime = (ask: AdministratorAsk): Promise<Response> => setMemberTime(place(ask))
export const askRemoveColleague = (ask: AdministratorAsk): Promise<Response> => askRemoveMember(place(ask))
export const removeColleague = (ask: AdministratorAsk): Promise<Response> => removeMember(place(ask))

const show = (ask: AdministratorAsk, shown: Shown, paths: MemberPaths): Response =>
  showPage(ask, {
    title: shown.organisation.name,
    body: view(ask, shown, paths),
    width: 'wide',
    status: shown.typed.problems.size > 0 ? 422 : 200,
  })

function view(ask: AdministratorAsk, { organisation, members, asked, typed }: Shown, paths: MemberPaths): Markup {
  const { words } = ask
  const { incidents, watched, people } = organisation
  return html`${problemSummary(words, typed.problems)}
<div class="stack-small"><h1>${organisation.name}</h1>
<p class="lede">${words.say('organisation.lede', { watched, people })}</p></div>
${secondWaySoon(ask)}
${others(ask)}
<nav class="filters" aria-label="${words.say('organisation.more')}"><a href="${href('/organisation/circle', {}, { of: ask.organisation.id })}">${words.say('circle.title')}</a> <a href="${href('/organisation/recoveries', {}, { of: ask.organisation.id })}">${words.say('recoveries.title')}</a>
<a href="${href('/organisation/season', {}, { of: ask.organisation.id })}">${words.say('season.title')}</a>
<a href="${href('/organisation/vouch', {}, { of: ask.organisation.id })}">${words.say('vouch.title')}</a>
<a href="${href('/organisation/value', {}, { of: ask.organisation.id })}">${words.say('value.title')}</a>
<a href="${href('/organisation/tokens', {}, { of: ask.organisation.id })}">${words.say('tokens.title')}</a>
<a href="${href('/organisation/webhooks', {}, { of: ask.organisation.id })}">${words.say('hooks.title')}</a>
<a href="${href('/organisation/left', {}, { of: ask.organisation.id })}">${words.say('left.title')}</a>
<a href="${href('/organisation/helpers', {}, { of: ask.organisation.id })}">${words.say('helpers.title')}</a></nav>
<section class="sheet" id="people"><h2>${words.say('organisation.people')}</h2>
${memberList(ask, { members, asked, all: organisation, paths })}</section>
<section class="sheet"><h2>${words.say('organisation.add')}</h2>${addMemberForm(words, typed, paths)}
<p><a href="${href('/organisation/import', {}, { of: ask.organisation.id })}">${words.say('import.title')}</a></p></section>
<section class="sheet"><h2>${words.say('organisation.incidents')}</h2><p class="soft">${words.say('organisation.incidents-says')}</p>
${incidents.length === 0 ? html`<p>${words.say('organisation.incidents-none')}</p>` : incidentTable(ask, incidents)}</section>`
}

/** The other organisations of somebody who administers several. */
function others({ visitor, words, organisation }: AdministratorAsk): Markup | false {
  const mine = visitor.organisations.filter(({ role }) => role === 'administrator')
  return (
    mine.length > 1 &&
    html`<nav class="filters" aria-label="${words.say('organisation.which')}">${mine.map((one) => html`<a href="${href('/organisation', {}, { of: one.id })}"${one.id === organisation.id && html` aria-current="true"`}>${one.name}</a>`)}</nav>`
  )
}
