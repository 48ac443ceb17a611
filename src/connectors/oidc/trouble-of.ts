/** What went wrong at a provider, in our three kinds: the person said no, the answer is not right, or nobody could be reached. */
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import { isTrouble, refusal, setback, type Trouble } from '#kernel'

/** What a provider answers when the person turned back there, or is not let through by it (RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6). */
const declined = new Set(['access_denied', 'login_required', 'interaction_required', 'consent_required', 'account_selection_required'])
const itsOwnTrouble = new Set(['server_error', 'temporarily_unavailable'])
/** Of our client: its id or secret is not known there, or its address of return is not registered. */
const ourOwnTrouble = new Set(['invalid_request', 'invalid_client', 'unauthorized_client', 'invalid_scope', 'unsupported_response_type'])
const notReached = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
])

export function troubleOf(thrown: unknown, host: string): Trouble {
  const facts = { host }
  const unreached = (why: string) => setback('provider-not-reached', `signing in at ${host}: ${why}`, { cause: thrown, facts })
  const wrong = (why: string) => refusal('provider-answer-wrong', `The answer of ${host} is not right: ${why}.`, { cause: thrown, facts })
  if (isTrouble(thrown)) return thrown.kind === 'setback' ? unreached(thrown.message) : thrown
  if (thrown instanceof AuthorizationResponseError) {
    if (declined.has(thrown.error))
      return refusal('provider-said-no', `${host} did not let this sign-in through.`, { cause: thrown, facts })
    return itsOwnTrouble.has(thrown.error) || ourOwnTrouble.has(thrown.error) ? unreached(thrown.error) : wrong('it is an error')
  }
  if (thrown instanceof ResponseBodyError) {
    return thrown.status >= 500 || ourOwnTrouble.has(thrown.error) ? unreached(thrown.error) : wrong('its code opens nothing')
  }
  const setbackInside = causesOf(thrown).find((one) => isTrouble(one, 'setback'))
  if (setbackInside instanceof Error) return unreached(setbackInside.message)
  if (thrown instanceof ClientError && notReached.has(thrown.code ?? '')) return unreached(thrown.message)
  return wrong(thrown instanceof Error ? thrown.message : 'it cannot be read')
}

function causesOf(thrown: unknown): readonly unknown[] {
  const found: unknown[] = []
  for (let one = thrown; one instanceof Error && found.length < 8; one = one.cause) found.push(one)
  return found
}
