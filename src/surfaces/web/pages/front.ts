/** The first page: who we are, for somebody who comes by; a signed-in visitor goes on to their own page. */
import { type Language, languages } from '#kernel'
import { showPage } from '../parts/frame.ts'
import { href, ownPath } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { goTo } from '../request/answers.ts'
import type { Ask } from '../request/ask.ts'
import { languageCookie } from '../request/cookies.ts'
import type { Words } from '../wording/words.ts'
import { codeForm } from './check.ts'

export async function showFront(ask: Ask): Promise<Response> {
  if (ask.visitor?.staff) return goTo(href(ask.programme.setUp || ask.visitor.staff === 'analyst' ? '/queue' : '/settings'))
  if (ask.visitor) return goTo(href('/home'))
  const { programme } = await ask.deps.enrolment.inForce()
  return showPage(ask, { title: ask.words.say('front.title'), body: view(ask.words, programme.individuals === 'open'), kind: 'front' })
}

const view = (words: Words, isOpen: boolean): Markup => html`<div class="stack-small"><h1>${words.say('front.title')}</h1>
<p class="lede">${words.say('front.lede')}</p></div>
<section class="sheet"><h2>${words.say('front.check-title')}</h2>
<p>${words.say('front.check-says')}</p>
${codeForm(words)}</section>
<section class="sheet"><h2>${words.say('sign-in.title')}</h2>
<p>${words.say('front.sign-in-says')}</p>
<p><a class="button quiet" href="${href('/sign-in')}">${words.say('sign-in.title')}</a></p></section>
<section class="sheet"><h2>${words.say('front.join-title')}</h2>
<p>${words.say('front.join-says')}</p>
<p class="buttons"><a class="button quiet" href="${href('/programme')}">${words.say('programme.title')}</a><a class="button quiet" href="${href('/apply')}">${words.say('apply.title')}</a></p>
${isOpen && html`<p><a href="${href('/alone')}">${words.say('alone.title')}</a></p>`}</section>
<section><h2>${words.say('front.how')}</h2>
<ol class="how"><li>${words.say('front.how-1')}</li><li>${words.say('front.how-2')}</li><li>${words.say('front.how-3')}</li></ol></section>`

/** Keeps the language: with the person when somebody is signed in, else in a cookie. */
export async function chooseLanguage(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const language = languageFrom(form.text('language'))
  if (ask.visitor) await ask.deps.person.setLanguage({ kind: 'person', personId: ask.visitor.personId }, language)
  return goTo(ownPath(form.text('next')), [languageCookie(language, ask.programme.publicAddress)])
}

/** The language a form names, or English. */
export const languageFrom = (typed: string): Language => languages.find((language) => language === typed) ?? 'en'
