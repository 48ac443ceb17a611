/**
 * Encrypts a message so that only one browser can read it and no push service
 * on the way: RFC 8291, with the content coding `aes128gcm` of RFC 8188 in a
 * single record.
 */
import { createCipheriv, createECDH, hkdfSync } from 'node:crypto'

/** A browser's half: an uncompressed point on P-256 (65 bytes) and its secret (16 bytes). */
export type BrowserKeys = { readonly p256dh: Buffer; readonly auth: Buffer }

/** New for each message (RFC 8291 §3.1): 16 bytes nobody can foresee, and a private key on P-256. */
export type Fresh = { readonly salt: Buffer; readonly privateKey?: Buffer }

export const curve = 'prime256v1'
/** The size of a record; a message of ours is always a smaller last one (RFC 8291 §4). */
const recordSize = 4096
/** What push services must take (RFC 8030 §7.2), without header, end mark and tag. */
export const mostBytes = recordSize - 86 - 1 - 16
/** "Last record" (RFC 8188 §2). */
const lastRecord = Buffer.from([2])

/** The body of the request. `plain` has at most `mostBytes`. Throws for a point that lies on no curve. */
export function encryptFor({ p256dh, auth }: BrowserKeys, plain: Buffer, { salt, privateKey }: Fresh): Buffer {
  const ours = createECDH(curve)
  if (privateKey === undefined) ours.generateKeys()
  else ours.setPrivateKey(privateKey)
  const publicKey = ours.getPublicKey()
  const shared = derive(ours.computeSecret(p256dh), auth, Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, publicKey]), 32)
  const key = derive(shared, salt, 'Content-Encoding: aes128gcm\0', 16)
  const nonce = derive(shared, salt, 'Content-Encoding: nonce\0', 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(plain), cipher.update(lastRecord), cipher.final(), cipher.getAuthTag()])
  const sizes = Buffer.alloc(5)
  sizes.writeUInt32BE(recordSize)
  sizes.writeUInt8(publicKey.length, 4)
  return Buffer.concat([salt, sizes, publicKey, sealed])
}

const derive = (secret: Buffer, salt: Buffer, info: Buffer | string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, bytes))
