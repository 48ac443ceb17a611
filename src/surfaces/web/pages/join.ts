/** The invitation: who asks, what is looked at, what nobody sees, and one button. */
import { languages } from '#kernel'
import type { InvitationSeen } from '../deps/door.ts'
import { field, noProblems, type Problems, problemSummary, tick } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { goTo } from '../request/answers.ts'
import { type Ask, type PersonAsk, param } from '../request/ask.ts'
import { comeIn } from '../request/come-in.ts'
import { needed } from '../request/needed.ts'
import { tryForm } from '../request/try-form.ts'
import { consentVersion } from '../wording/consent-texts.ts'
import { languageNames } from '../wording/language-names.ts'
import { type Words, wordsIn } from '../wording/words.ts'
import { languageFrom } from './front.ts'
import { linkTooOld } from './link-too-old.ts'

type Typed = { readonly name: string; readonly language: string; readonly consent: boolean; readonly problems: Problems }

export async function showJoin(ask: Ask): Promise<Response> {
  const invitation = await ask.deps.door.invitation(param(ask, 'token'))
  if (!invitation) return linkTooOld(ask)
  if (ask.visitor) return showAsMe(ask, invitation, ask.visitor.name, noProblems)
  const wished = ask.query.get('language')
  const language = wished === null ? invitation.language : languageFrom(wished)
  const typed = { name: invitation.personName, language, consent: false, problems: noProblems }
  return show({ ...ask, words: wordsIn(language) }, invitation, typed)
}

/** Accepts the invitation, signs in, and goes straight on to the mailbox: until it is connected, nobody is protected. */
export async function join(ask: Ask): Promise<Response> {
  const token = param(ask, 'token')
  const invitation = await ask.deps.door.invitation(token)
  if (!invitation) return linkTooOld(ask)
  const form = await ask.form()
  const language = languageFrom(form.text('language'))
  const words = wordsIn(language)
  const typed = { name: form.text('name').slice(0, 200), language, consent: form.has('consent') }
  const problems = new Map(needed(words, form, { name: words.say('join.name') }))
  if (!typed.consent) problems.set('consent', words.say('join.consent-needed'))
  if (problems.size > 0) return show({ ...ask, words }, invitation, { ...typed, problems })
  const joined = await tryForm({ ...ask, words }, { otherwise: 'name' }, () =>
    ask.deps.door.acceptInvitation({ token, name: typed.name, language, consentVersion, userAgent: ask.userAgent }),
  )
  if (!joined.done) return show({ ...ask, words }, invitation, { ...typed, problems: joined.problems })
  return comeIn(ask, href('/accounts/connect', {}, { done: 'joined' }), joined.value)
}

/** The same for somebody who is signed in: the organisation gets one member, and the person keeps one home. */
export async function joinAsMe(ask: PersonAsk): Promise<Response> {
  const token = param(ask, 'token')
  const invitation = await ask.deps.door.invitation(token)
  if (!invitation) return linkTooOld(ask)
  const tried = await tryForm(ask, { otherwise: 'join' }, () => ask.deps.door.joinAsMe(ask.who, { token, consentVersion }))
  return tried.done ? goTo(href('/accounts/connect', {}, { done: 'joined' })) : showAsMe(ask, invitation, ask.visitor.name, tried.problems)
}

function showAsMe(ask: Ask, invitation: InvitationSeen, name: string, problems: Problems): Response {
  const { words } = ask
  const { organisation } = invitation
  const body = html`${problemSummary(words, problems)}
<h1>${words.say('join.title', { organisation })}</h1>
<p class="lede">${words.say('join.as-me', { name })}</p>
${threeWords(words, invitation)}
<dl class="promises sheet"><div><dt>${words.say('join.organisation-sees')}</dt><dd>${words.say('join.organisation-sees-says')}</dd></div></dl>
<p class="soft">${words.say('join.address', { address: invitation.address })}</p>
<form method="post" action="${href('/join/:token/as-me', { token: param(ask, 'token') })}" class="form"><button type="submit" class="button">${words.say('join.as-me-button', { organisation })}</button></form>
<form method="post" action="${href('/sign-out')}"><p class="soft">${words.say('join.not-me', { name })}</p><button type="submit" class="button quiet">${words.say('frame.sign-out')}</button></form>`
  return showPage(ask, { title: words.say('join.title', { organisation }), body, status: problems.size > 0 ? 422 : 200 })
}

const threeWords = (words: Words, { phrase, invitedBy, organisation }: InvitationSeen): Markup =>
  html`<div class="sheet"><p class="phrase">${words.say('join.phrase', { phrase })}</p><p>${words.say('join.phrase-says', { inviter: invitedBy || organisation })}</p></div>`

const show = (ask: Ask, invitation: InvitationSeen, typed: Typed): Response =>
  showPage(ask, {
    title: ask.words.say('join.title', { organisation: invitation.organisation }),
    body: view(ask, invitation, typed),
    status: typed.problems.size > 0 ? 422 : 200,
  })

function view(ask: Ask, invitation: InvitationSeen, typed: Typed): Markup {
  const { words } = ask
  const part = (title: 'see' | 'never' | 'organisation-sees') =>
    html`<div><dt>${words.say(`join.${title}`)}</dt><dd>${words.say(`join.${title}-says`)}</dd></div>`
  const others = languages.filter((one) => one !== typed.language && ask.programme.languages.includes(one))
  return html`${problemSummary(words, typed.problems)}
<h1>${words.say('join.title', { organisation: invitation.organisation })}</h1>
${others.length > 0 && html`<nav class="filters" aria-label="${words.say('join.language')}">${others.map((one) => html`<a href="${href('/join/:token', { token: param(ask, 'token') }, { language: one })}" lang="${one}" hreflang="${one}">${languageNames[one]}</a>`)}</nav>`}
<p class="lede">${words.say('join.lede', { inviter: invitation.invitedBy, name: invitation.personName })}</p>
${threeWords(words, invitation)}
<dl class="promises sheet">${part('see')}${part('never')}${part('organisation-sees')}</dl>
<p>${words.say('join.leave')}</p>
<form method="post" action="${href('/join/:token', { token: param(ask, 'token') })}" class="form" novalidate>
<input type="hidden" name="language" value="${typed.language}">
<p class="soft">${words.say('join.address', { address: invitation.address })}</p>
${field({ name: 'name', label: words.say('join.name'), value: typed.name, autocomplete: 'name', most: 200, problems: typed.problems })}
${tick({ name: 'consent', label: words.say('join.consent'), ticked: typed.consent, problems: typed.problems })}
<button type="submit" class="button">${words.say('join.button')}</button>
</form>
<p><a href="${href('/sign-in', {}, { next: href('/join/:token', { token: param(ask, 'token') }).path })}">${words.say('join.already')}</a></p>`
}
