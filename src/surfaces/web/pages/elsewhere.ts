/** To a provider of mailboxes, and back from any: what is done with the answer. */
import type { CameBack, ProviderName } from '../deps/elsewhere.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type Ask, type PersonAsk, param } from '../request/ask.ts'
import { elsewhereToken } from '../request/cookies.ts'
import { tryForm } from '../request/try-form.ts'
import { goAway } from './away.ts'
import { showProveAgain } from './personal-address.ts'
import { mailProviderIn, providerNames } from './provider-names.ts'
import { staffCameBack } from './staff-elsewhere.ts'

/** Sends the browser to the provider that the form names, to prove one of the person's addresses. */
export async function proveElsewhere(ask: PersonAsk): Promise<Response> {
  const accountId = param(ask, 'id')
  const provider = mailProviderIn((await ask.form()).text('at'))
  if (provider === undefined) return showProveAgain(ask, new Map([['code', ask.words.refusal('provider-not-set-up', '', {})]]))
  const browser = elsewhereToken(ask.request, ask.programme.publicAddress)
  const tried = await tryForm(ask, { otherwise: 'code' }, async () =>
    orNotHere(await ask.deps.elsewhere.beginProof(ask.who, { accountId, provider, browser })),
  )
  if (!tried.done) return showProveAgain(ask, tried.problems)
  const name = { provider: providerNames[provider] }
  return goAway(ask, { ...name, says: ask.words.say('elsewhere.lede', name), sent: tried.value })
}

/** The address that a provider sends the browser back to; what came with it works once. */
export async function comeBack(ask: Ask): Promise<Response> {
  const provider = orNotHere((['microsoft', 'google', 'staff'] as const).find((one) => one === param(ask, 'provider')))
  const browser = elsewhereToken(ask.request, ask.programme.publicAddress) ?? ''
  const tried = await tryForm(ask, { otherwise: 'elsewhere' }, () =>
    ask.deps.elsewhere.comeBack({
      provider,
      query: ask.query,
      browser,
      userAgent: ask.userAgent,
      personId: ask.visitor?.personId,
      session: ask.session,
    }),
  )
  if (!tried.done) return showLost(ask, tried.problems.get('elsewhere') ?? '')
  return goOn(ask, provider, tried.value)
}

async function goOn(ask: Ask, provider: ProviderName, back: CameBack): Promise<Response> {
  if (back.kind === 'proven') return goTo(href('/home', {}, { done: 'proven' }))
  if (back.kind !== 'not-proven') return staffCameBack(ask, back)
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
