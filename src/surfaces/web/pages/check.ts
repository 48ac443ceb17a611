/**
 * "Is this notice ours?": one field, no account. The answer has one form
 * whether a code is unknown or somebody else's; whoever a genuine notice was
 * written to, and is signed in, reads the whole of it below the answer.
 */
import { fromTyped } from '#kernel'
import type { CheckAnswer, NoticeSeen } from '../deps/person.ts'
import { levelChip } from '../parts/chip.ts'
import { field, noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { allWell, question } from '../parts/icon.ts'
import { html, type Markup } from '../parts/markup.ts'
import { full } from '../parts/moment.ts'
import { type Ask, asPerson, type PersonAsk } from '../request/ask.ts'
import { languageNames } from '../wording/language-names.ts'
import type { Words } from '../wording/words.ts'
import { noticeText, noticeTitle } from './notice.ts'

const codeLength = 8

type Own = { readonly ask: PersonAsk; readonly notice: NoticeSeen }
type Told = { readonly typed: string; readonly problems: Problems; readonly answer?: CheckAnswer; readonly own?: Own }

export const showCheck = (ask: Ask): Response => show(ask, { typed: '', problems: noProblems })

/** Answers what was typed; a code of the wrong length is told so without asking, as the page itself says how long a code is. */
export async function check(ask: Ask): Promise<Response> {
  const typed = (await ask.form()).text('code').slice(0, 40)
  const code = fromTyped(typed, codeLength)
  if (code === undefined) return show(ask, { typed, problems: new Map([['code', ask.words.say('check.malformed')]]) })
  const answer = await ask.deps.checkCode(code, ask.remote)
  const own = answer.answer === 'genuine' ? await ownNotice(ask, answer.noticeId) : undefined
  return show(ask, { typed, problems: noProblems, answer, ...(own && { own }) })
}

async function ownNotice(ask: Ask, noticeId: string): Promise<Own | undefined> {
  if (!ask.visitor) return undefined
  const reader = asPerson(ask, ask.visitor)
  if (!(await ask.deps.person.acknowledge(reader.who, noticeId, 'code'))) return undefined
  const notice = await ask.deps.person.notice(reader.who, noticeId)
  return notice && { ask: reader, notice }
}

const show = (ask: Ask, told: Told): Response =>
  showPage(ask, {
    title: ask.words.say('check.title'),
    body: view(ask, told),
    kind: 'check',
    status: told.problems.size > 0 ? 422 : told.answer?.answer === 'too-many' ? 429 : 200,
  })

/** An answer becomes the heading, since it is what the reader came for. */
function view(ask: Ask, { typed, problems, answer, own }: Told): Markup {
  const { words } = ask
  const asked = ask.visitor ? '' : (ask.query.get('language') ?? '')
  if (!answer) {
    return html`${problemSummary(words, problems)}
<h1>${words.say('check.title')}</h1>
<p class="lede">${words.say('check.lede')}</p>
${codeForm(words, { typed, problems, language: asked })}
${otherLanguages(ask)}`
  }
  return html`${answerOf(words, answer, ask.visitor === undefined)}
${own && html`<p>${words.say('check.yours')}</p><h2>${noticeTitle(words, own.notice)}</h2>${noticeText(own.ask, own.notice)}`}
<section class="sheet"><h2>${words.say('check.again')}</h2>${codeForm(words, { typed: answer.answer === 'genuine' ? '' : typed, language: asked })}</section>
${otherLanguages(ask)}`
}

/** Whoever was told of this page on the telephone, or reads it off a card, finds their language without an account. */
function otherLanguages({ visitor, programme, words }: Ask): Markup | false {
  const others = visitor ? [] : programme.languages.filter((language) => language !== words.language)
  return (
    others.length > 0 &&
    html`<p class="filters">${others.map((language) => html`<a href="${href('/check', {}, { language })}" lang="${language}" hreflang="${language}">${languageNames[language]}</a>`)}</p>`
  )
}

type CodeTyped = { readonly typed?: string; readonly problems?: Problems; readonly language?: string }

/** The form itself; it stands on the first page and on a person's home too. */
export const codeForm = (
  words: Words,
  { typed = '', problems = noProblems, language = '' }: CodeTyped = {},
): Markup => html`<form method="post" action="${href('/check', {}, { language })}" class="form" novalidate>
${field({ name: 'code', label: words.say('check.label'), hint: words.say('check.hint'), value: typed, kind: 'code', autocomplete: 'off', most: 40, problems })}
<button type="submit" class="button">${words.say('check.button')}</button>
</form>`

function answerOf(words: Words, answer: CheckAnswer, isSignedOut: boolean): Markup {
  if (answer.answer === 'genuine') {
    const says = words.say('check.genuine-says', {
      when: full(words.language, answer.decidedAt),
      level: words.say(`level.${answer.level}`),
    })
    return html`<div class="state calm" role="status">${allWell}<div><h1>${words.say('check.genuine')}</h1><p>${says}</p><p>${levelChip(words, answer.level)}</p>${isSignedOut && html`<p>${words.say('check.how-to-read')}</p>`}</div></div>`
  }
  if (answer.answer === 'page') {
    const says = words.say('check.page-says', { when: full(words.language, answer.decidedAt) })
    return html`<div class="state calm" role="status">${allWell}<div><h1>${words.say('check.page')}</h1><p>${says}</p></div></div>`
  }
  if (answer.answer === 'too-many') {
    return html`<div class="state care" role="alert">${question}<div><h1>${words.say('check.title')}</h1><p>${words.say('check.too-many', { minutes: Math.max(1, Math.ceil(answer.retryAfterSeconds / 60)) })}</p></div></div>`
  }
  return html`<div class="state care" role="status">${question}<div><h1>${words.say('check.unknown')}</h1><p>${words.say('check.unknown-says')}</p></div></div>`
}
