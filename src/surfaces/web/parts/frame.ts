/** What stands around every page: head, navigation, message of what was done, foot. */
import { languages } from '#kernel'
import type { Loaded, ScriptName } from '../assets/make-assets.ts'
import type { Ask } from '../request/ask.ts'
import { languageNames } from '../wording/language-names.ts'
import { anchor, type Href, href } from './href.ts'
import { bell } from './icon.ts'
import { html, type Markup } from './markup.ts'

export type Page = {
  readonly title: string
  readonly body: Markup
  /** One column for a person, two for an analyst. */
  readonly width?: 'narrow' | 'wide'
  readonly status?: number
  readonly scripts?: readonly ScriptName[]
  /** A small name for what only this page's style needs. */
  readonly kind?: string
}

/** The whole page as an answer. */
export function showPage(ask: Ask, page: Page): Response {
  return new Response(`<!DOCTYPE html>\n${frame(ask, page)}`, {
    status: page.status ?? 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

const content = anchor('content')

function frame(ask: Ask, page: Page): Markup {
  const { words, programme, assets } = ask
  const narrow = page.width !== 'wide'
  return html`<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${page.status === 422 ? words.say('frame.error-title', { title: page.title }) : page.title} · ${programme.name}</title>
<link rel="icon" href="${assets.icon.address}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.styles.address}" integrity="${assets.styles.integrity}">
${page.scripts?.map((name) => scriptTag(assets.script(name), name === 'webauthn'))}
</head>
<body class="${page.kind ?? 'plain'}">
<a class="skip" href="${content}">${words.say('frame.skip')}</a>
<header class="top">
<a class="mark" href="${href('/')}">${bell}<span>${programme.name}</span></a>
${navigation(ask)}
</header>
<main id="content" class="${narrow ? 'narrow' : 'wide'}">
${doneMessage(ask)}
${page.body}
</main>
${foot(ask)}
</body>
</html>`
}

/** A module runs in its own scope and after the page is read; the library's bundle is no module. */
const scriptTag = ({ address, integrity }: Loaded, plain: boolean): Markup =>
  plain
    ? html`<script src="${address}" integrity="${integrity}" defer></script>`
    : html`<script src="${address}" integrity="${integrity}" type="module"></script>`

type Place = { readonly to: Href; readonly name: string }

function places(ask: Ask): readonly Place[] {
  const { visitor, words, deps } = ask
  if (!visitor) {
    return [
      { to: href('/check'), name: words.say('frame.check') },
      { to: href('/sign-in'), name: words.say('frame.sign-in') },
    ]
  }
  const staff: Place[] = visitor.staff
    ? [
        { to: href('/queue'), name: words.say('nav.queue') },
        { to: href('/hunt'), name: words.say('nav.hunt') },
        { to: href('/evaluation'), name: words.say('nav.evaluation') },
        { to: href('/organisations'), name: words.say('nav.organisations') },
        { to: href('/applications'), name: words.say('nav.applications') },
        { to: href('/desk/compositions'), name: words.say('nav.compose') },
        { to: href('/desk/rota'), name: words.say('nav.rota') },
        { to: href('/desk/notices'), name: words.say('nav.notices') },
        { to: href('/health'), name: words.say('nav.health') },
        { to: href('/audit'), name: words.say('nav.audit') },
      ]
    : []
  if (visitor.staff === 'operator')
    staff.push(
      { to: href('/rules'), name: words.say('nav.rules') },
      { to: href('/staff'), name: words.say('nav.staff') },
      { to: href('/tokens'), name: words.say('nav.tokens') },
      { to: href('/webhooks'), name: words.say('nav.webhooks') },
      { to: href('/settings'), name: words.say('nav.settings') },
    )
  if (visitor.staff && deps.outbox) staff.push({ to: href('/outbox'), name: words.say('nav.outbox') })
  if (visitor.observes === 'auditor') staff.push({ to: href('/auditing'), name: words.say('nav.auditing') })
  if (visitor.observes === 'trainer') staff.push({ to: href('/training'), name: words.say('nav.training') })
  const administers = visitor.organisations.some(({ role }) => role === 'administrator')
  return [
    ...staff,
    { to: href('/home'), name: words.say('frame.home') },
    ...(administers ? [{ to: href('/organisation'), name: words.say('frame.organisation') }] : []),
    ...(visitor.staff ? [] : [{ to: href('/check'), name: words.say('frame.check') }, ...personal(ask)]),
  ]
}

/** Staff find these at the foot, so that the work stands in one line at the top. */
const personal = ({ words }: Ask): readonly Place[] => [
  { to: href('/security'), name: words.say('frame.security') },
  { to: href('/privacy'), name: words.say('frame.privacy') },
]

function navigation(ask: Ask): Markup {
  const path = ask.path.split('?')[0] ?? ''
  const isHere = ({ to }: Place) => path === to.path || path.startsWith(`${to.path}/`)
  return html`<nav aria-label="${ask.words.say('frame.main')}">
${places(ask).map((place) => html`<a href="${place.to}"${isHere(place) && html` aria-current="page"`}>${place.name}</a>`)}
</nav>`
}

/** What the form before this page did; the key comes in the query, so only a known one is shown. */
function doneMessage(ask: Ask): Markup | false {
  const says = ask.words.done(ask.query.get('done') ?? '')
  return says !== undefined && html`<p class="done" role="status">${says}</p>`
}

function foot(ask: Ask): Markup {
  const { words, programme, visitor } = ask
  const offered = languages.filter((language) => programme.languages.includes(language))
  return html`<footer class="foot">
<p>${words.say('frame.never')}</p>
${programme.helpContact && html`<p>${words.say('frame.help', { contact: programme.helpContact })}</p>`}
<div class="foot-forms">
${visitor?.staff && personal(ask).map((place) => html`<a href="${place.to}">${place.name}</a>`)}
${
  offered.length > 1 &&
  html`<form method="post" action="${href('/language')}" class="languages" aria-label="${words.say('frame.language')}">
<input type="hidden" name="next" value="${ask.standsOn}">
${offered.map((language) => html`<button type="submit" class="plain" name="language" value="${language}" lang="${language}"${language === words.language && html` aria-current="true"`}>${languageNames[language]}</button>`)}
</form>`
}
${visitor && html`<form method="post" action="${href('/sign-out')}"><button type="submit" class="plain">${words.say('frame.sign-out')}</button></form>`}
</div>
</footer>`
}
