/** The operator's own provider, as staff meet it: signing in by it, a fresh proof, binding it once, and out again. */
import { isTrouble } from '#kernel'
import type { CameBack, Sent } from '../deps/elsewhere.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href, ownPath } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { ago } from '../parts/moment.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import type { Ask, PersonAsk } from '../request/ask.ts'
import { comeIn } from '../request/come-in.ts'
import { elsewhereToken } from '../request/cookies.ts'
import type { Key } from '../wording/words.ts'
import { goAway } from './away.ts'
import { askForPasskey } from './with-passkey.ts'

/** Why it came to nothing: the sentence of each answer that members gives. */
const sentences = new Map<string, Exclude<Extract<Key, `by-provider.${string}`>, 'by-provider.bound'>>([
  ['provider-said-no', 'by-provider.said-no'],
  ['provider-answer-wrong', 'by-provider.wrong'],
  ['provider-not-reached', 'by-provider.down'],
  ['provider-not-set-up', 'by-provider.not-set-up'],
  ['sign-in-time-unknown', 'by-provider.time-unknown'],
  ['sign-in-too-old', 'by-provider.too-old'],
  ['sign-in-too-weak', 'by-provider.too-weak'],
  ['identity-not-known', 'by-provider.not-known'],
  ['identity-not-free', 'by-provider.not-free'],
  ['identity-bound-already', 'by-provider.bound-already'],
  ['too-many-tries', 'by-provider.too-many'],
  ['sign-in-again', 'by-provider.again'],
])

/** What `?why=` names, where it is one of ours. */
function whyNot({ words, query }: Ask, provider: string): Markup | false {
  const sentence = sentences.get(query.get('why') ?? '')
  return sentence !== undefined && html`<p class="note" role="alert">${words.say(sentence, { provider })}</p>`
}

const nameOf = async ({ deps }: Ask): Promise<string | undefined> => (await deps.elsewhere.staffProvider())?.name

/** The part of the sign-in page for staff; nothing while they have no provider. */
export async function staffSection(ask: Ask, next: string): Promise<Markup | false> {
  const { words } = ask
  const provider = await nameOf(ask)
  if (provider === undefined) return false
  return html`<section class="sheet" id="staff"><h2>${words.say('by-provider.staff')}</h2>${whyNot(ask, provider)}
<form method="post" action="${href('/sign-in/staff')}" class="form"><input type="hidden" name="next" value="${next}">
<button type="submit" class="button quiet">${words.say('by-provider.sign-in', { provider })}</button></form>
${ask.query.has('there') && html`<form method="post" action="${href('/sign-out/there')}" class="form"><p>${words.say('by-provider.still-there', { provider })}</p><button type="submit" class="button quiet">${words.say('by-provider.sign-out', { provider })}</button></form>`}</section>`
}

export async function beginStaffSignIn(ask: Ask): Promise<Response> {
  const next = ownPath((await ask.form()).text('next')).path
  const failed = (why: string) => href('/sign-in', {}, { next, why })
  return leave(ask, failed, (browser) => ask.deps.elsewhere.beginStaffSignIn({ remote: ask.remote, next, browser }))
}

/** After our own sign-out: to the page where the provider ends its session too. */
export async function signOutThere(ask: Ask): Promise<Response> {
  const back = (why: string) => href('/sign-in', {}, { done: 'signed-out', why })
  const provider = await nameOf(ask)
  const to = await ask.deps.elsewhere.staffSignOut().catch(codeOf)
  if (provider === undefined || to === undefined) return goTo(href('/sign-in', {}, { done: 'signed-out' }))
  return typeof to === 'string'
    ? goTo(back(to))
    : goAway(ask, { provider, says: ask.words.say('by-provider.out-lede', { provider }), sent: { to } })
}

/** Whether the provider can be asked to end its session; a provider that is down offers nothing. */
export async function endsThere({ deps, visitor }: Ask): Promise<boolean> {
  if (visitor?.session.method !== 'staff-provider') return false
  const to = await deps.elsewhere.staffSignOut().catch(codeOf)
  return to instanceof URL
}

/** The first way on the page that asks for a fresh proof, for a session that the provider began. */
export async function proofThere(ask: PersonAsk, page: string, isForm: boolean): Promise<Markup | false> {
  const { words, visitor } = ask
  const there = visitor.session.method === 'staff-provider' ? await ask.deps.elsewhere.staffProvider() : undefined
  if (there?.provesAnew !== true) return false
  const provider = there.name
  return html`${whyNot(ask, provider)}
<form method="post" action="${href('/confirm/there')}" class="form"><input type="hidden" name="confirm-page" value="${page}">
${isForm && html`<p class="hint">${words.say('confirm.page')}</p>`}
<button type="submit" class="button">${words.say('by-provider.confirm', { provider })}</button></form>`
}

export async function confirmThere(ask: PersonAsk): Promise<Response> {
  const next = ownPath((await ask.form()).text('confirm-page')).path
  const { personId, session } = ask.visitor
  if (session.method !== 'staff-provider') return goTo(href('/confirm', {}, { next }))
  const failed = (why: string) => href('/confirm', {}, { next, why })
  return leave(ask, failed, (browser) => ask.deps.elsewhere.beginStaffConfirm({ personId }, { next, browser }))
}

const isStaff = ({ visitor }: PersonAsk): boolean => visitor.staff !== undefined || visitor.observes !== undefined

/** Undefined: there is nothing to bind, or nobody who could. */
export const bindable = async (ask: PersonAsk): Promise<string | undefined> => (isStaff(ask) ? nameOf(ask) : undefined)

export async function showBinding(ask: PersonAsk): Promise<Response> {
  const { words, now } = ask
  const provider = await bindable(ask)
  if (provider === undefined) return goTo(href('/security'))
  if (!ask.visitor.session.strong) return askForPasskey(ask)
  const bound = await ask.deps.elsewhere.staffIdentity(ask.who)
  const title = words.say('by-provider.title', { provider })
  const facts = bound && [
    words.say('by-provider.bound', { when: ago(words.language, now, bound.boundAt) }),
    bound.lastUsedAt && words.say('passkeys.used', { when: ago(words.language, now, bound.lastUsedAt) }),
  ]
  const body = html`${whyNot(ask, provider)}<div class="stack-small"><h1>${title}</h1><p class="lede">${words.say('by-provider.lede', { provider })}</p></div>
<section class="sheet">${
    facts
      ? html`<p>${facts.filter(Boolean).join(' · ')}</p><form method="post" action="${href('/security/provider/unbind')}" class="form">
<p>${words.say('by-provider.unbind-says')}</p><button type="submit" class="button danger">${words.say('by-provider.unbind')}</button></form>`
      : html`<form method="post" action="${href('/security/provider')}" class="form"><p>${words.say('by-provider.bind-says', { provider })}</p>
<button type="submit" class="button">${words.say('by-provider.bind')}</button></form>`
  }</section>`
  return showPage(ask, { title, body })
}

export async function bind(ask: PersonAsk): Promise<Response> {
  if ((await bindable(ask)) === undefined) return goTo(href('/security'))
  if (!ask.visitor.session.strong) return askForPasskey(ask)
  return leave(ask, bindFailed, async (browser) => orNotHere(await ask.deps.elsewhere.beginBinding(ask.who, browser)))
}

export async function unbind(ask: PersonAsk): Promise<Response> {
  if (!ask.visitor.session.strong) return askForPasskey(ask)
  const was = await ask.deps.elsewhere.unbind(ask.who)
  return goTo(href('/security', {}, was ? { done: 'provider-unbound' } : {}))
}

const bindFailed = (why: string): Href => href('/security/provider', {}, { why })

type StaffBack = Exclude<CameBack, { readonly kind: 'proven' | 'not-proven' }>

/** What the provider's answer came to: a session, a binding, or one sentence where it was begun. */
export async function staffCameBack(ask: Ask, back: StaffBack): Promise<Response> {
  if (back.kind === 'bound') return goTo(href('/security/provider', {}, { done: 'provider-bound' }))
  if (back.kind !== 'no-staff') return comeIn(ask, ownPath(back.next), back.session)
  const { purpose, code: why, next } = back
  ask.deps.log.warn({ route: ask.route, provider: 'staff', purpose, code: why }, 'a sign-in at the staff’s provider came to nothing')
  if (purpose === 'staff-bind') return goTo(bindFailed(why))
  return goTo(purpose === 'staff-confirm' ? href('/confirm', {}, { next, why }) : href('/sign-in', {}, { next, why }))
}

/** To the provider, or back with the code of why not. */
async function leave(ask: Ask, failed: (why: string) => Href, begin: (browser: string | undefined) => Promise<Sent>): Promise<Response> {
  const provider = await nameOf(ask)
  if (provider === undefined) return goTo(failed('provider-not-set-up'))
  const sent = await begin(elsewhereToken(ask.request, ask.programme.publicAddress)).catch(codeOf)
  if (typeof sent !== 'string') return goAway(ask, { provider, says: ask.words.say('by-provider.away', { provider }), sent })
  ask.deps.log.warn({ route: ask.route, provider: 'staff', code: sent }, 'the staff’s provider was not gone to')
  return goTo(failed(sent))
}

/** Of a refusal or a setback; all else is thrown on. */
function codeOf(trouble: unknown): string {
  if (isTrouble(trouble) && trouble.kind !== 'defect') return trouble.code
  throw trouble
}
