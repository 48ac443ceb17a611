/** "Is this notice ours?": one field, no account. The answer has one form whether a code is unknown or somebody else's. */
import { fromTyped } from '#kernel'
import type { CheckAnswer } from '../deps/person.ts'
import { levelChip } from '../parts/chip.ts'
import { field, noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { allWell, question } from '../parts/icon.ts'
import { html, type Markup } from '../parts/markup.ts'
import { full } from '../parts/moment.ts'
import type { Ask } from '../request/ask.ts'
import type { Words } from '../wording/words.ts'

const codeLength = 8

type Told = { readonly typed: string; readonly problems: Problems; readonly answer?: CheckAnswer }

export const showCheck = (ask: Ask): Response => show(ask, { typed: '', problems: noProblems })

/** Answers what was typed; a code of the wrong length is told so without asking, as the page itself says how long a code is. */
export async function check(ask: Ask): Promise<Response> {
  const typed = (await ask.form()).text('code').slice(0, 40)
  const code = fromTyped(typed, codeLength)
  if (code === undefined) return show(ask, { typed, problems: new Map([['code', ask.words.say('check.malformed')]]) })
  return show(ask, { typed, problems: noProblems, answer: await ask.deps.checkCode(code, ask.remote) })
}

const show = (ask: Ask, told: Told): Response =>
  showPage(ask, {
    title: ask.words.say('check.title'),
    body: view(ask.words, told),
    kind: 'check',
    status: told.problems.size > 0 ? 422 : told.answer?.answer === 'too-many' ? 429 : 200,
  })

/** An answer becomes the heading, since it is what the reader came for. */
function view(words: Words, { typed, problems, answer }: Told): Markup {
  if (!answer) {
    return html`${problemSummary(words, problems)}
<h1>${words.say('check.title')}</h1>
<p class="lede">${words.say('check.lede')}</p>
${codeForm(words, typed, problems)}`
  }
  return html`${answerOf(words, answer)}
<section class="sheet"><h2>${words.say('check.again')}</h2>${codeForm(words, answer.answer === 'genuine' ? '' : typed)}</section>`
}

/** The form itself; it stands on the first page and on a person's home too. */
export const codeForm = (
  words: Words,
  typed = '',
  problems: Problems = noProblems,
): Markup => html`<form method="post" action="${href('/check')}" class="form" novalidate>
${field({ name: 'code', label: words.say('check.label'), hint: words.say('check.hint'), value: typed, kind: 'code', autocomplete: 'off', most: 40, problems })}
<button type="submit" class="button">${words.say('check.button')}</button>
</form>`

function answerOf(words: Words, answer: CheckAnswer): Markup {
  if (answer.answer === 'genuine') {
    const says = words.say('check.genuine-says', {
      when: full(words.language, answer.decidedAt),
      level: words.say(`level.${answer.level}`),
    })
    return html`<div class="state calm" role="status">${allWell}<div><h1>${words.say('check.genuine')}</h1><p>${says}</p><p>${levelChip(words, answer.level)}</p></div></div>`
  }
  if (answer.answer === 'too-many') {
    return html`<div class="state care" role="alert">${question}<div><h1>${words.say('check.title')}</h1><p>${words.say('check.too-many', { minutes: Math.max(1, Math.ceil(answer.retryAfterSeconds / 60)) })}</p></div></div>`
  }
  return html`<div class="state care" role="status">${question}<div><h1>${words.say('check.unknown')}</h1><p>${words.say('check.unknown-says')}</p></div></div>`
}
