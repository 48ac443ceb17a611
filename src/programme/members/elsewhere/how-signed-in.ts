/**
 * How somebody signed in at the staff's provider: by whom it is said, when it
 * was, and whether it was as strong as the operator asks (ASVS 5 V6.8.4,
 * OpenID Connect Core §2 and §3.1.2.1). The signature was checked before.
 */
import { secondsMs } from '#kernel'
import type { Shown, StaffProvider } from './port.ts'

/** A provider's clock may be wrong by this much. */
const clockSkewMs = secondsMs(60)

export type HowSignedIn = {
  readonly signedInAt: Date
  /** True only where the operator named what is strong, and all of it was said. */
  readonly isStrong: boolean
}

type Asked = {
  readonly provider: StaffProvider
  /** When the browser was sent there: no token of this sign-in is older. */
  readonly begunAt: Date
  /** The earliest moment at which the person may have signed in there. */
  readonly notBefore: Date
  readonly now: Date
}

type NotEnough = 'provider-answer-wrong' | 'sign-in-time-unknown' | 'sign-in-too-old' | 'sign-in-too-weak'

/** What is known of it, or the code of why it is not enough. */
export function howSignedIn({ issuer, claims }: Shown, { provider, begunAt, notBefore, now }: Asked): HowSignedIn | NotEnough {
  const [issuedAt, signedInAt] = [momentIn(claims.iat), momentIn(claims.auth_time)]
  if (!isIssuer(issuer, provider.issuer) || issuedAt === undefined) return 'provider-answer-wrong'
  const latestMs = now.getTime() + clockSkewMs
  if (issuedAt.getTime() < begunAt.getTime() - clockSkewMs || issuedAt.getTime() > latestMs) return 'provider-answer-wrong'
  if (signedInAt === undefined) return 'sign-in-time-unknown'
  if (signedInAt.getTime() > latestMs) return 'provider-answer-wrong'
  if (signedInAt.getTime() < notBefore.getTime() - clockSkewMs) return 'sign-in-too-old'
  const isNamed = namesStrong(provider)
  if (isNamed && !isMet(claims, provider)) return 'sign-in-too-weak'
  return { signedInAt: signedInAt < now ? signedInAt : now, isStrong: isNamed }
}

/** Whether the operator says what is strong there. Else a sign-in there proves no more than a mailbox: it begins a session, and proves nothing in it. */
export const namesStrong = ({ acr, amr }: StaffProvider): boolean => acr.length > 0 || amr.length > 0

function isMet(claims: Shown['claims'], { acr, amr }: StaffProvider): boolean {
  const methods: readonly unknown[] = Array.isArray(claims.amr) ? claims.amr : []
  const isOfClass = acr.length === 0 || acr.some((one) => one === claims.acr)
  return isOfClass && amr.every((one) => methods.includes(one))
}

/** Whether two spellings name one issuer: `https://login.example` is `https://login.example/`. */
export const isIssuer = (one: string, other: string): boolean => new URL(one).href === new URL(other).href

/** Seconds since 1970 (RFC 7519 §2). */
const momentIn = (claim: unknown): Date | undefined =>
  typeof claim === 'number' && Number.isFinite(claim) && claim > 0 ? new Date(claim * 1000) : undefined
