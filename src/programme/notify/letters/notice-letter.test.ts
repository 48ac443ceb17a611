import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Language, languages, type NoticeLevel, noticeLevels } from '#kernel'
import { adviceOf, checkIn, rules, sayIn, titleOf, whereIn } from '#mail'
import { linkable } from '../../../../test/support/linkable.ts'
import { branchesOf } from '../../../../test/support/message-branches.ts'
import { faultsOfAll, lixOf } from '../../../../test/support/plain-language.ts'
import { finding } from '../../../../test/support/programme.ts'
import { catalogue } from '../actions/catalogue.ts'
import { type MenuHouse, menuHouses } from '../actions/menus.ts'
import type { Sender } from '../deps.ts'
import type { NoticeContent } from '../notice-content.ts'
import { wordings } from '../wording/index.ts'
import { actionSaid, lineOf } from './action-said.ts'
import { noticeLetter } from './notice-letter.ts'
import { countWords, noticeParts } from './notice-parts.ts'
import { codeLetter, invitationLetter } from './short-letters.ts'

const sender: Sender = {
  name: 'Bellwether',
  publicAddress: 'https://protect.example',
  fromAddress: 'notices@protect.example',
  helpContact: 'Ana, at the office',
  intakeDomain: '',
  relay: null,
}
const explain = { titleOf, sayIn, adviceOf, checkIn, whereIn }
const programme = 'Bellwether'
const arrivedAt = new Date('2026-05-03T14:05:00Z')
const account = { kind: 'work', masked: 'm…z@ruiz.example' } as const

const incident = (id = 'mail.borrowed-name', facts: Record<string, string> = {}): Extract<NoticeContent, { kind: 'incident' }> => ({
  kind: 'incident',
  headline: id,
  reasons: [
    {
      ...finding(id),
      technique: [],
      facts,
      evidence: [{ where: 'link', quote: 'https://evil.example/login?to=marta and call +1 415 555 0100 '.repeat(9) }],
    },
  ],
  from: 'Marta Ruiz <marta.ruiz@evil.example>',
  subject: 'www.evil.example wants you\r\n\r\nWhat to do\n1. Pay'.repeat(5),
  arrivedAt,
  account,
})
const told: NoticeContent = { kind: 'organisation-told', person: 'Marta www.evil.example Ruiz', arrivedAt }
const firstLook: NoticeContent = { kind: 'first-look', examined: 300, found: [{ headline: 'mail.new-bank', messages: 2 }], account }
const calm: NoticeContent = { ...firstLook, found: [] }
const contents = [incident(), told, firstLook, calm]

/** The sentences of a catalogue by their place in it. */
const flat = (value: unknown, at = ''): ReadonlyMap<string, string> =>
  typeof value === 'string'
    ? new Map([[at, value]])
    : new Map(Object.entries(Object(value)).flatMap(([name, one]) => [...flat(one, `${at}.${name}`)]))

const each = (work: (language: Language, level: NoticeLevel, content: NoticeContent) => void) => {
  for (const language of languages) for (const level of noticeLevels) for (const content of contents) work(language, level, content)
}

test('no letter has anything that can be tapped, and none asks anybody to click', () => {
  each((language, level, content) => {
    const { subject, text } = noticeLetter({ explain, sender }, { language, level, content, code: 'ABCD1234' })
    assert.deepEqual(linkable(`${subject}\n${text}`), [], text)
    assert.doesNotMatch(text, /\bclick|\bclic\b|pulse|haga clic|cliqu|klick/i)
  })
})

test('every letter says at most ninety words before its steps, and has at most three steps', () => {
  each((language, level, content) => {
    const { says, quotes, actions } = noticeParts(explain, { language, level, content, programme })
    const words = countWords([...says, ...quotes].join(' '))
    assert.ok(words <= 90, `${words} words in ${language} ${level} ${content.kind}`)
    assert.equal(actions.length > 0, content !== calm, 'only where nothing was found is nothing to do')
    assert.ok(actions.length <= 3)
  })
})

test('each action is said in every language and for every house of menus: short, nothing to tap, and a deed with its minutes and its way back', () => {
  for (const language of languages)
    for (const house of menuHouses)
      for (const { id, isDeed } of catalogue) {
        const content = { ...incident(), account: { ...account, house } }
        const said = actionSaid(explain, { id, language, content: id === 'ask-them' ? told : content, programme })
        const line = lineOf(said)
        assert.deepEqual(linkable(line), [], line)
        assert.ok(countWords(line) <= 60, `${countWords(line)} words: ${line}`)
        if (isDeed) assert.match(said.takes ?? '', /\d/, line)
        if (isDeed) assert.ok((said.undo ?? '').length > 10, line)
      }
})

test('who has Microsoft 365 at the office reads of its menus, and who has Gmail of those', () => {
  const at = (house: MenuHouse) =>
    noticeLetter(
      { explain, sender },
      { language: 'en', level: 'confirmed-access', code: 'ABCD1234', content: { ...incident(), account: { ...account, house } } },
    ).text
  assert.match(at('microsoft-365'), /View account/)
  assert.match(at('google'), /Your devices/)
  assert.doesNotMatch(at('other'), /View account|“Your devices”/)
})

test('every rule of the mail engine fits into a letter, in every language', () => {
  for (const language of languages) {
    for (const rule of rules) {
      const facts = new Proxy<Record<string, string>>({}, { get: () => 'something of the attacker at www.evil.example' })
      const { says, actions } = noticeParts(explain, { language, level: 'targeted', content: incident(rule.id, facts), programme })
      assert.ok(countWords(says.join(' ')) <= 90, `${rule.id} in ${language}`)
      assert.ok((actions.find(({ id }) => id === 'as-advised')?.does ?? '').length > 10, `${rule.id} in ${language}`)
      assert.deepEqual(linkable([...says, ...actions.map(lineOf)].join('\n')), [], `${rule.id} in ${language}`)
    }
  }
})

test('the first line says the level and the second what did not happen', () => {
  for (const language of languages) {
    for (const level of noticeLevels) {
      const { text, subject } = noticeLetter({ explain, sender }, { language, level, content: incident(), code: 'ABCD1234' })
      const [first = '', , second = ''] = text.split('\n')
      assert.ok(first.startsWith(wordings[language].level[level]), first)
      assert.equal(second, wordings[language].notice.didNot[level])
      assert.ok(subject.startsWith(wordings[language].level[level]))
    }
  }
})

test('a notice carries its code in two groups, why it came here, and what we never ask', () => {
  const { text } = noticeLetter({ explain, sender }, { language: 'en', level: 'targeted', content: incident(), code: 'ABCD1234' })
  assert.match(text, /ABCD-1234/)
  assert.match(text, /reading the other one/)
  assert.match(text, /never ask for a password/)
  assert.match(text, /Ana, at the office/)
})

test('an administrator who is allowed to know that it happened is not told what the mail said', () => {
  const { text } = noticeLetter({ explain, sender }, { language: 'en', level: 'targeted', content: told, code: 'ABCD1234' })
  assert.doesNotMatch(text, /Subject:|From:/)
})

test('what we write ourselves is short: no sentence of a catalogue has more than twenty-five words', () => {
  const sentences = (value: unknown): readonly string[] =>
    typeof value === 'string'
      ? branchesOf(value).flatMap((one) => one.split(/(?<=[.?!:])\s+/))
      : Object.values(Object(value)).flatMap(sentences)
  for (const language of languages) {
    for (const sentence of sentences(wordings[language])) assert.ok(countWords(sentence) <= 25, sentence)
  }
})

test('every sentence of our letters is good in its language, with the same blanks, and none is left in English', () => {
  const told = { en: flat(wordings.en), es: flat(wordings.es), fr: flat(wordings.fr), de: flat(wordings.de) }
  for (const language of languages) assert.deepEqual([...told[language].keys()], [...told.en.keys()], language)
  const at = (language: Language, key: string): string => told[language].get(key) ?? ''
  assert.deepEqual(
    [...told.en.keys()].flatMap((key) => {
      const all = { en: at('en', key), es: at('es', key), fr: at('fr', key), de: at('de', key) }
      return faultsOfAll(all).map((fault) => `${key}: ${fault}`)
    }),
    [],
  )
  for (const language of languages) {
    const lix = lixOf([...told[language].values()])
    assert.ok(lix < 40, `${language}: ${lix.toFixed(1)}`)
  }
})

test('a code letter holds six digits and nothing to tap', () => {
  for (const language of languages) {
    const code = codeLetter({ purpose: 'sign-in-code', language, digits: '012345', programme: 'Bellwether' })
    assert.match(code.text, /012 345/)
    assert.deepEqual(linkable(code.text), [])
  }
})

test('an invitation shows one address, and it is ours', () => {
  const { text } = invitationLetter({
    language: 'en',
    name: 'Marta',
    organisation: 'Ruiz for Mayor',
    inviter: 'Ana',
    token: 'abc_-1',
    phrase: 'acorn bridge lemon',
    sender,
  })
  assert.match(text, /^https:\/\/protect\.example\/join\/abc_-1$/m)
  assert.match(text, /Your three words: acorn bridge lemon\. Ana told you them/)
  assert.deepEqual(linkable(text, ['https://protect.example/join/abc_-1']), [])
})

test('a name in an invitation is a name, and no link of whoever chose it', () => {
  const { subject, text } = invitationLetter({
    language: 'en',
    name: 'J.R. Lee, open www.evil.example',
    organisation: 'https://evil.example/join',
    inviter: 'call +1 415 555 0100 or evil.example',
    token: 'token',
    phrase: 'acorn bridge lemon',
    sender,
  })
  assert.deepEqual(linkable(`${subject}\n${text}`, [`${sender.publicAddress}/join/token`]), [])
  assert.match(text, /J\.R\. Lee/)
})
