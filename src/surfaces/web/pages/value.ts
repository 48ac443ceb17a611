/** The value ledger of an organisation: seen and taken along by its administrators, kept by staff. */
import type { ValueEntry, ValueLedger } from '../deps/enrolment.ts'
import { field, noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { giveFile, goTo, orNotHere } from '../request/answers.ts'
import { type AdministratorAsk, asStaff, type PersonAsk, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'
import type { Words } from '../wording/words.ts'
import { csvRow } from './csv.ts'

type Place = {
  readonly ask: PersonAsk
  readonly id: string
  readonly csv: Href
  readonly json: Href
  readonly back: Href
  readonly staff: boolean
}

const own = (ask: AdministratorAsk): Place => {
  const of = ask.organisation.id
  return {
    ask,
    id: of,
    csv: href('/organisation/value.csv', {}, { of }),
    json: href('/organisation/value.json', {}, { of }),
    back: href('/organisation', {}, { of }),
    staff: false,
  }
}
const forStaff = (ask: PersonAsk): Place => {
  const id = param(ask, 'id')
  return {
    ask,
    id,
    csv: href('/organisations/:id/value.csv', { id }),
    json: href('/organisations/:id/value.json', { id }),
    back: href('/organisations/:id', { id }),
    staff: true,
  }
}

const read = async ({ ask, id }: Place): Promise<ValueLedger> => orNotHere(await ask.deps.enrolment.valueLedger(ask.who, id))
const nothingTyped = { day: '', what: '', law: '', currency: 'USD', amount: '', note: '' }
type Typed = typeof nothingTyped

export const showOwnValue = (ask: AdministratorAsk): Promise<Response> => show(own(ask))
export const showValue = (ask: PersonAsk): Promise<Response> => show(forStaff(ask))
export const exportOwnValueCsv = (ask: AdministratorAsk): Promise<Response> => csvOf(own(ask))
export const exportValueCsv = (ask: PersonAsk): Promise<Response> => csvOf(forStaff(ask))
export const exportOwnValueJson = (ask: AdministratorAsk): Promise<Response> => jsonOf(own(ask))
export const exportValueJson = (ask: PersonAsk): Promise<Response> => jsonOf(forStaff(ask))

export async function enterValue(ask: PersonAsk): Promise<Response> {
  const place = forStaff(ask)
  const form = await ask.form()
  const typed: Typed = {
    day: form.text('day').slice(0, 10),
    what: form.text('what').slice(0, 300),
    law: form.text('law').slice(0, 80),
    currency: form.text('currency').slice(0, 3),
    amount: form.text('amount').slice(0, 30),
    note: form.text('note').slice(0, 500),
  }
  const fields = { 'what-missing': 'what', 'day-not-right': 'day', otherwise: 'amount' }
  const { day: givenOn, ...given } = typed
  const tried = await tryForm(ask, fields, async () =>
    orNotHere(await ask.deps.enrolment.enterValue(asStaff(ask), place.id, { givenOn, ...given })),
  )
  return tried.done
    ? goTo(href('/organisations/:id/value', { id: place.id }, { done: 'value-entered' }))
    : show(place, typed, tried.problems)
}

export async function strikeValue(ask: PersonAsk): Promise<Response> {
  const id = param(ask, 'id')
  orNotHere(await ask.deps.enrolment.strikeValue(asStaff(ask), id, param(ask, 'entry')))
  return goTo(href('/organisations/:id/value', { id }, { done: 'value-struck' }))
}

async function csvOf(place: Place): Promise<Response> {
  const { entries } = await read(place)
  const head = csvRow(['day', 'what', 'law', 'currency', 'value', 'note'])
  const rows = entries.map((entry) =>
    csvRow([entry.givenOn, entry.what, entry.law, entry.currency, place.ask.deps.enrolment.amountOf(entry), entry.note]),
  )
  return giveFile('value-ledger.csv', 'text/csv; charset=utf-8', head + rows.join(''))
}

async function jsonOf(place: Place): Promise<Response> {
  const { organisation, entries, sums } = await read(place)
  const amount = (one: Pick<ValueEntry, 'currency' | 'minorUnits'>) => place.ask.deps.enrolment.amountOf(one)
  const whole = {
    organisation,
    entries: entries.map(({ minorUnits, ...entry }) => ({ ...entry, value: amount({ ...entry, minorUnits }) })),
    sums: sums.map(({ minorUnits, ...sum }) => ({ ...sum, value: amount({ ...sum, minorUnits }) })),
  }
  return giveFile('value-ledger.json', 'application/json; charset=utf-8', `${JSON.stringify(whole, null, 2)}\n`)
}

async function show(place: Place, typed: Typed = nothingTyped, problems: Problems = noProblems): Promise<Response> {
  const { ask } = place
  const { words } = ask
  const ledger = await read(place)
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><p class="soft"><a href="${place.back}">${ledger.organisation}</a></p><h1>${words.say('value.title')}</h1><p class="lede">${words.say('value.lede')}</p></div>
${
  ledger.entries.length === 0
    ? html`<section class="sheet"><p>${words.say('value.none')}</p></section>`
    : html`<section class="sheet"><h2>${words.say('value.sums')}</h2>${sums(ask, ledger)}</section>
<section class="sheet"><h2>${words.say('value.entries')}</h2>${entries(place, ledger)}
<p class="buttons"><a class="button quiet" href="${place.csv}" download>${words.say('value.csv')}</a><a class="button quiet" href="${place.json}" download>${words.say('value.json')}</a></p></section>`
}
${place.staff && entryForm(words, place.id, typed, problems)}`
  return showPage(ask, {
    title: words.say('value.title'),
    body,
    width: 'wide',
    status: problems.size > 0 ? 422 : 200,
    ...(place.staff && { kind: 'staff' as const }),
  })
}

const lawOf = (words: Words, law: string): string => (law === '' ? words.say('value.law-none') : law)

const sums = ({ words, deps }: PersonAsk, ledger: ValueLedger): Markup =>
  html`<dl class="pairs">${ledger.sums.map(
    (sum) => html`<div><dt>${lawOf(words, sum.law)}</dt><dd>${deps.enrolment.amountOf(sum)} ${sum.currency}</dd></div>`,
  )}</dl>`

function entries({ ask, id, staff }: Place, ledger: ValueLedger): Markup {
  const { words } = ask
  const say = (name: 'day' | 'what' | 'law' | 'amount' | 'note') => words.say(`value.${name}`)
  return html`<table class="collapses"><thead><tr><th scope="col">${say('day')}</th><th scope="col">${say('what')}</th><th scope="col">${say('law')}</th><th scope="col">${say('amount')}</th><th scope="col">${say('note')}</th>${staff && html`<th scope="col"><span class="unseen">${words.say('value.strike')}</span></th>`}</tr></thead><tbody>
${ledger.entries.map(
  (
    entry,
  ) => html`<tr><th scope="row">${entry.givenOn}</th><td data-label="${say('what')}">${entry.what}</td><td data-label="${say('law')}">${lawOf(words, entry.law)}</td><td data-label="${say('amount')}">${ask.deps.enrolment.amountOf(entry)} ${entry.currency}</td><td data-label="${say('note')}">${entry.note || '–'}</td>
${staff && html`<td><form method="post" action="${href('/organisations/:id/value/:entry/strike', { id, entry: entry.id })}"><button type="submit" class="button quiet">${words.say('value.strike')}<span class="unseen"> ${entry.what}</span></button></form></td>`}</tr>`,
)}</tbody></table>`
}

const entryForm = (
  words: Words,
  id: string,
  typed: Typed,
  problems: Problems,
): Markup => html`<section class="sheet"><h2>${words.say('value.enter')}</h2>
<form method="post" action="${href('/organisations/:id/value', { id })}" class="form" novalidate>
${field({ name: 'day', label: words.say('value.day'), hint: words.say('value.day-hint'), value: typed.day, kind: 'short', autocomplete: 'off', most: 10, problems })}
${field({ name: 'what', label: words.say('value.what'), value: typed.what, autocomplete: 'off', most: 200, problems })}
${field({ name: 'law', label: words.say('value.law'), hint: words.say('value.law-hint'), value: typed.law, autocomplete: 'off', most: 80, problems })}
${field({ name: 'amount', label: words.say('value.amount'), hint: words.say('value.amount-hint'), value: typed.amount, kind: 'short', autocomplete: 'off', most: 30, problems })}
${field({ name: 'currency', label: words.say('value.currency'), value: typed.currency, kind: 'short', autocomplete: 'off', most: 3, problems })}
${field({ name: 'note', label: words.say('value.note'), value: typed.note, autocomplete: 'off', most: 500, problems })}
<button type="submit" class="button">${words.say('value.enter')}</button></form></section>`
