/** One incident: the story on a line, why we say so, the mail made harmless, who was told, and what next. */
import type { ReachSeen } from '../deps/analyst.ts'
import { type Decision, dismissReasons, type IncidentSeen } from '../deps/desk.ts'
import { chip, levelChip } from '../parts/chip.ts'
import { reasonList } from '../parts/evidence.ts'
import { noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { stateChip } from '../parts/incidents.ts'
import { html, type Markup } from '../parts/markup.ts'
import { clockTime, dayOf, moment } from '../parts/moment.ts'
import { goTo, NotHere, orNotHere } from '../request/answers.ts'
import { type Fields, type PersonAsk, param } from '../request/ask.ts'
import { isId } from '../request/is-id.ts'
import { tryForm } from '../request/try-form.ts'
import type { Words } from '../wording/words.ts'
import { messageView } from './incident-message.ts'
import { nextSteps } from './incident-next.ts'
import { huntSection, reachSection, whyLink, wrongSection } from './incident-tools.ts'
import { deliveryWord } from './notice.ts'

export const showIncident = (ask: PersonAsk): Promise<Response> => show(ask, noProblems)

/** Records one decision. */
export async function decide(ask: PersonAsk): Promise<Response> {
  const decision = readDecision(await ask.form())
  if (decision === undefined) return show(ask, new Map([['note', ask.words.say('incident.note-needed')]]))
  if (decision.step === 'merge' && !isId(decision.into)) throw new NotHere()
  const id = param(ask, 'id')
  const tried = await tryForm(ask, { otherwise: 'next' }, async () => orNotHere(await ask.deps.desk.decide(ask.who, id, decision)))
  if (!tried.done) return show(ask, tried.problems)
  return goTo(href('/incidents/:id', { id: decision.step === 'merge' ? decision.into : id }, { done: 'decided' }))
}

function readDecision(form: Fields): Decision | undefined {
  const reason = form.text('reason').slice(0, 2000)
  switch (form.text('step')) {
    case 'confirm':
      return { step: 'confirm', reason }
    case 'reopen':
      return { step: 'reopen', reason }
    case 'dismiss':
      return { step: 'dismiss', why: dismissReasons.find((one) => one === form.text('why')) ?? 'not-enough', reason }
    case 'merge':
      return { step: 'merge', into: form.text('into'), reason }
    default:
      return reason === '' ? undefined : { step: 'note', reason }
  }
}

/** The incident again, after a form that was not right. */
export const showIncidentWith = (ask: PersonAsk, problems: Problems): Promise<Response> => show(ask, problems)

async function show(ask: PersonAsk, problems: Problems): Promise<Response> {
  const incident = orNotHere(await ask.deps.desk.incident(ask.who, param(ask, 'id')))
  const reach = await ask.deps.analyst.reachOf(ask.who, incident.id)
  return showPage(ask, {
    title: incident.title,
    body: view(ask, incident, reach, problems),
    width: 'wide',
    status: problems.size > 0 ? 422 : 200,
    scripts: ['keys'],
    kind: 'staff',
  })
}

function view(ask: PersonAsk, incident: IncidentSeen, reach: ReachSeen | undefined, problems: Problems): Markup {
  const { words } = ask
  return html`${problemSummary(words, problems)}
${head(ask, incident)}
${incident.mergedInto !== undefined && html`<p class="note">${words.say('incident.merged-into')} <a href="${href('/incidents/:id', { id: incident.mergedInto })}">${words.say('incident.merged-into-link')}</a></p>`}
<div class="split"><section class="sheet"><h2>${words.say('incident.story')}</h2>${story(ask, incident)}</section>
<aside class="stack" aria-label="${words.say('incident.why')}">
<section class="sheet"><h2>${words.say('incident.why')}</h2>${incident.reasons.length === 0 ? html`<p class="soft">${words.say('incident.why-none')}</p>` : reasonList(incident.reasons)}${whyLink(words, incident)}</section>
${nextSteps(words, incident, problems)}
${reachSection(ask, incident, reach, problems)}
${wrongSection(words, incident, problems)}
${huntSection(words, incident.traces)}
${told(ask, incident)}
${decided(ask, incident)}
</aside>
<div class="stack">
${incident.message && messageView(words, incident.message)}
${people(ask, incident)}
</div></div>`
}

function head(ask: PersonAsk, incident: IncidentSeen): Markup {
  const { words, now } = ask
  const first = incident.people[0]?.name ?? ''
  return html`<div class="stack-small"><nav class="soft" aria-label="${words.say('incident.path')}"><a href="${href('/queue')}">${words.say('nav.queue')}</a> / ${first}${incident.organisation && html`, <a href="${href('/organisations/:id', { id: incident.organisation.id })}">${incident.organisation.name}</a>`}</nav>
<h1>${incident.title}</h1>
<p class="filters">${levelChip(words, incident.level)}${stateChip(words, incident.state)}${chip('plain', [incident.severity, incident.technique.join(', ')].filter(Boolean).join(' · '))}<span class="soft">${words.say(`incident.origin-${incident.origin}`)} · ${moment(words.language, now, incident.openedAt)}</span></p></div>`
}

/** A line says its day where the day is another than that of the line before. */
function story({ words, now }: PersonAsk, { story: entries }: IncidentSeen): Markup {
  const days = entries.map(({ at }) => dayOf(words.language, at))
  const today = dayOf(words.language, now)
  const isNewDay = (index: number) => (index === 0 ? days[0] !== today : days[index] !== days[index - 1])
  return html`<ol class="line">
${entries.map((entry, index) => html`<li class="${entry.tone}"><p class="when">${isNewDay(index) && html`<span>${days[index]}</span> `}${clockTime(words.language, entry.at)}</p><div><h3>${entry.fact}</h3>${entry.meaning !== '' && html`<p class="soft">${entry.meaning}</p>`}</div></li>`)}
</ol>`
}

function people({ words, now }: PersonAsk, incident: IncidentSeen): Markup {
  const say = (key: 'person' | 'account' | 'mails' | 'first') => words.say(`incident.${key}`)
  return html`<section class="sheet"><h2>${words.say('incident.people')}</h2>
<table class="collapses"><thead><tr><th scope="col">${say('person')}</th><th scope="col">${say('account')}</th><th scope="col">${say('mails')}</th><th scope="col">${say('first')}</th></tr></thead><tbody>
${incident.people.map((one) => html`<tr><th scope="row">${one.name}</th><td data-label="${say('account')}">${one.address}</td><td data-label="${say('mails')}">${one.messages}</td><td data-label="${say('first')}">${moment(words.language, now, one.firstAt)}</td></tr>`)}
</tbody></table></section>`
}

function told({ words, now }: PersonAsk, { notices }: IncidentSeen): Markup {
  return html`<section class="sheet"><h2>${words.say('incident.notices')}</h2>
${
  notices.length === 0
    ? html`<p class="soft">${words.say('incident.notices-none')}</p>`
    : html`<ul class="rows">${notices.map(
        (one) => html`<li><div><b>${one.person}</b>
<small>${moment(words.language, now, one.decidedAt)} · ${one.readAt ? html`${words.say('incident.read')} ${moment(words.language, now, one.readAt)}` : words.say('incident.not-read')}</small>
${ways(words, one.deliveries).map((way) => html`<small>${way}</small>`)}${asked(words, now, one.actions)}</div>${levelChip(words, one.level)}</li>`,
      )}</ul>`
}</section>`
}

const actionNames = [
  'end-sessions',
  'add-passkey',
  'change-password',
  'look-through',
  'remove-rules',
  'remove-app',
  'ask-them',
  'leave-mail',
  'leave-old-mails',
  'as-advised',
  'tell-us',
  'mind-requests',
] as const

/** What was asked of a person, and what of it is still open. */
function asked(words: Words, now: Date, actions: IncidentSeen['notices'][number]['actions']): Markup | false {
  if (actions.length === 0) return false
  const done = actions.filter(({ doneAt }) => doneAt !== undefined).length
  return html`<details><summary>${words.say('incident.asked', { done, asked: actions.length })}</summary><ul>${actions.map(
    ({ action, doneAt, by }) => {
      const name = actionNames.find((known) => known === action)
      const state = doneAt === undefined ? words.say('incident.action-open') : words.say(`incident.action-by-${by ?? 'person'}`)
      return html`<li>${name ? words.say(`action.${name}`) : action}: ${state} ${doneAt && moment(words.language, now, doneAt)}</li>`
    },
  )}</ul></details>`
}

/** Where a notice went, as a colleague would say it. That it stands on the person's page is said once, with what that means. */
function ways(words: Words, deliveries: IncidentSeen['notices'][number]['deliveries']): readonly string[] {
  const sent = deliveries.filter(({ channel }) => channel !== 'home')
  if (sent.length === 0) return [words.say('incident.page-only')]
  return [...sent.map(({ to, state }) => `${to}: ${deliveryWord(words, state)}`), words.say('incident.on-page')]
}

const stepNames = ['confirm', 'dismiss', 'merge', 'reopen', 'note'] as const

const decided = ({ words, now }: PersonAsk, { steps }: IncidentSeen): Markup | false =>
  steps.length > 0 &&
  html`<section class="sheet"><h2>${words.say('incident.steps')}</h2><ul class="rows">${steps.map((one) => {
    const name = stepNames.find((known) => known === one.step)
    return html`<li><div>${one.by} ${name ? words.say(`incident.step-${name}`) : one.step}<small>${moment(words.language, now, one.at)}</small>${one.reason !== '' && html`<p>${one.reason}</p>`}</div></li>`
  })}</ul></section>`
