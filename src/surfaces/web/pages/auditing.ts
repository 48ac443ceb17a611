/** An auditor's pages: what the programme decided, and no person's matter. */
import { chip } from '../parts/chip.ts'
import { empty } from '../parts/empty.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { full, moment } from '../parts/moment.ts'
import { paging } from '../parts/paging.ts'
import { plainTable } from '../parts/plain-table.ts'
import { searchForm } from '../parts/search-form.ts'
import { type AuditorAsk, pageNumber, search } from '../request/ask.ts'

const places = [
  ['log', href('/auditing')],
  ['applications', href('/auditing/applications')],
  ['rules', href('/auditing/rules')],
  ['value', href('/auditing/value')],
  ['registers', href('/auditing/registers')],
  ['consents', href('/auditing/consents')],
] as const satisfies readonly (readonly [string, Href])[]
type PlaceName = (typeof places)[number][0]

type Shown = { readonly count: number; readonly above?: Markup; readonly table: Markup; readonly below?: Markup | false }

function page(ask: AuditorAsk, here: PlaceName, { count, above, table, below }: Shown): Response {
  const { words } = ask
  const title = words.say(`auditing.${here}`)
  const body = html`<div class="stack-small"><h1>${words.say('auditing.title')}</h1><p class="lede">${words.say('auditing.lede')}</p></div>
<nav class="filters" aria-label="${words.say('auditing.title')}">${places.map(([name, to]) => html`<a href="${to}"${name === here && html` aria-current="true"`}>${words.say(`auditing.${name}`)}</a>`)}</nav>
<h2>${title}</h2>
${above}
<section class="sheet flush">${count === 0 ? empty(words.say('auditing.none'), '') : table}</section>
${below}`
  return showPage(ask, { title, body, width: 'wide', kind: 'staff' })
}

export async function showAuditedLog(ask: AuditorAsk): Promise<Response> {
  const { words, now, deps, who } = ask
  const asked = { search: search(ask), page: pageNumber(ask) }
  const { head, entries } = await deps.observing.log(who, asked)
  const label = (['action', 'actor', 'subject', 'at'] as const).map((one) => words.say(`audit.${one}`))
  return page(ask, 'log', {
    count: entries.rows.length,
    above: html`<p>${words.say('auditing.head', { seq: head.seq })}</p><p class="mono">${head.hash}</p>
${searchForm(words, { action: href('/auditing'), label: words.say('audit.search'), value: asked.search })}`,
    table: plainTable(
      label,
      entries.rows.map((row) => [
        html`${row.action}<small>#${row.seq}</small>`,
        row.actor,
        row.subject,
        moment(words.language, now, row.at),
      ]),
    ),
    below: paging(words, entries, (number) => href('/auditing', {}, { search: asked.search, page: number })),
  })
}

export async function showAuditedApplications(ask: AuditorAsk): Promise<Response> {
  const { words, deps, who } = ask
  const list = await deps.observing.applications(who, { page: pageNumber(ask) })
  const head = (['application', 'state', 'points', 'doubts', 'opinions', 'decided'] as const).map((one) => words.say(`auditing.${one}`))
  const rows = list.rows.map((one) => [
    html`${one.domain || one.id}<small>${full(words.language, one.submittedAt)}</small>`,
    one.state,
    one.points,
    one.doubts.join(', '),
    html`${one.opinions.map(({ says, reason, by }) => html`<p><b>${says}</b> · ${by}<br>${reason}</p>`)}`,
    one.decidedAt &&
      html`${full(words.language, one.decidedAt)}${one.rules && html`<small>${words.say('auditing.by-rules', { version: one.rules })}</small>`}`,
  ])
  return page(ask, 'applications', {
    count: rows.length,
    table: plainTable(head, rows),
    below: paging(words, list, (number) => href('/auditing/applications', {}, { page: number })),
  })
}

export async function showAuditedRules(ask: AuditorAsk): Promise<Response> {
  const { words, deps, who } = ask
  const list = await deps.observing.versions(who)
  const head = (['version', 'hash', 'accepted'] as const).map((one) => words.say(`auditing.${one}`))
  const rows = list.map((one) => [
    html`${one.programme}<small>${one.version}</small>`,
    html`<a class="mono" href="${href('/programme/files/:hash/programme.json', { hash: one.hash })}">${one.hash}</a>`,
    full(words.language, one.acceptedAt),
  ])
  return page(ask, 'rules', { count: rows.length, table: plainTable(head, rows) })
}

export async function showAuditedValue(ask: AuditorAsk): Promise<Response> {
  const { words, deps, who } = ask
  const list = await deps.observing.value(who, { page: pageNumber(ask) })
  const head = [words.say('auditing.organisation'), ...(['day', 'what', 'law', 'amount'] as const).map((one) => words.say(`value.${one}`))]
  const rows = list.rows.map((one) => [
    html`${one.organisation} ${one.struckOut && chip('plain', words.say('auditing.struck'))}`,
    one.givenOn,
    one.what,
    one.law,
    `${deps.enrolment.amountOf(one)} ${one.currency}`,
  ])
  return page(ask, 'value', {
    count: rows.length,
    table: plainTable(head, rows),
    below: paging(words, list, (number) => href('/auditing/value', {}, { page: number })),
  })
}

export async function showAuditedRegisters(ask: AuditorAsk): Promise<Response> {
  const { words, deps, who } = ask
  const list = await deps.observing.registers(who)
  const head = (['register', 'country', 'entries', 'added'] as const).map((one) => words.say(`auditing.${one}`))
  const rows = list.map((one) => [one.name, one.country, one.entries, full(words.language, one.addedAt)])
  return page(ask, 'registers', { count: rows.length, table: plainTable(head, rows) })
}

export async function showAuditedConsents(ask: AuditorAsk): Promise<Response> {
  const { words, deps, who } = ask
  const list = await deps.observing.consents(who)
  const head = (['purpose', 'text-version', 'given', 'withdrawn'] as const).map((one) => words.say(`auditing.${one}`))
  const rows = list.map((one) => [one.purpose, one.version, one.given, one.withdrawn])
  const above = html`<p class="soft">${words.say('auditing.consents-says')}</p>`
  return page(ask, 'consents', { count: rows.length, above, table: plainTable(head, rows) })
}
