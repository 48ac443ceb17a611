/** A search field above a list; what was asked stands in the URL. */
import type { Words } from '../wording/words.ts'
import type { Href } from './href.ts'
import { html, type Markup } from './markup.ts'

export type SearchForm = {
  readonly action: Href
  readonly label: string
  readonly value: string
  /** Kept beside the search: the filter that is on. */
  readonly keep?: Readonly<Record<string, string>>
}

export const searchForm = (
  words: Words,
  { action, label, value, keep }: SearchForm,
): Markup => html`<search><form method="get" action="${action}" class="search">
${Object.entries(keep ?? {}).map(([name, kept]) => kept !== '' && html`<input type="hidden" name="${name}" value="${kept}">`)}
<input type="search" id="search" name="search" value="${value}" maxlength="100" placeholder="${label}" aria-label="${label}">
<button type="submit" class="button quiet">${words.say('frame.search')}</button>
</form></search>`
