/** The enrolment card, made for paper: what a person types, whom they ask, what we never do. */
import { showPage } from '../parts/frame.ts'
import { bell } from '../parts/icon.ts'
import { html } from '../parts/markup.ts'
import type { PersonAsk } from '../request/ask.ts'

export async function showCard(ask: PersonAsk): Promise<Response> {
  const { words, programme } = ask
  const { reportAddress } = await ask.deps.person.home(ask.who)
  const line = (label: string, value: string) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`
  const check = `${programme.publicAddress.replace(/^https?:\/\//, '')}/check`
  const body = html`<h1>${words.say('card.title')}</h1>
<p class="lede">${words.say('card.lede')}</p>
<section class="enrolment-card"><p class="mark">${bell}<span>${programme.name}</span></p>
<dl>${line(words.say('card.check'), check)}${line(words.say('card.from'), programme.fromAddress)}
${reportAddress && line(words.say('card.report'), reportAddress)}
${programme.helpContact && line(words.say('card.help'), programme.helpContact)}</dl>
<p>${words.say('card.never')}</p></section>`
  return showPage(ask, { title: words.say('card.title'), body, kind: 'card' })
}
