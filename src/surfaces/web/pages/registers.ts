/** Public registers that applicants' numbers are looked up in: taken in as a file, listed, removed. */

import { confirmPage } from '../parts/confirm.ts'
import { countryCodes } from '../parts/facts.ts'
import { type Choice, field, noProblems, type Problems, problemSummary, select, textArea } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { asStaff, type PersonAsk, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'
import type { Words } from '../wording/words.ts'

/** The FEC's file of committees has some three megabytes. */
const limitBytes = 32 * 1024 * 1024

const nothingTyped = { name: '', country: 'US', text: '', numberColumn: '1', nameColumn: '2' }

export const showRegisters = (ask: PersonAsk): Promise<Response> => show(ask, nothingTyped, noProblems)

export async function takeRegister(ask: PersonAsk): Promise<Response> {
  const form = await ask.form(limitBytes)
  const typed = {
    name: form.text('name').slice(0, 200),
    country: countryCodes().find((code) => code === form.text('country')) ?? 'US',
    text: form.long('text'),
    numberColumn: form.text('numberColumn').slice(0, 60),
    nameColumn: form.text('nameColumn').slice(0, 60),
  }
  if (typed.name === '') return show(ask, typed, new Map([['name', ask.words.say('registers.name-missing')]]))
  const tried = await tryForm(ask, { otherwise: 'text' }, () => ask.deps.applications.takeRegister(asStaff(ask), typed))
  return tried.done ? goTo(href('/registers', {}, { done: 'register-taken' })) : show(ask, typed, tried.problems)
}

export async function askRemoveRegister(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const register = orNotHere((await ask.deps.applications.registers(asStaff(ask))).find(({ id }) => id === param(ask, 'id')))
  return confirmPage(ask, {
    title: words.say('registers.remove-title', { name: register.name }),
    says: words.say('registers.remove-says'),
    button: words.say('registers.remove'),
    action: href('/registers/:id/remove', { id: register.id }),
    back: href('/registers'),
  })
}

export async function removeRegister(ask: PersonAsk): Promise<Response> {
  orNotHere(await ask.deps.applications.removeRegister(asStaff(ask), param(ask, 'id')))
  return goTo(href('/registers', {}, { done: 'register-removed' }))
}

async function show(ask: PersonAsk, typed: typeof nothingTyped, problems: Problems): Promise<Response> {
  const { words } = ask
  const registers = await ask.deps.applications.registers(asStaff(ask))
  const names = new Intl.DisplayNames(['en'], { type: 'region' })
  const countries = countryCodes()
    .map((value) => ({ value, name: names.of(value) ?? value }))
    .sort((left, right) => left.name.localeCompare(right.name))
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><nav class="soft" aria-label="${words.say('incident.path')}"><a href="${href('/applications')}">${words.say('applications.title')}</a></nav>
<h1>${words.say('registers.title')}</h1><p class="lede">${words.say('registers.lede')}</p></div>
<section class="sheet">${
    registers.length === 0
      ? html`<p>${words.say('registers.none')}</p>`
      : html`<ul class="rows">${registers.map((one) => html`<li><div>${one.name} <span class="soft">${names.of(one.country)} · ${words.say('registers.entries', { count: one.entries })}</span></div>${ask.visitor.staff === 'operator' && html`<a class="button quiet" href="${href('/registers/:id/remove', { id: one.id })}">${words.say('registers.remove')}<span class="unseen"> ${one.name}</span></a>`}</li>`)}</ul>`
  }</section>
${ask.visitor.staff === 'operator' && addForm(words, typed, problems, countries)}`
  return showPage(ask, { title: words.say('registers.title'), body, status: problems.size > 0 ? 422 : 200, kind: 'staff' })
}

const addForm = (
  words: Words,
  typed: typeof nothingTyped,
  problems: Problems,
  countries: readonly Choice[],
): Markup => html`<section class="sheet"><h2>${words.say('registers.add')}</h2><form method="post" action="${href('/registers')}" class="form" novalidate>
${field({ name: 'name', label: words.say('registers.name'), value: typed.name, autocomplete: 'off', most: 200, problems })}
${select({ name: 'country', label: words.say('fact.country'), value: typed.country, choices: countries })}
${field({ name: 'numberColumn', label: words.say('registers.number-column'), hint: words.say('registers.column-hint'), value: typed.numberColumn, kind: 'short', autocomplete: 'off', most: 60, problems })}
${field({ name: 'nameColumn', label: words.say('registers.name-column'), value: typed.nameColumn, kind: 'short', autocomplete: 'off', most: 60, problems })}
${textArea({ name: 'text', label: words.say('registers.text'), hint: words.say('registers.text-hint'), value: typed.text, rows: 8, mono: true, problems })}
<button type="submit" class="button">${words.say('registers.take')}</button></form></section>`
