/** How a person comes in, at a glance: each way with its state, and a page of its own. */
import { chip } from '../parts/chip.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import type { PersonAsk } from '../request/ask.ts'

export function showSecurity(ask: PersonAsk): Response {
  const { words, visitor } = ask
  const state = (there: boolean, says = words.say('security.set-up')) =>
    there ? chip('calm', says) : chip('care', words.say('security.none'))
  const left = visitor.ways.recoveryCodes
  const body = html`<div class="stack-small"><h1>${words.say('security.title')}</h1><p class="lede">${words.say('security.lede')}</p></div>
<section class="sheet"><ul class="rows">
${way(ask, 'passkeys', href('/passkeys'), state(visitor.ways.passkey))}
${way(ask, 'apps', href('/apps'), state(visitor.ways.app))}
${way(ask, 'codes', href('/recovery-codes'), state(left > 0, words.say('security.left', { left })))}
${way(ask, 'sessions', href('/sessions'), false)}
</ul></section>`
  return showPage(ask, { title: words.say('security.title'), body })
}

function way({ words }: PersonAsk, name: 'passkeys' | 'apps' | 'codes' | 'sessions', to: Href, state: Markup | false): Markup {
  const what = words.say(`security.${name}`)
  return html`<li><div><b>${what}</b><small>${words.say(`security.${name}-says`)}</small></div>${state}
<a class="button quiet small" href="${to}" aria-label="${words.say('security.open-named', { what })}">${words.say('security.open')}</a></li>`
}
