/** A guided look at one's own account: one place on a screen, one question, three answers; what to do at once where something is not theirs. */
import { type CheckStep, checkAnswers, checkEveryMs, checkSteps, type SelfCheckSeen, type Sight } from '../deps/providers.ts'
import { chip } from '../parts/chip.ts'
import { noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { ago, full } from '../parts/moment.ts'
import { goTo, NotHere, orNotHere } from '../request/answers.ts'
import { type PersonAsk, param } from '../request/ask.ts'
import type { Words } from '../wording/words.ts'

const read = async (ask: PersonAsk): Promise<Sight> => orNotHere(await ask.deps.providers.sight(ask.who, param(ask, 'id')))
const stepNamed = (name: string | null | undefined): CheckStep | undefined => checkSteps.find((step) => step === name)

/** The place that was asked for, else the first without an answer, else what was found. */
export async function showSelfCheck(ask: PersonAsk): Promise<Response> {
  const sight = await read(ask)
  const { selfCheck } = sight
  const asked = stepNamed(ask.query.get('place'))
  const answers = selfCheck?.finishedAt === undefined ? selfCheck?.answers : undefined
  if (asked === undefined && selfCheck?.finishedAt !== undefined) return showLooked(ask, sight, selfCheck)
  return showPlace(ask, sight, asked ?? checkSteps.find((step) => answers?.[step] === undefined) ?? 'activity', noProblems)
}

export async function answerSelfCheck(ask: PersonAsk): Promise<Response> {
  const sight = await read(ask)
  const form = await ask.form()
  const step = stepNamed(form.text('place')) ?? 'activity'
  const answer = checkAnswers.find((one) => one === form.text('answer'))
  if (answer === undefined) return showPlace(ask, sight, step, new Map([['answer', ask.words.say('answer.needed')]]))
  const { id } = sight.account
  orNotHere(await ask.deps.providers.answerSelfCheck(ask.who, { accountId: id, step, answer }))
  return goTo(
    answer === 'not-mine' ? href('/accounts/:id/self-check/found', { id }, { place: step }) : href('/accounts/:id/self-check', { id }),
  )
}

export async function showFound(ask: PersonAsk): Promise<Response> {
  const { words, now } = ask
  const { account, selfCheck } = await read(ask)
  const marked = checkSteps.filter((step) => selfCheck?.answers[step] === 'not-mine')
  const place = marked.find((step) => step === ask.query.get('place')) ?? marked[0]
  if (selfCheck === undefined || place === undefined) return goTo(href('/accounts/:id/self-check', { id: account.id }))
  const tell = selfCheck.toldAt
    ? html`<p>${words.say('found.told', { when: ago(words.language, now, selfCheck.toldAt) })}</p>`
    : html`<h2>${words.say('found.tell')}</h2><p>${words.say('found.tell-says')}</p>
<form method="post" action="${href('/accounts/:id/self-check/tell', { id: account.id })}"><button type="submit" class="button quiet">${words.say('found.tell-button')}</button></form>`
  const actions = [words.say(`found.${place}`), words.say('found.password'), words.say('found.others')]
  const body = html`<div class="stack-small"><h1>${words.say('found.title')}</h1><p class="lede">${words.say('found.lede', { place: words.say(`looking.${place}`) })}</p></div>
<section class="sheet"><ol class="how">${actions.map((one) => html`<li>${one}</li>`)}</ol>
<p><a class="button" href="${href('/accounts/:id/self-check', { id: account.id })}">${words.say('found.go-on')}</a></p></section>
<section class="sheet">${tell}</section>`
  return showPage(ask, { title: words.say('found.title'), body })
}

export async function tellDesk(ask: PersonAsk): Promise<Response> {
  const { account, selfCheck } = await read(ask)
  if (selfCheck === undefined) throw new NotHere()
  // Told in another window meanwhile: the page says so.
  const told = await ask.deps.providers.tellDesk(ask.who, account.id)
  return goTo(href('/accounts/:id/self-check/found', { id: account.id }, told ? { done: 'desk-told' } : {}))
}

function showPlace(ask: PersonAsk, sight: Sight, step: CheckStep, problems: Problems): Response {
  const { words } = ask
  const { account, watching, selfCheck } = sight
  const title = words.say('looking.title', { address: account.address })
  const given = selfCheck?.finishedAt === undefined ? selfCheck?.answers[step] : undefined
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><p class="soft">${title} · ${words.say('looking.step', { n: checkSteps.indexOf(step) + 1, all: checkSteps.length })}</p>
<h1>${words.say(`looking.${step}`)}</h1><p class="lede">${whereToLook(words, sight, step)}</p></div>
<section class="sheet"><h2>${words.say(`asks.${step}`)}</h2>
${watching && (step === 'forwarding' || step === 'recovery') && html`<p>${words.say('looking.ours', { watch: watching.address })}</p>`}
<form method="post" action="${href('/accounts/:id/self-check', { id: account.id })}" class="buttons" id="answer"><input type="hidden" name="place" value="${step}">
${checkAnswers.map((answer) => html`<button type="submit" class="button quiet" name="answer" value="${answer}"${given === answer && html` aria-current="true"`}>${words.say(`answer.${answer}`)}</button>`)}</form>
<p class="soft">${words.say('looking.lede')}</p></section>
<p><a href="${href('/accounts/:id/sight', { id: account.id })}">${words.say('frame.back')}</a></p>`
  return showPage(ask, { title: words.say(`looking.${step}`), body, status: problems.size > 0 ? 422 : 200 })
}

function whereToLook(words: Words, { provider, providerName }: Sight, step: CheckStep): string {
  if (provider === 'google' || provider === 'microsoft') return words.say(`look.${provider}-${step}`)
  return words.say(`look.other-${step}`, { provider: providerName })
}

const tones = { good: 'calm', 'not-mine': 'danger', unsure: 'care' } as const

function showLooked(ask: PersonAsk, { account, provider, providerName }: Sight, { answers, finishedAt }: SelfCheckSeen): Response {
  const { words } = ask
  const { id } = account
  const title = words.say('looked.title', { provider: providerName })
  const given = checkSteps.flatMap((step) => {
    const answer = answers[step]
    return answer === undefined ? [] : [{ step, answer }]
  })
  const row = ({ step, answer }: (typeof given)[number]): Markup =>
    html`<li><div><b>${words.say(`looking.${step}`)}</b>${answer === 'not-mine' && html`<small><a href="${href('/accounts/:id/self-check/found', { id }, { place: step })}">${words.say('looked.found')}<span class="unseen"> ${words.say(`looking.${step}`)}</span></a></small>`}</div>${chip(tones[answer], words.say(`answer.${answer}`))}</li>`
  const again = finishedAt && new Date(finishedAt.getTime() + checkEveryMs)
  const body = html`<div class="stack-small"><h1>${title}</h1>${again && html`<p class="lede">${words.say('looked.next', { when: full(words.language, again) })}</p>`}</div>
<section class="sheet"><ul class="rows">${given.map(row)}</ul>${given.some(({ answer }) => answer === 'unsure') && html`<p>${words.say('looked.unsure')}</p>`}
<p><a class="button quiet" href="${href('/accounts/:id/self-check', { id }, { place: 'activity' })}">${words.say('looked.again')}</a></p></section>
<section class="sheet"><h2>${words.say('looked.harder')}</h2><p>${provider === 'google' ? words.say('looked.google') : words.say('looked.other', { provider: providerName })}</p></section>
<p><a href="${href('/accounts/:id/sight', { id })}">${words.say('frame.back')}</a></p>`
  return showPage(ask, { title, body })
}
