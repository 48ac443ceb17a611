/** One account of a person: stop reading it, remove it. Each asks once before it does. */
import type { AccountSeen } from '../deps/person.ts'
import { confirmPage } from '../parts/confirm.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html } from '../parts/markup.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type PersonAsk, param } from '../request/ask.ts'

const read = async (ask: PersonAsk): Promise<AccountSeen> => orNotHere(await ask.deps.person.account(ask.who, param(ask, 'id')))

export async function showAccount(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const { id, address, watch, trouble, proven, kind } = await read(ask)
  const connected = watch !== 'none' && watch !== 'ended'
  const body = html`<h1>${address}</h1>
${trouble && html`<p class="note">${trouble}</p>`}
${!proven && html`<section class="sheet"><h2>${words.say('todo.prove-address', { address })}</h2><p><a class="button" href="${href('/accounts/:id/prove', { id })}">${words.say('account.prove')}</a></p></section>`}
${(watch === 'refused' || watch === 'failing') && html`<section class="sheet"><h2>${words.say('account.connect-again')}</h2><p><a class="button" href="${href('/accounts/:id/connect', { id })}">${words.say('account.connect-again')}</a></p></section>`}
${connected && html`<section class="sheet"><h2>${words.say('account.disconnect')}</h2><p>${words.say('account.disconnect-says')}</p><p><a class="button quiet" href="${href('/accounts/:id/disconnect', { id })}">${words.say('account.disconnect')}</a></p></section>`}
${!connected && proven && html`<section class="sheet"><h2>${words.say('account.connect-named', { address })}</h2><p><a class="button quiet" href="${href('/accounts/:id/connect', { id })}">${words.say('account.connect')}</a></p></section>`}
${kind === 'personal' && proven && html`<section class="sheet"><h2>${words.say('sight.link')}</h2><p>${words.say('sight.link-says')}</p><p><a class="button quiet" href="${href('/accounts/:id/sight', { id })}">${words.say('sight.link')}</a></p></section>`}
${kind === 'personal' && html`<section class="sheet"><h2>${words.say('account.remove')}</h2><p>${words.say('account.remove-says')}</p><p><a class="button quiet" href="${href('/accounts/:id/remove', { id })}">${words.say('account.remove')}</a></p></section>`}
<p><a href="${href('/home')}">${words.say('frame.back')}</a></p>`
  return showPage(ask, { title: words.say('account.title'), body })
}

export async function askDisconnect(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const { id, address } = await read(ask)
  return confirmPage(ask, {
    title: words.say('account.disconnect-title', { address }),
    says: words.say('account.disconnect-says'),
    button: words.say('account.disconnect-button'),
    action: href('/accounts/:id/disconnect', { id }),
    back: href('/home'),
  })
}

export async function disconnect(ask: PersonAsk): Promise<Response> {
  orNotHere(await ask.deps.person.disconnect(ask.who, param(ask, 'id')))
  return goTo(href('/home', {}, { done: 'disconnected' }))
}

export async function askRemoveAccount(ask: PersonAsk): Promise<Response> {
  const { words } = ask
  const { id, address } = await read(ask)
  return confirmPage(ask, {
    title: words.say('account.remove-title', { address }),
    says: words.say('account.remove-says'),
    button: words.say('account.remove-button'),
    action: href('/accounts/:id/remove', { id }),
    back: href('/home'),
  })
}

export async function removeAccount(ask: PersonAsk): Promise<Response> {
  orNotHere(await ask.deps.person.removeAccount(ask.who, param(ask, 'id'), ask.session))
  return goTo(href('/home', {}, { done: 'account-removed' }))
}
