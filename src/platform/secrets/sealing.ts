/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce. A sealed value is
 * `version(1) nonce(12) tag(16) text`; what it belongs to is bound in as
 * additional data, so that a value moved to another row does not open.
 */
import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'
import { defect } from '#kernel'

const version = 1
const nonceBytes = 12
const tagBytes = 16

export function sealWith(key: Buffer | KeyObject, plain: Uint8Array | string, context: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  const text = Buffer.concat([cipher.update(typeof plain === 'string' ? Buffer.from(plain) : plain), cipher.final()])
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), text])
}

/** Throws a defect when the value was changed, moved, or sealed with another key. */
export function openWith(key: Buffer | KeyObject, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== version || sealed.length < 1 + nonceBytes + tagBytes)
    throw defect('not-sealed', `opening ${context}: it is not a sealed value`)
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceBytes))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes + tagBytes)), decipher.final()])
  } catch (cause) {
    throw defect('seal-broken', `opening ${context}: the seal does not fit`, { cause })
  }
}
