/** One notice as the person reads it here: the source of truth that a mail is compared with. Reading it changes nothing; the button does. */
import type { NoticeSeen } from '../deps/person.ts'
import { chip, levelChip } from '../parts/chip.ts'
import { reasonList } from '../parts/evidence.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { moment } from '../parts/moment.ts'
import { goTo, NotHere, orNotHere } from '../request/answers.ts'
import { type PersonAsk, param } from '../request/ask.ts'
import type { Words } from '../wording/words.ts'

export async function showNotice(ask: PersonAsk): Promise<Response> {
  const notice = orNotHere(await ask.deps.person.notice(ask.who, param(ask, 'id')))
  return showPage(ask, { title: notice.title || ask.words.say('notice.title'), body: view(ask, notice), kind: 'notice' })
}

export async function markRead(ask: PersonAsk): Promise<Response> {
  const by = ask.visitor.session.strong ? 'passkey' : 'portal'
  orNotHere(await ask.deps.person.acknowledge(ask.who, param(ask, 'id'), by))
  return goTo(href('/home', {}, { done: 'notice-read' }))
}

/** One action, or all that are open where the form names none. */
export async function markDone(ask: PersonAsk): Promise<Response> {
  const id = param(ask, 'id')
  if (!(await ask.deps.person.sayDone(ask.who, { noticeId: id, action: await namedAction(ask) }))) throw new NotHere()
  return goTo(href('/notices/:id', { id }, { done: 'action-done' }))
}

export async function markUndone(ask: PersonAsk): Promise<Response> {
  const id = param(ask, 'id')
  if (!(await ask.deps.person.takeBack(ask.who, { noticeId: id, action: await namedAction(ask) }))) throw new NotHere()
  return goTo(href('/notices/:id', { id }, { done: 'action-undone' }))
}

async function namedAction(ask: PersonAsk): Promise<string | undefined> {
  const action = (await ask.form()).text('action')
  return action === '' ? undefined : action.slice(0, 80)
}

/** `7KQ2M9XT` as people read it: `7KQ2-M9XT`. */
const spacedCode = (code: string): string => (code.length === 8 ? `${code.slice(0, 4)}-${code.slice(4)}` : code)

type Asked = NoticeSeen['actions'][number]

function actions(ask: PersonAsk, notice: NoticeSeen): Markup | false {
  const { words } = ask
  if (notice.actions.length === 0) return false
  const isManyOpen = notice.actions.filter(({ doneAt }) => doneAt === undefined).length > 1
  return html`<section class="sheet"><h2>${words.say('notice.steps')}</h2>${notice.done && html`<p>${words.say('notice.done-says')}</p>`}
<ol class="how">${notice.actions.map((one) => html`<li>${action(ask, notice, one)}</li>`)}</ol>
${isManyOpen && html`<form method="post" action="${href('/notices/:id/done', { id: notice.id })}"><button type="submit" class="button">${words.say('notice.do-all')}</button></form>`}</section>`
}

function action({ words, now }: PersonAsk, { id }: NoticeSeen, one: Asked): Markup {
  const form = (where: Href, says: string) =>
    html`<form method="post" action="${where}"><input type="hidden" name="action" value="${one.id}"><button type="submit" class="button quiet small" aria-label="${says}: ${one.does}">${says}</button></form>`
  const more = [one.where, one.takes, one.undo].filter((part) => part !== undefined).join(' ')
  const says = html`<p>${one.does}</p>${more !== '' && one.doneAt === undefined && html`<p class="soft">${more}</p>`}`
  if (one.doneAt === undefined) return html`${says}${form(href('/notices/:id/done', { id }), words.say('notice.do-done'))}`
  const at = moment(words.language, now, one.doneAt)
  if (one.isSeen) return html`${says}<p>${chip('calm', words.say('notice.done-seen'))} <span class="soft">${at}</span></p>`
  return html`${says}<p>${chip('calm', words.say('notice.done-said'))} <span class="soft">${at}</span></p>${form(href('/notices/:id/undone', { id }), words.say('notice.do-undo'))}`
}

const deliveryStates = ['queued', 'sending', 'sent', 'delivered', 'bounced', 'failed'] as const

/** A delivery's state in words. */
export function deliveryWord(words: Words, state: string): string {
  const known = deliveryStates.find((one) => one === state)
  return known ? words.say(`delivery.${known}`) : state
}

function way({ words, now }: PersonAsk, one: NoticeSeen['sentTo'][number]): Markup {
  const at = html`<small>${one.at && moment(words.language, now, one.at)}</small>`
  if (one.to === 'home') return html`<li><div>${words.say('delivery.home')}${at}</div></li>`
  const lost = one.state === 'bounced' || one.state === 'failed'
  return html`<li><div>${one.to}${at}</div>${chip(lost ? 'care' : 'plain', deliveryWord(words, one.state))}</li>`
}

function view(ask: PersonAsk, notice: NoticeSeen): Markup {
  const { words, now } = ask
  return html`<div class="stack-small"><p class="filters">${levelChip(words, notice.level)}<span class="soft">${moment(words.language, now, notice.decidedAt)}</span></p>
<h1>${noticeTitle(words, notice)}</h1></div>
${noticeText(ask, notice)}
<p><a href="${href('/home')}">${words.say('frame.back')}</a></p>`
}

export const noticeTitle = (words: Words, notice: NoticeSeen): string => notice.title || words.say(`notice.${notice.kind}`)

/** All that a notice says below its title, with its code and where it went. */
export function noticeText(ask: PersonAsk, notice: NoticeSeen): Markup {
  const { words } = ask
  return html`<section class="letter">${notice.says.map((paragraph) => html`<p>${paragraph}</p>`)}</section>
${actions(ask, notice)}
${notice.reasons.length > 0 && html`<section class="sheet"><h2>${words.say('notice.why')}</h2>${reasonList(notice.reasons)}</section>`}
<section class="sheet"><h2>${words.say('notice.code')}</h2><p class="code-shown">${spacedCode(notice.code)}</p><p class="soft">${words.say('notice.code-says')}</p>
<h3>${words.say('notice.spelled')}</h3><p>${notice.spelled.join(', ')}</p></section>
<section class="sheet"><h2>${words.say('notice.sent')}</h2><ul class="rows">${notice.sentTo.map((one) => way(ask, one))}</ul>
<p><a href="${href('/notices/:id/proof.json', { id: notice.id })}" download>${words.say('notice.proof')}</a></p></section>
${!notice.read && html`<form method="post" action="${href('/notices/:id/read', { id: notice.id })}"><button type="submit" class="button">${words.say('notice.mark-read')}</button></form>`}`
}
