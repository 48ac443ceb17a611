/** The operator's first sign-in, by the link that the console prints. The GET changes nothing, so a link preview does not use it up. */
import { field, noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import { type Ask, param } from '../request/ask.ts'
import { comeIn } from '../request/come-in.ts'
import { needed } from '../request/needed.ts'
import { tryForm } from '../request/try-form.ts'
import { linkTooOld } from './link-too-old.ts'

export async function showFirst(ask: Ask): Promise<Response> {
  return (await ask.deps.door.firstLinkIsGood(param(ask, 'token'))) ? show(ask, '', noProblems) : linkTooOld(ask)
}

/** Uses the link, signs in, and goes on to the first passkey. */
export async function takeFirst(ask: Ask): Promise<Response> {
  if (!(await ask.deps.door.firstLinkIsGood(param(ask, 'token')))) return linkTooOld(ask)
  const form = await ask.form()
  const name = form.text('name').slice(0, 200)
  const problems = needed(ask.words, form, { name: ask.words.say('first.name') })
  if (problems.size > 0) return show(ask, name, problems)
  const { language } = ask.words
  const taken = await tryForm(ask, { otherwise: 'name' }, () =>
    ask.deps.door.takeFirstLink({ token: param(ask, 'token'), name, language, userAgent: ask.userAgent }),
  )
  if (!taken.done) return show(ask, name, taken.problems)
  return comeIn(ask, href('/passkeys', {}, { welcome: 'operator' }), taken.value)
}

function show(ask: Ask, name: string, problems: Problems): Response {
  const { words } = ask
  const body = html`${problemSummary(words, problems)}
<h1>${words.say('first.title')}</h1>
<p class="lede">${words.say('first.lede')}</p>
<form method="post" action="${href('/first/:token', { token: param(ask, 'token') })}" class="form" novalidate>
${field({ name: 'name', label: words.say('first.name'), hint: words.say('first.name-hint'), value: name, autocomplete: 'name', most: 200, problems })}
<button type="submit" class="button">${words.say('first.button')}</button>
</form>`
  return showPage(ask, { title: words.say('first.title'), body, status: problems.size > 0 ? 422 : 200 })
}
