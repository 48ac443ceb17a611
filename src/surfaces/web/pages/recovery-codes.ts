/** Ten codes on paper. The page that makes them is the only one that ever shows them. */
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { bell } from '../parts/icon.ts'
import { html } from '../parts/markup.ts'
import { ago } from '../parts/moment.ts'
import type { PersonAsk } from '../request/ask.ts'

export async function showRecoveryCodes(ask: PersonAsk): Promise<Response> {
  const { words, now } = ask
  const { left, madeAt } = await ask.deps.waysIn.recoveryCodes(ask.who)
  const state = madeAt ? words.say('codes.left', { left, when: ago(words.language, now, madeAt) }) : words.say('codes.none')
  const body = html`<div class="stack-small"><h1>${words.say('codes.title')}</h1><p class="lede">${words.say('codes.lede')}</p></div>
<section class="sheet"><p>${state}</p>
${madeAt && html`<p class="soft">${words.say('codes.replace-says')}</p>`}
<form method="post" action="${href('/recovery-codes')}" class="buttons"><button type="submit" class="button">${words.say(madeAt ? 'codes.replace' : 'codes.make')}</button></form></section>`
  return showPage(ask, { title: words.say('codes.title'), body })
}

export async function makeRecoveryCodes(ask: PersonAsk): Promise<Response> {
  const { words, programme } = ask
  const codes = await ask.deps.waysIn.makeRecoveryCodes(ask.who)
  const body = html`<div class="stack-small"><h1>${words.say('codes.new-title')}</h1><p class="lede">${words.say('codes.new-lede')}</p></div>
<section class="sheet paper-codes"><p class="mark">${bell}<span>${programme.name}</span></p>
<ol class="evidence">${codes.map((code) => html`<li>${code}</li>`)}</ol>
<p>${words.say('codes.paper')}</p></section>
<p><a class="button" href="${href('/home')}">${words.say('codes.done')}</a></p>`
  return showPage(ask, { title: words.say('codes.new-title'), body, kind: 'codes' })
}
