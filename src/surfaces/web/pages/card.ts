/** The enrolment card, made for paper: what a person types, whom they ask, the three words they are known by, what we never do. */
import type { CardLines } from '../deps/person.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { bell } from '../parts/icon.ts'
import { html } from '../parts/markup.ts'
import type { PersonAsk } from '../request/ask.ts'

export async function showCard(ask: PersonAsk): Promise<Response> {
  const { words, programme } = ask
  const { lines, never } = await cardOf(ask)
  const body = html`<h1>${words.say('card.title')}</h1>
<p class="lede">${words.say('card.lede')}</p>
<section class="enrolment-card"><p class="mark">${bell}<span>${programme.name}</span></p>
<dl>${lines.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
<p>${never}</p></section>
<p>${words.say('card.phrase-says')}</p>
<p><a class="button quiet" href="${href('/card.pdf')}" download>${words.say('card.pdf')}</a></p>`
  return showPage(ask, { title: words.say('card.title'), body, kind: 'card' })
}

/** The same as a file to print. */
export async function giveCard(ask: PersonAsk): Promise<Response> {
  const file = await ask.deps.person.cardPdf(await cardOf(ask))
  return new Response(file, {
    headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="card.pdf"', 'cache-control': 'no-store' },
  })
}

async function cardOf({ words, programme, deps, who }: PersonAsk): Promise<CardLines> {
  const { reportAddress } = await deps.person.home(who)
  const line = (label: string, value: string | undefined) => (value ? [{ label, value }] : [])
  return {
    title: programme.name,
    lines: [
      ...line(words.say('card.check'), `${programme.publicAddress.replace(/^https?:\/\//, '').replace(/\/$/, '')}/check`),
      ...line(words.say('card.from'), programme.fromAddress),
      ...line(words.say('card.report'), reportAddress),
      ...line(words.say('card.help'), programme.helpContact),
      ...line(words.say('card.phrase'), await deps.person.ownPhrase(who)),
    ],
    never: words.say('card.never'),
    language: words.language,
  }
}
