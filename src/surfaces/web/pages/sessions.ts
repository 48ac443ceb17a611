/** Where a person is signed in, in words, and the end of any of it. */
import type { SessionSeen } from '../deps/ways-in.ts'
import { chip } from '../parts/chip.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { ago } from '../parts/moment.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type PersonAsk, param } from '../request/ask.ts'
import type { Words } from '../wording/words.ts'

export async function showSessions(ask: PersonAsk): Promise<Response> {
  const { words, visitor } = ask
  const all = await ask.deps.waysIn.sessions(ask.who)
  const others = all.some(({ id }) => id !== visitor.session.id)
  const body = html`<div class="stack-small"><h1>${words.say('sessions.title')}</h1><p class="lede">${words.say('sessions.lede')}</p></div>
<section class="sheet"><ul class="rows">${all.map((one) => row(ask, one))}</ul>
${
  others
    ? html`<form method="post" action="${href('/sessions/end-others')}" class="buttons"><button type="submit" class="button">${words.say('sessions.end-others')}</button></form>`
    : html`<p class="soft">${words.say('sessions.only')}</p>`
}</section>`
  return showPage(ask, { title: words.say('sessions.title'), body })
}

export async function endSession(ask: PersonAsk): Promise<Response> {
  orNotHere(await ask.deps.waysIn.endSession(ask.who, param(ask, 'id')))
  return goTo(href('/sessions', {}, { done: 'session-ended' }))
}

export async function endOtherSessions(ask: PersonAsk): Promise<Response> {
  await ask.deps.waysIn.endOtherSessions(ask.who, ask.session ?? '')
  return goTo(href('/sessions', {}, { done: 'others-ended' }))
}

const methods = ['passkey', 'mail-code', 'app-code', 'recovery-code', 'two-people', 'invitation', 'first-link', 'staff-provider'] as const

function deviceOf(words: Words, { browser, system }: SessionSeen): string {
  if (browser !== undefined && system !== undefined) return words.say('sessions.device', { browser, system })
  return browser ?? system ?? words.say('sessions.unknown')
}

function row({ words, now, visitor }: PersonAsk, one: SessionSeen): Markup {
  const device = deviceOf(words, one)
  const [begun, seen] = [one.begunAt, one.lastSeenAt].map((then) => ago(words.language, now, then))
  const by = methods.find((method) => method === one.method) ?? 'mail-code'
  const facts = words.say('sessions.facts', { begun: begun ?? '', seen: seen ?? '', method: words.say(`sessions.by-${by}`) })
  const named = words.say('sessions.end-named', { device, begun: begun ?? '' })
  return html`<li><div><b>${device}</b><small>${facts}</small></div>
${
  one.id === visitor.session.id
    ? chip('calm', words.say('sessions.this'))
    : html`<form method="post" action="${href('/sessions/:id/end', { id: one.id })}"><button type="submit" class="button quiet small" aria-label="${named}">${words.say('sessions.end')}</button></form>`
}</li>`
}
