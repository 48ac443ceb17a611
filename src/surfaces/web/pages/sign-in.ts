/** Signing in: a passkey first; six mailed digits where there is none or no JavaScript. */
import { field, noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href, ownPath } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { giveJson, goTo } from '../request/answers.ts'
import type { Ask } from '../request/ask.ts'
import { comeIn } from '../request/come-in.ts'
import { endedSessionCookie, knownToken } from '../request/cookies.ts'
import { needed } from '../request/needed.ts'
import { tryForm } from '../request/try-form.ts'
import { readPasskeyAnswer } from './passkey-answer.ts'
import { showSecondStep } from './second-step.ts'
import { endsThere, staffSection } from './staff-elsewhere.ts'

type Typed = { readonly address: string; readonly next: string; readonly problems: Problems }
/** With what ties the form to the code that it asked for: tries of anybody else count against nothing. */
type TypedCode = Typed & { readonly challenge: string }

export async function showSignIn(ask: Ask): Promise<Response> {
  const next = ownPath(ask.query.get('next')).path
  if (ask.visitor) return goTo(ownPath(next))
  return show(ask, { address: '', next, problems: noProblems })
}

/** Mails six digits if the address is somebody's; the page is the same if it is not. */
export async function sendCode(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const typed = { address: form.text('address').slice(0, 320), next: form.text('next') }
  const problems = needed(ask.words, form, { address: ask.words.say('sign-in.address') })
  if (problems.size > 0) return show(ask, { ...typed, problems })
  const tried = await tryForm(ask, { otherwise: 'address' }, () =>
    ask.deps.door.sendSignInCode({
      address: typed.address,
      remote: ask.remote,
      known: knownToken(ask.request, ask.programme.publicAddress),
    }),
  )
  return tried.done ? showCode(ask, { ...typed, ...tried.value, problems: noProblems }) : show(ask, { ...typed, problems: tried.problems })
}

export async function signInByCode(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const typed = { address: form.text('address').slice(0, 320), next: form.text('next'), challenge: form.text('challenge').slice(0, 100) }
  const code = form.text('code').replace(/\D/g, '')
  const tried = await tryForm(ask, { otherwise: 'code' }, () =>
    ask.deps.door.signInByCode({ ...typed, code, remote: ask.remote, userAgent: ask.userAgent }),
  )
  if (!tried.done) return showCode(ask, { ...typed, problems: tried.problems })
  const signedIn = tried.value
  if (signedIn.kind === 'second-step') return showSecondStep(ask, { ...signedIn.step, next: typed.next, problems: noProblems })
  return comeIn(ask, ownPath(typed.next), signedIn.session)
}

/** What the browser's authenticator signs; a POST, since it makes a challenge. */
export const giveSignInChallenge = async (ask: Ask): Promise<Response> => giveJson(await ask.deps.door.signInChallenge(ask.remote))

export async function signInByPasskey(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const next = form.text('next')
  const tried = await tryForm(ask, { otherwise: 'passkey' }, () =>
    ask.deps.door.signInByPasskey({ ...readPasskeyAnswer(form), userAgent: ask.userAgent }),
  )
  if (!tried.done) return show(ask, { address: '', next, problems: tried.problems })
  return comeIn(ask, ownPath(next), tried.value)
}

export async function signOut(ask: Ask): Promise<Response> {
  if (ask.session) await ask.deps.door.signOut(ask.session)
  const there = (await endsThere(ask)) ? 'yes' : undefined
  return goTo(href('/sign-in', {}, { done: 'signed-out', there }), [endedSessionCookie(ask.programme.publicAddress)])
}

const show = async (ask: Ask, typed: Typed): Promise<Response> =>
  showPage(ask, {
    title: ask.words.say('sign-in.title'),
    body: view(ask, typed, await staffSection(ask, typed.next)),
    scripts: ['webauthn', 'passkeys'],
    status: typed.problems.size > 0 ? 422 : 200,
  })

function view({ words }: Ask, typed: Typed, staff: Markup | false): Markup {
  return html`${problemSummary(words, typed.problems)}
<h1>${words.say('sign-in.title')}</h1>
<form method="post" action="${href('/sign-in/passkey')}" class="form sheet" id="passkey" data-passkey="get" data-challenge="${href('/sign-in/passkey/challenge').path}" data-failed="${words.say('sign-in.passkey-failed')}" hidden>
<p>${words.say('sign-in.passkey-says')}</p>
<input type="hidden" name="next" value="${typed.next}">
<button type="submit" class="button">${words.say('sign-in.passkey')}</button>
</form>
<form method="post" action="${href('/sign-in')}" class="form sheet" novalidate>
<h2>${words.say('sign-in.or')}</h2>
<input type="hidden" name="next" value="${typed.next}">
${field({ name: 'address', label: words.say('sign-in.address'), hint: words.say('sign-in.address-hint'), type: 'email', value: typed.address, autocomplete: 'email', problems: typed.problems })}
<button type="submit" class="button quiet">${words.say('sign-in.send')}</button>
</form>
${staff}
<p><a href="${href('/recover')}">${words.say('recover.link')}</a></p>`
}

function showCode(ask: Ask, typed: TypedCode): Response {
  const { words } = ask
  const body = html`${problemSummary(words, typed.problems)}
<h1>${words.say('sign-in.code-title')}</h1>
<p class="lede">${words.say('sign-in.code-lede', { address: typed.address })}</p>
<form method="post" action="${href('/sign-in/code')}" class="form" novalidate>
<input type="hidden" name="address" value="${typed.address}">
<input type="hidden" name="challenge" value="${typed.challenge}">
<input type="hidden" name="next" value="${typed.next}">
${field({ name: 'code', label: words.say('sign-in.code'), inputmode: 'numeric', autocomplete: 'one-time-code', kind: 'short', most: 12, problems: typed.problems })}
<button type="submit" class="button">${words.say('sign-in.code-button')}</button>
</form>
<p><a href="${href('/sign-in', {}, { next: typed.next })}">${words.say('sign-in.code-again')}</a></p>`
  return showPage(ask, { title: words.say('sign-in.code-title'), body, status: typed.problems.size > 0 ? 422 : 200 })
}
