/** What became of an application, and what would help it on: the domain, friends, a person. */
import type { ApplicationStatus } from '../deps/applications.ts'
import { textArea } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { moment } from '../parts/moment.ts'
import { proofTable } from '../parts/proofs.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import type { Ask } from '../request/ask.ts'
import type { Words } from '../wording/words.ts'
import { held, placeOf } from './apply.ts'
import { ruleLine } from './programme.ts'

export async function showStatus(ask: Ask): Promise<Response> {
  const { words } = ask
  const mine = await held(ask)
  if (mine === undefined) return goTo(href('/apply'))
  if (mine.application.state === 'draft') return goTo(placeOf(mine.application))
  const status = orNotHere(await ask.deps.applications.status(mine.token))
  const { state, answers, points, threshold, doubts, checkedAt } = status
  const says = {
    draft: '',
    withdrawn: '',
    checking: words.say('status.checking-says', { points, threshold }),
    'with-a-person': words.say('status.with-a-person-says', { address: answers.contact.address }),
    accepted: words.say('status.accepted-says'),
    refused: words.say('status.refused-says'),
  }[state]
  const title = words.say(`status.${state}`)
  const isOpen = state === 'checking' || state === 'with-a-person'
  const body = html`<div class="stack-small"><p class="soft">${answers.name}</p><h1>${title}</h1><p class="lede">${says}</p></div>
${(state === 'refused' || state === 'with-a-person') && doubts.length > 0 && html`<section class="sheet"><h2>${words.say('status.why')}</h2><ul>${doubts.map((kind) => html`<li>${words.say(`doubt.${kind}`)}</li>`)}</ul></section>`}
${
  status.programme &&
  state !== 'withdrawn' &&
  html`<section class="sheet"><h2>${words.say('ask.because')}</h2><ul class="said">${status.programme.rules.map((rule) => ruleLine(words, rule))}</ul>
${state !== 'accepted' && html`<p><a href="${href('/programme/ask', {}, answers.facts)}">${words.say('ask.would-change')}</a></p>`}</section>`
}
${isOpen && helps(words, status)}
${isOpen && status.proofs.length > 0 && html`<section class="sheet"><h2>${words.say('status.seen')}</h2>${checkedAt && html`<p class="soft">${moment(words.language, ask.now, checkedAt)}</p>`}${proofTable(words, status.proofs)}</section>`}
${isOpen ? html`<p><a href="${href('/apply/withdraw')}">${words.say('apply.withdraw')}</a></p>` : html`<p><a href="${href('/programme')}">${words.say('programme.title')}</a></p>`}`
  return showPage(ask, { title, body })
}

function helps(words: Words, { challenge, answers, vouchCode, vouches, state }: ApplicationStatus): Markup {
  const pair = (name: string, value: string) => html`<div><dt>${name}</dt><dd class="evidence">${value}</dd></div>`
  return html`${
    challenge &&
    html`<section class="sheet"><h2>${words.say('status.domain', { domain: answers.domain })}</h2>
<p>${words.say('status.dns')}</p><dl class="pairs">${pair(words.say('status.where'), challenge.name)}${pair(words.say('status.what'), challenge.line)}</dl>
<p>${words.say('status.web')}</p><dl class="pairs">${pair(words.say('status.where'), challenge.url)}${pair(words.say('status.what'), challenge.line)}</dl></section>`
  }
<form method="post" action="${href('/apply/check')}"><button type="submit" class="button">${words.say('status.check')}</button></form>
<section class="sheet"><h2>${words.say('status.friends')}</h2><p>${words.say('status.friends-says')}</p><p class="code">${vouchCode}</p>
<p class="soft">${words.say('status.friends-count', { count: vouches })}</p></section>
${
  state === 'checking' &&
  html`<section class="sheet"><h2>${words.say('status.person')}</h2><form method="post" action="${href('/apply/person')}" class="form">
${textArea({ name: 'asks', label: words.say('status.person-ask'), value: '', rows: 3 })}
<button type="submit" class="button quiet">${words.say('status.person-button')}</button></form></section>`
}`
}

export async function checkAgain(ask: Ask): Promise<Response> {
  const mine = await held(ask)
  if (mine === undefined) return goTo(href('/apply'))
  await ask.deps.applications.check(mine.token, ask.remote)
  return goTo(href('/apply/status', {}, { done: 'application-checked' }))
}

export async function askForPerson(ask: Ask): Promise<Response> {
  const mine = await held(ask)
  if (mine === undefined) return goTo(href('/apply'))
  await ask.deps.applications.askForPerson(mine.token, (await ask.form()).text('asks'))
  return goTo(href('/apply/status'))
}
