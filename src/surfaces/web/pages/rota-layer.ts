/** One layer of a rota: people who take turns, and when. */
import { type Colleague, type Layer, type LayerTyped, type Schedule, timeOf, writeHours } from '../deps/rota.ts'
import { confirmPage } from '../parts/confirm.ts'
import { field, noProblems, type Problems, problemSummary, select, textArea } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { zoneOf } from '../parts/rota-strip.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { asStaff, type PersonAsk, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'
import type { Words } from '../wording/words.ts'
import { choicesOf, oneRota } from './rota.ts'

const units = ['hours', 'days', 'weeks'] as const
/** So many turns can be filled in at once, or those there are and a few more. */
const leastTurns = 4
const mostTurns = 30

const fields = {
  otherwise: 'name',
  'zone-not-known': 'zone',
  'layer-day-not-right': 'startsOn',
  'handover-not-right': 'handover',
  'every-not-right': 'every',
  'hours-not-right': 'hours',
  'nobody-in-layer': 'person-1',
  'not-on-staff': 'person-1',
}

export async function showNewLayer(ask: PersonAsk): Promise<Response> {
  const { schedule, colleagues } = await oneRota(ask)
  const startsOn = ask.now.toISOString().slice(0, 10)
  const typed = {
    name: '',
    zone: zoneOf(schedule),
    startsOn,
    handover: '09:00',
    every: '1',
    unit: 'weeks',
    people: [],
    hours: '',
    place: '',
  }
  return edit(ask, { schedule, colleagues, typed })
}

export async function addLayer(ask: PersonAsk): Promise<Response> {
  const { schedule, colleagues } = await oneRota(ask)
  const typed = await read(ask)
  const layer = { scheduleId: schedule.id, typed }
  const tried = await tryForm(ask, fields, async () => orNotHere(await ask.deps.rota.keepLayer(asStaff(ask), layer)))
  return tried.done ? back(schedule.id, 'layer-kept') : edit(ask, { schedule, colleagues, typed, problems: tried.problems })
}

export async function showLayer(ask: PersonAsk): Promise<Response> {
  const { schedule, colleagues, layer } = await oneLayer(ask)
  const typed = {
    ...{ name: layer.name, zone: layer.zone, startsOn: layer.startsOn, handover: timeOf(layer.handoverMinute) },
    ...{ every: String(layer.every), unit: layer.unit, people: layer.people.map((one) => one ?? ''), hours: writeHours(layer.hours) },
    place: String(schedule.layers.indexOf(layer) + 1),
  }
  return edit(ask, { schedule, colleagues, typed, layer })
}

export async function keepLayer(ask: PersonAsk): Promise<Response> {
  const { schedule, colleagues, layer } = await oneLayer(ask)
  const typed = await read(ask)
  const kept = { scheduleId: schedule.id, layerId: layer.id, typed }
  const tried = await tryForm(ask, fields, async () => orNotHere(await ask.deps.rota.keepLayer(asStaff(ask), kept)))
  return tried.done ? back(schedule.id, 'layer-kept') : edit(ask, { schedule, colleagues, typed, layer, problems: tried.problems })
}

async function oneLayer(ask: PersonAsk): Promise<Omit<Edited, 'typed' | 'layer'> & { readonly layer: Layer }> {
  const { schedule, colleagues } = await oneRota(ask)
  return { schedule, colleagues, layer: orNotHere(schedule.layers.find(({ id }) => id === param(ask, 'layer'))) }
}

async function read(ask: PersonAsk): Promise<LayerTyped> {
  const form = await ask.form()
  const people = Array.from({ length: mostTurns }, (_, at) => form.text(`person-${at + 1}`))
  return {
    ...{ name: form.text('name'), zone: form.text('zone'), startsOn: form.text('startsOn'), handover: form.text('handover') },
    ...{ every: form.text('every'), unit: form.text('unit'), people: people.filter((one) => one !== '') },
    ...{ hours: form.text('hours'), place: form.text('place') },
  }
}

const back = (id: string, done: string) => goTo(href('/desk/rota/:id', { id }, { done }))

type Edited = {
  readonly schedule: Schedule
  readonly colleagues: readonly Colleague[]
  readonly typed: LayerTyped
  /** The one that is changed; a new one otherwise. */
  readonly layer?: Layer
  readonly problems?: Problems
}

function edit(ask: PersonAsk, edited: Edited): Response {
  const { schedule, layer, problems = noProblems } = edited
  const { words } = ask
  const { id } = schedule
  const title = layer?.name ?? words.say('rota.layer-new')
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><p class="soft"><a href="${href('/desk/rota/:id', { id })}">${schedule.name}</a></p><h1>${title}</h1></div>
${form(words, edited)}
${layer && html`<p><a href="${href('/desk/rota/:id/layers/:layer/remove', { id, layer: layer.id })}">${words.say('rota.layer-remove')}</a></p>`}`
  return showPage(ask, { title, body, kind: 'staff', status: problems.size > 0 ? 422 : 200 })
}

function form(words: Words, { schedule: { id }, colleagues, typed, layer, problems = noProblems }: Edited): Markup {
  const action = layer === undefined ? href('/desk/rota/:id/layers', { id }) : href('/desk/rota/:id/layers/:layer', { id, layer: layer.id })
  const choices = [{ value: '', name: words.say('rota.person-none') }, ...choicesOf(colleagues)]
  const turns = Math.min(mostTurns, Math.max(leastTurns, typed.people.length + 2))
  const short = { kind: 'short', most: 40, autocomplete: 'off', problems } as const
  return html`<form method="post" action="${action}" class="form sheet" novalidate>
${field({ name: 'name', label: words.say('rota.name'), value: typed.name, most: 80, autocomplete: 'off', problems })}
<fieldset><legend>${words.say('rota.who')}</legend><div class="turns"><p class="hint">${words.say('rota.people-hint')}</p>${problems.has('person-1') && html`<p class="problem">${problems.get('person-1')}</p>`}
${Array.from({ length: turns }, (_, at) => select({ name: `person-${at + 1}`, label: words.say('rota.person', { count: at + 1 }), value: typed.people[at] ?? '', choices }))}</div></fieldset>
${field({ name: 'every', label: words.say('rota.every'), value: typed.every, inputmode: 'numeric', ...short })}
${select({ name: 'unit', label: words.say('rota.unit'), value: typed.unit, choices: units.map((unit) => ({ value: unit, name: words.say(`rota.unit-${unit}`) })) })}
${field({ name: 'startsOn', label: words.say('rota.starts'), hint: words.say('rota.starts-hint'), value: typed.startsOn, ...short })}
${field({ name: 'handover', label: words.say('rota.handover'), hint: words.say('rota.handover-hint'), value: typed.handover, ...short })}
${field({ name: 'zone', label: words.say('rota.zone'), hint: words.say('rota.zone-hint'), value: typed.zone, most: 60, autocomplete: 'off', problems })}
${textArea({ name: 'hours', label: words.say('rota.when'), hint: words.say('rota.when-hint'), value: typed.hours, rows: 3, problems })}
${field({ name: 'place', label: words.say('rota.place'), hint: words.say('rota.place-hint'), value: typed.place, inputmode: 'numeric', ...short })}
<button type="submit" class="button">${words.say('rota.layer-keep')}</button></form>`
}

export async function askRemoveLayer(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const { schedule, layer } = await oneLayer(ask)
  const blanks = { id: schedule.id, layer: layer.id }
  return confirmPage(ask, {
    title: words.say('rota.layer-remove-title', { name: layer.name }),
    says: words.say('rota.layer-remove-says'),
    button: words.say('rota.layer-remove'),
    action: href('/desk/rota/:id/layers/:layer/remove', blanks),
    back: href('/desk/rota/:id/layers/:layer', blanks),
  })
}

export async function removeLayer(ask: PersonAsk): Promise<Response> {
  const scheduleId = param(ask, 'id')
  orNotHere(await ask.deps.rota.removeLayer(asStaff(ask), { scheduleId, layerId: param(ask, 'layer') }))
  return back(scheduleId, 'layer-removed')
}
