/** "Do you want this?" before something that cannot be taken back with one more step. */
import type { Ask } from '../request/ask.ts'
import { showPage } from './frame.ts'
import type { Href } from './href.ts'
import { html } from './markup.ts'

export type Confirm = {
  readonly title: string
  readonly says: string
  readonly button: string
  readonly action: Href
  readonly back: Href
}

export function confirmPage(ask: Ask, confirm: Confirm): Response {
  const body = html`<h1>${confirm.title}</h1>
<p class="lede">${confirm.says}</p>
<form method="post" action="${confirm.action}" class="buttons">
<button type="submit" class="button danger">${confirm.button}</button>
<a class="button quiet" href="${confirm.back}">${ask.words.say('frame.back')}</a>
</form>`
  return showPage(ask, { title: confirm.title, body })
}
