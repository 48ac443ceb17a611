/** What was decided and who looked, in order. */
import { empty } from '../parts/empty.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { moment, stamp } from '../parts/moment.ts'
import { paging } from '../parts/paging.ts'
import { searchForm } from '../parts/search-form.ts'
import { type PersonAsk, pageNumber, search } from '../request/ask.ts'

export async function showAudit(ask: PersonAsk): Promise<Response> {
  const { words, now, deps, who } = ask
  const asked = { search: search(ask), page: pageNumber(ask) }
  const list = await deps.operations.audit(who, asked)
  const say = (key: 'at' | 'actor' | 'action' | 'subject') => words.say(`audit.${key}`)
  const none =
    asked.search === ''
      ? empty(words.say('audit.none'), '')
      : empty(words.say('audit.filtered'), '', { to: href('/audit'), name: words.say('queue.filtered-button') })
  const body = html`${head(ask)}
${searchForm(words, { action: href('/audit'), label: words.say('audit.search'), value: asked.search })}
<section class="sheet flush">${
    list.rows.length === 0
      ? none
      : html`<table class="collapses"><thead><tr><th scope="col">${say('action')}</th><th scope="col">${say('actor')}</th><th scope="col">${say('subject')}</th><th scope="col">${say('at')}</th></tr></thead><tbody>
${list.rows.map((row) => html`<tr><th scope="row">${row.action}<small>#${row.seq}</small></th><td data-label="${say('actor')}">${row.actor}</td><td data-label="${say('subject')}" class="mono">${row.subject}${row.rows !== undefined && html`<small>${row.rows === 1 ? words.say('audit.row') : words.say('audit.rows', { count: row.rows })}</small>`}</td><td data-label="${say('at')}">${moment(words.language, now, row.at)}<small>${stamp(words.language, row.at)}</small></td></tr>`)}</tbody></table>`
  }</section>
${paging(words, list, (page) => href('/audit', {}, { search: asked.search, page }))}`
  return showPage(ask, { title: words.say('audit.title'), body, width: 'wide', scripts: ['keys'], kind: 'staff' })
}

export async function showLooks(ask: PersonAsk): Promise<Response> {
  const { words, now, deps, who } = ask
  const list = await deps.operations.looks(who, { page: pageNumber(ask) })
  const body = html`${head(ask)}
<section class="sheet flush">${
    list.rows.length === 0
      ? empty(words.say('audit.looks-none'), '')
      : html`<table class="collapses"><thead><tr><th scope="col">${words.say('audit.actor')}</th><th scope="col">${words.say('audit.action')}</th><th scope="col">${words.say('audit.concerns')}</th><th scope="col">${words.say('audit.at')}</th></tr></thead><tbody>
${list.rows.map((row) => html`<tr><th scope="row">${row.viewer}</th><td data-label="${words.say('audit.action')}">${row.what}</td><td data-label="${words.say('audit.concerns')}">${row.concerns}</td><td data-label="${words.say('audit.at')}">${moment(words.language, now, row.at)}<small>${stamp(words.language, row.at)}</small></td></tr>`)}</tbody></table>`
  }</section>
${paging(words, list, (page) => href('/audit/looks', {}, { page }))}`
  return showPage(ask, { title: words.say('audit.looks'), body, width: 'wide', scripts: ['keys'], kind: 'staff' })
}

function head({ words, path }: PersonAsk): Markup {
  const looks = path.startsWith('/audit/looks')
  return html`<div class="stack-small"><h1>${words.say(looks ? 'audit.looks' : 'audit.title')}</h1><p class="lede">${words.say(looks ? 'audit.looks-lede' : 'audit.lede')}</p></div>
<nav class="filters" aria-label="${words.say('audit.title')}"><a href="${href('/audit')}"${!looks && html` aria-current="true"`}>${words.say('audit.title')}</a><a href="${href('/audit/looks')}"${looks && html` aria-current="true"`}>${words.say('audit.looks')}</a></nav>`
}
