/** Mailboxes that a household shares: who else is told of mine, which of others I am told of, and the link between two. */
import type { HouseholdLink, HouseholdLinkSeen, SharedWithMe, Sharer } from '../deps/household.ts'
import type { AccountSeen } from '../deps/person.ts'
import { noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { ago, full } from '../parts/moment.ts'
import { linkToCopy } from '../parts/to-copy.ts'
import { goTo, NotHere, orNotHere } from '../request/answers.ts'
import { type Ask, type PersonAsk, param } from '../request/ask.ts'
import { tryForm } from '../request/try-form.ts'
import type { Words } from '../wording/words.ts'
import { linkTooOld } from './link-too-old.ts'

export const showHousehold = (ask: PersonAsk): Promise<Response> => show(ask, noProblems)

/** Shows the new link once; it is the answer to the form, so no later page can show it again. */
export async function makeLink(ask: PersonAsk): Promise<Response> {
  const tried = await tryForm(ask, { otherwise: 'link' }, async () =>
    orNotHere(await ask.deps.household.makeLink(ask.who, param(ask, 'id'))),
  )
  return tried.done ? showLink(ask, tried.value) : show(ask, tried.problems)
}

/** For the one whose mailbox it is, and for the one who was told. */
export async function endShare(ask: PersonAsk): Promise<Response> {
  if (!(await ask.deps.household.end(ask.who, { accountId: param(ask, 'id'), sharer: param(ask, 'person') }))) throw new NotHere()
  return goTo(href('/household', {}, { done: 'share-ended' }))
}

async function show(ask: PersonAsk, problems: Problems): Promise<Response> {
  const { words, deps, who } = ask
  const { accounts } = await deps.person.home(who)
  const own = accounts.filter(({ kind, proven }) => kind === 'personal' && proven)
  const shared = await Promise.all(
    own.map(async (account) => ({ account, sharers: (await deps.household.sharersOf(who, account.id)) ?? [] })),
  )
  const others = await deps.household.sharedWithMe(who)
  const body = html`${problemSummary(words, problems)}
<div class="stack-small"><h1>${words.say('household.title')}</h1><p class="lede">${words.say('household.lede')}</p></div>
${shared.length === 0 ? html`<section class="sheet"><p>${words.say('household.none')}</p><p><a class="button quiet" href="${href('/accounts/personal')}">${words.say('home.add-personal')}</a></p></section>` : shared.map((one) => accountSection(ask, one))}
${others.length > 0 && html`<section class="sheet"><h2>${words.say('household.others')}</h2><ul class="rows">${others.map((one) => otherRow(ask, one))}</ul></section>`}
<p><a href="${href('/home')}">${words.say('frame.back')}</a></p>`
  return showPage(ask, { title: words.say('household.title'), body, status: problems.size > 0 ? 422 : 200 })
}

type Shared = { readonly account: AccountSeen; readonly sharers: readonly Sharer[] }

function accountSection(ask: PersonAsk, { account, sharers }: Shared): Markup {
  const { words } = ask
  const { id, address } = account
  return html`<section class="sheet"><h2 class="address">${address}</h2>
${sharers.length === 0 ? html`<p>${words.say('household.only-you')}</p>` : html`<ul class="rows">${sharers.map((one) => sharerRow(ask, id, one))}</ul>`}
<form method="post" action="${href('/household/:id/link', { id })}"><button type="submit" class="button quiet" aria-label="${words.say('household.make-named', { address })}">${words.say('household.make')}</button></form></section>`
}

const sharerRow = ({ words, now }: PersonAsk, id: string, { personId, name, since }: Sharer): Markup =>
  html`<li><div><b>${name}</b><small>${words.say('household.since', { when: ago(words.language, now, since) })}</small></div>${endForm(words, { id, person: personId, of: name })}</li>`

const otherRow = ({ words, now, visitor }: PersonAsk, { accountId, address, owner, since }: SharedWithMe): Markup =>
  html`<li><div><b class="address">${address}</b><small>${owner} · ${words.say('household.since', { when: ago(words.language, now, since) })}</small></div>${endForm(words, { id: accountId, person: visitor.personId, of: owner })}</li>`

const endForm = (words: Words, { id, person, of }: { readonly id: string; readonly person: string; readonly of: string }): Markup =>
  html`<form method="post" action="${href('/household/:id/end/:person', { id, person })}"><button type="submit" class="button quiet small" aria-label="${words.say('household.end-named', { name: of })}">${words.say('household.end')}</button></form>`

function showLink(ask: PersonAsk, { token, expiresAt, address, phrase }: HouseholdLink): Response {
  const { words, programme } = ask
  const link = `${programme.publicAddress}${href('/shared/:token', { token }).path}`
  const body = html`<h1>${words.say('household.link-title')}</h1>
<p class="lede">${words.say('household.link-lede', { address, when: full(words.language, expiresAt) })}</p>
${linkToCopy(words, link)}
<div class="sheet"><h2>${words.say('phrase.title')}</h2><p class="phrase">${phrase}</p><p>${words.say('household.phrase-say')}</p></div>
<p><a class="button quiet" href="${href('/household')}">${words.say('frame.back')}</a></p>`
  return showPage(ask, { title: words.say('household.link-title'), body, scripts: ['copy'] })
}

export async function showShared(ask: Ask): Promise<Response> {
  const link = await ask.deps.household.link(param(ask, 'token'))
  return link === undefined ? linkTooOld(ask) : offer(ask, link, noProblems)
}

export async function acceptShared(ask: PersonAsk): Promise<Response> {
  const token = param(ask, 'token')
  const link = await ask.deps.household.link(token)
  if (link === undefined) return linkTooOld(ask)
  const tried = await tryForm(ask, { otherwise: 'link' }, () => ask.deps.household.accept(ask.who, token))
  return tried.done ? goTo(href('/household', {}, { done: 'share-accepted' })) : offer(ask, link, tried.problems)
}

function offer(ask: Ask, { owner, address, phrase }: HouseholdLinkSeen, problems: Problems): Response {
  const { words, visitor } = ask
  const token = param(ask, 'token')
  const title = words.say('shared.title', { owner })
  const next = href('/shared/:token', { token }).path
  const body = html`${problemSummary(words, problems)}
<h1>${title}</h1>
<p class="lede">${words.say('shared.lede', { address })}</p>
<div class="sheet"><p class="phrase">${words.say('join.phrase', { phrase })}</p><p>${words.say('join.phrase-says', { inviter: owner })}</p></div>
<dl class="promises sheet"><div><dt>${words.say('shared.you-see')}</dt><dd>${words.say('shared.you-see-says')}</dd></div><div><dt>${words.say('shared.they-see', { owner })}</dt><dd>${words.say('shared.they-see-says')}</dd></div></dl>
${
  visitor
    ? html`<form method="post" action="${href('/shared/:token/accept', { token })}" class="form"><p class="soft">${words.say('shared.as', { name: visitor.name })}</p><button type="submit" class="button">${words.say('shared.button')}</button></form>`
    : html`<p class="buttons"><a class="button" href="${href('/sign-in', {}, { next })}">${words.say('shared.sign-in')}</a><a class="button quiet" href="${href('/alone', {}, { via: token })}">${words.say('alone.title')}</a></p>`
}`
  return showPage(ask, { title, body, status: problems.size > 0 ? 422 : 200 })
}
