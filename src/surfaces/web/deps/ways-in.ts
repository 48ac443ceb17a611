/** A person's ways in beside passkeys, and where they are signed in; and the fresh proof that some pages ask for. Members does the work. */
import type { Who } from '#kernel'
import type { AppSeen, AppToConfirm, Confirming, NewSession, PasskeyAnswer, PasskeyChallenge, SessionSeen } from '#members'

export type { AppSeen, Confirming, SessionSeen } from '#members'

/** A square that telephones read, row by row, without its white border. */
export type Squares = { readonly side: number; readonly dark: readonly boolean[] }

export type WaysIn = {
  readonly apps: (who: Who) => Promise<readonly AppSeen[]>
  /** Makes a secret that waits for its first code. Refusal `too-many-apps`. */
  readonly beginApp: (who: Who, name: string) => Promise<{ readonly id: string }>
  /** Undefined when it does not wait, or is somebody else's. Changes nothing. */
  readonly appToConfirm: (who: Who, id: string) => Promise<(AppToConfirm & { readonly squares: Squares }) | undefined>
  /** Refusal `wrong-app-code`. */
  readonly confirmApp: (
    who: Who,
    input: { readonly id: string; readonly code: string; readonly name: string; readonly session: string | undefined },
  ) => Promise<boolean>
  readonly renameApp: (who: Who, id: string, name: string) => Promise<boolean>
  /** Ends every session of this person but the one whose token is given. */
  readonly removeApp: (who: Who, id: string, session: string | undefined) => Promise<boolean>

  readonly recoveryCodes: (who: Who) => Promise<{ readonly left: number; readonly madeAt?: Date }>
  /** Ten new ones, shown by the page that asked and never again. */
  readonly makeRecoveryCodes: (who: Who) => Promise<readonly string[]>

  readonly sessions: (who: Who) => Promise<readonly SessionSeen[]>
  readonly endSession: (who: Who, id: string) => Promise<boolean>
  readonly endOtherSessions: (who: Who, session: string) => Promise<void>

  readonly confirmChallenge: (who: Who) => Promise<PasskeyChallenge>
  /** Each gives the session a new token. Refusals `passkey-not-known`; `wrong-second-code`; `wrong-code`; all: `too-many-tries`, `sign-in-again`. */
  readonly confirmByPasskey: (who: Confirming, answer: PasskeyAnswer) => Promise<NewSession>
  readonly confirmByCode: (who: Confirming, code: string) => Promise<NewSession>
  readonly confirmByMail: (who: Confirming, input: { readonly code: string; readonly challenge: string }) => Promise<NewSession>
  /** Undefined for whoever has more than a mailbox, or no proven one. */
  readonly sendConfirmCode: (input: {
    readonly personId: string
    readonly remote: string
  }) => Promise<{ readonly challenge: string; readonly address: string } | undefined>
}
