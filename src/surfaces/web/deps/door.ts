/** How people come in: sessions, passkeys, mailed codes, the first link, invitations. Members does the work; pages only ask. */
import type { Language, Who } from '#kernel'

/** The person behind a session. */
export type Visitor = {
  readonly personId: string
  readonly name: string
  readonly language: Language
  readonly staff?: 'operator' | 'analyst'
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly role: 'member' | 'administrator' }[]
  readonly hasPasskey: boolean
}

export type NewSession = { readonly token: string; readonly expiresAt: Date }

/** What the browser's authenticator is asked; `options` is JSON as WebAuthn defines it. */
export type PasskeyChallenge = { readonly challengeId: string; readonly options: unknown }

export type PasskeyAnswer = {
  readonly challengeId: string
  /** The authenticator's answer as JSON; read by a schema in members. */
  readonly response: unknown
}

export type PasskeySeen = {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  readonly lastUsedAt?: Date
}

/** What somebody who holds an invitation may see before accepting it. */
export type InvitationSeen = {
  readonly organisation: string
  readonly invitedBy: string
  readonly personName: string
  readonly address: string
  readonly language: Language
}

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
