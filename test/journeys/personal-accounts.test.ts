/**
 * One person and her account at Google, through the pages of a real house and
 * a real mail server: what can be seen, the secret address and its end, a look
 * of her own, and what of it anybody else finds.
 */
import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { createTransport } from 'nodemailer'
import { type Intake, startIntake } from '#intake'
import { digitsOf, makeFirstLink } from '#members'
import { watchedBy } from '#providers'
import type { Web } from '#web'
import { silent } from '../support/database.ts'
import { newDataDir } from '../support/product.ts'
import { openHouseFor } from '../support/seed.ts'
import type { Send } from '../support/sides.ts'
import { sendTo, webOf } from '../support/web-of-house.ts'
import { staffWithPasskeys } from '../support/with-passkey.ts'

const origin = 'http://localhost:8080'
const domain = 'in.programme.example'
const mailbox = 'ada.hartley@gmail.com'

describe('a personal account at Google', () => {
  let house: Awaited<ReturnType<typeof openHouseFor>>
  let dataDir: string
  let web: Web
  let intake: Intake
  let operator: string
  let ada: string
  let account: string
  let address: string

  const ask: Send = async (...asked) => sendTo(web, origin)(...asked)
  const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const leadsTo = (answer: Response) => answer.headers.get('location') ?? ''
  /** The page's own part, without what stands around every page. */
  async function page(path: string, cookie = ada): Promise<string> {
    const answer = await ask('GET', path, cookie)
    const text = await answer.text()
    assert.equal(answer.status, 200, text)
    return /<main[^>]*>([\s\S]*)<\/main>/.exec(text)?.[1] ?? ''
  }

  async function mail(to: string): Promise<unknown> {
    const post = createTransport({ host: '127.0.0.1', port: intake.port, ignoreTLS: true })
    try {
      return await post.sendMail({
        envelope: { from: 'x@gmail.com', to },
        raw: `From: a@b.example\r\nTo: ${mailbox}\r\nSubject: s\r\n\r\nt\r\n`,
      })
    } finally {
      post.close()
    }
  }

  before(async () => {
    dataDir = await newDataDir()
    house = await openHouseFor(dataDir)
    await house.settings.save({ kind: 'programme' }, { ...(await house.settings.read()), intakeDomain: domain })
    const { storage, vault, clock } = house
    intake = await startIntake({
      ...{ host: '127.0.0.1', port: 0, domain, storage, vault, clock, log: silent },
      knows: (localPart) => watchedBy(house.members, localPart),
      isBounceToken: () => false,
      onReport: async () => {},
      onBounce: async () => {},
    })
    web = webOf(house, origin)
    operator = cookieOf(await ask('POST', `/first/${await makeFirstLink(house.members)}`, '', { name: 'Olu Perator' }))
    await staffWithPasskeys(house)
    const made = await ask('POST', '/organisations', operator, { name: 'Hartley', kind: 'campaign', domains: 'hartley.example' })
    const organisation = /\/organisations\/([^?]+)/.exec(leadsTo(made))?.[1] ?? ''
    const person = { name: 'Ada Hartley', address: 'ada@hartley.example', role: 'administrator' }
    await ask('POST', `/organisations/${organisation}/people`, operator, person)
    const personId = /people\/([0-9a-f-]{36})\/invite/.exec(await page(`/organisations/${organisation}`, operator))?.[1] ?? ''
    const invited = await (await ask('POST', `/organisations/${organisation}/people/${personId}/invite`, operator)).text()
    const token = /\/join\/([\w-]+)/.exec(invited)?.[1] ?? ''
    ada = cookieOf(await ask('POST', `/join/${token}`, '', { name: 'Ada Hartley', language: 'en', consent: 'yes' }))
    account = /accounts\/([^/]+)\/prove/.exec(leadsTo(await ask('POST', '/accounts/personal', ada, { address: mailbox })))?.[1] ?? ''
  })
  after(async () => {
    await intake?.stop()
    await house?.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  test('before the address is proven there is no secret address', async () => {
    assert.match(await page(`/accounts/${account}/watching`), /Prove first that this address is yours/)
    assert.equal((await ask('POST', `/accounts/${account}/watching`, ada, { consent: 'yes' })).status, 422)
    const { id } = await house.storage.asTenant({ kind: 'programme' }, (tx) =>
      tx.selectFrom('mail_code').select('id').where('account_id', '=', account).executeTakeFirstOrThrow(),
    )
    await ask('POST', `/accounts/${account}/prove`, ada, { code: digitsOf(house.vault, id) })
  })

  test('the page says that Google shows nobody its sign-in log, and what would show a little', async () => {
    const says = await page(`/accounts/${account}/sight`)
    assert.match(says, /Google shows its sign-in log to nobody but you/)
    assert.match(says, /shows no sign-in and no changed setting/)
    assert.match(await page(`/accounts/${account}`), /What we can see here/)
  })

  test('the secret address is made with a permission, and set up in words without a link to follow', async () => {
    const without = await ask('POST', `/accounts/${account}/watching`, ada, { way: 'forward' })
    assert.equal(without.status, 422)
    assert.match(await without.text(), /Tick the box if the programme may read these mails/)
    assert.equal((await ask('POST', `/accounts/${account}/watching`, ada, { consent: 'yes' })).status, 303)
    const says = await page(`/accounts/${account}/watching`)
    address = new RegExp(`watch-[0-9a-f]{20}@${domain}`).exec(says)?.[0] ?? ''
    assert.ok(address)
    assert.match(says, /from:no-reply@accounts\.google\.com OR subject:BW[0-9A-Z]{8}/)
    for (const [, to] of says.matchAll(/href="([^"]*)"/g)) assert.match(to ?? '', /^\//)
  })

  test('mail to it is taken in, sealed', async () => {
    await mail(address)
    const { rows } = await house.storage.asTenant({ kind: 'programme' }, async (tx) => ({
      rows: await tx.selectFrom('report_spool').select(['sealed', 'watch_address_id']).execute(),
    }))
    assert.equal(rows.length, 1)
    assert.ok(rows[0]?.watch_address_id)
    assert.ok(!rows[0]?.sealed.includes('Subject'))
  })

  test('she sends herself a test mail, not twice in ten minutes', async () => {
    assert.match(leadsTo(await ask('POST', `/accounts/${account}/watching/test`, ada)), /done=test-sent/)
    const again = await ask('POST', `/accounts/${account}/watching/test`, ada)
    assert.equal(again.status, 422)
    assert.match(await again.text(), /Wait ten minutes/)
    assert.match(await page(`/accounts/${account}/watching`), /A test mail is on its way/)
  })

  test('the replaced address is refused, the new one works', async () => {
    assert.match(await page(`/accounts/${account}/watching/replace`), /The old one stops at once/)
    await ask('POST', `/accounts/${account}/watching/replace`, ada)
    await assert.rejects(mail(address), { responseCode: 550 })
    address = /watch-[0-9a-f]{20}@[\w.]+example/.exec(await page(`/accounts/${account}/watching`))?.[0] ?? ''
    await mail(address)
  })

  test('the permission stands in her privacy with its receipt; taken back, the address is closed and empty at once', async () => {
    const privacy = await page('/privacy')
    assert.match(privacy, /reads the security mails of your provider about ada\.hartley@gmail\.com/)
    const consent = /<li[^>]*>(?:(?!<\/li>)[\s\S])*security mails(?:(?!<\/li>)[\s\S])*consents\/([^/]+)\/withdraw/.exec(privacy)?.[1] ?? ''
    assert.match(await page(`/privacy/consents/${consent}/receipt`), /sends to an address made for me/)
    assert.match(await (await ask('GET', '/privacy/mine.json', ada)).text(), /"secretAddresses":\s*\[\s*\{/)
    await ask('POST', `/privacy/consents/${consent}/withdraw`, ada)
    await assert.rejects(mail(address), { responseCode: 550 })
    const left = await house.storage.asTenant({ kind: 'programme' }, (tx) => tx.selectFrom('report_spool').select('id').execute())
    assert.deepEqual(left, [])
  })

  test('she looks herself: one place and one question at a time, each answer kept, at most three actions where something is not hers', async () => {
    for (const [n, answer] of ['good', 'good', 'not-mine', 'unsure', 'good'].entries()) {
      const says = await page(`/accounts/${account}/self-check`)
      assert.match(says, new RegExp(`Place ${n + 1} of 5`))
      assert.equal(says.match(/<form/g)?.length, 1)
      const place = /name="place" value="(\w+)"/.exec(says)?.[1] ?? ''
      const next = leadsTo(await ask('POST', `/accounts/${account}/self-check`, ada, { place, answer }))
      if (answer !== 'not-mine') continue
      const found = await page(next)
      assert.match(found, /remove that forwarding or rule/)
      assert.ok((found.match(/<li>/g)?.length ?? 0) <= 3)
    }
    const looked = await page(`/accounts/${account}/self-check`)
    assert.match(looked, /Something is not mine[\s\S]*I am not sure/)
    assert.match(looked, /Advanced Protection/)
  })

  test('an answer that was not given is asked for again', async () => {
    const answer = await ask('POST', `/accounts/${account}/self-check`, ada, { place: 'devices' })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /Choose one of the three answers[\s\S]*Are all these devices yours/)
  })

  test('the desk learns of it when she tells it, and then a name and no address', async () => {
    assert.doesNotMatch(await page('/health', operator), /asks for help/)
    await ask('POST', `/accounts/${account}/self-check/tell`, ada)
    const health = await page('/health', operator)
    assert.match(health, /Ada Hartley asks for help/)
    assert.doesNotMatch(health, /gmail|google/i)
    assert.match(await page(`/accounts/${account}/self-check/found`), /The desk knows/)
  })

  test('nobody else finds the account: not in the organisation’s pages, the desk’s or the log', async () => {
    for (const [path, cookie] of [
      ['/organisation', ada],
      ['/organisations', operator],
      ['/queue?state=all', operator],
      ['/audit', operator],
      ['/health', operator],
    ] as const)
      assert.doesNotMatch(await page(path, cookie), /gmail|watch-/i, path)
    for (const path of ['sight', 'watching', 'self-check'])
      assert.equal((await ask('GET', `/accounts/${account}/${path}`, operator)).status, 404)
  })
})
