import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { languages } from '#kernel'
import { cardPdf } from './card-pdf.ts'

const card = (language: (typeof languages)[number]) => ({
  title: 'Programm für alle',
  lines: [
    { label: 'Para comprobar un aviso, escriba usted esta dirección', value: 'protect.example/check' },
    { label: 'Zu fragen', value: 'Οδυσσέας Ёлкина, +1 555 0100' },
    { label: 'Vos trois mots', value: 'forêt échelle crème' },
  ],
  never: 'Wir fragen nie nach einem Passwort. Kein Hinweis von uns enthält einen Link. Señal, façade, naïve.',
  language,
})

test('the card is one page, and its letters are read back as they were, accents and other scripts too', async () => {
  for (const language of languages) {
    const { totalPages, text } = await extractText(await getDocumentProxy(await cardPdf(card(language))), { mergePages: true })
    assert.equal(totalPages, 1)
    const { title, lines, never } = card(language)
    for (const said of [title, never, ...lines.flatMap(({ label, value }) => [label, value])])
      assert.ok(text.replace(/\s+/g, ' ').includes(said), said)
  }
})

test('the letters stand in the file, and nothing of it can be followed', async () => {
  const bytes = Buffer.from(await cardPdf(card('en'))).toString('latin1')
  assert.match(bytes, /\/FontFile2/)
  assert.doesNotMatch(bytes, /\/URI|\/Launch|\/JavaScript|\/Annots/)
})
