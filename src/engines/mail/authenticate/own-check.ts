/** SPF, DKIM, DMARC and ARC by our own hand: mailauth with the resolver that was passed in. */
import type { InspectContext, Resolver } from '../context.ts'
import type { Authentication } from '../message.ts'
import { registered } from '../names/domain.ts'

export type OwnCheck = {
  readonly authentication: Authentication /** Whether a chain of ARC seals is there and holds. */
  readonly arcHolds: boolean
}

const policies = new Set(['none', 'quarantine', 'reject'])
const isPolicy = (text: string): text is 'none' | 'quarantine' | 'reject' => policies.has(text)

/** Undefined when it could not be done. */
export async function ownCheck(
  bytes: Uint8Array,
  { receivedFrom }: Pick<InspectContext, 'receivedFrom'>,
  resolve: Resolver,
  fromDomain: string,
): Promise<OwnCheck | undefined> {
  try {
    // Loaded only when it is needed: it brings many modules, and a scan without DNS starts without them.
    const { authenticate } = await import('mailauth')
    const result = await authenticate(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      resolver: resolve,
      mta: 'bellwether.invalid',
      disableBimi: true,
      ...(receivedFrom?.ip === undefined ? {} : { ip: receivedFrom.ip }),
      ...(receivedFrom?.helo === undefined ? {} : { helo: receivedFrom.helo }),
      ...(receivedFrom?.mailFrom === undefined ? {} : { sender: receivedFrom.mailFrom }),
    })
    const signatures = result.dkim?.results ?? []
    // A signature over the head of the body alone lets anybody write the rest.
    const signedBy = signatures
      .filter((one) => one.status.result === 'pass' && (one.canonBodyLength ?? 0) >= (one.canonBodyLengthTotal ?? 0))
      .map((one) => (one.signingDomain ?? '').toLowerCase())
    const dmarc = result.dmarc === false ? '' : result.dmarc.status.result
    const policy = result.dmarc === false ? '' : result.dmarc.policy
    const spf = result.spf === false || result.spf === undefined ? '' : result.spf.status.result
    const byKey = signedBy.some((domain) => registered(domain) === fromDomain)
    const passed = dmarc === 'pass' ? byKey || spf === 'pass' : dmarc !== 'fail' && byKey
    // Read out of a mailbox, the host that brought the mail is not known: what only SPF could have proven is open, not failed.
    const hostKnown = receivedFrom?.ip !== undefined
    const authentication: Authentication = {
      dmarc: passed ? 'pass' : dmarc === 'fail' && hostKnown ? 'fail' : 'not stated',
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
      ...(isPolicy(policy) ? { policy } : {}),
    }
    return { authentication, arcHolds: result.arc !== false && result.arc.status.result === 'pass' }
  } catch {
    return undefined
  }
}
