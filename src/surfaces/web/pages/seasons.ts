/** The seasons of all organisations, for the staff: whose election is near comes first. */
import { chip } from '../parts/chip.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import { longDay } from '../parts/moment.ts'
import { paging } from '../parts/paging.ts'
import { asStaff, type PersonAsk, pageNumber } from '../request/ask.ts'

export async function showSeasons(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const found = await ask.deps.season.all(asStaff(ask), pageNumber(ask))
  const day = (one: string) => longDay(words.language, one)
  const body = html`<h1>${words.say('seasons.title')}</h1>
${
  found.rows.length === 0
    ? html`<p>${words.say('seasons.none')}</p>`
    : html`<section class="sheet"><ul class="rows">${found.rows.map(
        (one) => html`<li><div><b><a href="${href('/organisations/:id/season', { id: one.organisationId })}">${one.name}</a></b>
<small>${one.electionDays.map(day).join(' · ')}</small>${one.endsOn !== undefined && html`<small>${words.say('seasons.ends', { day: day(one.endsOn) })}</small>`}</div>
<div>${one.frozenUntil !== undefined && chip('care', words.say('seasons.frozen'))} ${one.isOver && chip('plain', words.say('seasons.over'))} ${one.waiting > 0 && chip('care', words.say('seasons.waiting', { count: one.waiting }))}</div></li>`,
      )}</ul></section>`
}
${paging(words, found, (page) => href('/seasons', {}, { page }))}`
  return showPage(ask, { title: words.say('seasons.title'), body, kind: 'staff' })
}
