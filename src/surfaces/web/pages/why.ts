/** Why a mail was judged so: everything that was weighed, what cleared it, who vouched for it, what was looked at and found nothing. */
import type { Check, FindingSeen, WhySeen } from '../deps/analyst.ts'
import type { Tone } from '../deps/desk.ts'
import { chip } from '../parts/chip.ts'
import { evidence } from '../parts/evidence.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { paging } from '../parts/paging.ts'
import { weightTable } from '../parts/weights.ts'
import { orNotHere } from '../request/answers.ts'
import { type PersonAsk, pageNumber, param } from '../request/ask.ts'
import type { Words } from '../wording/words.ts'
import { messageView } from './incident-message.ts'
import { huntSection, labelForm } from './incident-tools.ts'

export async function showWhy(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const why = orNotHere(await ask.deps.analyst.why(ask.who, param(ask, 'id'), pageNumber(ask)))
  return showPage(ask, {
    title: words.say('why.title', { what: why.title }),
    body: view(words, why),
    width: 'wide',
    scripts: ['keys'],
    kind: 'staff',
  })
}

const verdictTones: Readonly<Record<WhySeen['verdict'], Tone>> = { dangerous: 'danger', careful: 'care', fine: 'calm' }

function view(words: Words, why: WhySeen): Markup {
  const { weights, message } = why
  return html`<div class="stack-small"><nav class="soft" aria-label="${words.say('incident.path')}"><a href="${href('/queue')}">${words.say('nav.queue')}</a> / <a href="${href('/incidents/:id', { id: why.incidentId })}">${why.title}</a></nav>
<h1>${words.say('why.title', { what: why.title })}</h1>
<p class="filters">${chip(verdictTones[why.verdict], words.say(`verdict.${why.verdict}`))}${why.pages > 1 && html`<span class="soft">${words.say('why.one-of', { page: why.page, pages: why.pages })}</span>`}</p></div>
${message === undefined && html`<p class="note">${words.say('why.gone')}</p>`}
${message !== undefined && weights === undefined && html`<p class="note">${words.say('why.older')}</p>`}
${
  weights !== undefined &&
  html`<section class="sheet"><h2>${words.say('why.weights')}</h2>
${weights.length === 0 ? html`<p class="soft">${words.say('why.weights-none')}</p>` : weightTable(words, weights)}${balance(words, weights)}</section>`
}
<div class="split"><div class="stack">
${findings(words, why.findings)}
${message && html`<details class="sheet"><summary>${words.say('why.message')}</summary>${messageView(words, message)}</details>`}
</div><aside class="stack" aria-label="${words.say('why.checks')}">
${checks(words, why.checks)}
${passed(words, why.passed)}
${why.damage.length > 0 && html`<section class="sheet"><h2>${words.say('why.damage')}</h2><ul class="plain-list">${why.damage.map((says) => html`<li>${says}</li>`)}</ul></section>`}
${huntSection(words, why.traces)}
${why.mayKeep && wrong(words, why)}
</aside></div>
${paging(words, why, (page) => href('/incidents/:id/why', { id: why.incidentId }, { page }))}`
}

/** The sums, in one sentence: what an analyst would add up by hand. */
function balance(words: Words, weights: NonNullable<WhySeen['weights']>): Markup {
  const sum = (which: (points: number) => boolean) =>
    Math.round(weights.filter(({ points }) => which(points)).reduce((total, { points }) => total + points, 0))
  const cleared = sum((points) => points < 0)
  const accused = sum((points) => points > 0)
  return html`<p>${cleared === 0 ? words.say('why.balance-nothing-cleared', { accused }) : words.say('why.balance', { accused, cleared: -cleared })}</p>`
}

function findings(words: Words, all: readonly FindingSeen[]): Markup {
  return html`<section class="sheet"><h2>${words.say('why.findings')}</h2>
${
  all.length === 0
    ? html`<p class="soft">${words.say('why.findings-none')}</p>`
    : html`<ul class="reasons">${all.map(
        (one) =>
          html`<li class="${one.severity}"><b>${one.title}</b><p>${one.says}</p>${one.evidence.length > 0 && html`<details><summary>${words.say('why.evidence')}</summary>${one.evidence.map(evidence)}</details>`}</li>`,
      )}</ul>`
}</section>`
}

const wrong = (words: Words, why: WhySeen): Markup =>
  html`<section class="sheet"><h2>${words.say('wrong.title')}</h2><p class="soft">${words.say('wrong.says')}</p>
<details><summary>${words.say('wrong.open')}</summary>${labelForm(words, { incidentId: why.incidentId, flaggedId: why.flaggedId, value: why.verdict === 'dangerous' ? 'honest' : 'hostile' })}</details></section>`

const checkTones = { pass: 'calm', fail: 'danger', 'not stated': 'plain' } as const

const checks = (words: Words, all: readonly Check[]): Markup | false =>
  all.length > 0 &&
  html`<section class="sheet"><h2>${words.say('why.checks')}</h2><ul class="rows">${all.map(
    ({ name, result, says }) =>
      html`<li><div><b>${name}</b><small>${says}</small></div>${chip(checkTones[result], words.say(`why.check-${result === 'not stated' ? 'unknown' : result}`))}</li>`,
  )}</ul></section>`

const passed = (words: Words, titles: readonly string[]): Markup | false =>
  titles.length > 0 &&
  html`<section class="sheet"><h2>${words.say('why.passed')}</h2><p class="soft">${words.say('why.passed-says', { count: titles.length })}</p>
<details><summary>${words.say('why.passed-open')}</summary><ul class="plain-list">${titles.map((title) => html`<li>${title}</li>`)}</ul></details></section>`
