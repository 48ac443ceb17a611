/** The WebAuthn library, loaded when somebody first signs in by passkey: its certificate parsers are a tenth of a start. */
export const webauthn = () => import('@simplewebauthn/server')
