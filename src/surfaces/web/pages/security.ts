/** How a person comes in, at a glance: each way with its state, and a page of its own. */
import type { MyRecovery } from '../deps/recovery.ts'
import { chip } from '../parts/chip.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { full } from '../parts/moment.ts'
import { goTo } from '../request/answers.ts'
import type { PersonAsk } from '../request/ask.ts'
import { bindable } from './staff-elsewhere.ts'

export async function showSecurity(ask: PersonAsk): Promise<Response> {
  const { words, visitor } = ask
  const state = (there: boolean, says = words.say('security.set-up')) =>
    there ? chip('calm', says) : chip('care', words.say('security.none'))
  const underWay = await ask.deps.recovery.mine(ask.who)
  const provider = await bindable(ask)
  const left = visitor.ways.recoveryCodes
  const body = html`<div class="stack-small"><h1>${words.say('security.title')}</h1><p class="lede">${words.say('security.lede')}</p></div>
${underWay.length > 0 && stopIt(ask, underWay)}
<section class="sheet"><ul class="rows">
${way(ask, 'passkeys', href('/passkeys'), state(visitor.ways.passkey))}
${way(ask, 'apps', href('/apps'), state(visitor.ways.app))}
${way(ask, 'codes', href('/recovery-codes'), state(left > 0, words.say('security.left', { left })))}
${provider !== undefined && way(ask, 'provider', href('/security/provider'), state((await ask.deps.elsewhere.staffIdentity(ask.who)) !== undefined))}
${way(ask, 'sessions', href('/sessions'), false)}
</ul></section>`
  return showPage(ask, { title: words.say('security.title'), body })
}

/** Any live session stops it: somebody may be coming in under their name. */
export async function stopMyRecoveries(ask: PersonAsk): Promise<Response> {
  await ask.deps.recovery.stopMine(ask.who)
  return goTo(href('/security', {}, { done: 'recovery-stopped' }))
}

function stopIt({ words }: PersonAsk, underWay: readonly MyRecovery[]): Markup {
  const opens = underWay.find(({ opensAt }) => opensAt !== undefined)?.opensAt
  const says = opens ? words.say('security.recovery-opens', { when: full(words.language, opens) }) : words.say('security.recovery-vouched')
  return html`<section class="sheet alarm"><h2>${words.say('security.recovery')}</h2><p>${says}</p>
<form method="post" action="${href('/security/recovery/stop')}" class="buttons"><button type="submit" class="button">${words.say('security.recovery-stop')}</button></form></section>`
}

function way({ words }: PersonAsk, name: 'passkeys' | 'apps' | 'codes' | 'provider' | 'sessions', to: Href, state: Markup | false): Markup {
  const what = words.say(`security.${name}`)
  return html`<li><div><b>${what}</b><small>${words.say(`security.${name}-says`)}</small></div>${state}
<a class="button quiet small" href="${to}" aria-label="${words.say('security.open-named', { what })}">${words.say('security.open')}</a></li>`
}
