/** Beside an incident: the way to its why, to hunts, to who else is told, and to saying that the verdict was wrong. */
import { type Label, labels, type ReachSeen } from '../deps/analyst.ts'
import type { IncidentSeen } from '../deps/desk.ts'
import { defang } from '../parts/evidence.ts'
import { field, type Problems, select } from '../parts/field.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { reachSeen } from '../parts/reach.ts'
import type { PersonAsk } from '../request/ask.ts'
import type { Words } from '../wording/words.ts'

export const whyLink = (words: Words, incident: IncidentSeen): Markup | false =>
  incident.message !== undefined &&
  html`<p><a class="button quiet" href="${href('/incidents/:id/why', { id: incident.id })}">${words.say('why.open')}</a></p>`

/** Who else is told. Only of what was confirmed; before, it says what confirming does. */
export function reachSection(ask: PersonAsk, incident: IncidentSeen, reach: ReachSeen | undefined, problems: Problems): Markup | false {
  const { words } = ask
  if (incident.state !== 'confirmed' && reach === undefined) return false
  const problem = problems.get('reach')
  return html`<section class="sheet" id="reach"><h2>${words.say('reach.title')}</h2>
${problem && html`<p class="problem">${problem}</p>`}
${reach ? reachSeen(ask, reach, { stop: href('/incidents/:id/reach/stop', { id: incident.id }) }) : html`<p class="soft">${words.say('reach.none')}</p>`}
${incident.state === 'confirmed' && html`<form method="post" action="${href('/incidents/:id/reach', { id: incident.id })}"><button type="submit" class="button quiet">${words.say('reach.button')}</button></form>`}
<p class="soft">${words.say('reach.says')}</p></section>`
}

type Hunted = { readonly kind: IncidentSeen['traces'][number]['kind']; readonly value: string }
/** So many of one kind: a mail with forty hosts is hunted by its first. */
const most = 3

export function huntSection(words: Words, traces: readonly Hunted[]): Markup | false {
  const shown = traces.filter((one, place) => traces.slice(0, place).filter(({ kind }) => kind === one.kind).length < most)
  return (
    shown.length > 0 &&
    html`<section class="sheet"><h2>${words.say('hunt.from-incident')}</h2><ul class="plain-list hunts">${shown.map(
      ({ kind, value }) =>
        html`<li><a href="${href('/hunt', {}, { kind, value: defang(value) })}">${words.say(`hunt.for-${kind}`)}</a> <span class="evidence">${defang(value)}</span></li>`,
    )}</ul></section>`
  )
}

/** After "honest mail" it is offered at once; else it stands folded. */
export function wrongSection(words: Words, incident: IncidentSeen, problems: Problems): Markup | false {
  if (incident.message === undefined || incident.state === 'merged') return false
  const honest = incident.state === 'dismissed'
  const offered = honest && incident.steps.findLast(({ step }) => step === 'dismiss')?.reason.startsWith('honest-mail') === true
  const problem = problems.get('wrong')
  const form = labelForm(words, { incidentId: incident.id, value: honest ? 'honest' : 'hostile' })
  return html`<section class="sheet" id="wrong"><h2>${words.say(offered ? 'wrong.offered' : 'wrong.title')}</h2>
${problem && html`<p class="problem">${problem}</p>`}<p class="soft">${words.say('wrong.says')}</p>
${offered || problem ? form : html`<details><summary>${words.say('wrong.open')}</summary>${form}</details>`}
<p><a href="${href('/evaluation')}">${words.say('evaluation.title')}</a></p></section>`
}

/** One mail's true label; without `flaggedId` the incident's newest. */
export function labelForm(words: Words, of: { readonly incidentId: string; readonly flaggedId?: string; readonly value: Label }): Markup {
  const choices = labels.map((value) => ({ value, name: words.say(`wrong.label-${value}`) }))
  return html`<form method="post" action="${href('/incidents/:id/label', { id: of.incidentId })}" class="form">
${of.flaggedId !== undefined && html`<input type="hidden" name="message" value="${of.flaggedId}">`}
${select({ name: 'label', label: words.say('wrong.label'), value: of.value, choices })}
${field({ name: 'reason', id: 'wrong-reason', label: words.say('incident.reason'), autocomplete: 'off', most: 2000 })}
<button type="submit" class="button quiet">${words.say('wrong.button')}</button></form>`
}
