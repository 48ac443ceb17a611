/** Pages of a list by stable URLs. */
import type { Words } from '../wording/words.ts'
import type { Href } from './href.ts'
import { html, type Markup } from './markup.ts'

export const paging = (words: Words, list: { readonly page: number; readonly pages: number }, to: (page: number) => Href): Markup | false =>
  list.pages > 1 &&
  html`<nav class="paging" aria-label="${words.say('page.label')}">
${list.page > 1 ? html`<a class="button quiet" rel="prev" href="${to(list.page - 1)}">${words.say('page.previous')}</a>` : html`<span></span>`}
<span class="soft">${words.say('page.of', { page: list.page, pages: list.pages })}</span>
${list.page < list.pages ? html`<a class="button quiet" rel="next" href="${to(list.page + 1)}">${words.say('page.next')}</a>` : html`<span></span>`}
</nav>`
