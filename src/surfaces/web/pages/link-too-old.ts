/** The page for a link that was used, is too old or never was: all three look the same. */
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import type { Ask } from '../request/ask.ts'

export function linkTooOld(ask: Ask, says = ask.words.say('refusal.link-not-good')): Response {
  const { words } = ask
  const body = html`<h1>${words.say('error.refused')}</h1>
<p class="lede">${says}</p>
<p><a class="button quiet" href="${href('/sign-in')}">${words.say('sign-in.title')}</a></p>`
  return showPage(ask, { title: words.say('error.refused'), body, status: 404 })
}
