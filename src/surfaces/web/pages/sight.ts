/** What we can see of a personal account and what we cannot: said as it is, with the three ways to see a little more. */
import type { Sight } from '../deps/providers.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { ago, full } from '../parts/moment.ts'
import { orNotHere } from '../request/answers.ts'
import { type PersonAsk, param } from '../request/ask.ts'
import type { Words } from '../wording/words.ts'

/** Houses of which it is certain that they give no programme the sign-in log of a private account. */
const surelySilent: ReadonlySet<Sight['provider']> = new Set(['google', 'microsoft'])

export async function showSight(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const sight = orNotHere(await ask.deps.providers.sight(ask.who, param(ask, 'id')))
  const { account, provider, providerName } = sight
  const facts = { address: account.address, provider: providerName }
  const body = html`<div class="stack-small"><h1>${words.say('sight.title', facts)}</h1>
<p class="lede">${words.say(surelySilent.has(provider) ? 'sight.lede' : 'sight.lede-unsure', facts)}</p></div>
<section class="sheet"><h2>${words.say('sight.ways')}</h2><ul class="rows">${mailWay(words, sight)}${lettersWay(words, sight)}${selfWay(ask, sight)}</ul></section>
<p class="soft">${words.say('sight.yours')}</p>
<p><a href="${href('/accounts/:id', { id: account.id })}">${words.say('frame.back')}</a></p>`
  return showPage(ask, { title: words.say('sight.title', facts), body })
}

function mailWay(words: Words, { account }: Sight): Markup {
  const on = account.watch !== 'none' && account.watch !== 'ended'
  return html`<li><div><b>${words.say('sight.mail')}</b><small>${words.say('sight.mail-says')}</small>${on && html`<small>${words.say('sight.mail-on')}</small>`}</div>
${!on && account.proven && html`<a class="button quiet small" href="${href('/accounts/:id/connect', { id: account.id })}" aria-label="${words.say('account.connect-named', { address: account.address })}">${words.say('account.connect')}</a>`}</li>`
}

function lettersWay(words: Words, { account, providerName: provider, mayWatch, watching }: Sight): Markup {
  const link = words.say(watching === undefined ? 'sight.letters-open' : 'sight.letters-see')
  return html`<li><div><b>${words.say('sight.letters')}</b><small>${words.say('sight.letters-says', { provider })}</small>${watching?.blindSince && html`<small class="trouble">${words.say('watching.blind', { when: full(words.language, watching.blindSince) })}</small>`}${!mayWatch && html`<small>${words.say('sight.letters-none')}</small>`}</div>
${mayWatch && account.proven && html`<a class="button quiet small" href="${href('/accounts/:id/watching', { id: account.id })}">${link}</a>`}</li>`
}

function selfWay({ words, now }: PersonAsk, { account, providerName, selfCheck }: Sight): Markup {
  const last = selfCheck?.finishedAt
  return html`<li><div><b>${words.say('sight.self')}</b><small>${words.say('sight.self-says', { provider: providerName })}</small>${last && html`<small>${words.say('sight.self-done', { when: ago(words.language, now, last) })}</small>`}</div>
<a class="button quiet small" href="${href('/accounts/:id/self-check', { id: account.id })}">${words.say('sight.self-open')}</a></li>`
}
