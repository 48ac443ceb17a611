import assert from 'node:assert/strict'
import { test } from 'node:test'
import { providerOf } from './provider-of.ts'

test('the big houses are known by any of their domains, however it is written', () => {
  assert.equal(providerOf('Ana.Ruiz@GoogleMail.com ').id, 'google')
  assert.equal(providerOf('ana@hotmail.co.uk').id, 'microsoft')
  assert.equal(providerOf('ana@yahoo.com.mx').id, 'yahoo')
  assert.equal(providerOf('ana@me.com').id, 'apple')
})

test('a domain that only looks like a big house is a house we do not know', () => {
  for (const address of ['ana@gmail.com.lure.example', 'ana@notgmail.com', 'ana@mail.outlook.com'])
    assert.equal(providerOf(address).id, 'other', address)
})

test('at a house we do not know, a neighbour with a mailbox there does not speak for it', () => {
  const { name, securitySenders } = providerOf('ana@post.example')
  assert.equal(name, 'post.example')
  assert.ok(securitySenders.includes('no-reply@post.example'))
  assert.ok(!securitySenders.some((sender) => sender.startsWith('@') || sender.startsWith('eve@')))
})
