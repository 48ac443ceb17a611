/**
 * By which way a session was opened or stepped up, and which ways are strong:
 * nothing to read out, to type into the wrong page or to find in somebody's
 * mail. The desk opens to strong sessions alone (ASVS 5 V6.3.3), and this file
 * is the one place that says which they are.
 */
import { sql } from 'kysely'

export type SignInMethod =
  | 'passkey'
  | 'mail-code'
  | 'app-code'
  | 'recovery-code'
  | 'two-people'
  | 'invitation'
  | 'first-link'
  | 'staff-provider'

/** What a strong way leaves in the session's row. */
export type OpenedBy = {
  readonly passkeyId?: string | undefined
  /** By the staff's provider: whose identity, and whether it met what the operator named as strong. */
  readonly identity?: { readonly hash: Buffer; readonly isStrong: boolean } | undefined
}

/** The columns of it; a proof by something weaker takes nothing away. */
export const openedBy = ({ passkeyId, identity }: OpenedBy) => ({
  ...(passkeyId !== undefined && { passkey_id: passkeyId }),
  ...(identity !== undefined && { identity_hash: identity.hash, identity_strong: identity.isStrong }),
})

/** Of a row of `session`, at each request: the passkey or the identity that opened it must still be its person's. */
export const isStrong = sql<boolean>`exists (
  select from bellwether.passkey held where held.credential_id = session.passkey_id and held.person_id = session.person_id)
  or (session.identity_strong and exists (
    select from bellwether.staff_identity held where held.hash = session.identity_hash and held.person_id = session.person_id))`

/**
 * Of a row of `session`: the issuer at which the staff's provider began it, as long as that identity is bound. Null where the
 * provider did not begin it, or where it is unbound.
 */
export const issuerOf = sql<string | null>`(
  select held.issuer from bellwether.staff_identity held where held.hash = session.identity_hash and held.person_id = session.person_id)`
