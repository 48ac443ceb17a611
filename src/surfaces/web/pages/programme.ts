/** The published rules: who may join, in words and as the file that decides. For everybody. */
import type { Programme, Said } from '../deps/enrolment.ts'
import { chip } from '../parts/chip.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { moment } from '../parts/moment.ts'
import { giveFile, orNotHere } from '../request/answers.ts'
import { type Ask, param } from '../request/ask.ts'
import { languageNames } from '../wording/language-names.ts'
import type { Words } from '../wording/words.ts'

export async function showProgramme(ask: Ask): Promise<Response> {
  const { words } = ask
  const [{ programme, since }, versions] = await Promise.all([ask.deps.enrolment.inForce(), ask.deps.enrolment.versions()])
  const earlier = versions.filter(({ hash }) => hash !== programme.hash)
  const body = html`<div class="stack-small"><h1>${words.say('programme.title')}</h1><p class="lede">${words.say('programme.lede')}</p></div>
<p><a class="button" href="${href('/programme/ask')}">${words.say('programme.ask')}</a></p>
<section class="sheet"><h2>${saidIn(words, programme.title)}</h2><p>${saidIn(words, programme.about)}</p>
<h3>${words.say('programme.rules')}</h3>
<ul class="said">${programme.rules.map((rule) => ruleLine(words, rule))}</ul>
<p>${words.say(`programme.individuals-${programme.individuals}`)}${programme.individuals === 'open' && html` <a href="${href('/alone')}">${words.say('alone.title')}</a>`}</p>
${programme.limits.people !== undefined && html`<p>${words.say('programme.people-most', { count: programme.limits.people })}</p>`}
<h3>${words.say('programme.countries')}</h3>${countries(words, programme)}
${programme.limits.organisations !== undefined && html`<p>${words.say('programme.organisations-most', { count: programme.limits.organisations })}</p>`}
<h3>${words.say('programme.languages')}</h3><p>${programme.languages.map((one) => languageNames[one]).join(', ')}</p>
<h3>${words.say('programme.terms')}</h3><p>${saidIn(words, programme.terms.says)}</p>
${programme.sources.length > 0 && html`<h3>${words.say('programme.sources')}</h3><ul class="soft">${programme.sources.map((source) => html`<li lang="en">${source}</li>`)}</ul>`}</section>
<section class="sheet"><dl class="pairs"><div><dt>${words.say('programme.version')}</dt><dd>${programme.version}${since && html` · ${moment(words.language, ask.now, since)}`}</dd></div>
<div><dt>${words.say('programme.hash')}</dt><dd class="evidence">${programme.hash}</dd></div></dl>
<p class="soft">${words.say('programme.hash-says')}</p>
<p><a href="${href('/programme/notices')}">${words.say('published.title')}</a></p>
<p><a href="${href('/programme/files/:hash/programme.json', { hash: programme.hash })}" download>${words.say('programme.file')}</a></p>
${earlier.length > 0 && html`<h3>${words.say('programme.earlier')}</h3><ul>${earlier.map((one) => html`<li><a href="${href('/programme/files/:hash/programme.json', { hash: one.hash })}" download>${one.programme} ${one.version}</a> <span class="soft">${moment(words.language, ask.now, one.acceptedAt)}</span></li>`)}</ul>`}</section>`
  return showPage(ask, { title: words.say('programme.title'), body })
}

/** All files of some rules in one JSON, which is also what the operator's page takes back. */
export async function giveProgramme(ask: Ask): Promise<Response> {
  const hash = param(ask, 'hash')
  const files = orNotHere(await ask.deps.enrolment.files(hash))
  return giveFile(`programme-${hash.slice(0, 12)}.json`, 'application/json; charset=utf-8', `${JSON.stringify(files, null, 2)}\n`)
}

/** A sentence of the programme's own, in the reader's language where it was written, else in English and marked so. */
export function saidIn({ language }: Words, said: Said): Markup {
  const own = said[language]
  return own === undefined ? html`<span lang="en">${said.en}</span>` : html`${own}`
}

const tones = { admits: 'calm', asks: 'care', refuses: 'danger' } as const

export const ruleLine = (words: Words, rule: { readonly says: Said; readonly effect: 'admits' | 'asks' | 'refuses' }): Markup =>
  html`<li>${chip(tones[rule.effect], words.say(`programme.${rule.effect}`))} ${saidIn(words, rule.says)}</li>`

function countries(words: Words, { countries: named, otherCountries }: Programme): Markup {
  const names = new Intl.DisplayNames([words.language], { type: 'region' })
  const of = (status: 'open' | 'closed' | 'unknown') => {
    const found = named.filter((one) => one.status === status).map(({ code }) => names.of(code) ?? code)
    return (
      found.length > 0 &&
      html`<p>${chip(status === 'open' ? 'calm' : status === 'closed' ? 'danger' : 'care', words.say(`programme.country-${status}`))} ${found.sort((left, right) => left.localeCompare(right, words.language)).join(', ')}</p>`
    )
  }
  return html`${of('open')}${of('unknown')}${of('closed')}<p>${words.say(`programme.others-${otherCountries}`)}</p>`
}
