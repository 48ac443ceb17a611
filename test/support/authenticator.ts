/**
 * A passkey device for tests without a browser: makes and uses discoverable
 * ES256 credentials as WebAuthn Level 3 §6 describes, attestation "none".
 */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

type Options = { readonly challenge: string; readonly origin: string; readonly rpId: string; readonly userHandle?: string }

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest()
const text = (value: string): Buffer => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
const bytes = (value: Buffer): Buffer =>
  Buffer.concat([
    value.length < 24
      ? Buffer.from([0x40 + value.length])
      : value.length < 256
        ? Buffer.from([0x58, value.length])
        : Buffer.from([0x59, value.length >> 8, value.length & 255]),
    value,
  ])

export class Authenticator {
  readonly #key: KeyObject
  readonly #publicKey: Buffer
  readonly #id = randomBytes(32)
  #counter = 0

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.#key = privateKey
    // COSE_Key (RFC 9053 §7.1): kty EC2, alg ES256, crv P-256, x, y.
    this.#publicKey = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      bytes(Buffer.from(x, 'base64url')),
      Buffer.from([0x22]),
      bytes(Buffer.from(y, 'base64url')),
    ])
  }

  get id(): string {
    return this.#id.toString('base64url')
  }

  #clientData(type: string, { challenge, origin }: Options): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  #authenticatorData(rpId: string, flags: number, more: Buffer = Buffer.alloc(0)): Buffer {
    this.#counter += 1
    const head = Buffer.alloc(5)
    head.writeUInt8(flags, 0)
    head.writeUInt32BE(this.#counter, 1)
    return Buffer.concat([sha256(rpId), head, more])
  }

  /** As `navigator.credentials.create` would answer, in JSON. */
  register(options: Options): unknown {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.#id.length)
    const authData = this.#authenticatorData(options.rpId, 0x45, Buffer.concat([Buffer.alloc(16), length, this.#id, this.#publicKey]))
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      bytes(authData),
    ])
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: this.#clientData('webauthn.create', options).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      },
    }
  }

  /** As `navigator.credentials.get` would answer, in JSON. */
  signIn(options: Options): unknown {
    const authData = this.#authenticatorData(options.rpId, 0x05)
    const clientData = this.#clientData('webauthn.get', options)
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', Buffer.concat([authData, sha256(clientData)]), this.#key).toString('base64url'),
        ...(options.userHandle && { userHandle: options.userHandle }),
      },
    }
  }
}
