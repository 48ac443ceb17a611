/** Who has a role: everybody who is more than a person who takes part, for the operator. */
import { empty } from '../parts/empty.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import { full } from '../parts/moment.ts'
import { paging } from '../parts/paging.ts'
import { plainTable } from '../parts/plain-table.ts'
import { searchForm } from '../parts/search-form.ts'
import { asStaff, type PersonAsk, pageNumber, search } from '../request/ask.ts'

export async function showRoles(ask: PersonAsk): Promise<Response> {
  const { words, deps } = ask
  const asked = { search: search(ask), page: pageNumber(ask) }
  const list = await deps.observing.roles(asStaff(ask), asked)
  const head = (['person', 'role', 'where', 'until'] as const).map((one) => words.say(`roles.${one}`))
  const rows = list.rows.map((one) => [
    one.name,
    html`${words.say(`roles.${one.role}`)}${one.purpose && html`<small>${words.say(`help.${one.purpose}`)}</small>`}`,
    one.organisation ?? words.say('roles.programme'),
    one.until === undefined ? words.say('roles.no-end') : full(words.language, one.until),
  ])
  const title = words.say('roles.title')
  const body = html`<div class="stack-small"><h1>${title}</h1><p class="lede">${words.say('roles.lede')}</p></div>
${searchForm(words, { action: href('/staff/roles'), label: words.say('roles.search'), value: asked.search })}
<section class="sheet flush">${rows.length === 0 ? empty(words.say('roles.none'), '') : plainTable(head, rows)}</section>
${paging(words, list, (page) => href('/staff/roles', {}, { search: asked.search, page }))}
<p><a href="${href('/staff')}">${words.say('frame.back')}</a></p>`
  return showPage(ask, { title, body, width: 'wide', kind: 'staff' })
}
