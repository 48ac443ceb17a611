/** Incidents as a table that reads like sentences: what, to whom, in which state. */
import type { IncidentRow, IncidentState, Tone } from '../deps/desk.ts'
import type { PersonAsk } from '../request/ask.ts'
import type { Words } from '../wording/words.ts'
import { chip, levelChip } from './chip.ts'
import { href } from './href.ts'
import { html, type Markup } from './markup.ts'
import { moment } from './moment.ts'

const tones: Readonly<Record<IncidentState, Tone>> = { open: 'care', confirmed: 'danger', dismissed: 'plain', merged: 'plain' }

export const stateChip = (words: Words, state: IncidentState): Markup => chip(tones[state], words.say(`state.${state}`))

/** Open ones show how far the attacker came; decided ones what was decided. */
const chips = (words: Words, row: IncidentRow): Markup => (row.state === 'open' ? levelChip(words, row.level) : stateChip(words, row.state))

const mails = (words: Words, count: number): string =>
  count === 1 ? words.say('incidents.messages-one') : words.say('incidents.messages', { count })

/** Rows link to the incident for staff; administrators read the row only. */
export function incidentTable({ words, now, who }: PersonAsk, rows: readonly IncidentRow[]): Markup {
  const staff = who.kind === 'analyst'
  const say = (key: 'what' | 'who' | 'state' | 'seen') => words.say(`incidents.${key}`)
  return html`<table class="collapses incidents"><thead><tr><th scope="col">${say('what')}</th><th scope="col">${say('who')}</th><th scope="col">${say('state')}</th><th scope="col">${say('seen')}</th></tr></thead><tbody>
${rows.map(
  (
    row,
  ) => html`<tr><th scope="row">${staff ? html`<a href="${href('/incidents/:id', { id: row.id })}">${row.title}</a>` : row.title}<small>${mails(words, row.messages)}</small></th>
<td data-label="${say('who')}">${row.who}${staff && row.organisation && html`<small>${row.organisation}</small>`}</td>
<td data-label="${say('state')}">${chips(words, row)}</td>
<td data-label="${say('seen')}">${moment(words.language, now, row.lastMessageAt)}<small>${words.say(`incidents.told-${row.told}`)}</small></td></tr>`,
)}
</tbody></table>`
}
