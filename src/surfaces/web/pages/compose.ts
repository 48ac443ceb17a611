/** Notices that the staff write: the list, a draft with what is still wrong of it, its dry run, how its people get it, and a second pair of eyes. */
import { languages, noticeLevels } from '#kernel'
import { audienceKinds, type CompositionSeen, composedSteps, type Draft } from '../deps/composer.ts'
import { chip, levelChip } from '../parts/chip.ts'
import { previewsShown, rehearsalShown } from '../parts/composed.ts'
import { empty } from '../parts/empty.ts'
import { field, noProblems, type Problems, problemSummary, select, textArea } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { moment } from '../parts/moment.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { asStaff, type Fields, type PersonAsk, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'
import type { Words } from '../wording/words.ts'

const mostSteps = 3
const fields = { otherwise: 'which' }

export async function showCompositions(ask: PersonAsk): Promise<Response> {
  const { words, now } = ask
  const all = await ask.deps.composer.all(asStaff(ask))
  const rows = all.map((one) => {
    const whom =
      one.audienceKind === 'person' || one.audienceKind === 'organisation'
        ? one.audienceName
        : words.say(`compose.audience-${one.audienceKind}`)
    return html`<li><div><a href="${href('/desk/compositions/:id', { id: one.id })}"><b>${one.headline || words.say('compose.new')}</b></a><small>${whom}, ${words.say('compose.by', { name: one.by })}, ${moment(words.language, now, one.changedAt)}</small></div>${chip(one.state === 'asked' ? 'care' : 'plain', words.say(`compose.state-${one.state}`))}</li>`
  })
  const body = html`<div class="stack-small"><h1>${words.say('compose.title')}</h1><p class="lede">${words.say('compose.lede')}</p></div>
<p><a class="button" href="${href('/desk/compositions/new')}">${words.say('compose.new')}</a></p>
<section class="sheet">${rows.length === 0 ? empty(words.say('compose.none'), words.say('compose.none-says')) : html`<ul class="rows">${rows}</ul>`}</section>`
  return showPage(ask, { title: words.say('compose.title'), body, width: 'wide', kind: 'staff' })
}

type Typed = { readonly draft: Draft; readonly problems: Problems }

export function showNewComposition(ask: PersonAsk): Response {
  const incident = ask.query.get('incident') ?? ''
  const audience = incident === '' ? ({ kind: 'organisation', typed: '' } as const) : ({ kind: 'incident', typed: incident } as const)
  return showNew(ask, {
    draft: { audience, level: 'targeted', wordings: { en: { headline: '', says: [] } }, steps: [] },
    problems: noProblems,
  })
}

function showNew(ask: PersonAsk, typed: Typed): Response {
  const { words } = ask
  const body = html`${problemSummary(words, typed.problems)}
<div class="stack-small"><p class="soft"><a href="${href('/desk/compositions')}">${words.say('compose.title')}</a></p><h1>${words.say('compose.new')}</h1></div>
<form method="post" action="${href('/desk/compositions')}" class="form" novalidate>${draftFields(words, typed)}</form>`
  return showPage(ask, { title: words.say('compose.new'), body, width: 'wide', kind: 'staff', status: typed.problems.size > 0 ? 422 : 200 })
}

export async function startComposing(ask: PersonAsk): Promise<Response> {
  const draft = draftIn(await ask.form())
  const tried = await tryForm(ask, fields, () => ask.deps.composer.start(asStaff(ask), draft))
  if (!tried.done) return showNew(ask, { draft, problems: tried.problems })
  return goTo(href('/desk/compositions/:id', { id: tried.value }, { done: 'composed' }))
}

export async function keepComposing(ask: PersonAsk): Promise<Response> {
  const id = param(ask, 'id')
  const draft = draftIn(await ask.form())
  const tried = await tryForm(ask, fields, async () => orNotHere(await ask.deps.composer.keep(asStaff(ask), id, draft)))
  return tried.done ? goTo(href('/desk/compositions/:id', { id }, { done: 'composed' })) : showOne(ask, { draft, problems: tried.problems })
}

function draftIn(form: Fields): Draft {
  const written = (language: string) => ({
    headline: form.text(`headline-${language}`),
    says: form
      .text(`says-${language}`)
      .split(/\n+/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  })
  const others = languages.flatMap((language) => {
    const one = written(language)
    return language === 'en' || (one.headline === '' && one.says.length === 0) ? [] : [[language, one]]
  })
  const steps = Array.from({ length: mostSteps }, (_, at) => composedSteps.find((step) => step === form.text(`step-${at + 1}`)) ?? [])
  return {
    audience: { kind: audienceKinds.find((kind) => kind === form.text('audience')) ?? 'person', typed: form.text('which') },
    level: noticeLevels.find((level) => level === form.text('level')) ?? 'targeted',
    wordings: { ...Object.fromEntries(others), en: written('en') },
    steps: [...new Set(steps.flat())],
  }
}

function draftFields(words: Words, { draft: { audience, level, wordings, steps }, problems }: Typed): Markup {
  const choices = audienceKinds.map((kind) => ({ value: kind, name: words.say(`compose.audience-${kind}`) }))
  const levels = noticeLevels.map((one) => ({ value: one, name: words.say(`level.${one}`) }))
  const actions = [
    { value: '', name: words.say('compose.no-step') },
    ...composedSteps.map((step) => ({ value: step, name: words.say(`compose.step-${step}`) })),
  ]
  return html`${select({ name: 'audience', label: words.say('compose.audience'), value: audience.kind, choices })}
${field({ name: 'which', label: words.say('compose.which'), hint: words.say('compose.which-hint'), value: audience.typed, autocomplete: 'off', problems })}
${select({ name: 'level', label: words.say('compose.level'), value: level, choices: levels })}
${languages.map((language) => {
  const hint = language === 'en' ? undefined : words.say('compose.other-hint')
  return html`<fieldset><legend>${words.say(`compose.words-${language}`)}</legend><div class="turns">
${field({ name: `headline-${language}`, label: words.say('compose.headline'), hint: hint ?? words.say('compose.headline-hint'), value: wordings[language]?.headline ?? '', most: 200, autocomplete: 'off', problems })}
${textArea({ name: `says-${language}`, label: words.say('compose.says'), hint: words.say('compose.says-hint'), value: wordings[language]?.says.join('\n') ?? '', problems })}</div></fieldset>`
})}
<fieldset><legend>${words.say('compose.steps')}</legend><div class="turns"><p class="hint">${words.say('compose.steps-hint')}</p>
${Array.from({ length: mostSteps }, (_, at) => select({ name: `step-${at + 1}`, label: words.say('compose.step', { count: at + 1 }), value: steps[at] ?? '', choices: actions }))}</div></fieldset>
<button type="submit" class="button">${words.say('compose.save')}</button>`
}

export const showComposition = (ask: PersonAsk): Promise<Response> => showOne(ask)

async function showOne(ask: PersonAsk, typed?: Typed, problems: Problems = typed?.problems ?? noProblems): Promise<Response> {
  const { words } = ask
  const id = param(ask, 'id')
  const one = orNotHere(await ask.deps.composer.one(asStaff(ask), id))
  const told = one.state === 'draft' || one.state === 'asked' ? await ask.deps.composer.rehearse(asStaff(ask), id) : undefined
  const { kind, id: audienceId } = one.audience
  const draft = typed?.draft ?? { ...one, audience: { kind, typed: audienceId ?? '' } }
  const title = one.wordings.en.headline || words.say('compose.new')
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><p class="soft"><a href="${href('/desk/compositions')}">${words.say('compose.title')}</a></p><h1>${title}</h1>
<p class="filters">${levelChip(words, one.level)}${chip(one.state === 'asked' ? 'care' : 'plain', words.say(`compose.state-${one.state}`))}<span class="soft">${words.say(`compose.audience-${kind}`)}${one.audienceName !== '' && html`: ${one.audienceName}`}</span></p></div>
${deeds(words, one)}
${told && rehearsalShown(words, told)}
${previewsShown(words, one.previews)}
${one.state === 'draft' && one.isMine && html`<form method="post" action="${href('/desk/compositions/:id', { id })}" class="form sheet" novalidate>${draftFields(words, { draft, problems })}</form>`}`
  return showPage(ask, { title, body, width: 'wide', kind: 'staff', status: problems.size > 0 ? 422 : 200 })
}

/** What can be done with it now, and by whom. */
function deeds(words: Words, one: CompositionSeen): Markup {
  const { id, state, people } = one
  const withdraw = html`<form method="post" action="${href('/desk/compositions/:id/withdraw', { id })}"><button type="submit" class="button quiet">${words.say('compose.withdraw')}</button></form>`
  if (state === 'draft')
    return html`<section class="sheet"><p>${words.say('compose.send-says')}</p><div class="buttons">${one.isMine && html`<form method="post" action="${href('/desk/compositions/:id/send', { id })}"><button type="submit" class="button" id="send">${words.say('compose.send')}</button></form>`}${withdraw}</div></section>`
  if (state === 'asked')
    return html`<section class="sheet"><p>${one.isMine ? words.say('compose.approve-waits') : words.say('compose.approve-says', { name: one.by, people: people ?? 0 })}</p><div class="buttons">${!one.isMine && html`<form method="post" action="${href('/desk/compositions/:id/approve', { id })}"><button type="submit" class="button" id="approve">${words.say('compose.approve')}</button></form>`}${withdraw}</div></section>`
  if (state === 'withdrawn') return html``
  return html`<section class="sheet"><p>${words.say('compose.told', { told: one.told, people: people ?? 0 })}${one.approvedBy !== '' && html` ${words.say('compose.approved-by', { name: one.approvedBy })}`}</p></section>`
}

export async function sendComposed(ask: PersonAsk): Promise<Response> {
  const id = param(ask, 'id')
  const tried = await tryForm(ask, { otherwise: 'send' }, async () => orNotHere(await ask.deps.composer.send(asStaff(ask), id)))
  if (!tried.done) return showOne(ask, undefined, tried.problems)
  return goTo(href('/desk/compositions/:id', { id }, { done: tried.value === 'asked' ? 'compose-asked' : 'compose-sent' }))
}

export async function approveComposed(ask: PersonAsk): Promise<Response> {
  const id = param(ask, 'id')
  const tried = await tryForm(ask, { otherwise: 'approve' }, async () => orNotHere(await ask.deps.composer.approve(asStaff(ask), id)))
  return tried.done ? goTo(href('/desk/compositions/:id', { id }, { done: 'compose-sent' })) : showOne(ask, undefined, tried.problems)
}

export async function withdrawComposed(ask: PersonAsk): Promise<Response> {
  const id = param(ask, 'id')
  const tried = await tryForm(ask, { otherwise: 'send' }, async () => orNotHere(await ask.deps.composer.withdraw(asStaff(ask), id)))
  return tried.done ? goTo(href('/desk/compositions/:id', { id }, { done: 'compose-withdrawn' })) : showOne(ask, undefined, tried.problems)
}
