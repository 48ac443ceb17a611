/** The page that leads to an identity provider. */
import type { Sent } from '../deps/elsewhere.ts'
import { showPage } from '../parts/frame.ts'
import { awayTo } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import type { Ask } from '../request/ask.ts'
import { elsewhereCookie } from '../request/cookies.ts'

/**
 * Leads to `provider`. A page and no redirect, since a form of ours may be answered by us only (`form-action`): the
 * browser goes on by itself, and where it does not, by the link.
 */
export function goAway(
  ask: Ask,
  { provider, says, sent }: { readonly provider: string; readonly says: string; readonly sent: Pick<Sent, 'to'> & Partial<Sent> },
): Response {
  const { words } = ask
  const title = words.say('elsewhere.title', { provider })
  const there = awayTo(sent.to)
  const page = showPage(ask, {
    title,
    body: html`<h1>${title}</h1>
<p class="lede">${says}</p>
<p><a class="button" href="${there}" rel="noreferrer">${words.say('elsewhere.go', { provider })}</a></p>`,
  })
  page.headers.set('refresh', `0; url=${there.path}`)
  if (sent.browser !== undefined) page.headers.append('set-cookie', elsewhereCookie(sent.browser, ask.programme.publicAddress))
  return page
}
