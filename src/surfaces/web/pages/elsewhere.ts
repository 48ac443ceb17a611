/** To a provider and back: the page that leads there, and what is done with the answer. */
import type { CameBack, ProviderName } from '../deps/elsewhere.ts'
import { showPage } from '../parts/frame.ts'
import { awayTo, href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type Ask, type PersonAsk, param } from '../request/ask.ts'
import { elsewhereCookie, elsewhereToken } from '../request/cookies.ts'
import { tryForm } from '../request/try-form.ts'
import { showProveAgain } from './personal-address.ts'
import { mailProviderIn, providerNames } from './provider-names.ts'

/** Sends the browser to the provider that the form names, to prove one of the person's addresses. */
export async function proveElsewhere(ask: PersonAsk): Promise<Response> {
  const accountId = param(ask, 'id')
  const provider = mailProviderIn((await ask.form()).text('at'))
  if (provider === undefined) return showProveAgain(ask, new Map([['code', ask.words.refusal('provider-not-set-up', '', {})]]))
  const browser = elsewhereToken(ask.request, ask.programme.publicAddress)
  const tried = await tryForm(ask, { otherwise: 'code' }, async () =>
    orNotHere(await ask.deps.elsewhere.beginProof(ask.who, { accountId, provider, browser })),
  )
  return tried.done ? goAway(ask, providerNames[provider], tried.value) : showProveAgain(ask, tried.problems)
}

/**
 * Leads to a provider. A page and no redirect, since a form of ours may be answered by us only (`form-action`): the
 * browser goes on by itself, and where it does not, by the link.
 */
function goAway(ask: Ask, provider: string, { to, browser }: { readonly to: URL; readonly browser: string }): Response {
  const { words } = ask
  const title = words.say('elsewhere.title', { provider })
  const there = awayTo(to)
  const page = showPage(ask, {
    title,
    body: html`<h1>${title}</h1>
<p class="lede">${words.say('elsewhere.lede', { provider })}</p>
<p><a class="button" href="${there}" rel="noreferrer">${words.say('elsewhere.go', { provider })}</a></p>`,
  })
  page.headers.set('refresh', `0; url=${there.path}`)
  page.headers.append('set-cookie', elsewhereCookie(browser, ask.programme.publicAddress))
  return page
}

/** The address that a provider sends the browser back to; what came with it works once. */
export async function comeBack(ask: Ask): Promise<Response> {
  const provider = orNotHere((['microsoft', 'google', 'staff'] as const).find((one) => one === param(ask, 'provider')))
  const browser = elsewhereToken(ask.request, ask.programme.publicAddress) ?? ''
  const tried = await tryForm(ask, { otherwise: 'elsewhere' }, () =>
    ask.deps.elsewhere.comeBack({ provider, query: ask.query, browser, personId: ask.visitor?.personId }),
  )
  if (!tried.done) return showLost(ask, tried.problems.get('elsewhere') ?? '')
  return goOn(ask, provider, tried.value)
}

function goOn(ask: Ask, provider: ProviderName, back: CameBack): Response {
  if (back.kind === 'proven') return goTo(href('/home', {}, { done: 'proven' }))
  ask.deps.log.warn({ route: ask.route, provider, code: back.code }, 'a sign-in elsewhere proved nothing')
  return goTo(href('/accounts/:id/prove', { id: back.accountId }, { at: provider, why: back.code }))
}

/** An answer that nobody here waits for: what was done before stands, and there is a way on. */
function showLost(ask: Ask, says: string): Response {
  const { words } = ask
  const title = words.say('elsewhere.lost')
  return showPage(ask, {
    title,
    status: 422,
    body: html`<h1>${title}</h1><p class="lede" role="alert">${says}</p>
<p><a class="button" href="${href(ask.visitor ? '/home' : '/sign-in')}">${words.say(ask.visitor ? 'frame.back' : 'frame.sign-in')}</a></p>`,
  })
}
