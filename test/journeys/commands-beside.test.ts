/** Commands that an operator types while the product runs on the same data: they join it, and it goes on. */
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { isOneSentence, runCommand } from '../support/command.ts'
import { newDataDir, type Product, startProduct } from '../support/product.ts'
import { ask } from '../support/product-database.ts'
import { openHouseFor, seedOrganisation, seedRelay } from '../support/seed.ts'
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts'

let product: Product
let sink: SmtpSink
const beside = (...words: string[]) => runCommand(words, { BELLWETHER_DATA: product.dataDir })
const goesOn = async () => assert.equal((await fetch(`${product.address}/healthz`)).status, 200)

before(async () => {
  const dataDir = await newDataDir()
  sink = await startSmtpSink()
  const house = await openHouseFor(dataDir)
  const imap = { host: '127.0.0.1', port: 1 }
  await seedOrganisation(house, { organisation: 'Westlake Office', domain: 'westlake-office.example', people: ['Ana Ruiz'], imap })
  await seedRelay(house, sink)
  const before = await house.settings.read()
  await house.settings.save({ kind: 'programme' }, { ...before, smtp: before.smtp && { ...before.smtp, password: 'hidden-word' } })
  await house.close()
  product = await startProduct({ dataDir, roles: 'web,worker' })
})
after(async () => {
  await product?.remove()
  await sink?.stop()
})

test('settings are shown and tried beside the product, and no password is among them', async () => {
  const well = await beside('settings')
  assert.equal(well.status, 0, well.stderr)
  assert.equal(JSON.parse(well.stdout).fromAddress, 'notices@programme.example')
  assert.match(well.stderr, /ok +smtpHost: 127\.0\.0\.1 takes our mail\./)
  assert.doesNotMatch(well.stdout + well.stderr, /hidden-word/)
  await goesOn()
})

test('a log that nobody touched is whole; one changed row is named, and the status is 1', async () => {
  const whole = await beside('audit', 'verify')
  assert.equal(whole.status, 0, whole.stderr)
  assert.match(whole.stdout, /The audit log is whole: \d+ entries/)

  // The rows are guarded against the product's own roles; the machine's owner can still reach them, and is found out.
  const [row] = await ask<{ seq: string }>(product, 'select seq from bellwether.audit_entry order by seq offset 1 limit 1')
  await ask(product, `set session_replication_role = replica; update bellwether.audit_entry set action = 'nothing' where seq = ${row?.seq}`)
  const broken = await beside('audit', 'verify')
  assert.equal(broken.status, 1, broken.stderr)
  assert.match(broken.stdout, new RegExp(`^The audit log is broken at entry ${row?.seq}: [^\\n]+\\n$`))
  await goesOn()
})

test('keys are rotated beside the product, which then starts with the new one only', async () => {
  const nothing = await beside('keys', 'rotate')
  assert.ok(isOneSentence(nothing), nothing.stderr)
  const file = join(product.dataDir, 'keys', 'next')
  const rotated = await beside('keys', 'rotate', '--to-file', file)
  assert.equal(rotated.status, 0, rotated.stderr)
  assert.match(rotated.stdout, /^[1-9]\d* data keys are now sealed under the new key\./)
  await goesOn()
  await product.stop()
  const old = await beside('settings')
  assert.ok(isOneSentence(old), old.stderr)
  assert.match(old.stderr, /name the right key/)

  await writeFile(join(product.dataDir, 'bellwether.json'), JSON.stringify({ kek: { file } }))
  await product.start()
  assert.equal((await beside('settings')).status, 0)
})
