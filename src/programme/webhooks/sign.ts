/** Signatures after Standard Webhooks 1.0 (standardwebhooks.com): HMAC-SHA-256 over id, time and body, with a secret of 32 bytes. */
import { createHmac } from 'node:crypto'

export const secretBytes = 32

/** As it is shown once, and as libraries take it. */
export const shownSecret = (secret: Buffer): string => `whsec_${secret.toString('base64')}`

type Signed = { readonly id: string; readonly at: Date; readonly body: string }

/** The headers that prove a message: who sent it is who has the secret, and it was sent at that second. */
export function signatureHeaders(secret: Buffer, { id, at, body }: Signed): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
