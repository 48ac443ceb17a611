/** Whoever is no staff reads their pages in their own language, and nothing on them that we wrote in English only. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { everybody } from '../../../../test/support/came-by-mail.ts'
import { inventedProgramme } from '../../../../test/support/invented-programme.ts'
import { mayEnter, pathOf, visitorKinds, visitorOf } from '../../../../test/support/visit.ts'
import { makeAssets } from '../assets/make-assets.ts'
import { createWeb } from '../create-web.ts'
import { routes } from '../routes.ts'
import { admissionEnglish } from '../wording/admission-en.ts'
import { staffEnglish } from '../wording/staff-en.ts'
import { catalogues, wordsIn } from '../wording/words.ts'

const others = ['es', 'fr', 'de'] as const
/** What the pages of the staff say: it exists in one language. */
const ofStaff: Readonly<Record<string, string>> = { ...staffEnglish, ...admissionEnglish }
const onlyEnglish = Object.values(ofStaff).filter((text) => !text.includes('{'))
// Where a quoted part stood is said by the engine, which has languages of its own.
const withoutQuotes = (page: string): string => page.replace(/class="where">[^<]*</g, '<')
const heard = (page: string, text: string): boolean =>
  [`>${text}<`, `placeholder="${text}"`, `aria-label="${text}"`].some((part) => page.includes(part))
const asset = makeAssets().styles.address.path.replace('/assets/', '')
const theirs = routes.filter(
  ({ method, who, path }) =>
    method === 'GET' && ['anyone', 'person', 'administrator', 'helper'].includes(who) && !path.startsWith('/assets'),
)

describe('no page of a person, an administrator or a helper holds a sentence that we have in English only', () => {
  for (const language of others) {
    const { deps } = inventedProgramme({ change: everybody((visitor) => ({ ...visitor, language })) })
    const visit = visitorOf(createWeb(deps))
    // Some words are written alike.
    const said = Object.entries(catalogues[language]).flatMap(([key, text]) => (key in ofStaff ? [] : [text]))
    const strange = onlyEnglish.filter((text) => !said.includes(text))
    for (const route of theirs) {
      test(`${route.path} in ${language}`, async () => {
        const as = visitorKinds.find((kind) => mayEnter(route, kind) && kind !== 'former-helper') ?? 'nobody'
        const page = await (await visit('GET', pathOf(route, asset), { as, headers: { 'accept-language': language } })).text()
        assert.deepEqual(
          strange.filter((text) => heard(withoutQuotes(page), text)),
          [],
        )
      })
    }
  }
})

test('who looked at what is said in the language of the person, not in that of the log', async () => {
  for (const language of others) {
    const { deps } = inventedProgramme({ change: everybody((visitor) => ({ ...visitor, language })) })
    const page = await (await visitorOf(createWeb(deps))('GET', '/privacy', { as: 'person' })).text()
    assert.ok(page.includes(wordsIn(language).say('privacy.looked-incident')), language)
    assert.doesNotMatch(page, /incident: /)
  }
})
