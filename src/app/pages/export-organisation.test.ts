import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'kysely'
import { acceptInvitation, addPerson, createOrganisation, invite } from '#members'
import type { Web } from '#web'
import { newDataDir } from '../../../test/support/product.ts'
import { openHouseFor } from '../../../test/support/seed.ts'
import { sendTo, webOf } from '../../../test/support/web-of-house.ts'

const programme = { kind: 'programme' } as const
const origin = 'http://localhost:8080'

let dataDir: string
let house: Awaited<ReturnType<typeof openHouseFor>>
let web: Web
before(async () => {
  dataDir = await newDataDir()
  house = await openHouseFor(dataDir)
  web = webOf(house, origin)
})
after(async () => {
  await house?.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** An organisation, and a look at its files as its administrator takes them. */
async function organisationOf(name: string, domain: string) {
  const { members } = house
  const { id: organisationId } = await createOrganisation(members, programme, { name, kind: 'campaign', domains: [domain] })
  const given = { name: `Ada <of> ${name}`, address: `ada@${domain}`, title: '', role: 'administrator' } as const
  const added = await addPerson(members, programme, organisationId, given)
  const made = await invite(members, programme, { organisationId, personId: added?.personId ?? '' })
  const { token } = await acceptInvitation(members, { token: made?.token ?? '', name: given.name, language: 'en', consentVersion: '1' })
  const take = async (file: 'export.json' | 'export.html', of = organisationId) =>
    sendTo(web, origin)('GET', `/organisation/${file}?of=${of}`, `bellwether=${token}`)
  return { organisationId, take }
}

const fill = (organisationId: string, { people, incidents, value }: { people: number; incidents: number; value: number }) =>
  house.storage.asTenant(programme, async (tx) => {
    await sql`with made as (insert into bellwether.person (id, name, created_at)
        select gen_random_uuid(), 'Person ' || n, now() from generate_series(1, ${people}) n returning id),
      joined as (insert into bellwether.membership (organisation_id, person_id, role, since) select ${organisationId}, id, 'member', now() from made)
      insert into bellwether.account (id, organisation_id, person_id, kind, address, address_folded, created_at)
        select gen_random_uuid(), ${organisationId}, id, 'work', id || '@large.example', id || '@large.example', now() from made`.execute(
      tx,
    )
    await sql`insert into bellwether.incident (id, organisation_id, headline, severity, level, origin, messages, opened_at, last_message_at)
        select gen_random_uuid(), ${organisationId}, 'mail.borrowed-name', 'high', 'targeted', 'mailbox', 1, now(), now() - n * interval '1 second'
        from generate_series(1, ${incidents}) n`.execute(tx)
    await sql`insert into bellwether.value_entry (id, organisation_id, given_on, what, law, currency, minor_units, entered_at)
        select gen_random_uuid(), ${organisationId}, '2026-11-03', 'Protection ' || n, 'FEC', 'USD', n, now() from generate_series(1, ${value}) n`.execute(
      tx,
    )
  })

test('an organisation takes everything along: the JSON is whole and says what the page to read says, another one’s stays hidden', async () => {
  const { organisationId, take } = await organisationOf('Small', 'small.example')
  const stranger = await organisationOf('Other', 'other.example')
  await fill(organisationId, { people: 2, incidents: 1, value: 0 })
  const answer = await take('export.json')
  assert.match(answer.headers.get('content-disposition') ?? '', /bellwether-organisation\.json/)
  const all: Record<string, unknown> = JSON.parse(await answer.text())
  assert.deepEqual(Object.keys(all), ['exportedAt', 'organisation', 'people', 'circle', 'season', 'incidents', 'value'])
  assert.deepEqual(
    [all.people, all.incidents, all.value].map((rows) => Array.isArray(rows) && rows.length),
    [3, 1, 0],
  )
  assert.match(JSON.stringify(all.people), /ada@small\.example/)
  assert.doesNotMatch(JSON.stringify(all.people), /phrase/)

  const page = await (await take('export.html')).text()
  assert.match(page, /^<!DOCTYPE html>/)
  assert.match(page, /<h2>people<\/h2><table><thead><tr><th scope="col">person id<\/th>/)
  assert.match(page, /<td>Ada &lt;of&gt; Small<\/td>/)
  assert.match(page, /<h2>value<\/h2><p>Nothing\.<\/p><\/section><\/body><\/html>\n$/)
  assert.equal(page.match(/<table>/g)?.length, page.match(/<\/table>/g)?.length)
  assert.equal((await take('export.json', stranger.organisationId)).status, 404)
})

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
/** What the process holds on to, in MB. */
function held(): number {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1_000_000
}

test('a file of 5,000 people and 100,000 rows is written as it is read: no more than a little of it is ever held', async () => {
  const { organisationId, take } = await organisationOf('Large', 'large.example')
  await fill(organisationId, { people: 4999, incidents: 85_000, value: 10_000 })
  for (const [file, row] of [
    ['export.json', /^ {4}\{/gm],
    ['export.html', /<tr><td>/g],
  ] as const) {
    const before = held()
    const decoder = new TextDecoder()
    let [bytes, rows, most, chunks] = [0, 0, 0, 0]
    for await (const chunk of (await take(file)).body ?? assert.fail()) {
      bytes += chunk.length
      rows += decoder.decode(chunk).match(row)?.length ?? 0
      chunks += 1
      if (chunks % 25 === 0) most = Math.max(most, held() - before)
    }
    assert.equal(rows, 100_000, file)
    assert.ok(bytes > 20_000_000, `${file} has ${bytes} bytes`)
    assert.ok(chunks > 200 && most < 8, `${file}: ${most.toFixed(1)} MB were held of ${(bytes / 1_000_000).toFixed(0)} MB`)
  }
})
