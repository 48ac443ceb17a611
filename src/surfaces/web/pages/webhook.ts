/** One address that is told of enrolment: how it is, what was sent there, and how it was answered. */
import type { Followed } from '#members'
import type { DeliverySeen, EndpointSeen } from '../deps/programs.ts'
import { chip } from '../parts/chip.ts'
import type { Href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { full, moment } from '../parts/moment.ts'
import type { PersonAsk } from '../request/ask.ts'

export type HookPaths = {
  readonly list: (done?: string) => Href
  readonly one: (id: string, query?: { readonly done?: string; readonly older?: string }) => Href
  readonly step: (id: string, step: 'test' | 'start' | 'remove') => Href
  readonly resend: (id: string, deliveryId: string) => Href
}

type Shown = { readonly hook: EndpointSeen; readonly sent: Followed<DeliverySeen> }

export function hookView(ask: PersonAsk, paths: HookPaths, { hook, sent }: Shown): Markup {
  const { words, now } = ask
  const since = hook.failingSince && html` ${words.say('hooks.since')} ${moment(words.language, now, hook.failingSince)}`
  return html`<div class="stack-small"><h1>${words.say('hooks.one')}</h1><p class="evidence">${hook.url}</p>
<p>${chip(hook.state === 'working' ? 'calm' : 'care', words.say(`hooks.${hook.state}`))}${since}</p></div>
<p>${hook.events.map((event) => html`${words.say(`event.${event}`)}<br>`)}</p>
${hook.state === 'stopped' && html`<section class="sheet" id="start"><p>${words.say('hooks.stopped-says')}</p><form method="post" action="${paths.step(hook.id, 'start')}"><button type="submit" class="button">${words.say('hooks.start')}</button></form></section>`}
<div class="buttons">${hook.state !== 'stopped' && html`<form method="post" action="${paths.step(hook.id, 'test')}"><button type="submit" class="button quiet">${words.say('hooks.test')}</button></form>`}
<a class="button quiet" href="${paths.step(hook.id, 'remove')}">${words.say('hooks.remove')}</a></div>
<section class="sheet"><h2>${words.say('hooks.sent')}</h2>
${sent.rows.length === 0 ? html`<p>${words.say('hooks.sent-none')}</p>` : html`<ul class="rows">${sent.rows.map((one) => delivery(ask, one, hook.state === 'stopped' ? undefined : paths.resend(hook.id, one.id)))}</ul>`}
${sent.next !== undefined && html`<p><a href="${paths.one(hook.id, { older: sent.next })}">${words.say('hooks.older')}</a></p>`}</section>
<p><a href="${paths.list()}">${words.say('frame.back')}</a></p>`
}

const tones = { waiting: 'plain', delivered: 'calm', failed: 'care' } as const
const named = [
  'application.decided',
  'organisation.joined',
  'person.invited',
  'person.joined',
  'person.left',
  'consent.changed',
  'webhook.test',
] as const

function delivery({ words, now }: PersonAsk, one: DeliverySeen, again: Href | undefined): Markup {
  const event = named.find((name) => name === one.event)
  const tries = one.tries > 0 && words.say('hooks.tries', { tries: one.tries, answered: one.answered })
  const next = one.state === 'waiting' && one.nextAt && one.tries > 0 && words.say('hooks.next', { when: full(words.language, one.nextAt) })
  return html`<li><div><b>${event ? words.say(`event.${event}`) : one.event}</b>
<small>${moment(words.language, now, one.createdAt)}${tries && html` · ${tries}`}${next && html` · ${next}`}</small>
<details><summary>${words.say('hooks.body')}</summary><p class="evidence">${one.body}</p></details></div>
${chip(tones[one.state], words.say(`hooks.${one.state}`))}${again && one.state !== 'waiting' && html`<form method="post" action="${again}"><button type="submit" class="button quiet">${words.say('hooks.resend')}</button></form>`}</li>`
}
