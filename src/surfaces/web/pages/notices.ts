/** What became of notices: the proof of one, how far people got with all of them, and what is published of it. */
import { type NoticeLevel, noticeLevels } from '#kernel'
import type { Funnel, Published } from '../deps/notices.ts'
import { levelChip } from '../parts/chip.ts'
import { empty } from '../parts/empty.ts'
import { showPage } from '../parts/frame.ts'
import { html, type Markup } from '../parts/markup.ts'
import { plainTable } from '../parts/plain-table.ts'
import { giveFile, orNotHere } from '../request/answers.ts'
import { type Ask, asStaff, type PersonAsk, param } from '../request/ask.ts'
import type { Words } from '../wording/words.ts'

/** The proof of one notice, as a file: for its person, and at the desk for staff. */
export async function giveProof(ask: PersonAsk): Promise<Response> {
  const id = param(ask, 'id')
  const proof = orNotHere(await ask.deps.notices.proof(ask.who, id))
  return giveFile(`proof-${id}.json`, 'application/json; charset=utf-8', `${JSON.stringify(proof, null, 2)}\n`)
}

/** How far people got, for the desk. */
export async function showFunnels(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const found = await ask.deps.notices.funnels(asStaff(ask))
  const body = html`<div class="stack-small"><h1>${words.say('funnel.title')}</h1><p class="lede">${words.say('funnel.lede')}</p></div>
${found.length === 0 && html`<section class="sheet flush">${empty(words.say('funnel.none'), words.say('funnel.none-says'))}</section>`}
${found.map((one) => funnelShown(words, one))}`
  return showPage(ask, { title: words.say('funnel.title'), body, width: 'wide', kind: 'staff' })
}

/** What is published. For everybody. */
export async function showPublished(ask: Ask): Promise<Response> {
  const { words } = ask
  const { months, funnels } = await ask.deps.notices.published()
  const body = html`<div class="stack-small"><h1>${words.say('published.title')}</h1><p class="lede">${words.say('published.lede')}</p></div>
<section class="sheet"><h2>${words.say('published.months')}</h2>${months.length === 0 ? html`<p>${words.say('published.none')}</p>` : monthTable(words, months)}
<p class="soft">${words.say('published.few')}</p></section>
${funnels.map((one) => funnelShown(words, one))}`
  return showPage(ask, { title: words.say('published.title'), body, width: 'wide' })
}

function monthTable(words: Words, months: Published['months']): Markup {
  const count = (value: number | undefined) => (value === undefined ? words.say('published.fewer') : value)
  return plainTable(
    [words.say('published.month'), ...noticeLevels.map((level) => words.say(`level.${level}`)), words.say('published.mistaken')],
    months.map(({ month, notices, mistaken }) => [
      monthName(words, month),
      ...noticeLevels.map((level: NoticeLevel) => count(notices[level])),
      count(mistaken),
    ]),
  )
}

const monthName = ({ language }: Words, month: string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))

function funnelShown(words: Words, { level, notices, steps }: Funnel): Markup {
  const share = (count: number) => `${Math.round((count / Math.max(1, notices)) * 100)} %`
  const rows = steps.map(({ name, count, medianMinutes }) => [
    words.say(`funnel.${name}`),
    count,
    share(count),
    medianMinutes === undefined ? '–' : lasting(words, medianMinutes),
  ])
  return html`<section class="sheet"><h2>${levelChip(words, level)} ${words.say('funnel.notices', { count: notices })}</h2>
${plainTable([words.say('funnel.step'), words.say('funnel.people'), words.say('funnel.share'), words.say('funnel.median')], rows)}</section>`
}

/** Minutes below two hours, hours below two days, else days. */
function lasting({ language }: Words, minutes: number): string {
  const [value, unit] = minutes < 120 ? [minutes, 'minute'] : minutes < 2880 ? [minutes / 60, 'hour'] : [minutes / 1440, 'day']
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value,
  )
}
