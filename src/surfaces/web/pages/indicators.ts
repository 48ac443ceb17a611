/** Indicators of others: files taken in, what of them is not used and why, and a search through all of it. */
import type { FeedSeen, IndicatorSeen } from '../deps/own-rules.ts'
import { confirmPage } from '../parts/confirm.ts'
import { empty } from '../parts/empty.ts'
import { defang } from '../parts/evidence.ts'
import { field, noProblems, type Problems, problemSummary, textArea } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { moment } from '../parts/moment.ts'
import { paging } from '../parts/paging.ts'
import { searchForm } from '../parts/search-form.ts'
import { giveFile, goTo, orNotHere } from '../request/answers.ts'
import { type PersonAsk, pageNumber, param, search } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'

const limitBytes = 16 * 1024 * 1024

type Typed = { readonly name: string; readonly file: string; readonly problems: Problems }

export const showIndicators = (ask: PersonAsk): Promise<Response> => show(ask, { name: '', file: '', problems: noProblems })

export async function takeFeed(ask: PersonAsk): Promise<Response> {
  const form = await ask.form(limitBytes)
  const typed = { name: form.text('name').slice(0, 80), file: form.long('file') }
  const tried = await tryForm(ask, { otherwise: 'file' }, () => ask.deps.ownRules.takeFeed(ask.who, typed.name, typed.file))
  // A file of megabytes is not sent back: the sentence says enough.
  const file = typed.file.length > 100_000 ? '' : typed.file
  return tried.done ? goTo(href('/indicators', {}, { done: 'feed-taken' })) : show(ask, { ...typed, file, problems: tried.problems })
}

async function show(ask: PersonAsk, { name, file, problems }: Typed): Promise<Response> {
  const { words } = ask
  const asked = search(ask)
  const feeds = await ask.deps.ownRules.feeds(ask.who)
  const found = await ask.deps.ownRules.indicators(ask.who, { search: asked, page: pageNumber(ask) })
  const list =
    found.rows.length === 0 ? empty(words.say('indicators.filtered'), words.say('indicators.filtered-says')) : indicators(ask, found.rows)
  const inUse = html`<section class="sheet flush">${feedTable(ask, feeds)}</section>
<h2>${words.say('indicators.all', { count: found.total })}</h2>
<div class="toolbar">${searchForm(words, { action: href('/indicators'), label: words.say('indicators.search'), value: asked })}</div>
<section class="sheet flush">${list}</section>
${paging(words, found, (page) => href('/indicators', {}, { search: asked, page }))}`
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><h1>${words.say('indicators.title')}</h1><p class="lede">${words.say('indicators.lede')}</p></div>
${feeds.length === 0 ? html`<section class="sheet flush">${empty(words.say('indicators.none'), words.say('indicators.none-says'))}</section>` : inUse}
<section class="sheet"><h2>${words.say('indicators.add')}</h2>
<form method="post" action="${href('/indicators')}" class="form" novalidate>
${field({ name: 'name', label: words.say('indicators.name'), hint: words.say('indicators.name-hint'), value: name, autocomplete: 'off', most: 80, problems })}
${textArea({ name: 'file', label: words.say('indicators.file'), hint: words.say('indicators.file-hint'), value: file, rows: 8, mono: true, problems })}
<button type="submit" class="button">${words.say('indicators.take')}</button></form></section>`
  return showPage(ask, {
    title: words.say('indicators.title'),
    body,
    width: 'wide',
    scripts: ['keys'],
    kind: 'staff',
    status: problems.size > 0 ? 422 : 200,
  })
}

function feedTable({ words, now }: PersonAsk, feeds: readonly FeedSeen[]): Markup {
  const say = (key: 'feed' | 'used' | 'left-out' | 'added' | 'more') => words.say(`indicators.${key}`)
  return html`<table class="collapses"><thead><tr><th scope="col">${say('feed')}</th><th scope="col" class="number">${say('used')}</th><th scope="col">${say('left-out')}</th><th scope="col">${say('added')}</th><th scope="col">${say('more')}</th></tr></thead><tbody>
${feeds.map(
  ({
    id,
    name,
    format,
    count,
    leftOut,
    addedAt,
  }) => html`<tr><th scope="row">${name} <small>${format === 'stix' ? 'STIX 2.1' : 'MISP'}</small></th>
<td data-label="${say('used')}" class="number">${count}</td>
<td data-label="${say('left-out')}">${leftOut.length === 0 ? words.say('indicators.left-out-none') : html`<ul>${leftOut.slice(0, 8).map(({ why, count: of, examples }) => html`<li>${words.say('indicators.left-out-why', { count: of, why, examples: examples.slice(0, 2).join(', ') })}</li>`)}</ul>`}</td>
<td data-label="${say('added')}">${moment(words.language, now, addedAt)}</td>
<td><span><a href="${href('/indicators/:id/export.json', { id })}" download aria-label="${words.say('indicators.export-named', { name })}">${words.say('indicators.export')}</a> <a href="${href('/indicators/:id/remove', { id })}" aria-label="${words.say('indicators.remove-named', { name })}">${words.say('indicators.remove')}</a></span></td></tr>`,
)}
</tbody></table>`
}

function indicators({ words, now }: PersonAsk, rows: readonly IndicatorSeen[]): Markup {
  const say = (key: 'value' | 'feed' | 'confidence' | 'until') => words.say(`indicators.${key}`)
  return html`<table class="collapses"><thead><tr><th scope="col">${say('value')}</th><th scope="col">${say('feed')}</th><th scope="col" class="number">${say('confidence')}</th><th scope="col">${say('until')}</th></tr></thead><tbody>
${rows.map(
  ({
    kind,
    value,
    feed,
    confidence,
    validUntil,
  }) => html`<tr><th scope="row">${defang(value)} <small>${kind}</small></th><td data-label="${say('feed')}">${feed}</td>
<td data-label="${say('confidence')}" class="number">${confidence}</td><td data-label="${say('until')}">${validUntil ? moment(words.language, now, validUntil) : words.say('indicators.no-end')}</td></tr>`,
)}
</tbody></table>`
}

export async function exportFeed(ask: PersonAsk): Promise<Response> {
  const feed = orNotHere(await ask.deps.ownRules.exportFeed(ask.who, param(ask, 'id')))
  return giveFile('indicators.json', 'application/json; charset=utf-8', `${JSON.stringify(feed, null, 2)}\n`)
}

export async function askRemoveFeed(ask: PersonAsk): Promise<Response> {
  const id = param(ask, 'id')
  const { name } = orNotHere((await ask.deps.ownRules.feeds(ask.who)).find((feed) => feed.id === id))
  return confirmPage(ask, {
    title: ask.words.say('indicators.remove-title', { name }),
    says: ask.words.say('indicators.remove-says'),
    button: ask.words.say('indicators.remove'),
    action: href('/indicators/:id/remove', { id }),
    back: href('/indicators'),
  })
}

export async function removeFeed(ask: PersonAsk): Promise<Response> {
  orNotHere(await ask.deps.ownRules.removeFeed(ask.who, param(ask, 'id')))
  return goTo(href('/indicators', {}, { done: 'feed-removed' }))
}
