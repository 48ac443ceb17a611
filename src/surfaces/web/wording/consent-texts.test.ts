import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '#kernel'
import { consentText, consentVersion } from './consent-texts.ts'
import { catalogues } from './words.ts'

test('a receipt quotes the very words of the page; other words need another version', () => {
  for (const language of languages) {
    const shown = catalogues[language]
    assert.equal(consentText(consentVersion, 'examine-mail', language)?.text, shown['connect.consent'])
    assert.equal(consentText(consentVersion, 'watch-sign-ins', language)?.text, shown['watching.consent'])
    assert.equal(consentText(consentVersion, 'organisation-is-told', language)?.text, shown['privacy.organisation-is-told'])
    assert.equal(consentText(consentVersion, 'desk-sees-findings', language)?.text, shown['privacy.desk-sees-findings'])
    assert.equal(consentText(consentVersion, 'examine-security-mail', language)?.text, shown['connect.consent-security'])
    assert.equal(consentText(consentVersion, 'share-indicators', language)?.text, shown['privacy.share-indicators'])
  }
})

test('a permission has one fingerprint, whatever language it was read in, and a version that never was has none', () => {
  const hashes = new Set(languages.map((language) => consentText(consentVersion, 'examine-mail', language)?.hash))
  assert.equal(hashes.size, 1)
  assert.match([...hashes][0] ?? '', /^[0-9a-f]{64}$/)
  assert.equal(consentText('1999', 'examine-mail', 'en'), undefined)
})
