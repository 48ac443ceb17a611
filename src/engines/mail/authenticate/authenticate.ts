/**
 * Says whether the sender is who the From line names. First the results of a service the reader trusts; without them our own check with the resolver that was
 * passed in; without that, a header of unknown origin, of which only a failure counts: an attacker may write "pass", never "fail". A mail that a trusted
 * forwarder or list found whole before passing it on is whose it was then.
 */
import type { InspectContext } from '../context.ts'
import type { Authentication } from '../message.ts'
import { registered } from '../names/domain.ts'
import { type Headers, statedResults } from './believed-results.ts'
import { ownCheck } from './own-check.ts'
import type { Results } from './results-header.ts'
import { voucherFor } from './sealers.ts'

/** Nobody looked. */
export const notStated: Authentication = { dmarc: 'not stated', spf: 'not stated', dkim: 'not stated', signedBy: [], saidBy: 'nobody' }

export async function authenticate(
  bytes: Uint8Array,
  headers: Headers,
  context: InspectContext,
  fromDomain: string,
): Promise<Authentication> {
  const { believed, topmost } = statedResults(headers, context.trustedAuthserv)
  const vouched = (): string | undefined => voucherFor(fromDomain, headers, context.trustedSealers ?? [])
  if (believed !== undefined) {
    const found = fromResults(believed, fromDomain, context.trustedAuthserv === 'topmost' ? 'topmost header' : 'service')
    return believed.arc === 'pass' ? vouchedBy(found, vouched()) : found
  }
  const checked = context.resolve === undefined ? undefined : await ownCheck(bytes, context, context.resolve, fromDomain)
  if (checked !== undefined) return checked.arcHolds ? vouchedBy(checked.authentication, vouched()) : checked.authentication
  if (topmost === undefined) return notStated
  const found = fromResults(topmost, fromDomain, 'unknown header')
  const onlyFail = (result: 'pass' | 'fail' | 'not stated'): 'fail' | 'not stated' => (result === 'fail' ? 'fail' : 'not stated')
  return { ...found, dmarc: onlyFail(found.dmarc), spf: onlyFail(found.spf), dkim: onlyFail(found.dkim), signedBy: [] }
}

/** Forwarding breaks SPF, and a list's footer breaks DKIM; who forwarded has seen the mail before. */
const vouchedBy = (found: Authentication, voucher: string | undefined): Authentication =>
  voucher === undefined || found.dmarc === 'pass' ? found : { ...found, dmarc: 'pass', vouchedBy: voucher }

function fromResults(results: Results, fromDomain: string, saidBy: Authentication['saidBy']): Authentication {
  const signedBy = results.dkim.filter((one) => one.result === 'pass' && one.domain !== '').map((one) => one.domain)
  const dkim = signedBy.length > 0 ? 'pass' : results.dkim.some((one) => one.result === 'fail') ? 'fail' : 'not stated'
  const spf = results.spf === 'pass' ? 'pass' : /fail/.test(results.spf) ? 'fail' : 'not stated'
  const byKey = signedBy.some((domain) => registered(domain) === fromDomain)
  const byHost = spf === 'pass' && results.spfDomain !== '' && registered(results.spfDomain) === fromDomain
  // A mail with two From lines may pass for the one and show the other.
  const ours = results.dmarcFrom === '' || registered(results.dmarcFrom) === fromDomain
  // Where the domain publishes no policy, or the service does not say, an aligned key or host proves as much.
  const unsaid = results.dmarc === '' || results.dmarc === 'none' || results.dmarc === 'bestguesspass'
  const failed = results.dmarc === 'fail' || results.compauth === 'fail'
  const passed = (results.dmarc === 'pass' && ours) || (unsaid && fromDomain !== '' && (byKey || byHost) && results.compauth !== 'fail')
  return {
    dmarc: passed ? 'pass' : failed ? 'fail' : 'not stated',
    spf,
    dkim,
    signedBy,
    saidBy,
    ...(results.policy === 'unknown' ? {} : { policy: results.policy }),
    ...(results.spfDomain === '' ? {} : { spfDomain: results.spfDomain }),
    ...(results.rewritten ? { forwarded: true } : {}),
  }
}
