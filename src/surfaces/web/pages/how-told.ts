/** How a person is told: by which ways, in which order, and when not to be woken. */
import type { MyWays, PhoneChannel, SeenChannel, WaySeen } from '../deps/how-told.ts'
import { chip } from '../parts/chip.ts'
import { field, noProblems, type Problems, problemSummary, select } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { ago } from '../parts/moment.ts'
import { goTo } from '../request/answers.ts'
import type { PersonAsk } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'

/** What was typed, where a form is shown again. */
type Typed = {
  readonly number?: string
  readonly channel?: string
  readonly from?: string
  readonly until?: string
  readonly zone?: string
}

export const showHowTold = (ask: PersonAsk): Promise<Response> => show(ask, noProblems)

export async function moveWay(ask: PersonAsk): Promise<Response> {
  const form = await ask.form()
  const { ways } = await ask.deps.howTold.mine(ask.who)
  const channel = ways.find((one) => one.channel === form.text('channel'))?.channel
  if (channel !== undefined) await ask.deps.howTold.move(ask.who, { channel, to: form.text('to') === 'up' ? 'up' : 'down' })
  return goTo(href('/how-told', {}, { done: 'way-moved' }))
}

const phones: readonly PhoneChannel[] = ['sms', 'voice', 'signal']

/** Sends digits there; the next page asks for them. */
export async function addPhone(ask: PersonAsk): Promise<Response> {
  const form = await ask.form()
  const [number, wanted] = [form.text('number').slice(0, 40), form.text('channel')]
  const channel = phones.find((one) => one === wanted) ?? 'sms'
  const tried = await tryForm(ask, { otherwise: 'number' }, () => ask.deps.howTold.addPhone(ask.who, { channel, number }))
  return tried.done ? goTo(href('/how-told/:id', { id: tried.value.id })) : show(ask, tried.problems, { number, channel })
}

export async function addBrowser(ask: PersonAsk): Promise<Response> {
  const subscription = (await ask.form()).text('subscription')
  const { userAgent } = ask
  const tried = await tryForm(ask, { otherwise: 'browser' }, () => ask.deps.howTold.addBrowser(ask.who, { subscription, userAgent }))
  return tried.done ? goTo(href('/how-told', {}, { done: 'way-added' })) : show(ask, tried.problems)
}

/** Asked by the service worker alone, which has no page to show anything on; whoever else asks is led to the list. */
export async function renewBrowser(ask: PersonAsk): Promise<Response> {
  const form = await ask.form()
  const renewed = { oldEndpoint: form.text('old'), subscription: form.text('subscription') }
  const isRenewed = await ask.deps.howTold.renewBrowser(ask.who, renewed)
  return isRenewed ? new Response(null, { status: 204 }) : goTo(href('/how-told'))
}

export async function keepQuiet(ask: PersonAsk): Promise<Response> {
  const form = await ask.form()
  const hours = { from: form.text('from').slice(0, 8), until: form.text('until').slice(0, 8), zone: form.text('zone').slice(0, 60) }
  const tried = await tryForm(ask, { otherwise: 'from' }, () => ask.deps.howTold.setQuiet(ask.who, hours))
  return tried.done ? goTo(href('/how-told', {}, { done: 'quiet-kept' })) : show(ask, tried.problems, hours)
}

async function show(ask: PersonAsk, problems: Problems, typed: Typed = {}): Promise<Response> {
  const { words } = ask
  const mine = await ask.deps.howTold.mine(ask.who)
  const mayPush = mine.offered.includes('push')
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><h1>${words.say('told.title')}</h1><p class="lede">${words.say('told.lede')}</p></div>
<section class="sheet"><h2>${words.say('told.ways')}</h2>
${mine.ways.length === 0 ? html`<p class="soft">${words.say('told.none')}</p>` : html`<ul class="rows">${rows(ask, mine.ways)}</ul>`}
<p><a href="${href('/accounts/personal')}">${words.say('told.add-mailbox')}</a></p></section>
${mayPush && browser(ask, await ask.deps.howTold.pushKey(), problems)}
${phone(ask, mine, problems, typed)}
${quiet(ask, mine, problems, typed)}`
  return showPage(ask, { title: words.say('told.title'), body, scripts: mayPush ? ['push'] : [], status: problems.size > 0 ? 422 : 200 })
}

function rows(ask: PersonAsk, ways: readonly WaySeen[]): readonly Markup[] {
  const channels = [...new Set(ways.map(({ channel }) => channel))]
  return ways.map((one, at) => {
    // The buttons stand at the first of each channel, which moves as a whole.
    const isFirst = ways[at - 1]?.channel !== one.channel
    return row(ask, one, isFirst && channels.length > 1 ? channels : [])
  })
}

const tones = { proven: 'calm', waiting: 'care', gone: 'danger' } as const

function row({ words, now }: PersonAsk, one: WaySeen, movable: readonly SeenChannel[]): Markup {
  const { id, channel, shown, state } = one
  const name = `${words.say(`told.${channel}`)}, ${shown}`
  const at = movable.indexOf(channel)
  return html`<li><div><b>${words.say(`told.${channel}`)}</b><small>${shown} · ${words.say('told.added', { when: ago(words.language, now, one.addedAt) })}</small>
${state === 'gone' && html`<small>${words.say('told.gone-says')}</small>`}</div>${chip(tones[state], words.say(`told.${state}`))}
${
  movable.length > 0 &&
  html`<form method="post" action="${href('/how-told/order')}" class="buttons"><input type="hidden" name="channel" value="${channel}">
${at > 0 && html`<button type="submit" class="button quiet small" name="to" value="up" aria-label="${words.say('told.up-named', { what: words.say(`told.${channel}`) })}">${words.say('told.up')}</button>`}
${at < movable.length - 1 && html`<button type="submit" class="button quiet small" name="to" value="down" aria-label="${words.say('told.down-named', { what: words.say(`told.${channel}`) })}">${words.say('told.down')}</button>`}</form>`
}
${state === 'waiting' && html`<a class="button quiet small" href="${href('/how-told/:id', { id })}" aria-label="${words.say('told.type-named', { what: name })}">${words.say('told.type')}</a>`}
${channel !== 'mail' && html`<a class="button quiet small" href="${href('/how-told/:id/remove', { id })}" aria-label="${words.say('told.remove-named', { what: name })}">${words.say('told.remove')}</a>`}</li>`
}

/** Shown by its script, where the browser can do it. */
function browser({ words }: PersonAsk, key: string, problems: Problems): Markup {
  const problem = problems.get('browser')
  return html`<section class="sheet" id="browser"><h2>${words.say('told.browser')}</h2><p>${words.say('told.browser-says')}</p>
<noscript><p class="hint">${words.say('told.browser-script')}</p></noscript>
${problem && html`<p class="problem">${problem}</p>`}
<form method="post" action="${href('/how-told/browser')}" class="form" data-push-key="${key}" data-failed="${words.say('told.browser-failed')}" data-blocked="${words.say('told.browser-blocked')}" hidden>
<input type="hidden" name="subscription" value=""><p class="problem" role="alert" hidden></p>
<button type="submit" class="button">${words.say('told.browser-add')}</button></form></section>`
}

function phone({ words }: PersonAsk, { offered }: MyWays, problems: Problems, typed: Typed): Markup | false {
  const choices = phones.filter((one) => offered.includes(one)).map((one) => ({ value: one, name: words.say(`told.${one}`) }))
  if (choices.length === 0) return false
  return html`<section class="sheet"><h2>${words.say('told.phone')}</h2><p>${words.say('told.phone-says')}</p>
<form method="post" action="${href('/how-told/phone')}" class="form" novalidate>
${field({ name: 'number', label: words.say('told.number'), hint: words.say('told.number-hint'), type: 'tel', value: typed.number ?? '', autocomplete: 'tel', most: 40, problems })}
${select({ name: 'channel', label: words.say('told.how'), value: typed.channel ?? '', choices })}
<button type="submit" class="button">${words.say('told.send')}</button></form></section>`
}

const zones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({ value: zone, name: zone.replaceAll('_', ' ') }))

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function quiet({ words }: PersonAsk, mine: MyWays, problems: Problems, typed: Typed): Markup {
  const { from, until } = { from: clock(mine.quiet?.from ?? 0), until: clock(mine.quiet?.until ?? 0) }
  const choices = zones.some(({ value }) => value === mine.zone) ? zones : [{ value: mine.zone, name: mine.zone }, ...zones]
  return html`<section class="sheet"><h2>${words.say('told.quiet')}</h2><p>${words.say('told.quiet-says')}</p>
<p class="soft">${mine.quiet === undefined ? words.say('told.quiet-none') : words.say('told.quiet-now', { from, until, zone: mine.zone })}</p>
<form method="post" action="${href('/how-told/quiet')}" class="form" novalidate>
${field({ name: 'from', label: words.say('told.from'), hint: words.say('told.from-hint'), type: 'time', value: typed.from ?? from, kind: 'short', problems })}
${field({ name: 'until', label: words.say('told.until'), type: 'time', value: typed.until ?? until, kind: 'short', problems })}
${select({ name: 'zone', label: words.say('told.zone'), value: typed.zone ?? mine.zone, choices })}
<button type="submit" class="button">${words.say('told.quiet-keep')}</button></form></section>`
}
