/** Addresses that are told of enrolment: an administrator's for the organisation, an operator's for the programme. */
import { type EndpointSeen, type Manager, organisationEvents, programmeEvents } from '../deps/programs.ts'
import { chip } from '../parts/chip.ts'
import { confirmPage } from '../parts/confirm.ts'
import { empty } from '../parts/empty.ts'
import { field, noProblems, type Problems, problemSummary, tick } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { toCopy } from '../parts/to-copy.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type AdministratorAsk, asAdministrator, asStaff, type PersonAsk, param } from '../request/ask.ts'
import { isId } from '../request/is-id.ts'
import { tryForm } from '../request/try-form.ts'
import { type HookPaths, hookView } from './webhook.ts'

type Place = HookPaths & {
  readonly ask: PersonAsk
  readonly who: Manager
  readonly add: Href
  readonly make: Href
  readonly back?: Href
}

const ofOne = (ask: AdministratorAsk): Place => {
  const of = ask.organisation.id
  return {
    ask,
    who: asAdministrator(ask),
    list: (done) => href('/organisation/webhooks', {}, { of, done }),
    one: (hook, query) => href('/organisation/webhooks/:hook', { hook }, { of, ...query }),
    step: (hook, step) => href(`/organisation/webhooks/:hook/${step}`, { hook }, { of }),
    resend: (hook, delivery) => href('/organisation/webhooks/:hook/deliveries/:delivery/resend', { hook, delivery }, { of }),
    add: href('/organisation/webhooks/new', {}, { of }),
    make: href('/organisation/webhooks', {}, { of }),
    back: href('/organisation', {}, { of }),
  }
}

const ofAll = (ask: PersonAsk): Place => ({
  ask,
  who: asStaff(ask),
  list: (done) => href('/webhooks', {}, { done }),
  one: (hook, query) => href('/webhooks/:hook', { hook }, query),
  step: (hook, step) => href(`/webhooks/:hook/${step}`, { hook }),
  resend: (hook, delivery) => href('/webhooks/:hook/deliveries/:delivery/resend', { hook, delivery }),
  add: href('/webhooks/new'),
  make: href('/webhooks'),
})

type Page = (place: Place) => Response | Promise<Response>
type Both = {
  readonly own: (ask: AdministratorAsk) => Response | Promise<Response>
  readonly all: (ask: PersonAsk) => Response | Promise<Response>
}
/** One page for the two who have it. */
const both = (page: Page): Both => ({ own: (ask) => page(ofOne(ask)), all: (ask) => page(ofAll(ask)) })

export const showHooks = both(async ({ ask, who, list, one, add, back }) => {
  const { words, deps } = ask
  const hooks = await deps.programs.hooks(who)
  const body = html`<div class="stack-small"><h1>${words.say('hooks.title')}</h1><p class="lede">${words.say('hooks.lede')}</p></div>
${
  hooks.length === 0
    ? empty(words.say('hooks.none'), words.say('hooks.none-says'), { to: add, name: words.say('hooks.add') })
    : html`<p><a class="button" href="${add}">${words.say('hooks.add')}</a></p>
<section class="sheet"><ul class="rows">${hooks.map((hook) => row(ask, hook, one(hook.id)))}</ul></section>`
}
${back && html`<p><a href="${back}">${words.say('frame.back')}</a></p>`}`
  return showPage(ask, { title: words.say('hooks.title'), body, ...(list().path.startsWith('/webhooks') && { kind: 'staff' as const }) })
})

const row = ({ words }: PersonAsk, hook: EndpointSeen, to: Href): Markup =>
  html`<li><div><a href="${to}"><b>${hook.url}</b></a>
<small>${hook.events.map((event) => words.say(`event.${event}`)).join(' · ')}</small></div>${chip(hook.state === 'working' ? 'calm' : 'care', words.say(`hooks.${hook.state}`))}</li>`

type Typed = { readonly url: string; readonly events: readonly string[] }

export const showNewHook = both((place) => askWhere(place, { url: '', events: eventsFor(place.who) }, noProblems))

const eventsFor = (who: Manager) => (who.kind === 'administrator' ? organisationEvents : programmeEvents)
const fieldOf = (event: string): string => `event-${event.replace('.', '-')}`

function askWhere({ ask, who, make, list }: Place, typed: Typed, problems: Problems): Response {
  const { words } = ask
  const wrong = problems.get('events')
  const body = html`${problemSummary(words, problems)}
<h1>${words.say('hooks.add')}</h1>
<form method="post" action="${make}" class="form" novalidate>
${field({ name: 'url', label: words.say('hooks.url'), hint: words.say('hooks.url-hint'), type: 'url', value: typed.url, autocomplete: 'off', most: 2000, problems })}
<fieldset class="form" id="events"${wrong && html` aria-describedby="events-problem"`}><legend>${words.say('hooks.events')}</legend>${wrong && html`<p class="problem" id="events-problem">${wrong}</p>`}
${eventsFor(who).map((event) => tick({ name: fieldOf(event), label: words.say(`event.${event}`), ticked: typed.events.includes(event) }))}</fieldset>
<button type="submit" class="button">${words.say('hooks.add-button')}</button></form>
<p><a href="${list()}">${words.say('frame.back')}</a></p>`
  return showPage(ask, { title: words.say('hooks.add'), body, status: problems.size > 0 ? 422 : 200 })
}

/** Shows the secret once; it is the answer to the form, so no later page can show it again. */
export const addHook = both(async (place) => {
  const { ask, who, one } = place
  const { words, deps } = ask
  const form = await ask.form()
  const typed = { url: form.text('url').slice(0, 2000), events: eventsFor(who).filter((event) => form.has(fieldOf(event))) }
  const tried = await tryForm(ask, { 'no-events': 'events', otherwise: 'url' }, () => deps.programs.addHook(who, typed))
  if (!tried.done) return askWhere(place, typed, tried.problems)
  const title = words.say('hooks.added-title')
  const body = html`<h1>${title}</h1>
<p class="lede">${words.say('hooks.added-lede')}</p>
${toCopy(words, { id: 'secret', label: words.say('hooks.secret'), value: tried.value.secret })}
<p><a class="button quiet" href="${one(tried.value.id)}">${words.say('hooks.added-next')}</a></p>`
  return showPage(ask, { title, body, scripts: ['copy'] })
})

export const showHook = both((place) => show(place, noProblems))

async function show(place: Place, problems: Problems): Promise<Response> {
  const { ask, who } = place
  const { programs } = ask.deps
  const id = param(ask, 'hook')
  const hook = orNotHere(await programs.hook(who, id))
  const older = ask.query.get('older')
  const sent = orNotHere(await programs.deliveries(who, id, older !== null && isId(older) ? older : undefined))
  const body = html`${problemSummary(ask.words, problems)}${hookView(ask, place, { hook, sent })}`
  return showPage(ask, { title: ask.words.say('hooks.title'), body, status: problems.size > 0 ? 422 : 200 })
}

export const testHook = both((place) =>
  attempt(place, 'hook-tested', async ({ ask, who }) => ask.deps.programs.testHook(who, param(ask, 'hook'))),
)

export const resendDelivery = both((place) =>
  attempt(place, 'delivery-resent', async ({ ask, who }) => ask.deps.programs.resend(who, param(ask, 'hook'), param(ask, 'delivery'))),
)

/** What a stopped address refuses is said on its page. */
async function attempt(place: Place, done: string, work: (place: Place) => Promise<unknown>): Promise<Response> {
  const tried = await tryForm(place.ask, { otherwise: 'start' }, async () => orNotHere(await work(place)))
  return tried.done ? goTo(place.one(param(place.ask, 'hook'), { done })) : show(place, tried.problems)
}

export const startHook = both(async ({ ask, who, one }) => {
  const id = param(ask, 'hook')
  orNotHere(await ask.deps.programs.startHook(who, id))
  return goTo(one(id, { done: 'hook-started' }))
})

export const askRemoveHook = both(async ({ ask, who, one, step }) => {
  const { words, deps } = ask
  const hook = orNotHere(await deps.programs.hook(who, param(ask, 'hook')))
  return confirmPage(ask, {
    title: words.say('hooks.remove-title'),
    says: words.say('hooks.remove-says', { url: hook.url }),
    button: words.say('hooks.remove'),
    action: step(hook.id, 'remove'),
    back: one(hook.id),
  })
})

export const removeHook = both(async ({ ask, who, list }) => {
  const how = orNotHere(await ask.deps.programs.removeHook(who, param(ask, 'hook')))
  return goTo(list(how === 'waits' ? 'change-waits' : 'hook-removed'))
})
