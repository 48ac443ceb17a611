/** How people come in: sessions, passkeys, mailed codes, the first link, invitations. Members does the work; pages only ask. */
import type { Language, Who } from '#kernel'
import type { InvitationSeen, NewSession, PasskeyAnswer, PasskeyChallenge, PasskeySeen, Visitor } from '#members'

export type { InvitationSeen, NewSession, PasskeyAnswer, PasskeyChallenge, PasskeySeen, Visitor } from '#members'

export type Door = {
  /** Whose session this is; undefined when there is none or it ended. Called once a request. */
  readonly visitorOf: (token: string) => Promise<Visitor | undefined>
  readonly signOut: (token: string) => Promise<void>

  /** Mails six digits when the address is a proven one of somebody; answers the same when it is not. Refusal `too-many-tries`. */
  readonly sendSignInCode: (input: { readonly address: string; readonly remote: string }) => Promise<void>
  /** Refusal `wrong-code`, `too-many-tries`. */
  readonly signInByCode: (input: { readonly address: string; readonly code: string; readonly remote: string }) => Promise<NewSession>
  readonly signInChallenge: () => Promise<PasskeyChallenge>
  /** Refusal `passkey-not-known`. */
  readonly signInByPasskey: (answer: PasskeyAnswer) => Promise<NewSession>

  /** Whether the operator's first link is still good. Changes nothing. */
  readonly firstLinkIsGood: (token: string) => Promise<boolean>
  readonly takeFirstLink: (input: { readonly token: string; readonly name: string; readonly language: Language }) => Promise<NewSession>
  /** Undefined when it was used, withdrawn, is too old or never was. Changes nothing. */
  readonly invitation: (token: string) => Promise<InvitationSeen | undefined>
  readonly acceptInvitation: (input: {
    readonly token: string
    readonly name: string
    readonly language: Language
    readonly consentVersion: string
  }) => Promise<NewSession>

  readonly passkeys: (who: Who) => Promise<readonly PasskeySeen[]>
  readonly newPasskeyChallenge: (who: Who) => Promise<PasskeyChallenge>
  readonly addPasskey: (who: Who, answer: PasskeyAnswer & { readonly name: string }) => Promise<void>
  /** False when there is no such passkey of this person. */
  readonly renamePasskey: (who: Who, id: string, name: string) => Promise<boolean>
  /** The same; ends every session of this person but the one whose token is given. */
  readonly removePasskey: (who: Who, id: string, session: string | undefined) => Promise<boolean>
}
