/**
 * Says whether the sender is who the From line names. First the topmost Authentication-Results of a service the reader trusts; without one, our own check
 * with the resolver that was passed in; without that, a header of unknown origin, of which only a failure counts: an attacker may write "pass", never "fail".
 */
import type { InspectContext } from '../context.ts'
import type { Authentication } from '../message.ts'
import { registered } from '../names/domain.ts'
import { type Results, readResults } from './results-header.ts'

/** Nobody looked. */
export const notStated: Authentication = { dmarc: 'not stated', spf: 'not stated', dkim: 'not stated', signedBy: [], saidBy: 'nobody' }

type Headers = readonly { readonly key: string; readonly value: string }[]

export async function authenticate(
  bytes: Uint8Array,
  headers: Headers,
  context: InspectContext,
  fromDomain: string,
): Promise<Authentication> {
  const stated = headers.filter((header) => header.key === 'authentication-results').map((header) => readResults(header.value))
  const { trustedAuthserv } = context
  const isTopmost = trustedAuthserv === 'topmost'
  const trusted = isTopmost ? stated[0] : stated.find((results) => trustedAuthserv.some((id) => id.toLowerCase() === results.authservId))
  if (trusted !== undefined) return fromResults(trusted, fromDomain, isTopmost ? 'topmost header' : 'service')
  const checked = context.resolve === undefined ? undefined : await ownCheck(bytes, context)
  if (checked !== undefined) return checked
  const [unknown] = stated
  if (unknown === undefined) return notStated
  const believed = fromResults(unknown, fromDomain, 'unknown header')
  const onlyFail = (result: 'pass' | 'fail' | 'not stated'): 'fail' | 'not stated' => (result === 'fail' ? 'fail' : 'not stated')
  return { ...believed, dmarc: onlyFail(believed.dmarc), spf: onlyFail(believed.spf), dkim: onlyFail(believed.dkim), signedBy: [] }
}

function fromResults(results: Results, fromDomain: string, saidBy: Authentication['saidBy']): Authentication {
  const signedBy = results.dkim.filter((one) => one.result === 'pass').map((one) => one.domain)
  const aligned = signedBy.some((domain) => registered(domain) === fromDomain)
  const dkim = signedBy.length > 0 ? 'pass' : results.dkim.some((one) => one.result === 'fail') ? 'fail' : 'not stated'
  const spf = results.spf === 'pass' ? 'pass' : /fail/.test(results.spf) ? 'fail' : 'not stated'
  const failed = results.dmarc === 'fail' || results.compauth === 'fail'
  // A mail with two From lines may pass for the one and show the other.
  const ours = results.dmarcFrom === '' || registered(results.dmarcFrom) === fromDomain
  const dmarc = (results.dmarc === 'pass' && ours) || (aligned && results.dmarc === '') ? 'pass' : failed ? 'fail' : 'not stated'
  return { dmarc, spf, dkim, signedBy, saidBy }
}

/** mailauth with our resolver; undefined when it could not be done. */
async function ownCheck(bytes: Uint8Array, context: InspectContext): Promise<Authentication | undefined> {
  const { resolve, receivedFrom } = context
  if (resolve === undefined) return undefined
  try {
    // Loaded only when it is needed: it brings many modules, and a scan without DNS starts without them.
    const { authenticate: checkByDns } = await import('mailauth')
    const result = await checkByDns(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      resolver: resolve,
      mta: 'bellwether.invalid',
      disableBimi: true,
      ...(receivedFrom?.ip === undefined ? {} : { ip: receivedFrom.ip }),
      ...(receivedFrom?.helo === undefined ? {} : { helo: receivedFrom.helo }),
      ...(receivedFrom?.mailFrom === undefined ? {} : { sender: receivedFrom.mailFrom }),
    })
    const signatures = result.dkim?.results ?? []
    const signedBy = signatures.filter((one) => one.status.result === 'pass').map((one) => (one.signingDomain ?? '').toLowerCase())
    const dmarc = result.dmarc === false ? '' : result.dmarc.status.result
    const spf = result.spf === false || result.spf === undefined ? '' : result.spf.status.result
    return {
      dmarc: dmarc === 'pass' ? 'pass' : dmarc === 'fail' ? 'fail' : 'not stated',
      spf: spf === 'pass' ? 'pass' : /fail/.test(spf) ? 'fail' : 'not stated',
      // mailauth calls a body that was changed `neutral`; a resolver that is down is `temperror` and nobody's failure.
      dkim:
        signedBy.length > 0
          ? 'pass'
          : signatures.some((one) => /^(?:fail|neutral|policy|permerror)$/.test(one.status.result))
            ? 'fail'
            : 'not stated',
      signedBy,
      saidBy: 'own check',
    }
  } catch {
    return undefined
  }
}
