/** The rota: who is on call now and next, two weeks ahead with their gaps; a rota's layers and take-overs. */
import type { Colleague, Layer, Rotas, Schedule } from '../deps/rota.ts'
import { timeOf } from '../deps/rota.ts'
import { confirmPage } from '../parts/confirm.ts'
import { empty } from '../parts/empty.ts'
import { field, noProblems, type Problems, problemSummary, select } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { type Ahead, aheadOf, gapsSaid, shiftTable, strip, textIn, zoneOf } from '../parts/rota-strip.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { asStaff, type PersonAsk, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'
import type { Words } from '../wording/words.ts'
import { escalationSaid } from './rota-escalation.ts'

export const showRota = (ask: PersonAsk): Promise<Response> => show(ask)

export async function addRota(ask: PersonAsk): Promise<Response> {
  const name = (await ask.form()).text('name')
  const tried = await tryForm(ask, { otherwise: 'name' }, () => ask.deps.rota.add(asStaff(ask), name))
  return tried.done ? goTo(href('/desk/rota/:id', { id: tried.value }, { done: 'rota-added' })) : show(ask, name, tried.problems)
}

const namesOf =
  (words: Words, colleagues: readonly Colleague[]) =>
  (personId: string): string =>
    colleagues.find((one) => one.personId === personId)?.name ?? words.say('rota.left')

async function show(ask: PersonAsk, typed = '', problems: Problems = noProblems): Promise<Response> {
  const { words, now } = ask
  const all = await ask.deps.rota.all(asStaff(ask))
  const escalation = await ask.deps.rota.escalation(asStaff(ask))
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><h1>${words.say('rota.title')}</h1><p class="lede">${words.say('rota.lede')}</p></div>
${all.schedules.length === 0 && html`<section class="sheet flush">${empty(words.say('rota.none'), words.say('rota.none-says'))}</section>`}
${all.schedules.map((schedule) => scheduleShown(words, all, schedule, aheadOf(schedule, now)))}
<section class="sheet"><h2>${words.say('rota.escalation')}</h2>${escalationSaid(words, escalation, all)}
<p><a href="${href('/desk/escalation')}">${words.say('rota.escalation-edit')}</a></p></section>
<section class="sheet"><h2>${words.say('rota.new')}</h2><form method="post" action="${href('/desk/rota')}" class="form" novalidate>
${field({ name: 'name', label: words.say('rota.name'), value: typed, most: 80, autocomplete: 'off', problems })}
<button type="submit" class="button">${words.say('rota.add')}</button></form></section>`
  return showPage(ask, { title: words.say('rota.title'), body, width: 'wide', kind: 'staff', status: problems.size > 0 ? 422 : 200 })
}

function scheduleShown(words: Words, { colleagues }: Rotas, schedule: Schedule, ahead: Ahead): Markup {
  return html`<section class="sheet"><h2>${schedule.name}</h2>
${nowAndNext(words, ahead, namesOf(words, colleagues))}
<h3>${words.say('rota.ahead')}</h3>${gapsSaid(words, ahead)}${strip(words, ahead)}
<p class="soft">${words.say('rota.ahead-zone', { zone: ahead.zone })}</p>
${shiftTable(words, ahead, namesOf(words, colleagues))}
<p><a class="button quiet" href="${href('/desk/rota/:id', { id: schedule.id })}" aria-label="${words.say('rota.edit-named', { name: schedule.name })}">${words.say('rota.edit')}</a></p></section>`
}

function nowAndNext(words: Words, { zone, shifts }: Ahead, nameOf: (personId: string) => string): Markup {
  const [current, ...later] = shifts
  const next = later.find(({ personId }) => personId !== null && personId !== current?.personId)
  const name = (personId: string | null | undefined) => (personId ? nameOf(personId) : words.say('rota.nobody'))
  const until = later.length === 0 ? undefined : current?.until
  return html`<dl class="pairs"><div><dt>${words.say('rota.now')}</dt><dd><b>${name(current?.personId)}</b>${until !== undefined && html` ${words.say('rota.until', { time: textIn(zone, until) })}`}</dd></div>
<div><dt>${words.say('rota.next')}</dt><dd>${next === undefined ? words.say('rota.no-next') : html`<b>${name(next.personId)}</b> ${words.say('rota.from', { time: textIn(zone, next.from) })}`}</dd></div></dl>`
}

export async function oneRota(ask: PersonAsk): Promise<{ readonly schedule: Schedule; readonly colleagues: readonly Colleague[] }> {
  const { schedules, colleagues } = await ask.deps.rota.all(asStaff(ask))
  return { schedule: orNotHere(schedules.find(({ id }) => id === param(ask, 'id'))), colleagues }
}

type TakeOverForm = { readonly personId: string; readonly from: string; readonly until: string; readonly zone: string }

export const showOneRota = (ask: PersonAsk): Promise<Response> => showOne(ask)

export async function takeOverRota(ask: PersonAsk): Promise<Response> {
  const scheduleId = param(ask, 'id')
  const form = await ask.form()
  const typed = { personId: form.text('personId'), from: form.text('from'), until: form.text('until'), zone: form.text('zone') }
  const fields = { otherwise: 'from', 'zone-not-known': 'zone', 'not-on-staff': 'personId' }
  const tried = await tryForm(ask, fields, async () => orNotHere(await ask.deps.rota.takeOver(asStaff(ask), { scheduleId, typed })))
  return tried.done ? goTo(href('/desk/rota/:id', { id: scheduleId }, { done: 'took-over' })) : showOne(ask, typed, tried.problems)
}

export async function removeRotaTakeOver(ask: PersonAsk): Promise<Response> {
  const scheduleId = param(ask, 'id')
  orNotHere(await ask.deps.rota.removeTakeOver(asStaff(ask), { scheduleId, takeOverId: param(ask, 'takeOver') }))
  return goTo(href('/desk/rota/:id', { id: scheduleId }, { done: 'take-over-removed' }))
}

async function showOne(ask: PersonAsk, typed?: TakeOverForm, problems: Problems = noProblems): Promise<Response> {
  const { words, now } = ask
  const { schedule, colleagues } = await oneRota(ask)
  const { id, name } = schedule
  const ahead = aheadOf(schedule, now)
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><p class="soft"><a href="${href('/desk/rota')}">${words.say('rota.title')}</a></p><h1>${name}</h1></div>
<section class="sheet">${nowAndNext(words, ahead, namesOf(words, colleagues))}${gapsSaid(words, ahead)}${strip(words, ahead)}</section>
<section class="sheet"><h2>${words.say('rota.layers')}</h2><p class="soft">${words.say(schedule.layers.length === 0 ? 'rota.layers-none' : 'rota.layers-says')}</p>
<ol class="rows">${schedule.layers.map((layer) => layerRow(words, schedule, layer, namesOf(words, colleagues)))}</ol>
<p><a class="button" href="${href('/desk/rota/:id/layers', { id })}">${words.say('rota.layer-add')}</a></p></section>
<section class="sheet"><h2>${words.say('rota.take-overs')}</h2>${takeOverRows(words, schedule, namesOf(words, colleagues))}
<h3>${words.say('rota.take-over')}</h3>
${takeOverForm(words, schedule, { colleagues, typed, problems })}</section>
<p><a href="${href('/desk/rota/:id/remove', { id })}">${words.say('rota.remove')}</a></p>`
  return showPage(ask, { title: name, body, width: 'wide', kind: 'staff', status: problems.size > 0 ? 422 : 200 })
}

function layerRow(words: Words, { id }: Schedule, layer: Layer, nameOf: (personId: string) => string): Markup {
  const people = layer.people.map((one) => (one === null ? words.say('rota.left') : nameOf(one))).join(', ')
  const often =
    layer.every === 1
      ? words.say('rota.layer-every-one', { unit: words.say(`rota.unit-${layer.unit}-one`) })
      : words.say('rota.layer-every', { every: layer.every, unit: words.say(`rota.unit-${layer.unit}`) })
  const says = words.say('rota.layer-of', { people, time: timeOf(layer.handoverMinute), zone: layer.zone })
  return html`<li><div><a href="${href('/desk/rota/:id/layers/:layer', { id, layer: layer.id })}"><b>${layer.name}</b></a><small>${often}: ${says}</small></div></li>`
}

function takeOverRows(words: Words, schedule: Schedule, nameOf: (personId: string) => string): Markup {
  const { id, takeOvers } = schedule
  const zone = zoneOf(schedule)
  if (takeOvers.length === 0) return html`<p>${words.say('rota.take-overs-none')}</p>`
  return html`<ul class="rows">${takeOvers.map((one) => {
    const [name, time] = [nameOf(one.personId), textIn(zone, one.from)]
    return html`<li><div><b>${name}</b><small>${time} – ${textIn(zone, one.until)}, ${zone}</small></div>
<form method="post" action="${href('/desk/rota/:id/take-overs/:takeOver/remove', { id, takeOver: one.id })}"><button type="submit" class="button quiet small" aria-label="${words.say('rota.take-over-remove-named', { name, time })}">${words.say('rota.take-over-remove')}</button></form></li>`
  })}</ul>`
}

type TakeOverShown = { readonly colleagues: readonly Colleague[]; readonly typed: TakeOverForm | undefined; readonly problems: Problems }

function takeOverForm(words: Words, schedule: Schedule, { colleagues, typed, problems }: TakeOverShown): Markup {
  const hint = words.say('rota.take-over-hint')
  return html`<form method="post" action="${href('/desk/rota/:id/take-overs', { id: schedule.id })}" class="form" novalidate>
${select({ name: 'personId', label: words.say('rota.who'), value: typed?.personId ?? '', choices: choicesOf(colleagues) })}
${field({ name: 'from', label: words.say('rota.take-over-from'), hint, value: typed?.from ?? '', kind: 'short', most: 40, autocomplete: 'off', problems })}
${field({ name: 'until', label: words.say('rota.take-over-until'), hint, value: typed?.until ?? '', kind: 'short', most: 40, autocomplete: 'off', problems })}
${field({ name: 'zone', label: words.say('rota.zone'), value: typed?.zone ?? zoneOf(schedule), most: 60, autocomplete: 'off', problems })}
<button type="submit" class="button">${words.say('rota.take-over-keep')}</button></form>`
}

export const choicesOf = (colleagues: readonly Colleague[]) => colleagues.map(({ personId, name }) => ({ value: personId, name }))

export async function askRemoveRota(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const { id, name } = (await oneRota(ask)).schedule
  return confirmPage(ask, {
    title: words.say('rota.remove-title', { name }),
    says: words.say('rota.remove-says'),
    button: words.say('rota.remove'),
    action: href('/desk/rota/:id/remove', { id }),
    back: href('/desk/rota/:id', { id }),
  })
}

export async function removeRota(ask: PersonAsk): Promise<Response> {
  orNotHere(await ask.deps.rota.remove(asStaff(ask), param(ask, 'id')))
  return goTo(href('/desk/rota', {}, { done: 'rota-removed' }))
}
