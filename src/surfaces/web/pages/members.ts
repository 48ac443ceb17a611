/** What staff and administrators do with the people of one organisation. The two differ in `who` and in their paths only. */
import { type InvitationMade, type Member, type MembersAsked, membershipKinds, type OrganisationSeen } from '../deps/organisations.ts'
import type { Paged } from '../deps/paged.ts'
import { confirmPage } from '../parts/confirm.ts'
import { noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import { type MemberPaths, type MemberTyped, timeFields } from '../parts/members.ts'
import { full } from '../parts/moment.ts'
import { linkToCopy } from '../parts/to-copy.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type Fields, type PersonAsk, pageNumber, param, search } from '../request/ask.ts'
import { needed } from '../request/needed.ts'
import { tryForm } from '../request/try-form.ts'

/** One organisation seen by somebody who may change it. */
export type Place = {
  readonly ask: PersonAsk
  readonly organisationId: string
  readonly paths: MemberPaths
  /** The organisation's page, with what was done. */
  readonly home: (done?: string) => Href
  readonly show: (shown: Shown) => Response
}

/** What the page of an organisation shows: a page of its people, and the form below. */
export type Shown = {
  readonly organisation: OrganisationSeen
  readonly members: Paged<Member>
  readonly asked: MembersAsked
  readonly typed: MemberTyped
}

const untyped: MemberTyped = { name: '', address: '', title: '', role: 'member', kind: 'staff', endsOn: '', problems: noProblems }

const memberAsked = async ({ ask, organisationId }: Place): Promise<Member> =>
  orNotHere(await ask.deps.organisations.member(ask.who, organisationId, param(ask, 'person')))

export async function showMembers(place: Place, typed: MemberTyped = untyped): Promise<Response> {
  const { ask, organisationId } = place
  const { organisations } = ask.deps
  const asked = { search: search(ask), page: pageNumber(ask), waiting: ask.query.get('waiting') === 'yes' }
  const organisation = orNotHere(await organisations.one(ask.who, organisationId))
  return place.show({ organisation, asked, typed, members: orNotHere(await organisations.members(ask.who, organisationId, asked)) })
}

export async function addMember(place: Place): Promise<Response> {
  const { ask, organisationId } = place
  const { words, deps, who } = ask
  const form = await ask.form()
  const given = {
    name: form.text('name').slice(0, 200),
    address: form.text('address').slice(0, 320),
    title: form.text('title').slice(0, 100),
    role: form.text('role') === 'administrator' ? ('administrator' as const) : ('member' as const),
    ...timeTyped(form),
  }
  const problems = needed(words, form, { name: words.say('organisation.name'), address: words.say('organisation.address') })
  if (problems.size > 0) return showMembers(place, { ...given, problems })
  const tried = await tryForm(ask, { 'name-missing': 'name', otherwise: 'address', ...timeRefused }, async () =>
    orNotHere(await deps.organisations.addPerson(who, organisationId, given)),
  )
  if (!tried.done) return showMembers(place, { ...given, problems: tried.problems })
  return goTo(place.home('person-added'))
}

/** Shows the new link once; it is the answer to the form, so no later page can show it again. */
export async function inviteMember({ ask, organisationId, home }: Place): Promise<Response> {
  return showLink(ask, orNotHere(await ask.deps.organisations.invite(ask.who, organisationId, param(ask, 'person'))), home())
}

export async function mailInvitation(place: Place): Promise<Response> {
  const { ask, organisationId, home } = place
  const { personId } = await memberAsked(place)
  const tried = await tryForm(ask, { otherwise: 'people' }, async () =>
    orNotHere(await ask.deps.organisations.mailInvitation(ask.who, organisationId, personId)),
  )
  if (!tried.done) return showMembers(place, { ...untyped, problems: tried.problems })
  return goTo(home('invitation-mailed'))
}

export async function withdrawLink({ ask, organisationId, home }: Place): Promise<Response> {
  orNotHere(await ask.deps.organisations.withdrawInvitation(ask.who, organisationId, param(ask, 'person')))
  return goTo(home('invitation-withdrawn'))
}

export async function setMemberRole(place: Place): Promise<Response> {
  const role = (await place.ask.form()).text('role') === 'administrator' ? 'administrator' : 'member'
  return change(place, { kind: 'set-role', personId: param(place.ask, 'person'), role }, 'role-set')
}

type Wanted = Parameters<PersonAsk['deps']['season']['change']>[2]

/** Does it, lets it wait for a second yes, or says beside the list why not. */
async function change(place: Place, wanted: Wanted, done: string): Promise<Response> {
  const { ask, organisationId, home } = place
  const tried = await tryForm(ask, { otherwise: 'people' }, async () =>
    orNotHere(await ask.deps.season.change(ask.who, organisationId, wanted)),
  )
  if (!tried.done) return showMembers(place, { ...untyped, problems: tried.problems })
  return goTo(home(tried.value === 'waits' ? 'change-waits' : done))
}

export async function signMemberOut({ ask, organisationId, home }: Place): Promise<Response> {
  orNotHere(await ask.deps.organisations.endSessions(ask.who, organisationId, param(ask, 'person')))
  return goTo(home('signed-out-everywhere'))
}

const timeTyped = (form: Fields) => ({
  kind: membershipKinds.find((one) => one === form.text('kind')) ?? ('staff' as const),
  endsOn: form.text('endsOn').slice(0, 20),
})
const timeRefused = { 'end-date-missing': 'endsOn', 'end-date-not-valid': 'endsOn' } as const

export async function askTime(place: Place): Promise<Response> {
  const one = await memberAsked(place)
  return showTime(place, one, { kind: one.kind, endsOn: one.endsOn ?? '', problems: noProblems })
}

export async function setMemberTime(place: Place): Promise<Response> {
  const { ask, organisationId, home } = place
  const one = await memberAsked(place)
  const time = timeTyped(await ask.form())
  const tried = await tryForm(ask, { otherwise: 'endsOn', ...timeRefused }, async () =>
    orNotHere(await ask.deps.organisations.setTime(ask.who, organisationId, one.personId, time)),
  )
  return tried.done ? goTo(home('time-kept')) : showTime(place, one, { ...time, problems: tried.problems })
}

type TimeTyped = Pick<MemberTyped, 'kind' | 'endsOn'> & { readonly problems: Problems }

function showTime({ ask, paths, home }: Place, { name, personId }: Member, typed: TimeTyped): Response {
  const { words } = ask
  const title = words.say('time.title', { name })
  const body = html`${problemSummary(words, typed.problems)}
<div class="stack-small"><h1>${title}</h1><p class="lede">${words.say('time.lede')}</p></div>
<form method="post" action="${paths.of(personId, 'time')}" class="form" novalidate>
${timeFields(words, typed)}
<div class="buttons"><button type="submit" class="button">${words.say('time.keep')}</button>
<a class="button quiet" href="${home()}">${words.say('frame.back')}</a></div></form>`
  return showPage(ask, { title, body, status: typed.problems.size > 0 ? 422 : 200 })
}

export async function askRemoveMember(place: Place): Promise<Response> {
  const { ask, paths, home } = place
  const { name, personId } = await memberAsked(place)
  return confirmPage(ask, {
    title: ask.words.say('organisation.remove-title', { name }),
    says: ask.words.say('organisation.remove-says'),
    button: ask.words.say('organisation.remove-button'),
    action: paths.of(personId, 'remove'),
    back: home(),
  })
}

export const removeMember = (place: Place): Promise<Response> =>
  change(place, { kind: 'remove-person', personId: param(place.ask, 'person') }, 'person-removed')

function showLink(ask: PersonAsk, made: InvitationMade, back: Href): Response {
  const { words, programme } = ask
  const link = `${programme.publicAddress}${href('/join/:token', { token: made.token }).path}`
  const body = html`<h1>${words.say('invitation.title', { name: made.name })}</h1>
<p class="lede">${words.say('invitation.lede', { name: made.name, when: full(words.language, made.expiresAt) })}</p>
${linkToCopy(words, link)}
<div class="sheet"><h2>${words.say('phrase.title')}</h2><p class="phrase">${made.phrase}</p><p>${words.say('phrase.say', { name: made.name })}</p></div>
<p><a class="button quiet" href="${back}">${words.say('invitation.back')}</a></p>`
  return showPage(ask, { title: words.say('invitation.title', { name: made.name }), body, scripts: ['copy'] })
}
