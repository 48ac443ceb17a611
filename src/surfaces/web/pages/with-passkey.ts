/** For whoever has the part that a page is for, and came in by something weaker than a passkey: how to go on with one. */
import { showPage } from '../parts/frame.ts'
import { href, ownPath } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { goTo } from '../request/answers.ts'
import type { PersonAsk } from '../request/ask.ts'

/** Instead of a page that opens to strong sessions alone; a form is entered anew on its page. */
export const askForPasskey = ({ request, path, standsOn }: PersonAsk): Response =>
  goTo(href('/with-passkey', {}, { next: request.method === 'GET' ? path : standsOn }))

export function showWithPasskey(ask: PersonAsk): Response {
  const { words, visitor, programme } = ask
  const next = ownPath(ask.query.get('next')).path
  if (visitor.session.strong) return goTo(ownPath(next))
  const body = html`<div class="stack-small"><h1>${words.say('with-passkey.title')}</h1><p class="lede">${words.say(programme.passkeysOnly ? 'with-passkey.only' : 'with-passkey.lede')}</p></div>
${visitor.ways.passkey ? useIt(ask, next) : setUp(ask, next)}
${!programme.passkeysOnly && html`<p><a href="${href('/home')}">${words.say('with-passkey.home')}</a></p>`}`
  return showPage(ask, { title: words.say('with-passkey.title'), body, scripts: ['webauthn', 'passkeys'] })
}

/** The same proof as "Confirm that it is you": it makes the session a strong one. */
const useIt = (
  { words, programme }: PersonAsk,
  next: string,
): Markup => html`<noscript><p class="hint">${words.say('confirm.needs-script')}</p></noscript>
<form method="post" action="${href('/confirm')}" class="form sheet" data-passkey="get" data-challenge="${href('/confirm/challenge').path}" data-failed="${words.say('confirm.passkey-failed')}" hidden>
<p>${words.say('with-passkey.use')}</p>
<input type="hidden" name="confirm-next" value="${next}">
<button type="submit" class="button">${words.say('confirm.passkey')}</button></form>
${
  programme.passkeysOnly
    ? html`<p><a href="${href('/recover')}">${words.say('recover.link')}</a></p>`
    : html`<p>${words.say('with-passkey.another')} <a href="${href('/passkeys', {}, { next })}">${words.say('passkeys.add')}</a></p>`
}`

const setUp = ({ words }: PersonAsk, next: string): Markup => html`<section class="sheet"><p>${words.say('passkeys.none')}</p>
<p><a class="button" href="${href('/passkeys', {}, { next })}">${words.say('passkeys.add')}</a></p></section>`
