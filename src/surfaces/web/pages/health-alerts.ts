/** Alerts about the product itself: what is open, who takes care of it, and who was paged for it. */
import type { AlertSeen, PageSeen } from '../deps/operations.ts'
import { chip } from '../parts/chip.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { ago, moment } from '../parts/moment.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { asStaff, type PersonAsk, param } from '../request/ask.ts'

export async function closeAlert(ask: PersonAsk): Promise<Response> {
  orNotHere(await ask.deps.operations.closeAlert(ask.who, param(ask, 'id')))
  return goTo(href('/health', {}, { done: 'alert-closed' }))
}

/** From then on nobody else is paged. */
export async function takeAlert(ask: PersonAsk): Promise<Response> {
  orNotHere(await ask.deps.operations.takeAlert(asStaff(ask), param(ask, 'id')))
  return goTo(href('/health', {}, { done: 'alert-taken' }))
}

export const alertRow = (
  ask: PersonAsk,
  one: AlertSeen,
): Markup => html`<li><div>${one.says}<small>${moment(ask.words.language, ask.now, one.openedAt)}</small>
${one.taken && html`<small>${ask.words.say('health.taken', { name: one.taken.name, when: ago(ask.words.language, ask.now, one.taken.at) })}</small>`}
${one.pages.map((page) => html`<small>${pageText(ask, page)}</small>`)}</div>
${chip(one.severity === 'critical' || one.severity === 'high' ? 'danger' : 'care', one.severity)}
${!one.taken && form(ask, one, 'take')}${form(ask, one, 'close')}</li>`

const form = ({ words }: PersonAsk, { id, says }: AlertSeen, does: 'take' | 'close'): Markup =>
  html`<form method="post" action="${does === 'take' ? href('/health/alerts/:id/take', { id }) : href('/health/alerts/:id/close', { id })}"><button type="submit" class="button quiet small" aria-label="${words.say(`health.${does}-alert-named`, { what: says })}">${words.say(`health.${does}-alert`)}</button></form>`

const pageText = ({ words, now }: PersonAsk, { name, channels, at, became }: PageSeen): string =>
  words.say(`health.paged-${became}`, {
    name,
    channels: channels.map((channel) => words.say(`health.by-${channel}`)).join(', '),
    when: ago(words.language, now, at),
  })
