/** Allow and block lists, and lists of the operator's own: searched, pasted in, carried out. */
import type { ListDoubted, ListEntrySeen } from '../deps/own-rules.ts'
import { empty } from '../parts/empty.ts'
import { field, noProblems, type Problems, problemSummary, textArea, tick } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { paging } from '../parts/paging.ts'
import { searchForm } from '../parts/search-form.ts'
import { giveFile, goTo, orNotHere } from '../request/answers.ts'
import { type PersonAsk, pageNumber, param, search } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'
import { csvRow } from './csv.ts'

/** A list of some ten thousand entries, pasted. */
const limitBytes = 4 * 1024 * 1024

type Typed = {
  readonly list: string
  readonly entries: string
  readonly problems: Problems
  readonly says?: readonly string[]
  readonly doubted?: ListDoubted
}

export const showLists = (ask: PersonAsk): Promise<Response> => show(ask, { list: 'block', entries: '', problems: noProblems })

export async function takeList(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const form = await ask.form(limitBytes)
  const typed = { list: form.text('list'), entries: form.long('entries') }
  const given = { list: typed.list, text: typed.entries, sure: form.has('sure') ? form.text('doubted') : '' }
  const tried = await tryForm(ask, { otherwise: 'entries' }, () => ask.deps.ownRules.takeList(ask.who, given))
  if (!tried.done) return show(ask, { ...typed, problems: tried.problems })
  if ('doubts' in tried.value)
    return show(ask, { ...typed, problems: new Map([['sure', words.say('lists.doubted')]]), doubted: tried.value })
  const { added, refused } = tried.value
  if (refused.length === 0) return goTo(href('/lists', {}, { done: 'list-taken' }))
  const lines = refused.slice(0, 20).map(({ line, says }) => words.say('lists.refused', { line, says }))
  return show(ask, { ...typed, problems: noProblems, says: [words.say('lists.partly', { added, refused: refused.length }), ...lines] })
}

async function show(ask: PersonAsk, { list, entries, problems, says, doubted }: Typed): Promise<Response> {
  const { words } = ask
  const asked = search(ask)
  const found = await ask.deps.ownRules.listEntries(ask.who, { search: asked, page: pageNumber(ask) })
  const none = empty(words.say(asked === '' ? 'lists.none' : 'lists.filtered'), words.say('lists.none-says'))
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><h1>${words.say('lists.title')}</h1><p class="lede">${words.say('lists.lede')}</p></div>
${says && html`<section class="sheet" role="status"><ul>${says.map((one) => html`<li>${one}</li>`)}</ul></section>`}
<div class="toolbar">${searchForm(words, { action: href('/lists'), label: words.say('lists.search'), value: asked })}</div>
<section class="sheet flush">${found.rows.length === 0 ? none : table(ask, found.rows)}</section>
${paging(words, found, (page) => href('/lists', {}, { search: asked, page }))}
${found.total > 0 && html`<p><a href="${href('/lists/export.csv')}" download>${words.say('lists.export')}</a></p>`}
<section class="sheet"><h2>${words.say('lists.add')}</h2>
<form method="post" action="${href('/lists')}" class="form" novalidate>
${field({ name: 'list', label: words.say('lists.list'), hint: words.say('lists.list-hint'), value: list, autocomplete: 'off', most: 40, problems })}
${textArea({ name: 'entries', label: words.say('lists.entries'), hint: words.say('lists.entries-hint'), value: entries, rows: 8, mono: true, problems })}
${doubted && doubtsShown(words, doubted, problems)}
<button type="submit" class="button">${words.say('lists.take')}</button></form></section>`
  return showPage(ask, {
    title: words.say('lists.title'),
    body,
    width: 'wide',
    scripts: ['keys'],
    kind: 'staff',
    status: problems.size > 0 ? 422 : 200,
  })
}

/** So many are named; the number of all stands beside the tick. */
const mostShown = 20

function doubtsShown(words: PersonAsk['words'], { doubts, sure }: ListDoubted, problems: Problems): Markup {
  const count = doubts.length
  return html`<ul>${doubts.slice(0, mostShown).map(({ list, written, why }) => html`<li>${words.say('lists.doubt', { list, value: written, why })}</li>`)}</ul>
<input type="hidden" name="doubted" value="${sure}">
${tick({ name: 'sure', label: count === 1 ? words.say('lists.sure-one') : words.say('lists.sure', { count }), problems })}`
}

function table({ words }: PersonAsk, rows: readonly ListEntrySeen[]): Markup {
  const say = (key: 'list' | 'value' | 'reason' | 'expires' | 'remove') => words.say(`lists.${key}`)
  return html`<table class="collapses"><thead><tr><th scope="col">${say('value')}</th><th scope="col">${say('list')}</th><th scope="col">${say('reason')}</th><th scope="col">${say('expires')}</th><th scope="col">${say('remove')}</th></tr></thead><tbody>
${rows.map(
  ({ id, written, kind, list, reason, expires }) => html`<tr><th scope="row">${written} <small>${kind}</small></th>
<td data-label="${say('list')}">${list}</td><td data-label="${say('reason')}">${reason}</td><td data-label="${say('expires')}">${expires ?? words.say('lists.never')}</td>
<td><form method="post" action="${href('/lists/:id/remove', { id })}"><button type="submit" class="button quiet small" aria-label="${words.say('lists.remove-named', { value: written })}">${say('remove')}</button></form></td></tr>`,
)}
</tbody></table>`
}

export async function exportLists(ask: PersonAsk): Promise<Response> {
  const rows = await ask.deps.ownRules.exportLists(ask.who)
  const lines = rows.map(({ list, kind, written, reason, expires }) => csvRow([list, kind, written, reason, expires ?? '']))
  return giveFile('lists.csv', 'text/csv; charset=utf-8', [csvRow(['list', 'kind', 'value', 'reason', 'expires']), ...lines].join(''))
}

export async function removeListEntry(ask: PersonAsk): Promise<Response> {
  orNotHere(await ask.deps.ownRules.removeListEntry(ask.who, param(ask, 'id')))
  return goTo(href('/lists', {}, { done: 'list-entry-removed' }))
}
