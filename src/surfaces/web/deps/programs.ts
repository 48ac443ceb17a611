/** What programs of an organisation, or of the programme, hold: as its administrators and operators manage it. */
import type { TokenSeen, TokenWanted } from '#api-tokens'
import type { Administrator, Staff } from '#kernel'

export { organisationScopes, scopes, type TokenSeen } from '#api-tokens'

/** An administrator acts for their organisation, staff for the programme. */
export type Manager = Administrator | Staff

export type Programs = {
  /** Those that work first. */
  readonly tokens: (who: Manager) => Promise<readonly TokenSeen[]>
  /** The text is nowhere kept. Refusals `token-name-missing`, `no-scope`, `token-end-not-right`, `too-many-tokens`. */
  readonly makeToken: (who: Manager, wanted: TokenWanted) => Promise<{ readonly token: string; readonly endsAt: Date }>
  /** False when there is no such live token for `who`. */
  readonly revokeToken: (who: Manager, id: string) => Promise<boolean>
}
