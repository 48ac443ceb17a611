/** What an analyst asks for at an incident beside the decision: tell everybody who got it, and keep it with its true label. */
import { labels } from '../deps/analyst.ts'
import { href } from '../parts/href.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type PersonAsk, param } from '../request/ask.ts'
import { isId } from '../request/is-id.ts'
import { tryForm } from '../request/try-form.ts'
import { showIncidentWith } from './incident.ts'

export async function reachIncident(ask: PersonAsk): Promise<Response> {
  const id = param(ask, 'id')
  const tried = await tryForm(ask, { otherwise: 'reach' }, async () => orNotHere(await ask.deps.analyst.reachIncident(ask.who, id)))
  if (!tried.done) return showIncidentWith(ask, tried.problems)
  return goTo(href('/incidents/:id', { id }, { done: 'reach-asked' }))
}

export async function stopReach(ask: PersonAsk): Promise<Response> {
  const id = param(ask, 'id')
  orNotHere(await ask.deps.analyst.stopReach(ask.who, { incidentId: id }))
  return goTo(href('/incidents/:id', { id }, { done: 'reach-stopped' }))
}

/** "This was wrong": the mail goes into the set that rules are tested on. */
export async function label(ask: PersonAsk): Promise<Response> {
  const form = await ask.form()
  const id = param(ask, 'id')
  const labelled = labels.find((one) => one === form.text('label'))
  if (labelled === undefined) return showIncidentWith(ask, new Map([['wrong', ask.words.say('wrong.label-needed')]]))
  const flaggedId = form.text('message')
  const of = { incidentId: id, ...(isId(flaggedId) && { flaggedId }) }
  const reason = form.text('reason').slice(0, 2000)
  const tried = await tryForm(ask, { otherwise: 'wrong' }, async () =>
    orNotHere(await ask.deps.analyst.label(ask.who, of, { label: labelled, reason })),
  )
  if (!tried.done) return showIncidentWith(ask, tried.problems)
  return goTo(href('/incidents/:id', { id }, { done: 'kept-for-tests' }))
}
