/** For an administrator whose mailbox alone opens the account: their organisation's pages want a passkey or a code app, from the second day on. */
import { showPage } from '../parts/frame.ts'
import { href, ownPath } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { full } from '../parts/moment.ts'
import { goTo } from '../request/answers.ts'
import type { PersonAsk } from '../request/ask.ts'

export const lacksSecondWay = ({ visitor, now }: PersonAsk): boolean => visitor.secondWayFrom !== undefined && visitor.secondWayFrom <= now

/** Instead of an administrator's page; a form is entered anew on its page. */
export const askForSecondWay = ({ request, path, standsOn }: PersonAsk): Response =>
  goTo(href('/second-way', {}, { next: request.method === 'GET' ? path : standsOn }))

export function showSecondWay(ask: PersonAsk): Response {
  const { words } = ask
  const next = ownPath(ask.query.get('next')).path
  if (!lacksSecondWay(ask)) return goTo(ownPath(next))
  const body = html`<div class="stack-small"><h1>${words.say('second-way.title')}</h1><p class="lede">${words.say('second-way.lede')}</p></div>
<section class="sheet"><p>${words.say('second-way.passkey')}</p>
<p><a class="button" href="${href('/passkeys', {}, { next })}">${words.say('passkeys.add')}</a></p></section>
<section class="sheet"><p>${words.say('second-way.app')}</p>
<p><a class="button quiet" href="${href('/apps')}">${words.say('apps.add-title')}</a></p></section>
<p><a href="${href('/home')}">${words.say('with-passkey.home')}</a></p>`
  return showPage(ask, { title: words.say('second-way.title'), body })
}

/** On the first day, what comes after it. */
export const secondWaySoon = ({ words, visitor }: PersonAsk): Markup | false =>
  visitor.secondWayFrom !== undefined &&
  html`<p class="hint">${words.say('second-way.soon', { when: full(words.language, visitor.secondWayFrom) })} <a href="${href('/security')}">${words.say('security.title')}</a></p>`
