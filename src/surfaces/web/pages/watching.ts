/** The secret address of a personal account: made with a consent of its own, set up step by step, replaced, closed. */
import type { Sight, WatchingSeen, Way } from '../deps/providers.ts'
import { confirmPage } from '../parts/confirm.ts'
import { noProblems, type Problems, problemSummary, select, tick } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { ago, full } from '../parts/moment.ts'
import { watchSteps } from '../parts/watch-steps.ts'
import { goTo, NotHere, orNotHere } from '../request/answers.ts'
import { type PersonAsk, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'
import { consentVersion } from '../wording/consent-texts.ts'

const read = async (ask: PersonAsk): Promise<Sight> => orNotHere(await ask.deps.providers.sight(ask.who, param(ask, 'id')))

export async function showWatching(ask: PersonAsk): Promise<Response> {
  const sight = await read(ask)
  return sight.watching === undefined ? showForm(ask, sight, 'forward', noProblems) : showAddress(ask, sight, sight.watching, noProblems)
}

export async function sendTest(ask: PersonAsk): Promise<Response> {
  const sight = await read(ask)
  if (sight.watching === undefined) throw new NotHere()
  const { id } = sight.account
  const tried = await tryForm(ask, { otherwise: 'test' }, async () => orNotHere(await ask.deps.providers.sendTest(ask.who, id)))
  if (!tried.done) return showAddress(ask, sight, sight.watching, tried.problems)
  return goTo(href('/accounts/:id/watching', { id }, { done: 'test-sent' }))
}

const showAddress = (ask: PersonAsk, sight: Sight, watching: WatchingSeen, problems: Problems): Response =>
  showPage(ask, {
    title: titleOf(ask, sight),
    body: html`${problemSummary(ask.words, problems)}${view(ask, sight, watching)}`,
    status: problems.size > 0 ? 422 : 200,
  })

export async function makeWatching(ask: PersonAsk): Promise<Response> {
  const sight = await read(ask)
  const form = await ask.form()
  const way = form.text('way') === 'contact' && mayContact(sight) ? 'contact' : 'forward'
  if (!form.has('consent')) return showForm(ask, sight, way, new Map([['consent', ask.words.say('watching.consent-needed')]]))
  const { id } = sight.account
  const asked = { accountId: id, way, version: consentVersion } as const
  // Made in another window meanwhile: its page is what was asked for.
  const tried = await tryForm(ask, { otherwise: 'consent' }, () => ask.deps.providers.makeAddress(ask.who, asked))
  if (!tried.done) return showForm(ask, sight, way, tried.problems)
  return goTo(href('/accounts/:id/watching', { id }, tried.value ? { done: 'watching-made' } : {}))
}

export async function askReplaceWatching(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const { account, watching } = await read(ask)
  if (watching === undefined) throw new NotHere()
  return confirmPage(ask, {
    title: words.say('watching.replace-title'),
    says: words.say('watching.replace-says'),
    button: words.say('watching.replace'),
    action: href('/accounts/:id/watching/replace', { id: account.id }),
    back: href('/accounts/:id/watching', { id: account.id }),
  })
}

export async function replaceWatching(ask: PersonAsk): Promise<Response> {
  const id = param(ask, 'id')
  orNotHere(await ask.deps.providers.replaceAddress(ask.who, id))
  return goTo(href('/accounts/:id/watching', { id }, { done: 'watching-replaced' }))
}

const titleOf = ({ words }: PersonAsk, { account }: Sight): string => words.say('watching.title', { address: account.address })

/** Google sends a recovery address the codes that open the account: it is not offered there, the rule does as much. */
const mayContact = ({ provider }: Sight): boolean => provider !== 'google'

function showForm(ask: PersonAsk, sight: Sight, way: Way, problems: Problems): Response {
  const { words } = ask
  const { account, providerName } = sight
  const choices = (['forward', 'contact'] as const).map((value) => ({ value, name: words.say(`watching.way-${value}`) }))
  const form = html`<form method="post" action="${href('/accounts/:id/watching', { id: account.id })}" class="form" novalidate>
${mayContact(sight) && select({ name: 'way', label: words.say('watching.way'), hint: words.say('watching.way-hint'), value: way, choices })}
${tick({ name: 'consent', label: words.say('watching.consent'), problems })}
<button type="submit" class="button">${words.say('watching.button')}</button>
</form>`
  const unproven = html`<p class="note">${words.say('refusal.account-not-proven')}</p>`
  const body = html`${problemSummary(words, problems)}
<h1>${titleOf(ask, sight)}</h1>
<p class="lede">${words.say('watching.lede', { provider: providerName })}</p>
${sight.mayWatch ? (account.proven ? form : unproven) : html`<p class="note">${words.say('sight.letters-none')}</p>`}
${back(ask, sight)}`
  return showPage(ask, { title: titleOf(ask, sight), body, status: problems.size > 0 ? 422 : 200 })
}

function view(ask: PersonAsk, sight: Sight, watching: WatchingSeen): Markup {
  const { words } = ask
  const { account, providerName: provider } = sight
  const { address, code, consentId } = watching
  return html`<div class="stack-small"><h1>${titleOf(ask, sight)}</h1>
<p class="lede">${words.say('watching.lede', { provider })}</p></div>
${code && html`<section class="sheet"><h2>${words.say('watching.code', { provider, code })}</h2><p>${words.say('watching.code-says')}</p></section>`}
<section class="sheet"><h2>${words.say('watching.address')}</h2><p class="evidence">${address}</p><p class="soft">${words.say('watching.address-says', { provider })}</p></section>
<section class="sheet"><h2>${words.say('watching.state')}</h2>${stateOf(ask, sight, watching)}</section>
<section class="sheet"><h2>${words.say('watching.steps')}</h2><ol class="how">${watchSteps(words, sight, watching).map((step) => html`<li>${step}</li>`)}</ol></section>
<section class="sheet"><h2>${words.say('watching.stop')}</h2><p>${words.say('watching.stop-says')}</p>
<form method="post" action="${href('/privacy/consents/:id/withdraw', { id: consentId })}" class="buttons"><button type="submit" class="button quiet">${words.say('watching.stop')}</button>
<a class="button quiet" href="${href('/accounts/:id/watching/replace', { id: account.id })}">${words.say('watching.replace')}</a></form></section>
${back(ask, sight)}`
}

function stateOf(ask: PersonAsk, { account, providerName: provider }: Sight, watching: WatchingSeen): Markup {
  const { words } = ask
  const { heardAt, knownToOthers, way } = watching
  const heard =
    heardAt === undefined
      ? words.say('watching.heard-never', { provider })
      : words.say('watching.heard', { provider, when: full(words.language, heardAt) })
  const test = html`<form method="post" action="${href('/accounts/:id/watching/test', { id: account.id })}" class="buttons"><button type="submit" class="button quiet" id="test">${words.say('watching.test')}</button></form>`
  return html`<p>${heard}</p>${way === 'forward' ? html`${beatOf(ask, watching)}${test}` : html`<p>${words.say('watching.no-beat', { provider })}</p><p><a class="button quiet" href="${href('/accounts/:id/self-check', { id: account.id })}">${words.say('sight.self-open')}</a></p>`}${knownToOthers && html`<p class="note">${words.say('watching.known')}</p>`}`
}

function beatOf({ words, now }: PersonAsk, { beatSentAt, beatBackAt, blindSince }: WatchingSeen): Markup {
  const { language } = words
  if (blindSince !== undefined) return html`<p class="note">${words.say('watching.blind', { when: full(language, blindSince) })}</p>`
  if (beatSentAt !== undefined && (beatBackAt === undefined || beatBackAt < beatSentAt))
    return html`<p>${words.say('watching.beat-waits', { when: ago(language, now, beatSentAt) })}</p>`
  if (beatBackAt === undefined) return html`<p>${words.say('watching.beat-never')}</p>`
  return html`<p>${words.say('watching.beat-good', { when: ago(language, now, beatBackAt) })}</p>`
}

const back = ({ words }: PersonAsk, { account }: Sight): Markup =>
  html`<p><a href="${href('/accounts/:id/sight', { id: account.id })}">${words.say('frame.back')}</a></p>`
