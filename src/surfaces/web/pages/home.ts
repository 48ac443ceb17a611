/** A person's home: am I all right, what is there to do (two things at most), who sees what, is this notice yours. */
import type { Help, HelperAmong } from '../deps/helping.ts'
import type { AccountSeen, Home, NoticeBrief, Todo } from '../deps/person.ts'
import { chip, levelChip } from '../parts/chip.ts'
import { showPage } from '../parts/frame.ts'
import { type Href, href } from '../parts/href.ts'
import { allWell, takeCare } from '../parts/icon.ts'
import { html, type Markup } from '../parts/markup.ts'
import { watchChip } from '../parts/members.ts'
import { ago, full, moment } from '../parts/moment.ts'
import type { PersonAsk } from '../request/ask.ts'
import type { Words } from '../wording/words.ts'
import { codeForm } from './check.ts'

/** The limiting reagent is people's capacity for hassle: never more than two at a time. */
const most = 2

export async function showHome(ask: PersonAsk): Promise<Response> {
  const { helping, person } = ask.deps
  const home = await person.home(ask.who)
  const body = html`${view(ask, home)}${helpers(ask, await helping.among(ask.who))}${helpAsked(ask, await helping.mine(ask.who))}`
  return showPage(ask, { title: ask.words.say('frame.home'), body, kind: 'home' })
}

function view(ask: PersonAsk, home: Home): Markup {
  const { words } = ask
  const todo = home.todo.slice(0, most)
  return html`${stateOf(ask, home, todo.length)}
${todo.length > 0 && html`<section class="sheet"><h2>${words.say('home.todo')}</h2>${todo.map((one, index) => task(words, home.notices, one, index))}</section>`}
<section class="sheet"><h2>${words.say('home.accounts')}</h2>${home.accounts.length > 0 && html`<ul class="rows">${home.accounts.map((one) => accountRow(ask, one, home.heard))}</ul>`}
<p><a href="${href('/accounts/personal')}">${words.say('home.add-personal')}</a></p>
<p><a href="${href('/how-told')}">${words.say('told.title')}</a></p>
${home.accounts.length > 0 && html`<p><a href="${href('/household')}">${words.say('household.title')}</a></p>`}</section>
${home.test && testRow(ask, home.test)}
<section class="sheet"><h2>${words.say('home.notices')}</h2>
${home.notices.length === 0 ? html`<p class="soft">${words.say('home.notices-none')}</p>` : html`<ul class="rows">${home.notices.map((one) => noticeRow(ask, one))}</ul>`}</section>
${home.reportAddress && html`<section class="sheet"><h2>${words.say('home.report-title')}</h2><p>${words.say('home.report-says', { address: home.reportAddress })}</p></section>`}
<section class="sheet"><h2>${words.say('home.check-title')}</h2><p>${words.say('home.check-says')}</p>${codeForm(words)}
<p><a href="${href('/card')}">${words.say('home.card')}</a></p></section>`
}

/** Said once, in one row, and not again after two weeks: a test is nothing to be ashamed of. */
const testRow = ({ words, now }: PersonAsk, { organisation, arrivedAt, contact }: NonNullable<Home['test']>): Markup =>
  html`<section class="sheet"><h2>${words.say('home.test')}</h2><p>${words.say('home.test-says', { organisation })} ${moment(words.language, now, arrivedAt)}</p><p class="soft">${words.say('home.test-ask', { contact })}</p></section>`

/** Who from outside helps an organisation of mine, and what is open to them. */
const helpers = ({ words }: PersonAsk, among: readonly HelperAmong[]): Markup | false =>
  among.length > 0 &&
  html`<section class="sheet"><h2>${words.say('home.helpers')}</h2><ul class="rows">${among.map(
    ({ organisation, helper, purpose, until }) =>
      html`<li><div><b>${helper}</b><small>${organisation} · ${words.say(`help.${purpose}`)} · ${words.say('helping.until', { when: full(words.language, until) })}</small><small>${words.say(`help.${purpose}-opens`)}</small></div></li>`,
  )}</ul><p class="soft">${words.say('help.never')}</p></section>`

/** The way to those whom I help, or who ask me to. */
const helpAsked = (
  { words }: PersonAsk,
  { asked, now }: { readonly asked: readonly Help[]; readonly now: readonly Help[] },
): Markup | false =>
  asked.length + now.length > 0 &&
  html`<section class="sheet"><h2>${words.say('helping.title')}</h2>${asked.length > 0 && html`<p>${words.say('helping.asked')}</p>`}
<p><a href="${href('/helping')}">${[...asked, ...now].map(({ organisation }) => organisation).join(', ')}</a></p></section>`

const tones = { quiet: 'calm', 'somebody-tries': 'care', 'possible-access': 'danger', 'confirmed-access': 'danger' } as const

function stateOf({ words, visitor }: PersonAsk, home: Home, count: number): Markup {
  const name = visitor.name.split(' ')[0] ?? visitor.name
  const title =
    count === 0 ? words.say('home.nothing', { name }) : count === 1 ? words.say('home.one', { name }) : words.say('home.two', { name })
  const blind = home.situation === 'quiet' && !home.accounts.some(({ watch }) => watch === 'watching')
  const says = blind ? words.say('home.quiet-unwatched') : words.say(`home.${home.situation}`)
  const tone = blind || (home.situation === 'quiet' && count > 0) ? 'care' : tones[home.situation]
  return html`<div class="state ${tone}">${tone === 'calm' ? allWell : takeCare}<div><h1>${title}</h1><p class="lede">${says}</p></div></div>`
}

function whereTo(todo: Todo): Href {
  if (todo.kind === 'read-notice' || todo.kind === 'do-action') return href('/notices/:id', { id: todo.noticeId })
  if (todo.kind === 'add-personal-address') return href('/accounts/personal')
  if (todo.kind === 'add-passkey') return href('/passkeys')
  if (todo.kind === 'recovery-asked') return href('/security')
  if (todo.kind === 'make-recovery-codes') return href('/recovery-codes')
  if (todo.kind === 'check-provider') return href('/accounts/:id/self-check', { id: todo.accountId })
  if (todo.kind === 'prove-address') return href('/accounts/:id/prove', { id: todo.accountId })
  return href('/accounts/:id/connect', { id: todo.accountId })
}

function wordsOf(words: Words, notices: Home['notices'], todo: Todo): { title: string; says: string; button: string } {
  const button = words.say(`todo.${todo.kind}-button`)
  switch (todo.kind) {
    case 'read-notice':
      return {
        title: words.say('todo.read-notice'),
        says: words.say('todo.read-notice-says', {
          level: words.say(`level.${todo.level}`),
          what: titleOf(
            words,
            notices.find(({ id }) => id === todo.noticeId),
          ),
        }),
        button,
      }
    case 'do-action':
      return {
        title: todo.action.does,
        says: [todo.action.where, todo.action.takes].filter((part) => part !== undefined).join(' '),
        button,
      }
    case 'connect-mailbox':
      return { title: words.say('todo.connect-mailbox'), says: words.say('todo.connect-mailbox-says', { address: todo.address }), button }
    case 'reconnect-mailbox':
      return {
        title: words.say('todo.reconnect-mailbox', { address: todo.address }),
        says: words.say('todo.reconnect-mailbox-says'),
        button,
      }
    case 'prove-address':
      return { title: words.say('todo.prove-address', { address: todo.address }), says: words.say('todo.prove-address-says'), button }
    case 'check-provider':
      return { title: words.say('todo.check-provider', { address: todo.address }), says: words.say('todo.check-provider-says'), button }
    case 'add-personal-address':
      return { title: words.say('todo.add-personal-address'), says: words.say('todo.add-personal-address-says'), button }
    case 'add-passkey':
      return { title: words.say('todo.add-passkey'), says: words.say('todo.add-passkey-says'), button }
    case 'recovery-asked':
      return { title: words.say('todo.recovery-asked'), says: words.say('todo.recovery-asked-says'), button }
    case 'make-recovery-codes':
      return { title: words.say('todo.make-recovery-codes'), says: words.say('todo.make-recovery-codes-says'), button }
  }
}

function task(words: Words, notices: Home['notices'], todo: Todo, index: number): Markup {
  const { title, says, button } = wordsOf(words, notices, todo)
  return html`<div class="task"><span class="n" aria-hidden="true">${index + 1}</span><div><h3>${todo.kind === 'do-action' ? html`<a href="${whereTo(todo)}">${title}</a>` : title}</h3><p class="soft">${says}</p></div>
${todo.kind === 'do-action' ? doneForm(todo, button) : html`<a class="${index === 0 ? 'button' : 'button quiet'}" href="${whereTo(todo)}" aria-label="${button}: ${title}">${button}</a>`}</div>`
}

const doneForm = ({ noticeId, action }: Extract<Todo, { kind: 'do-action' }>, button: string): Markup =>
  html`<form method="post" action="${href('/notices/:id/done', { id: noticeId })}"><input type="hidden" name="action" value="${action.id}"><button type="submit" class="button quiet" aria-label="${button}: ${action.does}">${button}</button></form>`

function accountRow({ words, now }: PersonAsk, one: AccountSeen, heard: Home['heard']): Markup {
  const provider = heard.find(({ accountId }) => accountId === one.id)
  const connected = one.watch !== 'none' && one.watch !== 'ended'
  const facts = [
    one.organisation === undefined ? words.say('account.personal') : words.say('account.work', { organisation: one.organisation }),
    connected || one.kind === 'work' ? words.say(`account.${one.seenBy}`) : words.say('account.notices-only'),
    connected && one.reads === 'security' && words.say('account.security-only'),
    connected && one.lastSeenAt && words.say('account.seen', { when: ago(words.language, now, one.lastSeenAt) }),
    provider?.heardAt && words.say('home.heard', { provider: provider.providerName, when: ago(words.language, now, provider.heardAt) }),
    provider?.blindSince && words.say('home.blind', { when: full(words.language, provider.blindSince) }),
    one.firstLookLeft ? words.say('account.first-look', { left: one.firstLookLeft }) : false,
  ]
  return html`<li><div><b class="address">${one.address}</b><small>${facts.filter(Boolean).join(' · ')}</small>${one.trouble && html`<small class="trouble">${one.trouble}</small>`}</div>
${accountChip(words, one, connected)}
<a class="button quiet small" href="${href('/accounts/:id', { id: one.id })}" aria-label="${words.say('account.manage-named', { address: one.address })}">${words.say('account.manage')}</a></li>`
}

function accountChip(words: Words, one: AccountSeen, connected: boolean): Markup {
  if (!one.proven) return chip('care', words.say('watch.unproven'))
  if (one.bouncing) return chip('care', words.say('watch.bouncing'))
  return connected || one.kind === 'work' ? watchChip(words, one.watch) : chip('calm', words.say('watch.proven'))
}

/** A notice by what happened, else by its kind. */
const titleOf = (words: Words, one: NoticeBrief | undefined): string =>
  one === undefined ? words.say('notice.incident') : one.title || words.say(`notice.${one.kind}`)

const noticeRow = ({ words, now }: PersonAsk, one: NoticeBrief): Markup =>
  html`<li><div><a href="${href('/notices/:id', { id: one.id })}"><b>${titleOf(words, one)}</b></a><small>${moment(words.language, now, one.decidedAt)} · ${words.say(one.read ? 'home.read' : 'home.unread')}</small></div>${levelChip(words, one.level)}</li>`
