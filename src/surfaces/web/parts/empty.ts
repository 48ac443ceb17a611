/** A list with nothing in it: teaches on the first day, offers the way back from a filter. */
import type { Href } from './href.ts'
import { html, type Markup } from './markup.ts'

export const empty = (title: string, says: string, way?: { readonly to: Href; readonly name: string }): Markup => html`<div class="empty">
<h2>${title}</h2>
<p>${says}</p>
${way && html`<p><a class="button" href="${way.to}">${way.name}</a></p>`}
</div>`
