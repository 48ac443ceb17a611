import assert from 'node:assert/strict'
import { createECDH, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import webPush from 'web-push'
import { decrypted, newBrowserKeys } from '../../../../test/support/fakes/push-browser.ts'
import { curve, encryptFor, mostBytes } from './encrypt.ts'

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url')

/** RFC 8291 §5. */
const watermelon = {
  plain: 'When I grow up, I want to be a watermelon',
  auth: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
  browser: bytes('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94'),
  ours: bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
  salt: bytes('DGv6ra1nlYgDCS1FRnbzlw'),
  body: [
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml',
    'mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT',
    'pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  ].join(''),
}

test('the message of the standard comes out byte for byte', () => {
  const browser = createECDH(curve)
  browser.setPrivateKey(watermelon.browser)
  const keys = { p256dh: browser.getPublicKey(), auth: watermelon.auth }
  const body = encryptFor(keys, Buffer.from(watermelon.plain), { salt: watermelon.salt, privateKey: watermelon.ours })
  assert.equal(body.toString('base64url'), watermelon.body)
})

test('a browser reads what we send it, as it reads what another sender sends, and no other browser does', () => {
  for (const plain of ['', 'Possible access', 'ñ🙂'.repeat(500), 'x'.repeat(mostBytes)]) {
    const [browser, other] = [newBrowserKeys(), newBrowserKeys()]
    assert.equal(decrypted(browser, encryptFor(browser, Buffer.from(plain), { salt: randomBytes(16) })), plain)
    if (plain !== '') {
      const theirs = webPush.encrypt(browser.p256dh.toString('base64url'), browser.auth.toString('base64url'), plain, 'aes128gcm')
      assert.equal(decrypted(browser, theirs.cipherText), plain)
    }
    assert.throws(() => decrypted(other, encryptFor(browser, Buffer.from(plain), { salt: randomBytes(16) })))
  }
})

test('the longest message fits what every push service takes', () => {
  assert.equal(encryptFor(newBrowserKeys(), Buffer.alloc(mostBytes), { salt: randomBytes(16) }).length, 4096)
})

test('no two messages share their key or their salt', () => {
  const browser = newBrowserKeys()
  const heads = Array.from({ length: 20 }, () =>
    encryptFor(browser, Buffer.from('x'), { salt: randomBytes(16) })
      .subarray(0, 86)
      .toString('hex'),
  )
  assert.equal(new Set(heads).size, 20)
})
