/** A house that the reader deals with, and a mail in its name for which nothing speaks. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from '#mail'
import { riverton } from '../../../../../test/support/mail-fixtures.ts'

const script = 'Team, please use the new script from tomorrow. Line 4 now says that polls close at six this year. No need to call the desk.'
const posters = 'Hallo Ana, die Plakate kommen erst am Freitag, und zwar an die Rampe hinter dem Haus. Bitte gib das weiter.'

const verdictOn = async (results: string, from: string, text: string, extra = ''): Promise<string> => {
  const mail = `Authentication-Results: mx.riverton.example; ${results}\nFrom: ${from}\nTo: ana.ruiz@riverton.example\nSubject: Update\n${extra}\n${text}\n`
  return (await inspect(Buffer.from(mail), { trustedAuthserv: ['mx.riverton.example'], circle: riverton })).verdict
}
const failed = (domain: string): string => `spf=fail smtp.mailfrom=${domain}; dkim=none; dmarc=fail header.from=${domain}`

test('a mail in the name of a campaign or vendor that the reader knows is dangerous when every check of it failed', async () => {
  assert.equal(await verdictOn(failed('brandtforsenate.example'), 'Field Team <field@brandtforsenate.example>', script), 'dangerous')
  assert.equal(await verdictOn(failed('printhouse.example'), 'Print House <dispo@printhouse.example>', posters), 'dangerous')
})

test('one that a list or a forwarder brought, or that the house signed, is not', async () => {
  const forwarded =
    'spf=fail smtp.mailfrom=brandtforsenate.example; dkim=pass header.d=brandtforsenate.example; dmarc=pass header.from=brandtforsenate.example'
  const listed =
    'spf=pass smtp.mailfrom=field-bounces@lists.example; dkim=pass header.d=lists.example; dmarc=fail header.from=printhouse.example'
  assert.notEqual(await verdictOn(forwarded, 'Field Team <field@brandtforsenate.example>', script), 'dangerous')
  assert.notEqual(
    await verdictOn(listed, 'Print House <dispo@printhouse.example>', posters, 'List-Id: Field <field.lists.example>\n'),
    'dangerous',
  )
})
