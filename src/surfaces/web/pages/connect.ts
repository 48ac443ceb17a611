/** Connecting a mailbox: the provider guessed from the address, one password, one permission. */
import type { AccountSeen, MailboxGuess, MailboxSettings } from '../deps/person.ts'
import { field, noProblems, type Problems, problemSummary, select, tick } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type Fields, type PersonAsk, param } from '../request/ask.ts'
import { inSentence } from '../request/needed.ts'
import { tryForm } from '../request/try-form.ts'
import { consentVersion } from '../wording/consent-texts.ts'
import type { Words } from '../wording/words.ts'

const unconnected = (one: AccountSeen): boolean => one.watch === 'none' || one.watch === 'ended' || one.watch === 'refused'

/** Which mailbox? Skipped where there is only one to choose. */
export async function chooseMailbox(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const open = (await ask.deps.person.home(ask.who)).accounts.filter(unconnected)
  const [only] = open
  const done = ask.query.get('done') ?? undefined
  if (only && open.length === 1) return goTo(href('/accounts/:id/connect', { id: only.id }, { done }))
  if (open.length === 0 && done !== undefined) return goTo(href('/home', {}, { done: 'joined-connected' }))
  const body = html`<h1>${words.say('connect.choose-title')}</h1>
${open.length === 0 && html`<p class="lede">${words.say('connect.choose-none')}</p>`}
<ul class="rows sheet">${open.map((one) => html`<li><div><b>${one.address}</b></div><a class="button quiet" href="${href('/accounts/:id/connect', { id: one.id })}" aria-label="${words.say('account.connect-named', { address: one.address })}">${words.say('account.connect')}</a></li>`)}</ul>
<p><a href="${href('/home')}">${words.say('frame.back')}</a></p>`
  return showPage(ask, { title: words.say('connect.choose-title'), body })
}

type Typed = MailboxSettings & {
  readonly reads: 'all' | 'security'
  readonly portText: string
  readonly consent: boolean
  readonly problems: Problems
}
type Shown = { readonly account: AccountSeen; readonly guess: MailboxGuess | undefined; readonly typed: Typed }

const read = async (ask: PersonAsk): Promise<AccountSeen> => orNotHere(await ask.deps.person.account(ask.who, param(ask, 'id')))

export async function showConnect(ask: PersonAsk): Promise<Response> {
  const account = await read(ask)
  const guess = ask.deps.person.guessMailbox(account.address)
  const start = guess?.settings ?? { host: '', port: 993, tls: 'implicit' as const, user: account.address }
  return show(ask, {
    account,
    guess,
    typed: { ...start, reads: readsOf(ask.query.get('reads')), portText: String(start.port), consent: false, problems: noProblems },
  })
}

/** Tries the mailbox while the person waits; on trouble everything typed is kept but the password. */
export async function connect(ask: PersonAsk): Promise<Response> {
  const account = await read(ask)
  const guess = ask.deps.person.guessMailbox(account.address)
  const form = await ask.form()
  const typed = readForm(ask.words, form, account)
  if (typed.problems.size > 0) return show(ask, { account, guess, typed })
  const { host, port, tls, user, reads } = typed
  const input = { accountId: account.id, settings: { host, port, tls, user }, password: form.secret('password'), consentVersion, reads }
  const tried = await tryForm(
    ask,
    {
      'wrong-password': 'password',
      'app-password-needed': 'password',
      'imap-turned-off': 'password',
      'sign-in-expired': 'password',
      otherwise: 'host',
    },
    async () => orNotHere(await ask.deps.person.connect(ask.who, input)),
  )
  if (!tried.done) return show(ask, { account, guess, typed: { ...typed, problems: tried.problems } })
  return goTo(href('/home', {}, { done: 'connected' }))
}

const readsOf = (typed: string | null): Typed['reads'] => (typed === 'security' ? 'security' : 'all')

function readForm(words: Words, form: Fields, account: AccountSeen): Typed {
  const problems = new Map<string, string>()
  const lack = (name: string, what: string) => problems.set(name, words.say('field.needed', { what: inSentence(what) }))
  const host = form.text('host').slice(0, 253)
  const portText = form.text('port').slice(0, 6)
  const port = Number(portText)
  const tls = (['implicit', 'starttls', 'none'] as const).find((kind) => kind === form.text('tls')) ?? 'implicit'
  if (form.secret('password') === '') lack('password', words.say('connect.password'))
  if (host === '') lack('host', words.say('connect.host'))
  if (!Number.isInteger(port) || port < 1 || port > 65_535) problems.set('port', words.say('connect.port-wrong'))
  if (!form.has('consent')) problems.set('consent', words.say('connect.consent-needed'))
  return {
    host,
    port,
    tls,
    reads: readsOf(form.text('reads')),
    user: form.text('user').slice(0, 320) || account.address,
    portText,
    consent: form.has('consent'),
    problems,
  }
}

const show = (ask: PersonAsk, shown: Shown): Response =>
  showPage(ask, {
    title: ask.words.say('connect.title', { address: shown.account.address }),
    body: view(ask.words, shown),
    status: shown.typed.problems.size > 0 ? 422 : 200,
  })

function view(words: Words, { account, guess, typed }: Shown): Markup {
  const { problems } = typed
  const password = words.say(guess?.appPassword ? 'connect.app-password' : 'connect.password')
  return html`${problemSummary(words, problems)}
<h1>${words.say('connect.title', { address: account.address })}</h1>
<p class="lede">${words.say(typed.reads === 'security' ? 'connect.lede-security' : 'connect.lede')}</p>
${guess?.appPassword && html`<p class="note">${words.say('connect.app-lede', { provider: guess.provider, where: guess.where ?? '' })}</p>`}
<form method="post" action="${href('/accounts/:id/connect', { id: account.id })}" class="form" novalidate>
<input type="hidden" name="reads" value="${typed.reads}">
${field({ name: 'password', label: password, hint: words.say('connect.password-hint'), type: 'password', autocomplete: 'current-password', most: 1000, problems })}
${server(words, guess, typed)}
${tick({ name: 'consent', label: words.say(typed.reads === 'security' ? 'connect.consent-security' : 'connect.consent'), ticked: typed.consent, problems })}
<button type="submit" class="button">${words.say('connect.button')}</button>
</form>
<p><a href="${href('/accounts/:id/connect', { id: account.id }, { reads: typed.reads === 'security' ? 'all' : 'security' })}">${words.say(typed.reads === 'security' ? 'connect.all-instead' : 'connect.security-instead')}</a></p>
<p><a href="${href('/home')}">${words.say('connect.later')}</a></p>`
}

/** Folded away where it was guessed, unless something in it is wrong. */
function server(words: Words, guess: MailboxGuess | undefined, typed: Typed): Markup {
  const { problems } = typed
  const choices = (['implicit', 'starttls', 'none'] as const).map((value) => ({ value, name: words.say(`connect.${value}`) }))
  const open = !guess || ['host', 'port', 'user'].some((name) => problems.has(name))
  const fields = html`<div class="form inside">${!guess && html`<p class="hint">${words.say('connect.server-unknown')}</p>`}
${field({ name: 'user', label: words.say('connect.user'), value: typed.user, autocomplete: 'off', problems })}
${field({ name: 'host', label: words.say('connect.host'), value: typed.host, autocomplete: 'off', most: 253, problems })}
${field({ name: 'port', label: words.say('connect.port'), value: typed.portText, inputmode: 'numeric', kind: 'short', autocomplete: 'off', most: 6, problems })}
${select({ name: 'tls', label: words.say('connect.protection'), value: typed.tls, choices })}</div>`
  const title =
    typed.host === '' ? words.say('connect.server') : words.say('connect.server-guessed', { host: typed.host, port: typed.portText })
  return html`<details class="server"${open && html` open`}><summary>${title}</summary>${fields}</details>`
}
