/** Election days and the season's end; what waits for a second yes. For administrators and for staff. */
import type { ChangeSeen, SeasonSeen } from '../deps/season.ts'
import { field, noProblems, type Problems, problemSummary, textArea } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { ago, full } from '../parts/moment.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type AdministratorAsk, type PersonAsk, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'
import type { Words } from '../wording/words.ts'

type Place = {
  readonly ask: PersonAsk
  readonly organisationId: string
  readonly here: (done?: string) => Href
  readonly home: Href
  readonly answer: (id: string, step: 'agree' | 'refuse') => Href
  /** Saying goodbye is the organisation's own. */
  readonly leave?: Href
}

const own = (ask: AdministratorAsk): Place => {
  const of = ask.organisation.id
  return {
    ask,
    organisationId: of,
    here: (done) => href('/organisation/season', {}, { of, done }),
    home: href('/organisation', {}, { of }),
    answer: (id, step) => href(`/organisation/changes/:id/${step}`, { id }, { of }),
    leave: href('/organisation/leave', {}, { of }),
  }
}
const forStaff = (ask: PersonAsk): Place => {
  const id = param(ask, 'id')
  return {
    ask,
    organisationId: id,
    here: (done) => href('/organisations/:id/season', { id }, { done }),
    home: href('/organisations/:id', { id }),
    answer: (change, step) => href(`/organisations/:id/changes/:change/${step}`, { id, change }),
  }
}

export const showOwnSeason = (ask: AdministratorAsk): Promise<Response> => show(own(ask))
export const keepOwnSeason = (ask: AdministratorAsk): Promise<Response> => keep(own(ask))
export const agreeToOwn = (ask: AdministratorAsk): Promise<Response> => answer(own(ask), param(ask, 'id'), true)
export const refuseOwn = (ask: AdministratorAsk): Promise<Response> => answer(own(ask), param(ask, 'id'), false)
export const showSeason = (ask: PersonAsk): Promise<Response> => show(forStaff(ask))
export const keepSeason = (ask: PersonAsk): Promise<Response> => keep(forStaff(ask))
export const agreeToChange = (ask: PersonAsk): Promise<Response> => answer(forStaff(ask), param(ask, 'change'), true)
export const refuseChange = (ask: PersonAsk): Promise<Response> => answer(forStaff(ask), param(ask, 'change'), false)

type Typed = { readonly days: string; readonly endsOn: string; readonly problems: Problems }

async function keep(place: Place): Promise<Response> {
  const { ask, organisationId } = place
  const form = await ask.form()
  const typed = { days: form.text('days').slice(0, 400), endsOn: form.text('endsOn').slice(0, 40) }
  const electionDays = typed.days.split(/[\s,;]+/)
  const tried = await tryForm(ask, { otherwise: 'days' }, async () =>
    orNotHere(await ask.deps.season.keep(ask.who, organisationId, { electionDays, endsOn: typed.endsOn })),
  )
  return tried.done ? goTo(place.here('season-kept')) : show(place, { ...typed, problems: tried.problems })
}

async function answer(place: Place, changeId: string, agrees: boolean): Promise<Response> {
  const { ask, organisationId } = place
  const tried = await tryForm(ask, { otherwise: 'changes' }, async () =>
    orNotHere(await ask.deps.season.answer(ask.who, { organisationId, changeId, agrees })),
  )
  if (tried.done) return goTo(place.here(agrees ? 'change-agreed' : 'change-refused'))
  return show(place, undefined, tried.problems)
}

async function show(place: Place, typed?: Typed, problems: Problems = typed?.problems ?? noProblems): Promise<Response> {
  const { ask, organisationId, home, here, leave } = place
  const { words, deps, who } = ask
  const calendar = orNotHere(await deps.season.calendar(who, organisationId))
  const waiting = (await deps.season.changes(who, organisationId)) ?? []
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><p class="soft"><a href="${home}">${words.say('frame.back')}</a></p><h1>${words.say('season.title')}</h1><p class="lede">${words.say('season.lede', { days: calendar.freezeDays })}</p></div>
${frozen(words, calendar)}
<section class="sheet" id="changes"><h2>${words.say('season.changes')}</h2>
${waiting.length === 0 ? html`<p>${words.say('season.changes-none')}</p>` : html`<ul class="rows">${waiting.map((one) => changeRow(place, one))}</ul>`}</section>
<form method="post" action="${here()}" class="form sheet" novalidate>
${textArea({ name: 'days', label: words.say('season.days'), hint: words.say('season.days-hint'), value: typed?.days ?? calendar.electionDays.join('\n'), rows: 3, problems })}
${field({ name: 'endsOn', label: words.say('season.ends'), hint: words.say('season.ends-hint'), value: typed?.endsOn ?? calendar.endsOn ?? '', kind: 'short', most: 40, autocomplete: 'off', problems })}
<button type="submit" class="button">${words.say('season.keep')}</button></form>
${leave && html`<p><a href="${leave}">${words.say('leave.title')}</a></p>`}`
  return showPage(ask, { title: words.say('season.title'), body, status: problems.size > 0 ? 422 : 200 })
}

const frozen = (words: Words, { frozen: now }: SeasonSeen): Markup | false =>
  now !== undefined && html`<p class="note">${words.say('season.frozen', { until: now.until })}</p>`

function changeRow({ ask: { words, now }, answer: to }: Place, one: ChangeSeen): Markup {
  const what = sentence(words, one)
  return html`<li><div><b>${what}</b><small>${words.say('season.asked', { name: one.askedBy, when: ago(words.language, now, one.askedAt) })} · ${words.say('season.until', { when: full(words.language, one.expiresAt) })}</small>${!one.mayAgree && html`<small>${words.say(one.isAboutMe ? 'season.about-you' : 'season.own')}</small>`}</div>
<div class="buttons">${one.mayAgree && html`<form method="post" action="${to(one.id, 'agree')}"><button type="submit" class="button small" aria-label="${words.say('season.agree')}: ${what}">${words.say('season.agree')}</button></form>`}
<form method="post" action="${to(one.id, 'refuse')}"><button type="submit" class="button quiet small" aria-label="${words.say('season.refuse')}: ${what}">${words.say('season.refuse')}</button></form></div></li>`
}

function sentence(words: Words, { kind, person = '', role, leavesOn = '', program = '' }: ChangeSeen): string {
  if (kind === 'end-token' || kind === 'end-hook') return words.say(`season.change-${kind}`, { name: program })
  if (kind === 'leave') return words.say('season.change-leave', { day: leavesOn })
  if (kind === 'remove-person') return words.say('season.change-remove', { name: person })
  return words.say(role === 'administrator' ? 'season.change-administrator' : 'season.change-member', { name: person })
}
