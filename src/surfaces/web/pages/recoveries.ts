/** Helping somebody back in: administrators for people of their organisation, staff for everybody. The two differ in `who` and in their paths only. */
import type { RecoverySeen } from '../deps/recovery.ts'
import { chip } from '../parts/chip.ts'
import { noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { full, moment } from '../parts/moment.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type AdministratorAsk, type PersonAsk, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'

type Step = 'vouch' | 'confirm' | 'refuse'
type Place = {
  readonly ask: PersonAsk
  readonly list: (done?: string) => Href
  readonly one: (id: string, done?: string) => Href
  readonly step: (id: string, step: Step) => Href
}

function ofStaff(ask: PersonAsk): Place {
  return {
    ask,
    list: (done) => href('/recoveries', {}, { done }),
    one: (id, done) => href('/recoveries/:id', { id }, { done }),
    step: (id, step) => href(`/recoveries/:id/${step}`, { id }),
  }
}

function ofAdministrator(ask: AdministratorAsk): Place {
  const of = ask.organisation.id
  return {
    ask,
    list: (done) => href('/organisation/recoveries', {}, { of, done }),
    one: (id, done) => href('/organisation/recoveries/:id', { id }, { of, done }),
    step: (id, step) => href(`/organisation/recoveries/:id/${step}`, { id }, { of }),
  }
}

export const showRecoveries = (ask: PersonAsk): Promise<Response> => showList(ofStaff(ask))
export const showRecovery = (ask: PersonAsk): Promise<Response> => showOne(ofStaff(ask), noProblems)
export const vouchAtDesk = (ask: PersonAsk): Promise<Response> => take(ofStaff(ask), 'vouch')
export const confirmAtDesk = (ask: PersonAsk): Promise<Response> => take(ofStaff(ask), 'confirm')
export const refuseAtDesk = (ask: PersonAsk): Promise<Response> => take(ofStaff(ask), 'refuse')
export const showColleagueRecoveries = (ask: AdministratorAsk): Promise<Response> => showList(ofAdministrator(ask))
export const showColleagueRecovery = (ask: AdministratorAsk): Promise<Response> => showOne(ofAdministrator(ask), noProblems)
export const vouchForColleague = (ask: AdministratorAsk): Promise<Response> => take(ofAdministrator(ask), 'vouch')
export const confirmColleague = (ask: AdministratorAsk): Promise<Response> => take(ofAdministrator(ask), 'confirm')
export const refuseColleague = (ask: AdministratorAsk): Promise<Response> => take(ofAdministrator(ask), 'refuse')

async function showList({ ask, one }: Place): Promise<Response> {
  const { words, now } = ask
  const all = await ask.deps.recovery.list(ask.who)
  const row = (request: RecoverySeen) => html`<li><div><a href="${one(request.id)}"><b>${request.person}</b></a>
<small>${request.reference} · ${moment(words.language, now, request.askedAt)}</small></div>${stateChip(ask, request)}</li>`
  const body = html`<div class="stack-small"><h1>${words.say('recoveries.title')}</h1><p class="lede">${words.say('recoveries.lede')}</p></div>
<section class="sheet">${all.length === 0 ? html`<p>${words.say('recoveries.none')}</p>` : html`<ul class="rows">${all.map(row)}</ul>`}</section>`
  return showPage(ask, { title: words.say('recoveries.title'), body })
}

const stateChip = ({ words }: PersonAsk, { state }: RecoverySeen): Markup =>
  chip(state === 'open' ? 'calm' : 'care', words.say(`recoveries.${state}`))

async function showOne({ ask, list, step }: Place, problems: Problems): Promise<Response> {
  const { words, now } = ask
  const request = orNotHere((await ask.deps.recovery.list(ask.who)).find(({ id }) => id === param(ask, 'id')))
  const { language } = words
  const facts: readonly (readonly [string, string | Markup])[] = [
    [words.say('recoveries.reference'), html`<span class="evidence">${request.reference}</span>`],
    [words.say('recoveries.asked-at'), moment(language, now, request.askedAt)],
    ...(request.voucher
      ? [[words.say(request.how === 'met' ? 'recoveries.met-by' : 'recoveries.called-by'), request.voucher] as const]
      : []),
    ...(request.second ? [[words.say('recoveries.confirmed-by'), request.second] as const] : []),
    ...(request.opensAt ? [[words.say('recoveries.opens'), full(language, request.opensAt)] as const] : []),
  ]
  const title = words.say('recoveries.one-title', { name: request.person })
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><h1>${title}</h1><p>${stateChip(ask, request)}</p></div>
<section class="sheet"><dl class="pairs">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl></section>
${await next(ask, request, (name) => step(request.id, name))}
<form method="post" action="${step(request.id, 'refuse')}" class="buttons"><button type="submit" class="button quiet">${words.say('recoveries.refuse')}</button></form>
<p><a href="${list()}">${words.say('recoveries.back')}</a></p>`
  return showPage(ask, { title, body, status: problems.size > 0 ? 422 : 200 })
}

/** What there is to do for whoever looks; at most one thing. */
async function next(ask: PersonAsk, request: RecoverySeen, to: (step: Step) => Href): Promise<Markup> {
  const { words } = ask
  const name = request.person
  if (request.half !== undefined) {
    return html`<section class="sheet" id="step"><h2>${words.say('recoveries.half')}</h2><p class="evidence secret">${request.half}</p><p>${words.say('recoveries.half-says', { name })}</p></section>`
  }
  if (request.mayVouch) {
    return html`<section class="sheet" id="step"><h2>${words.say('recoveries.vouch')}</h2><p>${words.say('recoveries.vouch-says', { name })}</p>
<form method="post" action="${to('vouch')}" class="buttons"><button type="submit" class="button" name="how" value="met">${words.say('recoveries.met')}</button>
<button type="submit" class="button" name="how" value="called">${words.say('recoveries.called')}</button></form></section>`
  }
  if (request.mayConfirm) {
    const hours = await ask.deps.recovery.waitHours()
    return html`<section class="sheet" id="step"><h2>${words.say('recoveries.confirm')}</h2><p>${words.say('recoveries.confirm-says', { name, hours })}</p>
<form method="post" action="${to('confirm')}" class="buttons"><button type="submit" class="button">${words.say('recoveries.confirm-button')}</button></form></section>`
  }
  const key =
    request.state === 'vouched' ? 'recoveries.wait-second' : request.state === 'waiting' ? 'recoveries.wait-time' : 'recoveries.wait-others'
  return html`<p id="step">${words.say(key)}</p>`
}

async function take(place: Place, step: Step): Promise<Response> {
  const { ask } = place
  const { recovery } = ask.deps
  const id = param(ask, 'id')
  const how = (await ask.form()).text('how') === 'met' ? 'met' : 'called'
  const tried = await tryForm(ask, { otherwise: 'step' }, async () =>
    orNotHere(
      await (step === 'vouch'
        ? recovery.vouch(ask.who, id, how)
        : step === 'confirm'
          ? recovery.confirm(ask.who, id)
          : recovery.refuse(ask.who, id)),
    ),
  )
  if (!tried.done) return showOne(place, tried.problems)
  return goTo(step === 'refuse' ? place.list('recovery-refused') : place.one(id, `recovery-${step}`))
}
