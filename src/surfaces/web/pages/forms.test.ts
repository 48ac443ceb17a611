import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { refusal } from '#kernel'
import { examples, inventedProgramme } from '../../../../test/support/invented-programme.ts'
import { visitorOf } from '../../../../test/support/visit.ts'
import { createWeb } from '../create-web.ts'

function open() {
  const { deps, asked } = inventedProgramme()
  return { visit: visitorOf(createWeb(deps)), asked }
}

describe('the check page', () => {
  test('says of a genuine code its level and when it was sent, and nothing else of it', async () => {
    const page = await (await open().visit('POST', '/check', { form: { code: '7kq2 m9xt' } })).text()
    assert.match(page, /Yes, this notice is ours/)
    assert.match(page, /23 November 2026 at 10:03 UTC/)
    assert.match(page, /Targeted/)
    assert.doesNotMatch(page, /Dana|device code|hartley/i)
  })

  test('tells whoever is signed out how to read the whole notice, without a link to it', async () => {
    const page = await (await open().visit('POST', '/check', { form: { code: '7KQ2M9XT' } })).text()
    assert.match(page, /open the page you already use/)
    assert.doesNotMatch(page, /href="[^"]*(notices|sign-in\?)/)
  })

  test('shows the whole notice to whom it was written, and to nobody else', async () => {
    const form = { code: '7KQ2M9XT' }
    const mine = await (await open().visit('POST', '/check', { as: 'person', form })).text()
    assert.match(mine, /Yes, this notice is ours[\s\S]*Whoever enters it lets the sender in[\s\S]*Do not enter the code/)
    const { deps } = inventedProgramme()
    const ofSomebodyElse = { ...deps, person: { ...deps.person, notice: async () => undefined } }
    const theirs = await (await visitorOf(createWeb(ofSomebodyElse))('POST', '/check', { as: 'person', form })).text()
    assert.match(theirs, /Yes, this notice is ours/)
    assert.doesNotMatch(theirs, /lets the sender in|Do not enter the code/)
  })

  test('can be read in each language of the programme, signed out, and stays in it', async () => {
    const { visit } = open()
    const english = await (await visit('GET', '/check')).text()
    for (const language of ['es', 'fr', 'de']) {
      assert.match(english, new RegExp(`href="/check\\?language=${language}" lang="${language}"`))
      const page = await (await visit('GET', `/check?language=${language}`, { headers: { 'accept-language': 'en' } })).text()
      assert.match(page, new RegExp(`<html lang="${language}">[\\s\\S]*action="/check\\?language=${language}"`))
    }
    assert.match(await (await visit('POST', '/check?language=de', { form: { code: 'AAAA-AAAA' } })).text(), /<html lang="de">/)
    assert.match(await (await visit('GET', '/check?language=xx')).text(), /<html lang="en">/)
  })

  test('answers an unknown code with the same form, and with 200 as a genuine one', async () => {
    const answer = await open().visit('POST', '/check', { form: { code: 'AAAA-AAAA' } })
    assert.equal(answer.status, 200)
    const page = await answer.text()
    assert.match(page, /We did not send a notice with this code/)
    assert.match(page, /value="AAAA-AAAA"/)
  })

  test('tells somebody who checks too many when to try again', async () => {
    const answer = await open().visit('POST', '/check', { form: { code: '00000000' } })
    assert.equal(answer.status, 429)
    assert.match(await answer.text(), /Wait 2 min/)
  })

  test('tells that a code has eight characters', async () => {
    assert.match(await (await open().visit('POST', '/check', { form: { code: '123' } })).text(), /has a different length/)
  })
})

describe('connecting a mailbox', () => {
  const path = `/accounts/${examples.account}/connect`
  const form = {
    user: 'dana@hartley.example',
    host: 'imap.hartley.example',
    port: '993',
    tls: 'implicit',
    password: 'right horse',
    consent: 'yes',
  }

  test('gives the password and the permission to nobody but the one who tries the mailbox', async () => {
    const { visit, asked } = open()
    const answer = await visit('POST', path, { as: 'person', form: { ...form, password: ' keeps its spaces ' } })
    assert.equal(answer.headers.get('location'), '/home?done=connected')
    assert.deepEqual(asked[0]?.with[1], {
      accountId: examples.account,
      settings: { host: 'imap.hartley.example', port: 993, tls: 'implicit', user: 'dana@hartley.example' },
      password: ' keeps its spaces ',
      consentVersion: '2026-1',
      reads: 'all',
    })
  })

  test('on a wrong password everything typed is kept but the password', async () => {
    const answer = await open().visit('POST', path, { as: 'person', form: { ...form, password: 'wrong', host: 'other.hartley.example' } })
    assert.equal(answer.status, 422)
    const page = await answer.text()
    assert.match(page, /<a href="#password">The provider did not accept/)
    assert.match(page, /value="other\.hartley\.example"/)
    assert.match(page, /name="consent" value="yes" checked/)
    assert.doesNotMatch(page, /value="wrong"/)
  })

  test('an unknown host is told at the host, which is open to be seen', async () => {
    const page = await (await open().visit('POST', path, { as: 'person', form: { ...form, host: 'nowhere.example' } })).text()
    assert.match(page, /<a href="#host">There is no mail server called nowhere\.example/)
    assert.match(page, /<details class="server" open>/)
  })

  test('nothing is tried without the permission', async () => {
    const { visit, asked } = open()
    const { consent: _, ...without } = form
    assert.match(await (await visit('POST', path, { as: 'person', form: without })).text(), /<a href="#consent">Tick the box/)
    assert.deepEqual(asked, [])
  })

  test('a provider that wants an app password is named, and its server is folded away', async () => {
    const page = await (await open().visit('GET', '/accounts/01990000-0000-7000-8000-000000000002/connect', { as: 'person' })).text()
    assert.match(page, /Mail Example wants an app password here/)
    assert.match(page, /<details class="server"><summary>Mail server: imap\.mail\.example, port 993/)
  })
})

describe('organisations', () => {
  test('a new one is kept with its domains, one a line', async () => {
    const { visit, asked } = open()
    await visit('POST', '/organisations', {
      as: 'analyst',
      form: { name: 'Hartley for Ohio', kind: 'campaign', domains: 'Hartley.example\r\nhartley-donate.example\n' },
    })
    assert.deepEqual(asked[0]?.with[1], {
      name: 'Hartley for Ohio',
      kind: 'campaign',
      domains: ['hartley.example', 'hartley-donate.example'],
    })
  })

  test('what is no domain is named, and nothing is kept', async () => {
    const { visit, asked } = open()
    const page = await (await visit('POST', '/organisations', { as: 'analyst', form: { name: 'X', domains: 'not a domain' } })).text()
    assert.match(page, /“not” is not a domain/)
    assert.deepEqual(asked, [])
  })

  test('a domain or a name that the rooms below refuse is told at its field, and what was typed stays', async () => {
    const { deps } = inventedProgramme({
      change: (whole) => ({
        ...whole,
        organisations: {
          ...whole.organisations,
          create: async () => Promise.reject(refusal('domain-not-valid', 'no', { facts: { domain: '1.2' } })),
        },
      }),
    })
    const form = { name: 'Hartley for Ohio', domains: '1.2' }
    const answer = await visitorOf(createWeb(deps))('POST', '/organisations', { as: 'analyst', form })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /<a href="#domains">“1\.2” is not a mail domain[\s\S]*value="Hartley for Ohio"/)
  })

  test('a link is shown once, whole, to be given by hand', async () => {
    const page = await (
      await open().visit('POST', `/organisations/${examples.organisation}/people/${examples.member}/invite`, { as: 'analyst' })
    ).text()
    assert.ok(page.includes(`value="http://localhost:8080/join/${examples.invitation}"`))
  })

  test('a link that cannot be mailed is told above the people, who are still there', async () => {
    const { deps } = inventedProgramme({
      change: (whole) => ({
        ...whole,
        organisations: { ...whole.organisations, mailInvitation: async () => Promise.reject(refusal('mail-not-set-up', 'no mail')) },
      }),
    })
    const answer = await visitorOf(createWeb(deps))('POST', `/organisation/people/${examples.member}/mail`, { as: 'administrator' })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /<a href="#people">Mail is not set up yet[\s\S]*<section class="sheet" id="people">[\s\S]*Lee Abara/)
  })

  test('an address that takes part already is told at its field, and the name is kept', async () => {
    const form = { name: 'Lee Abara', address: 'taken@hartley.example', role: 'member' }
    const page = await (await open().visit('POST', '/organisation/people', { as: 'administrator', form })).text()
    assert.match(page, /<a href="#address">Somebody in this organisation has this address already/)
    assert.match(page, /value="Lee Abara"/)
  })
})

describe('deciding about an incident', () => {
  const path = `/incidents/${examples.incident}/decide`

  test('a dismissal carries its reason', async () => {
    const { visit, asked } = open()
    await visit('POST', path, { as: 'analyst', form: { step: 'dismiss', why: 'honest-mail', reason: 'Called the sender.' } })
    assert.deepEqual(asked[0]?.with.slice(1), [examples.incident, { step: 'dismiss', why: 'honest-mail', reason: 'Called the sender.' }])
  })

  test('an empty note is not recorded', async () => {
    const { visit, asked } = open()
    assert.match(await (await visit('POST', path, { as: 'analyst', form: { step: 'note' } })).text(), /Write the note first/)
    assert.deepEqual(asked, [])
  })

  test('the attacker’s words are text, and lead nowhere', async () => {
    const page = await (await open().visit('GET', `/incidents/${examples.incident}`, { as: 'analyst' })).text()
    assert.match(page, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/)
    assert.doesNotMatch(page, /https:\/\/microsoft\.com|zo0m-meet\.example/)
    assert.match(page, /hxxps:\/\/microsoft\[\.\]com\/devicelogin/)
  })
})

describe('settings', () => {
  test('a relay that does not exist is told at its field, and what was typed stays', async () => {
    const form = { smtpHost: 'nowhere.example', smtpPort: '2525', smtpTls: 'starttls', fromAddress: 'a@b.example' }
    const answer = await open().visit('POST', '/settings/mail', { as: 'operator', form })
    assert.equal(answer.status, 422)
    const page = await answer.text()
    assert.match(page, /<a href="#smtpHost">There is no mail server named nowhere\.example/)
    assert.match(page, /value="2525"/)
  })

  test('an empty password keeps the old one, and no password is ever shown', async () => {
    const { visit, asked } = open()
    await visit('POST', '/settings/mail', { as: 'operator', form: { smtpHost: 'mail.example', smtpPassword: '' } })
    assert.ok(!JSON.stringify(asked[0]?.with[2]).includes('smtpPassword'))
    const page = await (await visit('GET', '/settings', { as: 'operator' })).text()
    assert.match(page, /id="smtpPassword" name="smtpPassword" type="password" value=""/)
  })

  test('what stands in the file cannot be typed over', async () => {
    const page = await (await open().visit('GET', '/settings', { as: 'operator' })).text()
    assert.match(page, /id="publicAddress"[^>]* disabled/)
  })

  test('a number that is none is told before anything is saved', async () => {
    const { visit, asked } = open()
    assert.match(
      await (await visit('POST', '/settings/retention', { as: 'operator', form: { flaggedDays: 'many' } })).text(),
      /Enter a whole number/,
    )
    assert.deepEqual(asked, [])
  })
})

test('after joining one stands before the one mailbox to connect', async () => {
  const { deps } = inventedProgramme({
    change: (whole) => ({
      ...whole,
      person: {
        ...whole.person,
        home: async (who) => {
          const seen = await whole.person.home(who)
          return { ...seen, accounts: seen.accounts.slice(0, 1).map((one) => ({ ...one, watch: 'none' as const })) }
        },
      },
    }),
  })
  const visit = visitorOf(createWeb(deps))
  const answer = await visit('GET', '/accounts/connect?done=joined', { as: 'person' })
  assert.equal(answer.headers.get('location'), `/accounts/${examples.account}/connect?done=joined`)
  const page = await (await visit('GET', answer.headers.get('location') ?? '', { as: 'person' })).text()
  assert.match(page, /Welcome\. One thing at a time: first your mailbox\./)
})

test('an analyst reads of nobody else’s page as of their own', async () => {
  const page = await (await open().visit('GET', `/incidents/${examples.incident}`, { as: 'analyst' })).text()
  assert.match(page, /also on their own page/)
  assert.doesNotMatch(page, /your page|This page/)
})

test('an invitation asks for consent before anything is kept', async () => {
  const { visit, asked } = open()
  const path = `/join/${examples.invitation}`
  assert.match(await (await visit('POST', path, { form: { name: 'Lee Abara', language: 'es' } })).text(), /Marque la casilla/)
  assert.equal(asked.length, 0)
  const answer = await visit('POST', path, { form: { name: 'Lee Abara', language: 'es', consent: 'yes' } })
  assert.equal(answer.headers.get('location'), '/accounts/connect?done=joined')
  assert.deepEqual(asked[0]?.with, [
    { token: examples.invitation, name: 'Lee Abara', language: 'es', consentVersion: '2026-1', userAgent: '' },
  ])
})

test('the queue is exported whole, and a filter to nothing offers the way back', async () => {
  const { visit } = open()
  const csv = await (await visit('GET', '/queue/export.csv', { as: 'analyst' })).text()
  assert.equal(csv.trim().split('\r\n').length, 5)
  assert.match(
    await (await visit('GET', '/queue?search=nothing', { as: 'analyst' })).text(),
    /Nothing here with this filter[\s\S]*href="\/queue\?state=all"/,
  )
})

describe('a reach that lives', () => {
  test('is stopped by a plain form at the incident and at the hunt', async () => {
    const { visit, asked } = open()
    const incident = await (await visit('GET', `/incidents/${examples.incident}`, { as: 'analyst' })).text()
    assert.match(incident, new RegExp(`<form method="post" action="/incidents/${examples.incident}/reach/stop">.*?<button type="submit"`))
    const stopped = await visit('POST', `/incidents/${examples.incident}/reach/stop`, { as: 'analyst' })
    assert.equal(stopped.headers.get('location'), `/incidents/${examples.incident}?done=reach-stopped`)
    const hunt = await (await visit('GET', '/hunt?kind=sender&value=desk%40harbour.example', { as: 'analyst' })).text()
    assert.match(hunt, /action="\/hunt\/reach\/stop"><input type="hidden" name="kind" value="sender"><input type="hidden" name="value"/)
    await visit('POST', '/hunt/reach/stop', { as: 'analyst', form: { kind: 'sender', value: 'desk@harbour.example' } })
    const stops = asked.filter(({ name }) => name === 'stopReach').map((one) => one.with[1])
    assert.deepEqual(stops, [{ incidentId: examples.incident }, { kind: 'sender', value: 'desk@harbour.example' }])
  })
})

describe('a list that would hit honest mail', () => {
  test('is asked about in one sentence, with what and why, and taken when somebody ticks it', async () => {
    const { visit, asked } = open()
    const entries = 'gmail.com\nevil.example'
    const doubted = await visit('POST', '/lists', { as: 'operator', form: { list: 'block', entries } })
    assert.equal(doubted.status, 422)
    const page = await doubted.text()
    assert.match(page, /Nothing was added yet/)
    assert.match(page, /block: gmail\.com is a free mail service\./)
    assert.match(page, /<input type="hidden" name="doubted" value="seen">/)
    assert.doesNotMatch(page, /name="sure"[^>]* checked/)
    const again = await visit('POST', '/lists', { as: 'operator', form: { list: 'block', entries, doubted: 'seen' } })
    assert.equal(again.status, 422, 'the tick is what counts')
    await visit('POST', '/lists', { as: 'operator', form: { list: 'block', entries, doubted: 'seen', sure: 'yes' } })
    assert.deepEqual(
      asked.map((one) => one.with[2]),
      ['', '', 'seen'],
    )
  })
})

describe('the records of the sender', () => {
  const path = '/settings/records'

  test('are shown to the operator with what to publish and what is there, and to no analyst', async () => {
    const { visit } = open()
    const page = await (await visit('GET', path, { as: 'operator' })).text()
    assert.match(page, /Still to publish: 2/)
    assert.match(page, /value="v=DMARC1; p=reject; adkim=s"/)
    assert.match(page, /There is more than one, so receivers heed none[\s\S]*v=spf1 mx -all/)
    assert.equal((await visit('GET', path, { as: 'analyst' })).status, 404)
  })

  test('that are all there leave nothing to do', async () => {
    const { deps } = inventedProgramme()
    const operations = {
      ...deps.operations,
      senderRecords: async (...who: Parameters<typeof deps.operations.senderRecords>) =>
        (await deps.operations.senderRecords(...who)).slice(0, 1),
    }
    const page = await (await visitorOf(createWeb({ ...deps, operations }))('GET', path, { as: 'operator' })).text()
    assert.match(page, /All of them are there/)
  })
})
