/** System health: what we see, what we do not, and what may be missed while it lasts. */
import type { ConnectionHealth, Health } from '../deps/operations.ts'
import { chip } from '../parts/chip.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { allWell, takeCare } from '../parts/icon.ts'
import { html, type Markup } from '../parts/markup.ts'
import { watchChip } from '../parts/members.ts'
import { ago, moment } from '../parts/moment.ts'
import { paging } from '../parts/paging.ts'
import { searchForm } from '../parts/search-form.ts'
import { type PersonAsk, pageNumber, search } from '../request/ask.ts'
import type { Words } from '../wording/words.ts'
import { alertRow } from './health-alerts.ts'

export async function showHealth(ask: PersonAsk): Promise<Response> {
  const asked = { search: search(ask), page: pageNumber(ask) }
  const health = await ask.deps.operations.health(ask.who, asked)
  return showPage(ask, {
    title: ask.words.say('health.title'),
    body: view(ask, health, asked.search),
    width: 'wide',
    scripts: ['keys'],
    kind: 'staff',
  })
}

function view(ask: PersonAsk, health: Health, asked: string): Markup {
  const { words } = ask
  const { connections, silentConnections: silent } = health
  const count = health.alerts.length
  const sight =
    silent === 0 ? words.say('health.well') : silent === 1 ? words.say('health.blind-one') : words.say('health.blind', { count: silent })
  const open = count === 0 ? '' : count === 1 ? words.say('health.alerts-open-one') : words.say('health.alerts-open', { count })
  const well = silent === 0 && count === 0
  return html`<div class="state ${well ? 'calm' : 'care'}">${well ? allWell : takeCare}<div><h1>${words.say('health.title')}</h1><p class="lede">${[sight, open].filter(Boolean).join(' ')}</p><p class="soft">${words.say('health.checked', { when: ago(words.language, ask.now, health.checkedAt) })}</p></div></div>
${figures(words, health)}
<section class="sheet"><h2>${words.say('health.alerts')}</h2>
${health.alerts.length === 0 ? html`<p class="soft">${words.say('health.alerts-none')}</p>` : html`<ul class="rows">${health.alerts.map((one) => alertRow(ask, one))}</ul>`}</section>
<section class="sheet"><h2>${words.say('health.connections')}</h2>
${(connections.total > 0 || asked !== '') && searchForm(words, { action: href('/health'), label: words.say('health.search'), value: asked })}
${connections.rows.length === 0 ? html`<p>${words.say(asked === '' ? 'health.connections-none' : 'health.connections-filtered')}</p>` : table(ask, connections.rows)}
${paging(words, connections, (page) => href('/health', {}, { search: asked, page }))}</section>`
}

function figures(words: Words, { jobs, notices, mail }: Health): Markup {
  const wait = jobs.oldestWaitingSeconds
  const figure = (value: string | number, name: string) => html`<div><b>${value}</b><small>${name}</small></div>`
  return html`<section class="figures sheet">${figure(jobs.waiting, words.say('health.jobs-waiting'))}
${figure(wait < 120 ? words.say('health.seconds', { count: wait }) : words.say('health.minutes', { count: Math.round(wait / 60) }), words.say('health.jobs-oldest'))}
${figure(jobs.failed, words.say('health.jobs-failed'))}${figure(notices.waiting, words.say('health.notices-waiting'))}${figure(notices.undelivered, words.say('health.notices-undelivered'))}
<div class="${mail === 'ready' ? 'seeing' : 'blind'}"><b>${words.say(`health.mail-${mail}`)}</b><small>${words.say('health.mail')}</small></div></section>`
}

function table({ words, now }: PersonAsk, rows: readonly ConnectionHealth[]): Markup {
  const say = (key: 'name' | 'state' | 'last-seen') => words.say(`health.${key}`)
  return html`<table class="collapses"><thead><tr><th scope="col">${say('name')}</th><th scope="col">${say('state')}</th><th scope="col">${say('last-seen')}</th></tr></thead><tbody>
${rows.map(
  (one) => html`<tr><th scope="row">${one.name}${one.organisation && html`<small>${one.organisation}</small>`}</th>
<td data-label="${say('state')}">${one.silent ? chip('danger', words.say('health.silent')) : watchChip(words, one.state)}${one.trouble && html`<small>${one.trouble}</small>`}${Boolean(one.firstLookLeft) && html`<small>${words.say('account.first-look', { left: one.firstLookLeft ?? 0 })}</small>`}</td>
<td data-label="${say('last-seen')}">${one.lastSeenAt ? moment(words.language, now, one.lastSeenAt) : words.say('health.never')}</td></tr>`,
)}
</tbody></table>`
}
