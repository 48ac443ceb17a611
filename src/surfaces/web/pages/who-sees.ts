/** Who can see what of me: counted in the database, as each of those who might look. */
import type { Sight, Viewer } from '../deps/person.ts'
import { chip } from '../parts/chip.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import type { PersonAsk } from '../request/ask.ts'
import type { Words } from '../wording/words.ts'

export async function showWhoSees(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const { viewers, sights } = await ask.deps.person.whoSees(ask.who)
  const names = viewers.map((viewer) => nameOf(words, viewer))
  const body = html`<div class="stack-small"><h1>${words.say('sees.title')}</h1><p class="lede">${words.say('sees.lede')}</p></div>
<section class="sheet"><table class="collapses"><thead><tr><th scope="col">${words.say('sees.what')}</th>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${sights.map((sight) => row(words, names, sight))}
</tbody></table></section>
<p class="soft">${words.say('sees.how')}</p>
<p><a href="${href('/privacy')}">${words.say('privacy.title')}</a></p>`
  return showPage(ask, { title: words.say('sees.title'), body, width: 'wide' })
}

function nameOf(words: Words, viewer: Viewer): string {
  if (viewer.kind === 'organisation') return words.say('sees.organisation', { name: viewer.name })
  if (viewer.kind === 'helper') return words.say('sees.helper', viewer)
  return words.say(`sees.${viewer.kind}`)
}

function row(words: Words, names: readonly string[], { thing, all, seen }: Sight): Markup {
  return html`<tr><th scope="row">${words.say(`sees.${thing}`)}</th>${seen.map((count, at) => html`<td data-label="${names[at] ?? ''}">${cell(words, all, count, at === 0)}</td>`)}</tr>`
}

/** What the person sees themselves is no news. */
function cell(words: Words, all: number, count: number, isTheirs: boolean): Markup {
  if (all === 0) return html`<span class="soft">${words.say('sees.none-kept')}</span>`
  if (count === 0) return chip('plain', words.say('sees.nothing'))
  return chip(isTheirs ? 'calm' : 'care', count === all ? words.say('sees.all', { all }) : words.say('sees.some', { count, all }))
}
