/** A letter that a well-known service sealed, and pages that only look like one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect, nobody } from '#mail'

const withPage = (page: string): Buffer =>
  Buffer.from(
    [
      'Authentication-Results: mx.riverton.example; dmarc=pass header.from=oakmont.example',
      'From: Oakmont Assurance <p.grange@oakmont.example>',
      'To: jane.okafor@riverton.example',
      'Subject: Draft management letter',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=part',
      '',
      '--part',
      'Content-Type: text/plain',
      '',
      'Jane, the draft is in the secured message. The booklet that came with your registration shows how to open it.',
      '--part',
      'Content-Type: text/html; name="securedoc.html"',
      'Content-Disposition: attachment; filename="securedoc.html"',
      '',
      page,
      '--part--',
      '',
    ].join('\r\n'),
  )
const form = (action: string): string => `<form method="post" action="${action}"><input type="hidden" name="payload" value="x1"></form>`
const fired = async (page: string): Promise<boolean> => {
  const { findings } = await inspect(withPage(page), { trustedAuthserv: ['mx.riverton.example'], circle: nobody })
  return findings.some(({ id }) => id === 'mail.page-in-attachment')
}

test('a page whose one form opens the letter at the service that sealed it is no lure', async () => {
  for (const action of ['https://res.cisco.com:443/envelopeopener/pf/open', 'https://outlook.office365.com/Encryption/retrieve.ashx'])
    assert.equal(await fired(form(action)), false, action)
})

test('a page with a program, a second form, or a service that only sounds like one is not spared', async () => {
  const cisco = form('https://res.cisco.com/envelopeopener/pf/open')
  const pages = [
    `${cisco}<script>eval(atob("YWxlcnQoMSk="))</script>`,
    `${cisco}${form('https://oakmont-secure.example/in')}`,
    form('https://res.cisco.com.oakmont-secure.example/open'),
    form('https://outlook.office365.com.sign-in.example/Encryption/retrieve.ashx'),
    form('http://res.cisco.com/open'),
  ]
  for (const page of pages) assert.equal(await fired(page), true, page)
})
