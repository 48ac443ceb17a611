/** How far "everybody who got it is told" came: counts only, since whose mail it was is nobody else's business. */
import type { ReachSeen } from '../deps/analyst.ts'
import type { PersonAsk } from '../request/ask.ts'
import type { Href } from './href.ts'
import { html, type Markup } from './markup.ts'
import { dayOf, moment } from './moment.ts'

/** `stop` is where the button posts that ends it, `fields` what goes along. */
export function reachSeen(
  { words, now }: PersonAsk,
  reach: ReachSeen,
  { stop, fields = {} }: { readonly stop: Href; readonly fields?: Readonly<Record<string, string>> },
): Markup {
  const { language } = words
  const line = (
    key: 'found' | 'told' | 'people' | 'organisations' | 'known' | 'left' | 'dismissed' | 'gone' | 'waiting',
    count: number,
    always = false,
  ) => (always || count > 0) && html`<div><dt>${words.say(`reach.${key}`)}</dt><dd>${count}</dd></div>`
  return html`<p>${words.say('reach.asked', { name: reach.by })} ${moment(language, now, reach.askedAt)}. ${
    reach.ended ? words.say('reach.ended') : html`${words.say('reach.lives', { day: dayOf(language, reach.until) })}`
  }</p>
<dl class="pairs counts">${line('found', reach.found, true)}${line('told', reach.told, true)}${line('people', reach.people)}${line('organisations', reach.organisations)}${line('known', reach.known)}${line('left', reach.left)}${line('dismissed', reach.dismissed)}${line('gone', reach.gone)}${line('waiting', reach.waiting)}</dl>
${!reach.ended && html`<form method="post" action="${stop}">${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button type="submit" class="button quiet" aria-label="${words.say('reach.stop-named')}">${words.say('reach.stop')}</button></form>`}`
}
