/** What an analyst can do with an incident; one form a step, so each works without JavaScript. */
import { dismissReasons, type IncidentSeen } from '../deps/desk.ts'
import { field, type Problems, select } from '../parts/field.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import type { Words } from '../wording/words.ts'

type Step = 'confirm' | 'dismiss' | 'reopen' | 'note' | 'merge'

export function nextSteps(words: Words, incident: IncidentSeen, problems: Problems): Markup {
  const form = (step: Step, inside: Markup) =>
    html`<form method="post" action="${href('/incidents/:id/decide', { id: incident.id })}" class="form"><input type="hidden" name="step" value="${step}">${inside}</form>`
  const reason = (step: Step) =>
    field({ name: 'reason', id: `reason-${step}`, label: words.say('incident.reason'), autocomplete: 'off', most: 2000 })
  const open = incident.state === 'open'
  const whys = dismissReasons.map((value) => ({ value, name: words.say(`incident.dismiss-${value}`) }))
  const others = incident.others.map(({ id, title }) => ({ value: id, name: title }))
  const problem = problems.get('next') ?? problems.get('note')
  return html`<section class="sheet" id="next"><h2>${words.say('incident.next')}</h2>
${problem && html`<p class="problem">${problem}</p>`}
${open && form('confirm', html`<p>${words.say('incident.confirm-says')}</p><p class="soft">${words.say('incident.confirm-tells')}</p><button type="submit" class="button">${words.say('incident.confirm')}</button>`)}
<div class="choices">
${open && html`<details><summary>${words.say('incident.dismiss-open')}</summary>${form('dismiss', html`${select({ name: 'why', label: words.say('incident.dismiss-why'), choices: whys })}${reason('dismiss')}<button type="submit" class="button quiet">${words.say('incident.dismiss')}</button>`)}</details>`}
${open && others.length > 0 && html`<details><summary>${words.say('incident.merge-open')}</summary>${form('merge', html`${select({ name: 'into', label: words.say('incident.merge-into'), choices: others })}${reason('merge')}<button type="submit" class="button quiet">${words.say('incident.merge')}</button>`)}</details>`}
${!open && incident.state !== 'merged' && form('reopen', html`<button type="submit" class="button quiet">${words.say('incident.reopen')}</button>`)}
<details${problems.has('note') && html` open`}><summary>${words.say('incident.note')}</summary>${form('note', html`${field({ name: 'reason', id: 'note', label: words.say('incident.note-label'), autocomplete: 'off', most: 2000 })}<button type="submit" class="button quiet">${words.say('incident.note')}</button>`)}</details>
</div>
<p class="soft">${words.say('incident.logged')}</p></section>`
}
