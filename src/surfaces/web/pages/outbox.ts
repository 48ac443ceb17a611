/** The demo's outbox: letters as the invented people received them. Outside the demo it does not exist. */
import { empty } from '../parts/empty.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import { moment } from '../parts/moment.ts'
import { paging } from '../parts/paging.ts'
import { orNotHere } from '../request/answers.ts'
import { type PersonAsk, pageNumber, param } from '../request/ask.ts'

export async function showOutbox(ask: PersonAsk): Promise<Response> {
  const { words, now } = ask
  const list = await orNotHere(ask.deps.outbox).letters({ page: pageNumber(ask) })
  const say = (key: 'to' | 'subject' | 'at') => words.say(`outbox.${key}`)
  const body = html`<div class="stack-small"><h1>${words.say('outbox.title')}</h1><p class="lede">${words.say('outbox.lede')}</p></div>
<section class="sheet flush">${
    list.rows.length === 0
      ? empty(words.say('outbox.none'), '')
      : html`<table class="collapses"><thead><tr><th scope="col">${say('subject')}</th><th scope="col">${say('to')}</th><th scope="col">${say('at')}</th></tr></thead><tbody>
${list.rows.map((row) => html`<tr><th scope="row"><a href="${href('/outbox/:id', { id: row.id })}">${row.subject}</a></th><td data-label="${say('to')}">${row.to}</td><td data-label="${say('at')}">${moment(words.language, now, row.at)}</td></tr>`)}</tbody></table>`
  }</section>
${paging(words, list, (page) => href('/outbox', {}, { page }))}`
  return showPage(ask, { title: words.say('outbox.title'), body, width: 'wide', scripts: ['keys'], kind: 'staff' })
}

export async function showLetter(ask: PersonAsk): Promise<Response> {
  const { words, now } = ask
  const letter = orNotHere(await orNotHere(ask.deps.outbox).letter(param(ask, 'id')))
  const body = html`<div class="stack-small"><nav class="soft" aria-label="${words.say('incident.path')}"><a href="${href('/outbox')}">${words.say('nav.outbox')}</a></nav>
<h1>${letter.subject}</h1>
<p class="soft">${words.say('incident.from')} ${letter.from} · ${words.say('outbox.to')} ${letter.to} · ${moment(words.language, now, letter.at)}</p></div>
<div class="letter pre">${letter.text}</div>`
  return showPage(ask, { title: letter.subject, body, kind: 'staff' })
}
