/** The steps by which the staff is paged when nobody answers. */
import type { Escalation, Rotas, Target } from '../deps/rota.ts'
import { field, noProblems, type Problems, problemSummary, select } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { goTo } from '../request/answers.ts'
import { asStaff, type PersonAsk } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'
import type { Words } from '../wording/words.ts'

const mostSteps = 10

type Typed = { readonly steps: readonly { readonly target: string; readonly thenMinutes: string }[]; readonly repeats: string }

/** The steps in words. */
export function escalationSaid(words: Words, { steps, repeats }: Escalation, all: Rotas): Markup {
  if (steps.length === 0) return html`<p>${words.say('rota.escalation-none')}</p>`
  return html`<ol>${steps.map(({ target, thenMinutes }) => html`<li>${words.say('rota.step-says', { who: nameOf(words, all, target), minutes: thenMinutes })}</li>`)}</ol>
${repeats > 0 && html`<p>${words.say('rota.repeats-says', { count: repeats })}</p>`}`
}

function nameOf(words: Words, { schedules, colleagues }: Rotas, { kind, id }: Target): string {
  if (kind === 'schedule') return words.say('rota.step-rota', { name: schedules.find((one) => one.id === id)?.name ?? '' })
  return colleagues.find(({ personId }) => personId === id)?.name ?? words.say('rota.left')
}

export async function showEscalation(ask: PersonAsk): Promise<Response> {
  const { steps, repeats } = await ask.deps.rota.escalation(asStaff(ask))
  const typed = {
    steps: steps.map(({ target, thenMinutes }) => ({ target: `${target.kind}:${target.id}`, thenMinutes: String(thenMinutes) })),
    repeats: String(repeats),
  }
  return show(ask, typed)
}

export async function keepEscalation(ask: PersonAsk): Promise<Response> {
  const form = await ask.form()
  const steps = Array.from({ length: mostSteps }, (_, at) => ({
    target: form.text(`target-${at + 1}`),
    thenMinutes: form.text(`wait-${at + 1}`),
  }))
  const typed = { steps: steps.filter(({ target }) => target !== ''), repeats: form.text('repeats') }
  const fields = { otherwise: 'target-1', 'repeats-not-right': 'repeats' }
  const tried = await tryForm(ask, fields, () => ask.deps.rota.keepEscalation(asStaff(ask), typed))
  return tried.done ? goTo(href('/desk/rota', {}, { done: 'escalation-kept' })) : show(ask, typed, tried.problems)
}

async function show(ask: PersonAsk, typed: Typed, problems: Problems = noProblems): Promise<Response> {
  const { words } = ask
  const all = await ask.deps.rota.all(asStaff(ask))
  const rows = Math.min(mostSteps, typed.steps.length + 2)
  const short = { kind: 'short', most: 10, autocomplete: 'off', inputmode: 'numeric', problems } as const
  const title = words.say('rota.escalation')
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><p class="soft"><a href="${href('/desk/rota')}">${words.say('rota.title')}</a></p><h1>${title}</h1><p class="lede">${words.say('rota.escalation-lede')}</p></div>
<form method="post" action="${href('/desk/escalation')}" class="form sheet" novalidate>
${problems.has('target-1') && html`<p class="problem">${problems.get('target-1')}</p>`}
${Array.from({ length: rows }, (_, at) => {
  const { target = '', thenMinutes = '10' } = typed.steps[at] ?? {}
  const count = at + 1
  return html`<fieldset><legend>${words.say('rota.step', { count })}</legend><div class="turns">
${select({ name: `target-${count}`, label: words.say('rota.who'), value: target, choices: targets(words, all) })}
${field({ name: `wait-${count}`, label: words.say('rota.step-wait'), value: thenMinutes, ...short })}</div></fieldset>`
})}
${field({ name: 'repeats', label: words.say('rota.repeats'), hint: words.say('rota.repeats-hint'), value: typed.repeats, ...short })}
<button type="submit" class="button">${words.say('rota.layer-keep')}</button></form>`
  return showPage(ask, { title, body, kind: 'staff', status: problems.size > 0 ? 422 : 200 })
}

const targets = (words: Words, { schedules, colleagues }: Rotas) => [
  { value: '', name: words.say('rota.person-none') },
  ...schedules.map(({ id, name }) => ({ value: `schedule:${id}`, name: words.say('rota.step-rota', { name }) })),
  ...colleagues.map(({ personId, name }) => ({ value: `person:${personId}`, name })),
]
