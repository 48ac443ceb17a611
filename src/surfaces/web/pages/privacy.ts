/** What a person allowed, what is kept, who looked; each permission is taken back on its own. */
import type { ConsentPurpose, ConsentSeen, Privacy } from '../deps/person.ts'
import { exportPage } from '../parts/export-page.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { ago, moment } from '../parts/moment.ts'
import { giveFile, goTo, NotHere, orNotHere } from '../request/answers.ts'
import { type PersonAsk, param } from '../request/ask.ts'
import { isId } from '../request/is-id.ts'
import { consentVersion } from '../wording/consent-texts.ts'
import type { Words } from '../wording/words.ts'

const givable: readonly ConsentPurpose[] = ['organisation-is-told', 'desk-sees-findings', 'share-indicators']

export async function showPrivacy(ask: PersonAsk): Promise<Response> {
  return showPage(ask, { title: ask.words.say('privacy.title'), body: view(ask, await ask.deps.person.privacy(ask.who)) })
}

export async function giveConsent(ask: PersonAsk): Promise<Response> {
  const form = await ask.form()
  const purpose = orNotHere(givable.find((one) => one === form.text('purpose')))
  const organisationId = form.text('organisation')
  if (organisationId !== '' && !isId(organisationId)) throw new NotHere()
  orNotHere(
    await ask.deps.person.giveConsent(ask.who, { purpose, version: consentVersion, ...(organisationId !== '' && { organisationId }) }),
  )
  return goTo(href('/privacy', {}, { done: 'consent-given' }))
}

export async function withdrawConsent(ask: PersonAsk): Promise<Response> {
  orNotHere(await ask.deps.person.withdrawConsent(ask.who, param(ask, 'id')))
  return goTo(href('/privacy', {}, { done: 'consent-withdrawn' }))
}

export async function exportMineAsPage(ask: PersonAsk): Promise<Response> {
  const mine = await ask.deps.person.exportMine(ask.who)
  return giveFile('bellwether-my-data.html', 'text/html; charset=utf-8', exportPage(ask.words, ask.words.say('privacy.export'), mine))
}

export async function exportMine(ask: PersonAsk): Promise<Response> {
  return giveFile(
    'bellwether-my-data.json',
    'application/json; charset=utf-8',
    `${JSON.stringify(await ask.deps.person.exportMine(ask.who), null, 2)}\n`,
  )
}

type About = Pick<ConsentSeen, 'purpose' | 'address' | 'organisation'>

function sentence(words: Words, { purpose, address, organisation }: About): string {
  if (purpose === 'organisation-is-told') return words.say('privacy.organisation-is-told', { organisation: organisation ?? '' })
  if (purpose === 'watch-sign-ins') return words.say('privacy.watch-sign-ins', { address: address ?? '' })
  if (purpose === 'share-indicators') return words.say('privacy.share-indicators')
  if (purpose === 'examine-security-mail') return words.say('privacy.examine-security-mail', { address: address ?? '' })
  if (purpose === 'desk-sees-findings') return words.say('privacy.desk-sees-findings')
  return address ? words.say('privacy.examine-mail', { address }) : words.say('privacy.examine-mail-any')
}

function view(ask: PersonAsk, privacy: Privacy): Markup {
  const { words, now } = ask
  const { language } = words
  return html`<div class="stack-small"><h1>${words.say('privacy.title')}</h1><p class="lede">${words.say('privacy.lede')}</p></div>
<section class="sheet"><h2>${words.say('privacy.consents')}</h2>
${privacy.consents.length === 0 ? html`<p>${words.say('privacy.consents-none')}</p>` : html`<ul class="rows">${privacy.consents.map((one) => consentRow(ask, one))}</ul>`}</section>
${privacy.mayGive.length > 0 && html`<section class="sheet"><h2>${words.say('privacy.may')}</h2><p class="soft">${words.say('privacy.may-says')}</p><ul class="rows">${privacy.mayGive.map((one) => mayRow(words, one))}</ul></section>`}
<p><a class="button quiet" href="${href('/privacy/who-sees')}">${words.say('sees.title')}</a></p>
<section class="sheet"><h2>${words.say('privacy.looks')}</h2>
${
  privacy.looks.length === 0
    ? html`<p>${words.say('privacy.looks-none')}</p>`
    : html`<table class="collapses"><thead><tr><th scope="col">${words.say('privacy.who')}</th><th scope="col">${words.say('privacy.what')}</th><th scope="col">${words.say('privacy.when')}</th></tr></thead><tbody>
${privacy.looks.map((look) => html`<tr><th scope="row">${look.viewer}</th><td data-label="${words.say('privacy.what')}">${lookedAt(words, look.what)}</td><td data-label="${words.say('privacy.when')}">${moment(language, now, look.at)}</td></tr>`)}</tbody></table>`
}</section>
<section class="sheet"><h2>${words.say('privacy.keeps')}</h2><dl class="pairs">${keeps(words, privacy)}</dl></section>
<section class="sheet"><h2>${words.say('privacy.export')}</h2><p>${words.say('privacy.export-says')}</p><p class="buttons"><a class="button quiet" href="${href('/privacy/mine.html')}" download>${words.say('export.html')}</a><a class="button quiet" href="${href('/privacy/mine.json')}" download>${words.say('privacy.export-button')}</a></p></section>
<p><a href="${href('/privacy/leave')}">${words.say('erase.title')}</a></p>`
}

const keeps = (words: Words, { keeps: days }: Privacy): readonly Markup[] =>
  (
    [
      ['privacy.keeps-verdicts', days.verdictDays],
      ['privacy.keeps-traces', days.traceDays],
      ['privacy.keeps-flagged', days.flaggedDays],
      ['privacy.keeps-evaluation', days.evaluationDays],
      ['privacy.keeps-provider-mails', days.providerMailDays],
      ['privacy.keeps-incidents', days.incidentDays],
      ['privacy.keeps-refused', days.refusedContactDays],
      ['privacy.keeps-accepted', days.acceptedContactDays],
      ['privacy.keeps-history', days.historyDays],
      ['privacy.keeps-audit', days.auditDays],
    ] as const
  ).map(([key, count]) => html`<div><dt>${words.say(key)}</dt><dd>${words.say('privacy.days', { days: count })}</dd></div>`)

/** What stands in the log for the desk, in words for whom it concerns. */
function lookedAt(words: Words, what: string): string {
  if (what.startsWith('incident: ')) return words.say('privacy.looked-incident')
  if (what.startsWith('why: ')) return words.say('privacy.looked-why')
  if (what.startsWith('hunt: ')) return words.say('privacy.looked-hunt')
  return what.startsWith('kept a mail ') ? words.say('privacy.looked-kept') : what
}

function consentRow({ words, now }: PersonAsk, one: ConsentSeen): Markup {
  const what = sentence(words, one)
  const since = one.withdrawnAt
    ? words.say('privacy.withdrawn', { when: ago(words.language, now, one.withdrawnAt) })
    : words.say('privacy.given', { when: ago(words.language, now, one.givenAt) })
  return html`<li class="${one.withdrawnAt ? 'quiet' : 'live'}"><div>${what}<small>${since} · <a href="${href('/privacy/consents/:id/receipt', { id: one.id })}">${words.say('receipt.link')}<span class="unseen"> ${what}</span></a></small></div>
${!one.withdrawnAt && html`<form method="post" action="${href('/privacy/consents/:id/withdraw', { id: one.id })}"><button type="submit" class="button quiet small" aria-label="${words.say('privacy.withdraw-named', { what })}">${words.say('privacy.withdraw')}</button></form>`}</li>`
}

function mayRow(words: Words, one: Privacy['mayGive'][number]): Markup {
  const what = sentence(words, one)
  return html`<li><div>${what}</div><form method="post" action="${href('/privacy/give')}"><input type="hidden" name="purpose" value="${one.purpose}"><input type="hidden" name="organisation" value="${one.organisationId ?? ''}"><button type="submit" class="button quiet small" aria-label="${words.say('privacy.allow-named', { what })}">${words.say('privacy.allow')}</button></form></li>`
}
