/** "Who else got this?" One trace, looked for in every connected mailbox of the programme. */
import { type Hunted, type HuntedKind, type HuntHit, huntedKinds, labels } from '../deps/analyst.ts'
import { chip } from '../parts/chip.ts'
import { empty } from '../parts/empty.ts'
import { defang } from '../parts/evidence.ts'
import { field, noProblems, type Problems, problemSummary, select } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { moment } from '../parts/moment.ts'
import { paging } from '../parts/paging.ts'
import { reachSeen } from '../parts/reach.ts'
import { giveFile, goTo, orNotHere } from '../request/answers.ts'
import { type Fields, type PersonAsk, pageNumber } from '../request/ask.ts'
import { isId } from '../request/is-id.ts'
import { tryForm } from '../request/try-form.ts'
import { csvRow } from './csv.ts'
import { streamOf } from './stream.ts'

type Asked = { readonly kind: HuntedKind; readonly value: string }

const askedIn = (read: (name: string) => string): Asked => ({
  kind: huntedKinds.find((one) => one === read('kind')) ?? 'sender',
  value: read('value')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 2000),
})

export const showHunt = (ask: PersonAsk): Promise<Response> =>
  show(
    ask,
    askedIn((name) => ask.query.get(name) ?? ''),
    noProblems,
  )

async function show(ask: PersonAsk, asked: Asked, problems: Problems): Promise<Response> {
  const { words, deps, who } = ask
  const hunted = asked.value === '' ? undefined : orNotHere(await deps.analyst.hunt(who, { ...asked, page: pageNumber(ask) }))
  const wrong: Problems = hunted !== undefined && 'problem' in hunted ? new Map([...problems, ['value', hunted.problem]]) : problems
  return showPage(ask, {
    title: words.say('hunt.title'),
    body: view(ask, asked, hunted, wrong),
    width: 'wide',
    status: wrong.size > 0 ? 422 : 200,
    scripts: ['keys'],
    kind: 'staff',
  })
}

function view(ask: PersonAsk, asked: Asked, hunted: Hunted | undefined, problems: Problems): Markup {
  const { words } = ask
  const choices = huntedKinds.map((value) => ({ value, name: words.say(`hunt.kind-${value}`) }))
  return html`${problemSummary(words, problems)}
<div class="stack-small"><h1>${words.say('hunt.title')}</h1><p class="lede">${words.say('hunt.lede')}</p></div>
<search class="sheet"><form method="get" action="${href('/hunt')}" class="form hunt-form">
${select({ name: 'kind', label: words.say('hunt.kind'), value: asked.kind, choices })}
${field({ name: 'value', label: words.say('hunt.value'), hint: words.say('hunt.value-hint'), value: asked.value, autocomplete: 'off', most: 2000, problems })}
<button type="submit" class="button">${words.say('hunt.button')}</button></form></search>
${hunted === undefined ? html`<section class="sheet">${empty(words.say('hunt.first'), words.say('hunt.first-says'))}</section>` : !('problem' in hunted) && found(ask, asked, hunted, problems)}`
}

type Found = Exclude<Hunted, { readonly problem: string }>

function found(ask: PersonAsk, asked: Asked, hunted: Found, problems: Problems): Markup {
  const { words } = ask
  const { summary, hits } = hunted
  const query = { kind: asked.kind, value: asked.value }
  return html`<section class="sheet"><h2>${words.say(`hunt.kind-${asked.kind}`)}</h2><p class="evidence">${defang(hunted.value)}</p>
${hunted.everybodys && html`<p class="note">${words.say('hunt.shared')}</p>`}
${summary.mails === 0 ? html`<p>${words.say('hunt.none')}</p>` : counts(ask, hunted)}</section>
${hits.rows.length > 0 && html`<section class="sheet flush">${table(ask, asked, hits.rows)}</section>`}
${paging(words, hits, (page) => href('/hunt', {}, { ...query, page }))}
${hits.total > 0 && html`<p><a href="${href('/hunt/export.csv', {}, query)}" download>${words.say('hunt.export')}</a></p>`}
${(summary.mails > 0 || hunted.reach !== undefined) && !hunted.everybodys && tell(ask, asked, hunted, problems)}
<p class="soft">${words.say('hunt.logged')}</p>`
}

function counts({ words, now }: PersonAsk, { summary }: Found): Markup {
  const { language } = words
  const pair = (key: 'mails' | 'mailboxes' | 'organisations' | 'dangerous' | 'careful' | 'fine', count: number) =>
    html`<div><dt>${words.say(`hunt.${key}`)}</dt><dd>${count}</dd></div>`
  return html`<dl class="pairs counts">${pair('mails', summary.mails)}${pair('mailboxes', summary.mailboxes)}${pair('organisations', summary.organisations)}
${summary.first && html`<div><dt>${words.say('hunt.first-seen')}</dt><dd>${moment(language, now, summary.first)}</dd></div>`}
${summary.last && html`<div><dt>${words.say('hunt.last-seen')}</dt><dd>${moment(language, now, summary.last)}</dd></div>`}
${pair('dangerous', summary.verdicts.dangerous)}${pair('careful', summary.verdicts.careful)}${pair('fine', summary.verdicts.fine)}</dl>
${summary.hidden > 0 && html`<p class="soft">${summary.hidden === 1 ? words.say('hunt.hidden-one') : words.say('hunt.hidden', { count: summary.hidden })}</p>`}`
}

function table({ words, now }: PersonAsk, asked: Asked, rows: readonly HuntHit[]): Markup {
  const say = (key: 'who' | 'organisation' | 'arrived' | 'verdict' | 'true-label') => words.say(`hunt.${key}`)
  return html`<table class="collapses"><thead><tr><th scope="col">${say('who')}</th><th scope="col">${say('organisation')}</th><th scope="col">${say('arrived')}</th><th scope="col">${say('verdict')}</th><th scope="col">${say('true-label')}</th></tr></thead><tbody>
${rows.map(
  (row) => html`<tr><th scope="row">${row.person}<small>${row.account}, ${row.folder}</small></th>
<td data-label="${say('organisation')}">${row.organisation ? html`<a href="${href('/organisations/:id', { id: row.organisation.id })}">${row.organisation.name}</a>` : words.say('hunt.personal')}</td>
<td data-label="${say('arrived')}">${moment(words.language, now, row.arrivedAt)}</td>
<td data-label="${say('verdict')}"><span>${chip(row.verdictThen === 'dangerous' ? 'danger' : row.verdictThen === 'careful' ? 'care' : 'calm', words.say(`verdict.${row.verdictThen}`))}${row.incidentId && html` <a href="${href('/incidents/:id', { id: row.incidentId })}">${words.say('hunt.incident')}</a>`}</span></td>
<td data-label="${say('true-label')}">${labelForm(words, asked, row)}</td></tr>`,
)}
</tbody></table>`
}

function labelForm(words: PersonAsk['words'], asked: Asked, row: HuntHit): Markup {
  const wrong = row.verdictThen === 'dangerous' ? 'honest' : 'hostile'
  const fields = {
    ...asked,
    label: wrong,
    connection: row.connectionId,
    folder: row.folder,
    validity: row.uidValidity,
    uid: row.uid,
  }
  return html`<form method="post" action="${href('/hunt/label')}">${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button type="submit" class="button quiet small" aria-label="${words.say(`hunt.was-${wrong}-named`, { person: row.person })}">${words.say(`hunt.was-${wrong}`)}</button></form>`
}

function tell(ask: PersonAsk, asked: Asked, { reach }: Found, problems: Problems): Markup {
  const { words } = ask
  return html`<section class="sheet" id="reach"><h2>${words.say('reach.title')}</h2>
${reach && reachSeen(ask, reach, { stop: href('/hunt/reach/stop'), fields: asked })}
<details${problems.has('reason') && html` open`}><summary>${words.say('hunt.tell-open')}</summary><form method="post" action="${href('/hunt/reach')}" class="form"><p>${words.say('hunt.tell-says')}</p>
<input type="hidden" name="kind" value="${asked.kind}"><input type="hidden" name="value" value="${asked.value}">
${field({ name: 'reason', label: words.say('hunt.tell-reason'), autocomplete: 'off', most: 2000, problems })}
<button type="submit" class="button danger">${words.say('reach.button')}</button></form></details>
<p class="soft">${words.say('reach.says')}</p></section>`
}

/** Everybody whose mail has this trace is told, as if each had been found hostile by itself. */
export async function reachHunted(ask: PersonAsk): Promise<Response> {
  const form = await ask.form()
  const asked = askedIn(form.text)
  if (asked.value === '') return show(ask, asked, new Map([['value', ask.words.say('hunt.value-needed')]]))
  const reason = form.text('reason')
  const fields = { otherwise: 'value', 'reason-missing': 'reason' }
  const tried = await tryForm(ask, fields, async () => orNotHere(await ask.deps.analyst.reachHunted(ask.who, { ...asked, reason })))
  if (!tried.done) return show(ask, asked, tried.problems)
  return goTo(href('/hunt', {}, { ...asked, done: 'reach-asked' }))
}

export async function stopHunted(ask: PersonAsk): Promise<Response> {
  const asked = askedIn((await ask.form()).text)
  orNotHere(await ask.deps.analyst.stopReach(ask.who, asked))
  return goTo(href('/hunt', {}, { ...asked, done: 'reach-stopped' }))
}

/** A mail that was judged wrongly is read again and kept for testing. */
export async function labelHit(ask: PersonAsk): Promise<Response> {
  const form = await ask.form()
  const asked = askedIn(form.text)
  const place = placeIn(form)
  const label = labels.find((one) => one === form.text('label'))
  if (place === undefined || label === undefined) return show(ask, asked, new Map([['value', ask.words.say('hunt.hit-needed')]]))
  const reason = form.text('reason')
  const tried = await tryForm(ask, { otherwise: 'value' }, async () =>
    orNotHere(await ask.deps.analyst.labelHit(ask.who, place, { label, reason })),
  )
  if (!tried.done) return show(ask, asked, tried.problems)
  return goTo(href('/hunt', {}, { ...asked, done: 'kept-for-tests' }))
}

function placeIn(form: Fields) {
  const whole = (name: string) => (/^\d{1,15}$/.test(form.text(name)) ? Number(form.text(name)) : undefined)
  const [uidValidity, uid] = [whole('validity'), whole('uid')]
  const [connectionId, folder] = [form.text('connection'), form.text('folder')]
  if (!isId(connectionId) || folder === '' || uidValidity === undefined || uid === undefined) return undefined
  return { connectionId, folder: folder.slice(0, 1000), uidValidity, uid }
}

/** All rows that the analyst may see, written as they are read. */
export function exportHunt(ask: PersonAsk): Response {
  const asked = askedIn((name) => ask.query.get(name) ?? '')
  return giveFile('hunt.csv', 'text/csv; charset=utf-8', streamOf(lines(ask, asked)))
}

async function* lines(ask: PersonAsk, asked: Asked): AsyncGenerator<string> {
  yield csvRow(['person', 'account', 'organisation', 'folder', 'arrived', 'verdict then', 'incident'])
  if (asked.value === '') return
  for await (const row of await ask.deps.analyst.exportHunt(ask.who, asked)) yield csvRow(cells(row))
}

const cells = (row: HuntHit): readonly string[] => [
  row.person,
  row.account,
  row.organisation?.name ?? '',
  row.folder,
  row.arrivedAt.toISOString(),
  row.verdictThen,
  row.incidentId ?? '',
]
