/**
 * What an IMAP server, TLS or the network said, as one of our codes. Servers
 * say the same thing in many ways; their texts are matched in one place.
 */
import type { ImapFlowError } from 'imapflow'
import { isTrouble, type Trouble } from '#kernel'
import { notAMailServer } from './may-dial.ts'
import { type ImapCode, imapTrouble } from './refusals.ts'
import type { ImapSettings } from './settings.ts'

const byCode: Readonly<Record<string, ImapCode>> = {
  ENOTFOUND: 'unknown-host',
  [notAMailServer]: 'not-a-mail-server',
  EAI_NONAME: 'unknown-host',
  ECONNREFUSED: 'no-imap-here',
  EHOSTUNREACH: 'no-imap-here',
  ENETUNREACH: 'no-imap-here',
  ETIMEDOUT: 'server-slow',
  CONNECT_TIMEOUT: 'server-slow',
  GREETING_TIMEOUT: 'no-imap-here',
  UPGRADE_TIMEOUT: 'server-slow',
  ETIMEOUT: 'server-slow',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-not-trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-not-trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-not-trusted',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-not-trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-not-trusted',
  CERT_UNTRUSTED: 'certificate-not-trusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-of-another',
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-expired',
  // A server that speaks plainly where TLS was expected.
  ERR_SSL_WRONG_VERSION_NUMBER: 'tls-required',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tls-required',
  MissingServerExtension: 'tls-required',
  InvalidResponse: 'no-imap-here',
  LineTooLarge: 'no-imap-here',
}

/** Turns whatever was thrown while talking to a server into Trouble with a clear sentence. */
export function readTrouble(thrown: unknown, settings: ImapSettings): Trouble {
  if (isTrouble(thrown)) return thrown
  if (!(thrown instanceof Error)) return imapTrouble('server-unavailable', settings, thrown)
  const error: ImapFlowError = thrown
  return imapTrouble(codeOf(error, settings), settings, thrown)
}

function codeOf(error: ImapFlowError, settings: ImapSettings): ImapCode {
  const said = `${error.responseText ?? ''} ${typeof error.response === 'string' ? error.response : ''} ${error.reason ?? ''} ${error.message}`
  if (/too many|maximum number of|connection limit|\[LIMIT\]/i.test(said)) return 'too-many-connections'
  if (error.authenticationFailed) return codeOfSignIn(error.serverResponseCode ?? '', said, settings)
  const known = byCode[error.code ?? '']
  if (known !== undefined) return known
  if (error.tlsFailed) return 'tls-required'
  if (error.code?.startsWith('ParserError')) return 'no-imap-here'
  return 'server-unavailable'
}

// RFC 5530 names the response codes; the big providers add words of their own.
function codeOfSignIn(code: string, said: string, settings: ImapSettings): ImapCode {
  if (code === 'PRIVACYREQUIRED') return 'tls-required'
  if (code === 'UNAVAILABLE' || code === 'INUSE' || code === 'SERVERBUG' || code === 'LIMIT') return 'server-unavailable'
  if (/app(lication)?[- ]specific|app password/i.test(said)) return 'app-password-needed'
  if (/imap (access )?is (disabled|turned off)|not enabled for imap|enable imap/i.test(said)) return 'imap-turned-off'
  return settings.how === 'xoauth2' ? 'sign-in-expired' : 'wrong-password'
}
