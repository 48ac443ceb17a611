/** The steps of an application, a page each with at most two questions; what was answered is kept at every one. */
import { type Application, missing, type Step, type StepGiven, steps } from '../deps/applications.ts'
import type { ChangeableFact, Programme } from '../deps/enrolment.ts'
import { type AskedFact, factField, factsAsked, factValue, regionsOf } from '../parts/facts.ts'
import { field, noProblems, type Problems, problemSummary, tick } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type Ask, type Fields, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'
import { afterStep, held } from './apply.ts'
import { saidIn } from './programme.ts'
import { answerShown, factsOf } from './programme-ask.ts'

const factSteps: Readonly<Partial<Record<Step, readonly AskedFact[]>>> = {
  who: ['kind', 'office'],
  where: ['country', 'region'],
  product: ['product', 'people'],
}

export async function showStep(ask: Ask): Promise<Response> {
  const step = orNotHere(steps.find((one) => one === param(ask, 'step')))
  const mine = await held(ask)
  if (mine === undefined) return goTo(href('/apply'))
  if (mine.application.state !== 'draft') return goTo(href('/apply/status'))
  return show(ask, step, { application: mine.application, typed: typedOf(mine.application, step), problems: noProblems })
}

export async function saveStep(ask: Ask): Promise<Response> {
  const step = orNotHere(steps.find((one) => one === param(ask, 'step')))
  const mine = await held(ask)
  if (mine === undefined) return goTo(href('/apply'))
  const { token, application } = mine
  const form = await ask.form()
  const typed = readTyped(form)
  const again = (problems: Problems) => show(ask, step, { application, typed, problems })
  if (step === 'code') {
    if (form.has('again')) {
      const sent = await tryForm(ask, { otherwise: 'code' }, () => ask.deps.applications.sendCode(token, ask.remote))
      return sent.done ? goTo(href('/apply/:step', { step }, { done: 'application-code-sent' })) : again(sent.problems)
    }
    const proven = await tryForm(ask, { otherwise: 'code' }, () => ask.deps.applications.prove(token, form.text('code')))
    return proven.done ? goTo(afterStep(step)) : again(proven.problems)
  }
  if (step === 'review') {
    if (!form.has('terms')) return again(new Map([['terms', ask.words.say('apply.terms-needed')]]))
    const sent = await tryForm(ask, { otherwise: 'terms' }, () => ask.deps.applications.submit(token))
    return sent.done ? goTo(href('/apply/status')) : again(sent.problems)
  }
  const fields = {
    'name-missing': step === 'organisation' ? 'name' : 'personName',
    'domain-not-valid': 'domain',
    'domain-of-many': 'domain',
    otherwise: 'address',
  }
  const saved = await tryForm(ask, fields, () => ask.deps.applications.save(token, step, givenOf(step, typed), ask.remote))
  if (!saved.done) return again(saved.problems)
  orNotHere(saved.value)
  // The states of a country can be asked for only when the country is known.
  if (
    step === 'where' &&
    typed.country !== application.answers.facts.country &&
    regionsOf((await ask.deps.enrolment.inForce()).programme, typed.country ?? '').length > 0
  )
    return goTo(href('/apply/:step', { step }))
  return goTo(afterStep(step))
}

/** The rules' answer, as soon as the facts are there: nobody types on for nothing. */
export async function showAnswer(ask: Ask): Promise<Response> {
  const { words } = ask
  const mine = await held(ask)
  if (mine === undefined) return goTo(href('/apply'))
  const { programme } = await ask.deps.enrolment.inForce()
  const answer = await ask.deps.enrolment.ask(factsAsked(factsOf(mine.application.answers.facts)))
  const isNo = answer.decision.outcome === 'not-eligible'
  const body = html`<h1>${words.say('ask.title')}</h1>${answerShown(words, programme, answer, { isApplying: true })}
<p class="buttons">${!isNo && html`<a class="button" href="${href('/apply/:step', { step: 'organisation' })}">${words.say('apply.save')}</a>`}
<a class="button quiet" href="${href('/apply/:step', { step: 'who' })}">${words.say('apply.change')}</a></p>`
  return showPage(ask, { title: words.say('ask.title'), body })
}

type Typed = Readonly<
  Partial<
    Record<
      'kind' | 'office' | 'country' | 'region' | 'product' | 'people' | 'name' | 'domain' | 'personName' | 'address' | 'register',
      string
    >
  >
>

const names = ['kind', 'office', 'country', 'region', 'product', 'people', 'name', 'domain', 'personName', 'address', 'register'] as const
const readTyped = (form: Fields): Typed => Object.fromEntries(names.map((name) => [name, form.text(name).slice(0, 320)]))

function typedOf({ answers }: Application, step: Step): Typed {
  const person = step === 'second' ? answers.second : answers.contact
  return {
    ...answers.facts,
    name: answers.name,
    domain: answers.domain,
    personName: person.name,
    address: person.address,
    register: answers.register,
  }
}

function givenOf(step: Step, typed: Typed): StepGiven {
  const facts = factSteps[step]
  if (facts) return { facts: Object.fromEntries(facts.map((name) => [name, factsOf({ ...typed })[name]])) }
  const { name = '', domain = '', personName = '', address = '', register = '' } = typed
  return { name, domain, noDomain: domain === '', personName, address, register }
}

type Shown = { readonly application: Application; readonly typed: Typed; readonly problems: Problems }

async function show(ask: Ask, step: Step, shown: Shown): Promise<Response> {
  const { words } = ask
  const { programme } = await ask.deps.enrolment.inForce()
  const at = steps.indexOf(step)
  const before: Href = at === 0 ? href('/apply') : href('/apply/:step', { step: steps[at - 1] ?? 'who' })
  const title = words.say(`apply.${step}`)
  const body = html`${problemSummary(words, shown.problems)}
<div class="stack-small"><p class="soft"><a href="${before}">${words.say('frame.back')}</a> · ${words.say('apply.step', { step: at + 1, steps: steps.length })}</p>
<h1>${title}</h1></div>
${
  step === 'review'
    ? review(ask, programme, shown)
    : html`<form method="post" action="${href('/apply/:step', { step })}" class="form" novalidate>
${questions(ask, programme, step, shown)}
<button type="submit" class="button">${words.say('apply.save')}</button></form>`
}
${step === 'code' && html`<form method="post" action="${href('/apply/:step', { step })}"><input type="hidden" name="again" value="yes"><button type="submit" class="button quiet">${words.say('apply.code-again')}</button></form>`}`
  return showPage(ask, { title, body, status: shown.problems.size > 0 ? 422 : 200 })
}

function questions({ words }: Ask, programme: Programme, step: Step, { application, typed, problems }: Shown): Markup {
  const facts = factSteps[step]
  if (facts) return html`${facts.map((fact) => factField(words, programme, fact, factsOf({ ...typed })))}`
  switch (step) {
    case 'organisation':
      return html`${field({ name: 'name', label: words.say('apply.name'), value: typed.name ?? '', autocomplete: 'organization', most: 200, problems })}
${field({ name: 'domain', label: words.say('apply.domain'), hint: words.say('apply.domain-hint'), value: typed.domain ?? '', autocomplete: 'off', most: 253, problems })}`
    case 'contact':
    case 'second':
      return html`<p class="soft">${words.say(`apply.${step}-says`)}</p>
${field({ name: 'personName', label: words.say('apply.person-name'), value: typed.personName ?? '', autocomplete: step === 'contact' ? 'name' : 'off', most: 200, problems })}
${field({ name: 'address', label: words.say('apply.address'), type: 'email', value: typed.address ?? '', autocomplete: step === 'contact' ? 'email' : 'off', problems })}`
    case 'code':
      return html`<p class="soft">${words.say('apply.code-says', { address: application.answers.contact.address })}</p>
${field({ name: 'code', label: words.say('sign-in.code'), inputmode: 'numeric', autocomplete: 'one-time-code', kind: 'short', most: 12, problems })}`
    default:
      return field({
        name: 'register',
        label: words.say('apply.register-number'),
        hint: words.say('apply.register-hint'),
        value: typed.register ?? '',
        autocomplete: 'off',
        kind: 'short',
        most: 60,
        problems,
      })
  }
}

/** Check your answers: each with the way back to its page (GOV.UK Design System). */
function review(ask: Ask, programme: Programme, { application, problems }: Shown): Markup {
  const { words } = ask
  const { answers, isContactProven } = application
  const open = missing(answers, application)
  const fact = (name: ChangeableFact) =>
    answers.facts[name] === undefined ? '' : factValue(words, programme, name, answers.facts[name] ?? '')
  const lines: readonly (readonly [Step, string, string])[] = [
    ['who', words.say('fact.kind'), fact('kind')],
    ['where', words.say('fact.country'), [fact('region'), fact('country')].filter((one) => one !== '').join(', ')],
    ['product', words.say('fact.product'), fact('product')],
    ['product', words.say('fact.people'), answers.facts.people ?? ''],
    ['organisation', words.say('apply.name'), [answers.name, answers.domain].filter((one) => one !== '').join(', ')],
    ['contact', words.say('apply.contact'), [answers.contact.name, answers.contact.address].join(' ').trim()],
    ['code', words.say('sign-in.code'), isContactProven ? '✓' : ''],
    ['second', words.say('apply.second'), [answers.second.name, answers.second.address].join(' ').trim()],
    ['register', words.say('apply.register-number'), answers.register === '' ? '–' : answers.register],
  ]
  return html`<section class="sheet"><dl class="pairs">${lines.map(
    ([step, label, value]) =>
      html`<div><dt>${label}</dt><dd>${value === '' || open.some((one) => one === step) ? words.say('apply.open') : value} <a href="${href('/apply/:step', { step })}">${words.say('apply.change')}<span class="unseen"> ${label}</span></a></dd></div>`,
  )}</dl></section>
<form method="post" action="${href('/apply/:step', { step: 'review' })}" class="form" novalidate>
<p class="soft">${words.say('apply.terms')} ${saidIn(words, programme.terms.says)}</p>
${tick({ name: 'terms', label: words.say('apply.terms-yes'), problems })}
<button type="submit" class="button">${words.say('apply.send')}</button></form>
<p><a href="${href('/apply/withdraw')}">${words.say('apply.withdraw')}</a></p>`
}
