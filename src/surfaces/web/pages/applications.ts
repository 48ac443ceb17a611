/** Applications for the staff: those that wait for a person first, each with its evidence and what others said. */
import type { ApplicationLine, ApplicationSeen } from '../deps/applications.ts'
import type { Paged } from '../deps/paged.ts'
import { chip } from '../parts/chip.ts'
import { empty } from '../parts/empty.ts'
import { noProblems, type Problems, problemSummary, textArea } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { moment } from '../parts/moment.ts'
import { paging } from '../parts/paging.ts'
import { proofTable } from '../parts/proofs.ts'
import { searchForm } from '../parts/search-form.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { asStaff, type PersonAsk, pageNumber, param, search } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'
import { ruleLine } from './programme.ts'

const tones = {
  draft: 'plain',
  checking: 'plain',
  'with-a-person': 'care',
  accepted: 'calm',
  refused: 'danger',
  withdrawn: 'plain',
} as const

export async function showApplications(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const asked = search(ask)
  const list = await ask.deps.applications.list(asStaff(ask), { search: asked, page: pageNumber(ask) })
  const none = empty(words.say(asked === '' ? 'applications.none' : 'applications.filtered'), words.say('applications.none-says'))
  const body = html`<div class="head"><div class="stack-small"><h1>${words.say('applications.title')}</h1><p class="lede">${words.say('applications.lede')}</p></div>
<p class="buttons"><a class="button quiet" href="${href('/registers')}">${words.say('registers.title')}</a>${ask.visitor.staff === 'operator' && html`<a class="button quiet" href="${href('/programme/edit')}">${words.say('programme-edit.title')}</a>`}</p></div>
${(list.total > 0 || asked !== '') && searchForm(words, { action: href('/applications'), label: words.say('applications.search'), value: asked })}
<section class="sheet">${list.rows.length === 0 ? none : table(ask, list)}</section>
${paging(words, list, (page) => href('/applications', {}, { search: asked, page }))}`
  return showPage(ask, { title: words.say('applications.title'), body, width: 'wide', kind: 'staff', scripts: ['keys'] })
}

function table({ words, now }: PersonAsk, { rows }: Paged<ApplicationLine>): Markup {
  const say = (name: 'name' | 'state' | 'points' | 'doubts' | 'when') => words.say(`applications.${name}`)
  return html`<table class="collapses"><thead><tr><th scope="col">${say('name')}</th><th scope="col">${say('state')}</th><th scope="col">${say('points')}</th><th scope="col">${say('doubts')}</th><th scope="col">${say('when')}</th></tr></thead><tbody>
${rows.map(
  (
    row,
  ) => html`<tr><th scope="row"><a href="${href('/applications/:id', { id: row.id })}">${row.name}</a> <span class="mono soft">${row.domain}</span></th>
<td data-label="${say('state')}">${chip(tones[row.state], words.say(`applications.is-${row.state}`))}</td><td data-label="${say('points')}">${row.points}</td><td data-label="${say('doubts')}">${row.doubts}</td><td data-label="${say('when')}">${row.submittedAt ? moment(words.language, now, row.submittedAt) : '–'}</td></tr>`,
)}</tbody></table>`
}

export async function showApplication(ask: PersonAsk): Promise<Response> {
  return show(ask, orNotHere(await ask.deps.applications.see(asStaff(ask), param(ask, 'id'))), { reason: '', problems: noProblems })
}

export async function giveOpinion(ask: PersonAsk): Promise<Response> {
  const id = param(ask, 'id')
  const form = await ask.form()
  const reason = form.text('reason').slice(0, 2000)
  const says = form.text('says') === 'accept' ? ('accept' as const) : ('refuse' as const)
  const tried = await tryForm(ask, { otherwise: 'reason' }, () => ask.deps.applications.giveOpinion(asStaff(ask), id, { says, reason }))
  if (tried.done) {
    // Decided by others meanwhile: the page says so.
    if (tried.value === undefined) orNotHere(await ask.deps.applications.see(asStaff(ask), id))
    return goTo(href('/applications/:id', { id }, { done: tried.value === 'with-a-person' ? 'opinion-given' : 'application-decided' }))
  }
  return show(ask, orNotHere(await ask.deps.applications.see(asStaff(ask), id)), { reason, problems: tried.problems })
}

function show(
  ask: PersonAsk,
  seen: ApplicationSeen,
  { reason, problems }: { readonly reason: string; readonly problems: Problems },
): Response {
  const { words, now } = ask
  const { answers, state, programme } = seen
  const who = ({ name, address }: typeof answers.contact) => (address === '' ? words.say('applications.gone') : `${name} <${address}>`)
  const pair = (name: string, value: string) => value !== '' && html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><nav class="soft" aria-label="${words.say('incident.path')}"><a href="${href('/applications')}">${words.say('applications.title')}</a></nav>
<h1>${answers.name}</h1><p>${chip(tones[state], words.say(`applications.is-${state}`))} ${words.say('applications.has-points', { points: seen.points })}</p></div>
${
  seen.doubts.length > 0 &&
  html`<section class="sheet"><h2>${words.say('applications.doubts')}</h2><ul>${seen.doubts.map(
    ({ kind, facts }) =>
      html`<li>${words.say(`doubt.${kind}`)} ${Object.keys(facts).length > 0 && html`<span class="mono">${Object.values(facts).join(' · ')}</span>`}</li>`,
  )}</ul>${answers.asks !== '' && html`<blockquote>${answers.asks}</blockquote>`}</section>`
}
<section class="sheet"><h2>${words.say('applications.answers')}</h2><dl class="pairs">${Object.entries(answers.facts).map(([name, value]) => pair(name, value))}
${pair(words.say('apply.domain'), answers.domain)}${pair(words.say('apply.contact'), who(answers.contact))}${pair(words.say('apply.second'), who(answers.second))}${pair(words.say('apply.register-number'), answers.register)}
${programme && pair(words.say('programme.version'), `${programme.id} ${programme.version} (${programme.hash.slice(0, 12)})`)}</dl>
${programme && html`<ul class="said">${programme.rules.map((rule) => ruleLine(words, rule))}</ul>`}</section>
<section class="sheet"><h2>${words.say('applications.evidence')}</h2>${seen.proofs.length === 0 ? html`<p>–</p>` : proofTable(words, seen.proofs)}
${seen.vouchedBy.length > 0 && html`<p>${words.say('applications.vouched')} ${seen.vouchedBy.map(({ organisation }) => organisation).join(', ')}</p>`}</section>
${(state === 'with-a-person' || seen.opinions.length > 0) && opinions(ask, seen, reason, problems)}
${seen.organisationId && html`<p><a href="${href('/organisations/:id', { id: seen.organisationId })}">${answers.name}</a></p>`}
<p class="soft">${seen.submittedAt && moment(words.language, now, seen.submittedAt)}</p>`
  return showPage(ask, { title: answers.name, body, status: problems.size > 0 ? 422 : 200, kind: 'staff' })
}

function opinions({ words, now }: PersonAsk, seen: ApplicationSeen, reason: string, problems: Problems): Markup {
  const says = (what: 'accept' | 'refuse') => words.say(`applications.${what}`)
  return html`<section class="sheet"><h2>${words.say('applications.opinions')}</h2><p class="soft">${words.say(seen.needed === 2 ? 'applications.two-needed' : 'applications.one-needed')}</p>
${seen.opinions.length > 0 && html`<ul class="rows">${seen.opinions.map((one) => html`<li><div><strong>${one.by}</strong> ${chip(one.says === 'accept' ? 'calm' : 'danger', says(one.says))} ${moment(words.language, now, one.at)}<br>${one.reason}</div></li>`)}</ul>`}
${
  seen.state === 'with-a-person' &&
  html`<form method="post" action="${href('/applications/:id/opinion', { id: seen.id })}" class="form" novalidate>
${textArea({ name: 'reason', label: words.say('applications.reason'), hint: words.say('applications.reason-hint'), value: reason, rows: 3, problems })}
<p class="buttons"><button type="submit" class="button" name="says" value="accept">${says('accept')}</button><button type="submit" class="button danger" name="says" value="refuse">${says('refuse')}</button></p></form>`
}</section>`
}
