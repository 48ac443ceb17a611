/** The desk's queue: what needs a person, in a table that reads like sentences, with counts that are links. */

import { eventStream } from '#http'
import { type NoticeLevel, noticeLevels } from '#kernel'
import type { IncidentRow, QueueFilter, QueuePage } from '../deps/desk.ts'
import { empty } from '../parts/empty.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href } from '../parts/href.ts'
import { incidentTable } from '../parts/incidents.ts'
import { keysHelp } from '../parts/keys-help.ts'
import { html, type Markup } from '../parts/markup.ts'
import { paging } from '../parts/paging.ts'
import { searchForm } from '../parts/search-form.ts'
import { giveFile } from '../request/answers.ts'
import { type PersonAsk, pageNumber, search } from '../request/ask.ts'
import { csvRow } from './csv.ts'
import { streamOf } from './stream.ts'

const states = ['open', 'confirmed', 'dismissed', 'all'] as const

function filterOf(ask: PersonAsk): QueueFilter {
  const level = noticeLevels.find((one) => one === ask.query.get('level'))
  return {
    state: states.find((one) => one === ask.query.get('state')) ?? 'open',
    search: search(ask),
    page: pageNumber(ask),
    ...(level && { level }),
  }
}

const queueHref = (filter: Partial<QueueFilter>, page?: number): Href =>
  href('/queue', {}, { state: filter.state === 'open' ? undefined : filter.state, level: filter.level, search: filter.search, page })

export async function showQueue(ask: PersonAsk): Promise<Response> {
  const filter = filterOf(ask)
  const queue = await ask.deps.desk.queue(ask.who, filter)
  return showPage(ask, {
    title: ask.words.say('queue.title'),
    body: view(ask, filter, queue),
    width: 'wide',
    scripts: ['keys', 'queue'],
    kind: 'staff',
  })
}

function view(ask: PersonAsk, filter: QueueFilter, queue: QueuePage): Markup {
  const { words } = ask
  const open = queue.states.open
  const lede =
    open === 0 ? words.say('queue.lede-none') : open === 1 ? words.say('queue.lede-one') : words.say('queue.lede', { count: number(open) })
  return html`<div class="stack-small"><h1>${words.say('queue.title')}</h1><p class="lede">${lede}</p></div>
${figures(ask, queue)}
${
  queue.states.all > 0 &&
  html`<div class="toolbar">${filters(ask, filter, queue)}
${searchForm(words, { action: href('/queue'), label: words.say('queue.search-label'), value: filter.search, keep: { state: filter.state, level: filter.level ?? '' } })}</div>`
}
<p class="news" role="status" data-live="${href('/queue/live').path}" data-one="${words.say('queue.new-one')}" data-many="${words.say('queue.new', { count: 'N' })}" hidden><a href="${queueHref(filter)}"></a></p>
<section class="sheet flush">${queue.rows.length === 0 ? nothingHere(ask, queue) : incidentTable(ask, queue.rows)}</section>
${paging(words, queue, (page) => queueHref(filter, page))}
${queue.total > 0 && html`<p><a href="${href('/queue/export.csv', {}, { state: filter.state, level: filter.level, search: filter.search })}" download>${words.say('queue.export')}</a></p>`}
${keysHelp(words)}`
}

const number = (value: number): string => new Intl.NumberFormat('en-GB').format(value)

function figures({ words }: PersonAsk, { figures: one }: QueuePage): Markup {
  const figure = (value: number, name: 'organisations' | 'people' | 'mails') =>
    html`<div><b>${number(value)}</b><small>${words.say(`queue.figure-${name}`)}</small></div>`
  return html`<section class="figures sheet">${figure(one.organisations, 'organisations')}${figure(one.peopleWatched, 'people')}${figure(one.mailsToday, 'mails')}
<div class="${one.blind > 0 ? 'blind' : 'seeing'}"><b>${number(one.blind)}</b><small><a href="${href('/health')}">${words.say('queue.figure-blind')}</a></small></div></section>`
}

function filters({ words }: PersonAsk, filter: QueueFilter, queue: QueuePage): Markup {
  const link = (to: Partial<QueueFilter>, name: string, count: number, current: boolean) =>
    html`<a href="${queueHref({ search: filter.search, ...to })}"${current && html` aria-current="true"`}>${name} · ${number(count)}</a>`
  const levels = noticeLevels.toReversed().filter((level: NoticeLevel) => queue.levels[level] > 0 || filter.level === level)
  return html`<nav class="filters" aria-label="${words.say('queue.filter-state')}">
${states.map((state) => link({ state }, words.say(`queue.${state}`), queue.states[state], state === filter.state && !filter.level))}
${levels.map((level) => link({ state: 'open', level }, words.say(`level.${level}`), queue.levels[level], level === filter.level))}
</nav>`
}

function nothingHere({ words }: PersonAsk, queue: QueuePage): Markup {
  if (queue.states.all > 0)
    return empty(words.say('queue.filtered'), words.say('queue.filtered-says'), {
      to: queueHref({ state: 'all' }),
      name: words.say('queue.filtered-button'),
    })
  const way = queue.figures.organisations === 0 ? { to: href('/organisations/new'), name: words.say('queue.empty-button') } : undefined
  return empty(words.say('queue.empty'), words.say('queue.empty-says'), way)
}

/** All rows of the filter, written as they are read. */
export function exportQueue(ask: PersonAsk): Response {
  return giveFile('queue.csv', 'text/csv; charset=utf-8', streamOf(lines(ask.deps.desk.exportQueue(ask.who, filterOf(ask)))))
}

async function* lines(rows: ReturnType<PersonAsk['deps']['desk']['exportQueue']>): AsyncGenerator<string> {
  yield csvRow(['id', 'what', 'who', 'organisation', 'level', 'severity', 'state', 'mails', 'last mail', 'told'])
  for await (const row of await rows) yield csvRow(cells(row))
}

const cells = (row: IncidentRow): readonly string[] => [
  row.id,
  row.title,
  row.who,
  row.organisation ?? '',
  row.level,
  row.severity,
  row.state,
  String(row.messages),
  row.lastMessageAt.toISOString(),
  row.told,
]

const askEveryMs = 3000
/** Then the browser comes back, and the session is looked at again. */
const longestMs = 10 * 60_000

/** Tells how many incidents are new since the page was made, and nothing else of them. */
export function listenToQueue(ask: PersonAsk): Response {
  let told = 0
  return eventStream({
    signal: ask.request.signal,
    everyMs: askEveryMs,
    next: async () => {
      if (ask.deps.clock.now().getTime() - ask.now.getTime() > longestMs) return 'end'
      const count = await ask.deps.desk.newSince(ask.who, ask.now)
      if (count === told) return undefined
      told = count
      return { event: 'new', data: String(count) }
    },
  })
}
