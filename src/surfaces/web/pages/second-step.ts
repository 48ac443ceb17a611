/** After the mailed digits, for whoever has more than a mailbox: a code of their app, a recovery code, or their passkey after all. */
import type { SecondStep } from '../deps/door.ts'
import { field, noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href, ownPath } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import type { Ask } from '../request/ask.ts'
import { comeIn } from '../request/come-in.ts'
import { tryForm } from '../request/try-form.ts'

type Shown = SecondStep & { readonly next: string; readonly problems: Problems }

/** Takes the code. The page knows of the person only what it showed before. */
export async function takeSecondStep(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const next = form.text('next')
  const token = form.text('step').slice(0, 100)
  const given = { token, code: form.text('code').slice(0, 40), remote: ask.remote, userAgent: ask.userAgent }
  const tried = await tryForm(ask, { otherwise: 'code' }, () => ask.deps.door.takeSecondStep(given))
  if (tried.done) return comeIn(ask, ownPath(next), tried.value)
  const ways = { passkey: form.has('passkey'), app: form.has('app'), recoveryCodes: form.has('recovery') ? 1 : 0, mail: true }
  return showSecondStep(ask, { token, ways, next, problems: tried.problems })
}

export function showSecondStep(ask: Ask, { token, ways, next, problems = noProblems }: Shown): Response {
  const { words } = ask
  const typed = ways.app || ways.recoveryCodes > 0
  const says = ways.app ? words.say('second.app') : words.say(typed ? 'second.recovery' : 'second.passkey-only')
  const body = html`${problemSummary(words, problems)}
<h1>${words.say('second.title')}</h1>
<p class="lede">${words.say('second.lede')} ${says}</p>
${
  typed &&
  html`<form method="post" action="${href('/sign-in/second')}" class="form" novalidate>
<input type="hidden" name="step" value="${token}"><input type="hidden" name="next" value="${next}">
${ways.app && html`<input type="hidden" name="app" value="yes">`}${ways.passkey && html`<input type="hidden" name="passkey" value="yes">`}${ways.recoveryCodes > 0 && html`<input type="hidden" name="recovery" value="yes">`}
${field({ name: 'code', label: words.say('second.code'), autocomplete: 'one-time-code', kind: 'code', most: 40, problems })}
<button type="submit" class="button">${words.say('second.button')}</button>
</form>`
}
${
  ways.passkey &&
  html`<form method="post" action="${href('/sign-in/passkey')}" class="form" data-passkey="get" data-challenge="${href('/sign-in/passkey/challenge').path}" data-failed="${words.say('confirm.passkey-failed')}" hidden>
<input type="hidden" name="next" value="${next}">
<button type="submit" class="${typed ? 'button quiet' : 'button'}">${words.say('second.passkey')}</button>
</form>`
}
<p><a href="${href('/sign-in', {}, { next })}">${words.say('second.again')}</a></p>
<p><a href="${href('/recover')}">${words.say('recover.link')}</a></p>`
  return showPage(ask, {
    title: words.say('second.title'),
    body,
    scripts: ['webauthn', 'passkeys'],
    status: problems.size > 0 ? 422 : 200,
  })
}
