/** People of an organisation with how well each is protected; used by staff and by administrators. */

import type { Tone } from '../deps/desk.ts'
import { type Member, type MembersAsked, type MembershipKind, membershipKinds } from '../deps/organisations.ts'
import type { Paged } from '../deps/paged.ts'
import type { WatchState } from '../deps/person.ts'
import type { PersonAsk } from '../request/ask.ts'
import type { Words } from '../wording/words.ts'
import { chip } from './chip.ts'
import { field, type Problems, select } from './field.ts'
import type { Href } from './href.ts'
import { html, type Markup } from './markup.ts'
import { full, longDay } from './moment.ts'
import { paging } from './paging.ts'
import { searchForm } from './search-form.ts'

/** Where the forms of one organisation go; staff and administrators have their own paths. */
export type MemberPaths = {
  /** Its people, as asked for in the query. */
  readonly list: (query: Readonly<Record<string, string | number>>) => Href
  /** What of the query says which organisation it is. */
  readonly keep: Readonly<Record<string, string>>
  readonly add: Href
  /** Those who have not joined. */
  readonly invitations: Href
  readonly of: (personId: string, step: 'invite' | 'mail' | 'withdraw' | 'role' | 'sign-out' | 'remove' | 'time') => Href
}

const tones: Readonly<Record<WatchState, Tone>> = {
  none: 'plain',
  new: 'plain',
  watching: 'calm',
  failing: 'care',
  refused: 'care',
  paused: 'plain',
  ended: 'plain',
}

export const watchChip = (words: Words, state: WatchState): Markup => chip(tones[state], words.say(`watch.${state}`))

/** Whoever has a connected mailbox takes part, by whichever way they came. */
const takesPart = ({ joined, mailbox }: Member): boolean => joined || mailbox !== 'none'

const yesNo = (words: Words, yes: boolean): Markup => chip(yes ? 'calm' : 'plain', words.say(yes ? 'organisation.yes' : 'organisation.no'))

export function memberList(
  ask: PersonAsk,
  {
    members,
    asked,
    all,
    paths,
  }: {
    readonly members: Paged<Member>
    readonly asked: MembersAsked
    readonly all: { readonly people: number; readonly waiting: number }
    readonly paths: MemberPaths
  },
): Markup {
  const { words } = ask
  if (all.people === 0) return html`<p>${words.say('organisation.people-none')}</p>`
  const waiting = asked.waiting ? 'yes' : ''
  const filter = (name: string, wanted: boolean) =>
    html`<a href="${paths.list({ waiting: wanted ? 'yes' : '' })}"${wanted === asked.waiting && html` aria-current="true"`}>${name}</a>`
  return html`<nav class="filters" aria-label="${words.say('organisation.people')}">${filter(words.say('organisation.all', { count: all.people }), false)}${filter(words.say('organisation.waiting', { count: all.waiting }), true)}</nav>
${searchForm(words, { action: paths.list({}), label: words.say('organisation.search'), value: asked.search, keep: { ...paths.keep, waiting } })}
${members.rows.length === 0 ? html`<p class="soft">${words.say('organisation.nobody-like-that')}</p>` : memberTable(ask, members.rows, paths)}
${paging(words, members, (page) => paths.list({ search: asked.search, waiting, page }))}
${all.waiting > 0 && html`<p><a href="${paths.invitations}">${words.say('invitations.title')}</a></p>`}`
}

function memberTable({ words }: PersonAsk, members: readonly Member[], paths: MemberPaths): Markup {
  const head = (key: 'person' | 'mailbox' | 'other' | 'passkey' | 'next') => html`<th scope="col">${words.say(`organisation.${key}`)}</th>`
  const cell = (key: 'mailbox' | 'other' | 'passkey', inside: Markup) =>
    html`<td data-label="${words.say(`organisation.${key}`)}">${inside}</td>`
  return html`<table class="collapses"><thead><tr>${head('person')}${head('mailbox')}${head('other')}${head('passkey')}${head('next')}</tr></thead><tbody>
${members.map(
  (
    one,
  ) => html`<tr><th scope="row">${one.name}<small>${[one.title, one.workAddress].filter(Boolean).join(' · ')}</small>${one.role === 'administrator' && html`<small>${words.say('organisation.administrator')}</small>`}${timeOf(words, one)}</th>
${
  takesPart(one)
    ? html`${cell('mailbox', watchChip(words, one.mailbox))}${cell('other', yesNo(words, one.otherAddress))}${cell('passkey', yesNo(words, one.passkey))}`
    : html`<td colspan="3">${chip('plain', words.say('organisation.not-joined'))}<small>${words.say(one.invitedUntil ? 'organisation.invited-until' : 'organisation.no-link', { when: one.invitedUntil ? full(words.language, one.invitedUntil) : '' })}</small>${one.phrase && html`<small>${words.say('phrase.of', { phrase: one.phrase })}</small>`}</td>`
}
<td class="steps">${steps(words, one, paths)}</td></tr>`,
)}
</tbody></table>`
}

function steps(words: Words, one: Member, paths: MemberPaths): Markup {
  const { name } = one
  const button = (step: 'invite' | 'mail' | 'withdraw' | 'sign-out', label: string, named: string) =>
    html`<form method="post" action="${paths.of(one.personId, step)}"><button type="submit" class="button quiet small" aria-label="${named}">${label}</button></form>`
  return html`<div class="buttons">
${!one.joined && button('invite', words.say('organisation.invite'), words.say('organisation.invite-named', { name }))}
${!one.joined && button('mail', words.say('organisation.mail'), words.say('organisation.mail-named', { name }))}
${one.invitedUntil !== undefined && button('withdraw', words.say('organisation.withdraw'), words.say('organisation.withdraw-named', { name }))}
${
  one.joined &&
  html`<form method="post" action="${paths.of(one.personId, 'role')}"><input type="hidden" name="role" value="${one.role === 'administrator' ? 'member' : 'administrator'}">
<button type="submit" class="button quiet small" aria-label="${one.role === 'administrator' ? words.say('organisation.make-member-named', { name }) : words.say('organisation.make-administrator-named', { name })}">${words.say(one.role === 'administrator' ? 'organisation.make-member' : 'organisation.make-administrator')}</button></form>`
}
${one.joined && button('sign-out', words.say('organisation.sign-out'), words.say('organisation.sign-out-named', { name }))}
<a class="button quiet small" href="${paths.of(one.personId, 'time')}" aria-label="${words.say('time.change-named', { name })}">${words.say('time.change')}</a>
<a class="button quiet small" href="${paths.of(one.personId, 'remove')}" aria-label="${words.say('organisation.remove-named', { name })}">${words.say('organisation.remove')}</a>
</div>`
}

export type MemberTyped = {
  readonly name: string
  readonly address: string
  readonly title: string
  readonly role: 'member' | 'administrator'
  readonly kind: MembershipKind
  readonly endsOn: string
  readonly problems: Problems
}

/** How they belong, where that is more than being on the staff, and until when. */
function timeOf(words: Words, { kind, endsOn }: Member): Markup | false {
  if (endsOn !== undefined)
    return html`<small>${words.say('time.until', { kind: words.say(`time.${kind}`), day: longDay(words.language, endsOn) })}</small>`
  return kind !== 'staff' && html`<small>${words.say(`time.${kind}`)}</small>`
}

/** How they belong, and the last day. */
export const timeFields = (words: Words, { kind, endsOn, problems }: Pick<MemberTyped, 'kind' | 'endsOn' | 'problems'>): Markup =>
  html`${select({
    name: 'kind',
    label: words.say('time.kind'),
    value: kind,
    choices: membershipKinds.map((value) => ({ value, name: words.say(`time.${value}`) })),
  })}
${field({ name: 'endsOn', label: words.say('time.ends'), type: 'date', value: endsOn, problems })}`

export function addMemberForm(words: Words, typed: MemberTyped, paths: MemberPaths): Markup {
  const { problems } = typed
  return html`<form method="post" action="${paths.add}" class="form" novalidate>
<div class="columns">
${field({ name: 'name', label: words.say('organisation.name'), value: typed.name, autocomplete: 'off', most: 200, problems })}
${field({ name: 'address', label: words.say('organisation.address'), type: 'email', value: typed.address, autocomplete: 'off', problems })}
${field({ name: 'title', label: words.say('organisation.job'), value: typed.title, autocomplete: 'off', most: 100, problems })}
${select({
  name: 'role',
  label: words.say('organisation.role'),
  value: typed.role,
  choices: [
    { value: 'member', name: words.say('organisation.member') },
    { value: 'administrator', name: words.say('organisation.administrator') },
  ],
})}
${timeFields(words, typed)}
</div>
<button type="submit" class="button">${words.say('organisation.add-button')}</button>
</form>`
}
