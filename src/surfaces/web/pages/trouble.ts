/** Pages for what did not work: calm, one sentence, and a way on. No stack, no code of ours. */
import { isTrouble } from '#kernel'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import type { Ask } from '../request/ask.ts'

const plainPage = (ask: Ask, status: number, title: string, says: string): Response =>
  showPage(ask, { title, status, body: view(ask, title, says) })

const view = (ask: Ask, title: string, says: string): Markup => html`<h1>${title}</h1>
<p class="lede">${says}</p>
<p><a class="button quiet" href="${href('/')}">${ask.words.say('error.home')}</a></p>`

/** 404: it is not there, or not for this visitor; which of the two is not told. */
export const notHerePage = ({ ...ask }: Ask): Response =>
  plainPage(ask, 404, ask.words.say('error.not-found'), ask.words.say('error.not-found-says'))

const statuses: Readonly<Record<string, number>> = {
  'other-site': 403,
  'desk-outside': 403,
  'form-too-big': 413,
  'not-a-form': 415,
  'too-many-tries': 429,
}

/** A refusal says its sentence, a setback to wait, anything else that it is our mistake, with a reference for the log. */
export function troublePage(ask: Ask, trouble: unknown, reference: string): Response {
  const { words } = ask
  if (isTrouble(trouble, 'refusal')) {
    return plainPage(
      ask,
      statuses[trouble.code] ?? 422,
      words.say('error.refused'),
      words.refusal(trouble.code, trouble.message, trouble.facts),
    )
  }
  if (isTrouble(trouble, 'setback')) {
    const page = plainPage(ask, 503, words.say('error.setback'), words.say('error.setback-says'))
    page.headers.set('retry-after', '30')
    return page
  }
  return plainPage(ask, 500, words.say('error.defect'), words.say('error.defect-says', { reference }))
}
