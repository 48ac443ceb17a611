/** How often the rules are right, on the mails whose true label an analyst wrote down. Counts and names of rules; never what a mail said. */
import type { Evaluation, EvaluationRow, RuleScore } from '../deps/analyst.ts'
import { chip } from '../parts/chip.ts'
import { confirmPage } from '../parts/confirm.ts'
import { empty } from '../parts/empty.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { moment } from '../parts/moment.ts'
import { paging } from '../parts/paging.ts'
import { giveFile, goTo, orNotHere } from '../request/answers.ts'
import { type PersonAsk, pageNumber, param } from '../request/ask.ts'
import type { Words } from '../wording/words.ts'

export async function showEvaluation(ask: PersonAsk): Promise<Response> {
  const list = await ask.deps.analyst.evaluation(ask.who, { page: pageNumber(ask) })
  return showPage(ask, { title: ask.words.say('evaluation.title'), body: view(ask, list), width: 'wide', scripts: ['keys'], kind: 'staff' })
}

function view(ask: PersonAsk, list: Evaluation): Markup {
  const { words, now } = ask
  const { counts } = list
  const head = html`<div class="stack-small"><h1>${words.say('evaluation.title')}</h1><p class="lede">${words.say('evaluation.lede')}</p></div>`
  if (counts.mails === 0)
    return html`${head}<section class="sheet">${empty(words.say('evaluation.none'), words.say('evaluation.none-says'), { to: href('/queue'), name: words.say('nav.queue') })}</section>`
  const figure = (value: number, name: 'right' | 'missed' | 'false-alarms' | 'untested') =>
    html`<div><b>${value}</b><small>${words.say(`evaluation.${name}`)}</small></div>`
  return html`${head}
<section class="figures sheet">${figure(counts.right, 'right')}${figure(counts.missed, 'missed')}${figure(counts.falseAlarms, 'false-alarms')}${figure(counts.untested, 'untested')}</section>
<div class="toolbar"><p>${words.say('evaluation.of', { hostile: counts.hostile, honest: counts.honest })} ${list.testedAt && html`${words.say('evaluation.tested')} ${moment(words.language, now, list.testedAt)}. `}${changedWords(words, counts.changed)}</p>
<form method="post" action="${href('/evaluation/test')}"><button type="submit" class="button">${words.say('evaluation.test')}</button></form></div>
${list.rules.length > 0 && rules(words, list.rules)}
<section class="sheet flush">${mails(ask, list.rows)}</section>
${paging(words, list, (page) => href('/evaluation', {}, { page }))}
<p><a href="${href('/evaluation/export.json')}" download>${words.say('evaluation.export')}</a></p>`
}

function changedWords(words: Words, count: number): string {
  if (count === 0) return words.say('evaluation.nothing-changed')
  return count === 1 ? words.say('evaluation.changed-one') : words.say('evaluation.changed', { count })
}

function rules(words: Words, scores: readonly RuleScore[]): Markup {
  const say = (key: 'rule' | 'rule-right' | 'rule-wrong' | 'rule-changed') => words.say(`evaluation.${key}`)
  return html`<section class="sheet"><h2>${words.say('evaluation.rules')}</h2><table class="collapses"><thead><tr><th scope="col">${say('rule')}</th><th scope="col" class="number">${say('rule-right')}</th><th scope="col" class="number">${say('rule-wrong')}</th><th scope="col" class="number">${say('rule-changed')}</th></tr></thead><tbody>
${scores.map((one) => html`<tr><th scope="row">${one.title}</th><td data-label="${say('rule-right')}" class="number">${one.right}</td><td data-label="${say('rule-wrong')}" class="number">${one.wrong}</td><td data-label="${say('rule-changed')}" class="number">${one.changed}</td></tr>`)}
</tbody></table></section>`
}

function mails({ words, now }: PersonAsk, rows: readonly EvaluationRow[]): Markup {
  const say = (key: 'mail' | 'truth' | 'then' | 'now' | 'fired' | 'remove') => words.say(`evaluation.${key}`)
  return html`<table class="collapses"><thead><tr><th scope="col">${say('mail')}</th><th scope="col">${say('truth')}</th><th scope="col">${say('then')}</th><th scope="col">${say('now')}</th><th scope="col">${say('fired')}</th><th scope="col">${say('remove')}</th></tr></thead><tbody>
${rows.map(
  (
    row,
  ) => html`<tr><th scope="row">${row.incidentId ? html`<a href="${href('/incidents/:id', { id: row.incidentId })}">${ownerOf(words, row)}</a>` : ownerOf(words, row)}<small>${words.say(`evaluation.source-${row.source}`)}, ${row.by}, ${moment(words.language, now, row.labelledAt)}</small>${row.reason !== '' && html`<small>${row.reason}</small>`}</th>
<td data-label="${say('truth')}">${words.say(`wrong.label-${row.label}`)}</td>
<td data-label="${say('then')}">${verdictWord(words, row.verdictThen)}</td>
<td data-label="${say('now')}"><span>${nowChip(words, row)}${row.changed && html`<small>${words.say('evaluation.was', { verdict: verdictWord(words, row.verdictBefore ?? '') })}</small>`}</span></td>
<td data-label="${say('fired')}">${row.rules.length === 0 ? words.say('evaluation.fired-none') : row.rules.join(', ')}</td>
<td><a class="button quiet small" href="${href('/evaluation/:id/remove', { id: row.id })}" aria-label="${words.say('evaluation.remove-named', { owner: ownerOf(words, row) })}">${say('remove')}</a></td></tr>`,
)}
</tbody></table>`
}

const ownerOf = (words: Words, { organisation }: EvaluationRow): string => organisation ?? words.say('hunt.personal')

function verdictWord(words: Words, verdict: string): string {
  const known = (['dangerous', 'careful', 'fine'] as const).find((one) => one === verdict)
  return known === undefined ? verdict : words.say(`verdict.${known}`)
}

function nowChip(words: Words, { verdictNow, right }: EvaluationRow): Markup {
  if (verdictNow === undefined) return chip('plain', words.say('evaluation.waits'))
  return chip(
    right ? 'calm' : 'danger',
    `${verdictWord(words, verdictNow)}: ${words.say(right ? 'evaluation.is-right' : 'evaluation.is-wrong')}`,
  )
}

/** Everything but what the mails said. */
export async function exportEvaluation(ask: PersonAsk): Promise<Response> {
  const rows = await ask.deps.analyst.exportEvaluation(ask.who)
  return giveFile('evaluation.json', 'application/json; charset=utf-8', `${JSON.stringify(rows, null, 2)}\n`)
}

export async function testAgain(ask: PersonAsk): Promise<Response> {
  orNotHere(await ask.deps.analyst.testAgain(ask.who))
  return goTo(href('/evaluation', {}, { done: 'test-asked' }))
}

export async function askRemoveKept(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  orNotHere(await ask.deps.analyst.isKept(ask.who, param(ask, 'id')))
  return confirmPage(ask, {
    title: words.say('evaluation.remove-title'),
    says: words.say('evaluation.remove-says'),
    button: words.say('evaluation.remove'),
    action: href('/evaluation/:id/remove', { id: param(ask, 'id') }),
    back: href('/evaluation'),
  })
}

export async function removeKept(ask: PersonAsk): Promise<Response> {
  orNotHere(await ask.deps.analyst.removeKept(ask.who, param(ask, 'id')))
  return goTo(href('/evaluation', {}, { done: 'kept-removed' }))
}
