/** A notice of the staff before it leaves: who would be told, and how each gets it. */
import type { Language } from '#kernel'
import type { Preview, Rehearsal } from '../deps/composer.ts'
import { languageNames } from '../wording/language-names.ts'
import type { Words } from '../wording/words.ts'
import { chip } from './chip.ts'
import { html, type Markup } from './markup.ts'

const pair = (name: string, value: Markup | string | number): Markup => html`<div><dt>${name}</dt><dd>${value}</dd></div>`

export function rehearsalShown(words: Words, told: Rehearsal): Markup {
  const reads = Object.entries(told.byLanguage).map(([language, people]) => `${nameOf(language)} ${people}`)
  return html`<section class="sheet"><h2>${words.say('compose.rehearsal')}</h2><p class="soft">${words.say('compose.rehearsal-says')}</p>
<dl class="pairs">${pair(words.say('compose.would'), told.people)}
${Object.entries(told.first).map(([channel, people]) => pair(channel, people))}
${told.later > 0 && pair(words.say('compose.later'), told.later)}
${told.unreached > 0 && pair(words.say('compose.unreached'), html`${told.unreached}${told.unreachedNames.length > 0 && html` <small>${words.say('compose.unreached-names', { names: told.unreachedNames.join(', ') })}</small>`}`)}
${reads.length > 0 && pair(words.say('compose.reads'), reads.join(', '))}</dl></section>`
}

const nameOf = (language: string): string => Object.entries(languageNames).find(([one]) => one === language)?.[1] ?? language

export const previewsShown = (words: Words, previews: readonly Preview[]): Markup =>
  html`<section class="sheet"><h2>${words.say('compose.preview')}</h2>${previews.map((one) => previewShown(words, one))}</section>`

function previewShown(words: Words, one: Preview): Markup {
  const { language, checked, smsParts } = one
  return html`<details${language === 'en' && html` open`}><summary>${languageNames[language]}${!one.isWritten && html`: ${languageNames.en}`}</summary>
<div class="stack-small">${checked && checkedShown(words, checked)}
<h3>${words.say('compose.letter')}</h3>${quoted(
    language,
    html`<p><b>${one.subject}</b></p>${one.letter
      .trim()
      .split('\n')
      .map((line) => html`<p>${line}</p>`)}`,
  )}
<h3>${words.say('compose.short')}</h3><p class="soft">${smsParts === 1 ? words.say('compose.parts-one') : words.say('compose.parts', { parts: smsParts })}</p>${quoted(language, html`<p>${one.short}</p>`)}
<h3>${words.say('compose.call')}</h3>${quoted(language, html`${one.call.map((sentence) => html`<p>${sentence}</p>`)}`)}</div></details>`
}

const quoted = (language: Language, text: Markup): Markup => html`<div class="letter" lang="${language}">${text}</div>`

function checkedShown(words: Words, { faults, words: count, grade, followed }: NonNullable<Preview['checked']>): Markup {
  const counted = [
    words.say('compose.count', { words: count }),
    ...(grade === undefined ? [] : [words.say('compose.grade', { grade: Math.round(grade * 10) / 10 })]),
  ]
  const says = faults.map((fault) =>
    fault === 'followed' ? words.say('compose.fault-followed', { what: followed.join(' ') }) : words.say(`compose.fault-${fault}`),
  )
  return html`<p>${faults.length === 0 ? chip('calm', words.say('compose.ready')) : false} ${counted.join(', ')}</p>${says.length > 0 && html`<ul>${says.map((one) => html`<li>${one}</li>`)}</ul>`}`
}
