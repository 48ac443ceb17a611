/** How people come in: sessions, passkeys, mailed codes, the first link, invitations. Members does the work; pages only ask. */
import type { Language, Who } from '#kernel'
import type { InvitationSeen, NewSession, PasskeyAnswer, PasskeyChallenge, PasskeySeen, SignedIn, Visitor } from '#members'

export type { InvitationSeen, NewSession, PasskeyAnswer, PasskeyChallenge, PasskeySeen, SecondStep, Visitor } from '#members'

export type Door = {
  /** Whose session this is; undefined when there is none or it ended. Called once a request. */
  readonly visitorOf: (token: string, userAgent: string) => Promise<Visitor | undefined>
  readonly signOut: (token: string) => Promise<void>

  /**
   * Mails six digits when the address is a proven one of somebody; answers the
   * same when it is not: with what the form for the digits must bring back.
   * Refusal `too-many-tries`.
   */
  readonly sendSignInCode: (input: {
    readonly address: string
    readonly remote: string
    /** What the browser is known by, if somebody signed in there. */
    readonly known?: string | undefined
  }) => Promise<{ readonly challenge: string }>
  /** Refusal `wrong-code`, `too-many-tries`. */
  readonly signInByCode: (input: {
    readonly address: string
    readonly code: string
    readonly challenge: string
    readonly remote: string
    readonly userAgent: string
  }) => Promise<SignedIn>
  /** A code of an app or a recovery code. Refusals `wrong-second-code`, `sign-in-again`, `too-many-tries`. */
  readonly takeSecondStep: (input: {
    readonly token: string
    readonly code: string
    readonly remote: string
    readonly userAgent: string
  }) => Promise<NewSession>
  /** Refusal `too-many-tries` by remote address. */
  readonly signInChallenge: (remote: string) => Promise<PasskeyChallenge>
  /** Refusal `passkey-not-known`. */
  readonly signInByPasskey: (answer: PasskeyAnswer & { readonly userAgent: string }) => Promise<NewSession>

  /** Whether the operator's first link is still good. Changes nothing. */
  readonly firstLinkIsGood: (token: string) => Promise<boolean>
  readonly takeFirstLink: (input: {
    readonly token: string
    readonly name: string
    readonly language: Language
    readonly userAgent: string
  }) => Promise<NewSession>
  /** Undefined when it was used, withdrawn, is too old or never was. Changes nothing. */
  readonly invitation: (token: string) => Promise<InvitationSeen | undefined>
  readonly acceptInvitation: (input: {
    readonly token: string
    readonly name: string
    readonly language: Language
    readonly consentVersion: string
    readonly userAgent: string
  }) => Promise<NewSession>

  /**
   * Mails six digits to somebody who takes part without an organisation, and
   * answers the same for an address that somebody here has. Refusals
   * `not-open-to-individuals`, `address-not-valid`, `too-many-tries`.
   */
  readonly sendAloneCode: (input: {
    readonly address: string
    /** The link of a household, or empty. */
    readonly via: string
    readonly language: Language
    readonly remote: string
  }) => Promise<{ readonly challenge: string }>
  /** Refusals `not-open-to-individuals`, `name-missing`, `wrong-code`, `too-many-tries`. */
  readonly enrolAlone: (input: {
    readonly address: string
    readonly code: string
    readonly challenge: string
    readonly name: string
    readonly via: string
    readonly language: Language
    readonly consentVersion: string
    readonly remote: string
    readonly userAgent: string
  }) => Promise<SignedIn>
  /** An invitation, taken up by somebody who takes part already. Refusals `link-not-good`, `already-member`, `address-is-your-own`. */
  readonly joinAsMe: (
    who: Who,
    input: { readonly token: string; readonly consentVersion: string },
  ) => Promise<{ readonly organisationId: string }>

  readonly passkeys: (who: Who) => Promise<readonly PasskeySeen[]>
  readonly newPasskeyChallenge: (who: Who) => Promise<PasskeyChallenge>
  /** With the new token of the session whose token is given. */
  readonly addPasskey: (
    who: Who,
    answer: PasskeyAnswer & { readonly name: string; readonly session: string | undefined; readonly userAgent: string },
  ) => Promise<NewSession | undefined>
  /** False when there is no such passkey of this person. */
  readonly renamePasskey: (who: Who, id: string, name: string) => Promise<boolean>
  /** The same; ends every session of this person but the one whose token is given. */
  readonly removePasskey: (who: Who, id: string, session: string | undefined) => Promise<boolean>
}
