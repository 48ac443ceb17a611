/** http_ece (RFC 8188, by the authors of web-push) comes without types; this is what tests use of it. */
declare module 'http_ece' {
  import type { ECDH } from 'node:crypto'

  const ece: {
    readonly decrypt: (
      body: Buffer,
      how: { readonly version: 'aes128gcm'; readonly privateKey: ECDH; readonly authSecret: string },
    ) => Buffer
  }
  export default ece
}
