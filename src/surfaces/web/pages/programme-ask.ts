/** "May we join?": five answers, the rules' answer, and what would change it. Nothing is kept. */
import type { Asked, Change, Programme } from '../deps/enrolment.ts'
import { type FactsTyped, factField, factsAsked, factValue, readFacts } from '../parts/facts.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import type { Ask } from '../request/ask.ts'
import type { Words } from '../wording/words.ts'
import { ruleLine } from './programme.ts'

const asked = ['kind', 'office', 'country', 'region', 'product', 'people'] as const
/** Of a long list of countries a reader needs a few. */
const mostValues = 6

export async function showProgrammeAsk(ask: Ask): Promise<Response> {
  const { words, query } = ask
  const { programme } = await ask.deps.enrolment.inForce()
  const typed = readFacts((name) => query.get(name) ?? '')
  const isAsked = query.has('kind')
  const answer = isAsked && (await ask.deps.enrolment.ask(factsAsked(typed)))
  const body = html`<div class="stack-small"><p class="soft"><a href="${href('/programme')}">${words.say('programme.title')}</a></p>
<h1>${words.say('ask.title')}</h1><p class="lede">${words.say('ask.lede')}</p></div>
${answer && answerShown(words, programme, answer)}
<form method="get" action="${href('/programme/ask')}" class="form sheet">
${asked.map((fact) => factField(words, programme, fact, typed))}
<button type="submit" class="button">${words.say('ask.button')}</button></form>`
  return showPage(ask, { title: words.say('ask.title'), body })
}

/** The answer, its rules, and what would change it. */
export function answerShown(words: Words, programme: Programme, { decision, changes }: Asked, { isApplying = false } = {}): Markup {
  // What leads towards joining is worth a reader's time; what leads away from it is not.
  const better = changes.filter(({ outcome }) => outcome === 'eligible' || (outcome === 'unsure' && decision.outcome === 'not-eligible'))
  return html`<section class="sheet" role="status"><h2>${words.say(`ask.${decision.outcome}`)}</h2>
<h3>${words.say('ask.because')}</h3><ul class="said">${decision.rules.map((rule) => ruleLine(words, rule))}</ul>
${
  decision.outcome !== 'eligible' &&
  html`<h3>${words.say('ask.would-change')}</h3>
${better.length === 0 ? html`<p>${words.say('ask.nothing-changes')}</p>` : html`<ul>${better.slice(0, 8).map((change) => html`<li>${changeSaid(words, programme, change)}</li>`)}</ul>`}`
}
${decision.outcome !== 'not-eligible' && !isApplying && html`<p><a class="button" href="${href('/apply')}">${words.say('ask.apply')}</a></p>`}</section>`
}

function changeSaid(words: Words, programme: Programme, { facts, outcome }: Change): string {
  const parts = facts.map(({ fact, to }) => {
    const names = to.map((value) => factValue(words, programme, fact, value) || words.say('ask.no-region'))
    const few = names.slice(0, mostValues)
    const more = names.length - few.length
    return {
      fact: words.say(`fact.${fact}`),
      values: more > 0 ? `${few.join(', ')} … ${words.say('ask.more', { count: more })}` : few.join(', '),
    }
  })
  const said = parts.map(({ fact, values }) => `${fact}: ${values}`).join(` ${words.say('ask.and')} `)
  return `${said} → ${words.say(`ask.${outcome}`)}`
}

export const factsOf = (facts: Readonly<Record<string, string>>): FactsTyped => readFacts((name) => facts[name] ?? '')
