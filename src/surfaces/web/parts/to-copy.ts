/** What is shown this once and given on by hand: a link, a token, a secret. Marked and copied by hand, or by the button where JavaScript runs (`scripts: ['copy']`). */
import type { Words } from '../wording/words.ts'
import { html, type Markup } from './markup.ts'

type ToCopy = { readonly id: string; readonly label: string; readonly value: string }

export const toCopy = (words: Words, { id, label, value }: ToCopy): Markup =>
  html`<div class="sheet copy" data-copied="${words.say('invitation.copied')}">
<label for="${id}">${label}</label>
<input type="text" class="text mono" id="${id}" value="${value}" readonly>
<button type="button" class="button" hidden>${words.say('invitation.copy')}</button>
</div>`

/** The link to a page of ours. */
export const linkToCopy = (words: Words, link: string): Markup =>
  toCopy(words, { id: 'link', label: words.say('invitation.link'), value: link })
