/** Choosing the rules: one of those that ship or a file of one's own, tried first, with what it would change. */
import type { ProgrammeFiles, ProgrammeTried } from '../deps/enrolment.ts'
import { noProblems, type Problems, problemSummary, select, textArea } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { goTo } from '../request/answers.ts'
import { asStaff, type PersonAsk } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'

const limitBytes = 2 * 1024 * 1024

type Typed = {
  readonly chosen: string
  readonly text: string
  readonly problems: Problems
  readonly tried?: ProgrammeTried
  readonly files?: ProgrammeFiles
}

export const showProgrammeEdit = (ask: PersonAsk): Promise<Response> => show(ask, { chosen: '', text: '', problems: noProblems })

/** Tries first; accepts what was tried when the second button is pressed. */
export async function editProgramme(ask: PersonAsk): Promise<Response> {
  const form = await ask.form(limitBytes)
  const typed = { chosen: form.text('chosen'), text: form.long('text') }
  const files = typed.text === '' ? (await ask.deps.enrolment.shipped())[typed.chosen] : filesOf(typed.text)
  if (files === undefined) return show(ask, { ...typed, problems: new Map([['text', ask.words.say('programme-edit.nothing')]]) })
  const staff = asStaff(ask)
  const tried = await ask.deps.enrolment.tryProgramme(staff, files)
  if ('problems' in tried) return show(ask, { ...typed, problems: new Map([['text', ask.words.say('programme-edit.wrong')]]), tried })
  if (!form.has('accept')) return show(ask, { ...typed, problems: noProblems, tried, files })
  const accepted = await tryForm(ask, { otherwise: 'text' }, () =>
    ask.deps.enrolment.acceptProgramme(staff, { files, before: form.text('before') }),
  )
  return accepted.done
    ? goTo(href('/programme', {}, { done: 'programme-accepted' }))
    : show(ask, { ...typed, problems: accepted.problems, tried, files })
}

/** As forms do, since in JSON they can be written out. */
const withoutControls = (text: string): string => text.replace(/[^\P{Cc}\n\r\t]/gu, '')

/** One file, or all of them as the page of the rules gives them. */
function filesOf(text: string): ProgrammeFiles {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read === 'object' && read !== null)
      return Object.fromEntries(
        Object.entries(read).flatMap(([path, file]) => (typeof file === 'string' ? [[path, withoutControls(file.toWellFormed())]] : [])),
      )
  } catch {
    // No JSON: the text is programme.yaml itself.
  }
  return { 'programme.yaml': text }
}

async function show(ask: PersonAsk, typed: Typed): Promise<Response> {
  const { words } = ask
  const { programme } = await ask.deps.enrolment.inForce()
  const shipped = Object.keys(await ask.deps.enrolment.shipped())
  const body = html`${problemSummary(words, typed.problems)}
<div class="stack-small"><h1>${words.say('programme-edit.title')}</h1><p class="lede">${words.say('programme-edit.lede', { programme: programme.title.en, version: programme.version })}</p>
<p><a href="${href('/programme')}">${words.say('programme.title')}</a></p></div>
${typed.tried && triedShown(ask, typed.tried, typed, programme.hash)}
<form method="post" action="${href('/programme/edit')}" class="form sheet" novalidate>
${select({ name: 'chosen', label: words.say('programme-edit.chosen'), value: typed.chosen, choices: shipped.map((value) => ({ value, name: value })) })}
${textArea({ name: 'text', label: words.say('programme-edit.text'), hint: words.say('programme-edit.text-hint'), value: typed.text, rows: 12, mono: true, problems: typed.problems })}
<button type="submit" class="button">${words.say('programme-edit.try')}</button></form>`
  return showPage(ask, { title: words.say('programme-edit.title'), body, status: typed.problems.size > 0 ? 422 : 200, kind: 'staff' })
}

function triedShown({ words }: PersonAsk, tried: ProgrammeTried, { chosen, text }: Typed, before: string): Markup {
  if ('problems' in tried)
    return html`<section class="sheet"><h2>${words.say('programme-edit.wrong')}</h2><ul>${tried.problems.slice(0, 20).map(({ file, line, says }) => html`<li><span class="mono">${file}:${line}</span> ${says}</li>`)}</ul></section>`
  const { programme, changed } = tried
  return html`<section class="sheet" role="status"><h2>${programme.title.en} ${programme.version}</h2>
<p>${words.say('programme-edit.reads', { rules: programme.rules.length, countries: programme.countries.length, examples: programme.examples })}</p>
<p class="evidence">${programme.hash}</p>
${
  changed.length === 0
    ? html`<p>${words.say('programme-edit.changes-none')}</p>`
    : html`<p>${words.say('programme-edit.changes', { count: changed.length })}</p><ul>${changed.slice(0, 50).map((one) => html`<li>${one.organisation}: ${one.before} → ${one.after}</li>`)}</ul>`
}
${
  programme.hash === before
    ? html`<p>${words.say('programme-edit.same')}</p>`
    : html`<form method="post" action="${href('/programme/edit')}"><input type="hidden" name="chosen" value="${chosen}"><input type="hidden" name="text" value="${text}"><input type="hidden" name="before" value="${before}"><input type="hidden" name="accept" value="yes">
<button type="submit" class="button">${words.say('programme-edit.accept')}</button></form>`
}</section>`
}
