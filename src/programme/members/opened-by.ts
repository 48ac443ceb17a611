/**
 * By which way a session was opened or stepped up, and which ways are strong:
 * nothing to read out, to type into the wrong page or to find in somebody's
 * mail. The desk opens to strong sessions alone (ASVS 5 V6.3.3), and this file
 * is the one place that says which they are.
 */
import { sql } from 'kysely'

export type SignInMethod = 'passkey' | 'mail-code' | 'app-code' | 'recovery-code' | 'two-people' | 'invitation' | 'first-link'

/** What a strong way leaves in the session's row. */
export type OpenedBy = { readonly passkeyId?: string | undefined }

/** The columns of it; a proof by something weaker takes nothing away. */
export const openedBy = ({ passkeyId }: OpenedBy) => ({ ...(passkeyId !== undefined && { passkey_id: passkeyId }) })

/** Of a row of `session`, at each request: the passkey that opened it must still be its person's. */
export const isStrong = sql<boolean>`exists (
  select from bellwether.passkey held where held.credential_id = session.passkey_id and held.person_id = session.person_id)`
