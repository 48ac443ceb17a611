/** A trainer's page: organisations that take part, in which languages people read, and whom to write to. Nothing else is open to them. */
import { languages } from '#kernel'
import { empty } from '../parts/empty.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import { paging } from '../parts/paging.ts'
import { plainTable } from '../parts/plain-table.ts'
import { pageNumber, type TrainerAsk } from '../request/ask.ts'
import { languageNames } from '../wording/language-names.ts'

const nameOf = (language: string): string => {
  const known = languages.find((one) => one === language)
  return known === undefined ? language : languageNames[known]
}

export async function showTraining(ask: TrainerAsk): Promise<Response> {
  const { words, deps, who } = ask
  const list = await deps.observing.organisations(who, { page: pageNumber(ask) })
  const head = (['organisation', 'people', 'languages', 'contact'] as const).map((one) => words.say(`training.${one}`))
  const rows = list.rows.map((one) => [
    one.name,
    one.people,
    one.languages.map(({ language, people }) => `${nameOf(language)} ${people}`).join(' · '),
    html`${one.administrators.map(({ name, address }) => html`<p>${name}<small class="address">${address}</small></p>`)}`,
  ])
  const title = words.say('training.title')
  const body = html`<div class="stack-small"><h1>${title}</h1><p class="lede">${words.say('training.lede')}</p></div>
<section class="sheet flush">${rows.length === 0 ? empty(words.say('training.none'), '') : plainTable(head, rows)}</section>
${paging(words, list, (page) => href('/training', {}, { page }))}`
  return showPage(ask, { title, body, width: 'wide', kind: 'staff' })
}
