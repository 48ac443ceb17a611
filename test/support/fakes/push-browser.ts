/** The browser's half of Web Push in tests: its keys, and reading a message as RFC 8291 tells a browser to, by another's code. */
import { createECDH, type ECDH, randomBytes } from 'node:crypto'
import ece from 'http_ece'

export type TestBrowser = { readonly ecdh: ECDH; readonly p256dh: Buffer; readonly auth: Buffer }

export function newBrowserKeys(): TestBrowser {
  const ecdh = createECDH('prime256v1')
  return { ecdh, p256dh: ecdh.generateKeys(), auth: randomBytes(16) }
}

/** The subscription as `toJSON()` gives it. */
export const subscriptionOf = ({ p256dh, auth }: TestBrowser, endpoint: string): string =>
  JSON.stringify({ endpoint, expirationTime: null, keys: { p256dh: p256dh.toString('base64url'), auth: auth.toString('base64url') } })

/** Throws when the message is for somebody else. */
export const decrypted = ({ ecdh, auth }: TestBrowser, body: Buffer): string =>
  ece.decrypt(body, { version: 'aes128gcm', privateKey: ecdh, authSecret: auth.toString('base64url') }).toString('utf8')
