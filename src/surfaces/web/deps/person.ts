/** What a person sees and does for themselves: home, accounts, notices, consents. */
import type { Language, NoticeLevel, Who } from '#kernel'
import type { AccountSeen, ConsentPurpose, ConsentSeen, LookSeen, Todo as MembersTodo, WhoSees } from '#members'
import type { NoticeSeen, OpenDeed } from '#notify'
import type { CheckDue, Heard } from '#providers'
import type { TestTold } from '#simulations'
import type { RetentionNumbers } from '#storage'

export type { AccountSeen, ConsentPurpose, ConsentSeen, LookSeen, Sight, Viewer, WatchState } from '#members'
export type { CheckAnswer, NoticeSeen } from '#notify'

export type Todo = MembersTodo | CheckDue | OpenDeed

export type NoticeBrief = {
  readonly id: string
  readonly level: NoticeLevel
  readonly kind: 'incident' | 'first-look' | 'organisation-told' | 'digest' | 'composed'
  /** What happened, in the person's language; empty where the kind says it all. */
  readonly title: string
  readonly decidedAt: Date
  readonly read: boolean
}

export type Home = {
  /** What is known of an attacker: nobody, somebody tries, may be in, is in. */
  readonly situation: 'quiet' | 'somebody-tries' | 'possible-access' | 'confirmed-access'
  /** Ordered by effect; the page shows the first two. */
  readonly todo: readonly Todo[]
  readonly accounts: readonly AccountSeen[]
  /** Of personal accounts with a secret address. */
  readonly heard: readonly Heard[]
  readonly notices: readonly NoticeBrief[]
  /** A registered test that reached them lately. */
  readonly test?: TestTold
  /** Where to forward a suspicious mail, when the operator receives reports. */
  readonly reportAddress?: string
}

export type MailboxSettings = {
  readonly host: string
  readonly port: number
  readonly tls: 'implicit' | 'starttls' | 'none'
  readonly user: string
}

export type MailboxGuess = {
  readonly settings: MailboxSettings
  readonly provider: string
  /** True where the provider takes an app password and not the usual one. */
  readonly appPassword: boolean
  /** Where the app password is made, in words. */
  readonly where?: string
}

export type Privacy = {
  readonly consents: readonly ConsentSeen[]
  /** Consents that could be given now: personal accounts and the organisations that could be told. */
  readonly mayGive: readonly { readonly purpose: ConsentPurpose; readonly organisationId?: string; readonly organisation?: string }[]
  readonly looks: readonly LookSeen[]
  readonly keeps: RetentionNumbers
}

/** What the enrolment card says, for paper. */
export type CardLines = {
  readonly title: string
  readonly lines: readonly { readonly label: string; readonly value: string }[]
  readonly never: string
  readonly language: Language
}

export type PersonDesk = {
  readonly home: (who: Who) => Promise<Home>
  /** Undefined when it is not an account of this person. */
  readonly account: (who: Who, accountId: string) => Promise<AccountSeen | undefined>
  readonly guessMailbox: (address: string) => MailboxGuess | undefined
  /**
   * Tries the mailbox, then keeps the connection. Refuses with imap's codes,
   * each with the facts `host` and `port`. False: not this person's account.
   */
  readonly connect: (
    who: Who,
    input: {
      readonly accountId: string
      readonly settings: MailboxSettings
      readonly password: string
      readonly consentVersion: string
      readonly reads: 'all' | 'security'
    },
  ) => Promise<boolean>
  /** Ends the connection and deletes its secret at once. */
  readonly disconnect: (who: Who, accountId: string) => Promise<boolean>
  /** Keeps the address and mails six digits to it. Refusal `address-not-valid`, `address-already-yours`, `too-many-tries`. */
  readonly addPersonal: (who: Who, address: string) => Promise<{ readonly accountId: string }>
  readonly sendProof: (who: Who, accountId: string) => Promise<boolean>
  /** Refusal `wrong-code`, `too-many-tries`. */
  readonly prove: (who: Who, accountId: string, code: string) => Promise<boolean>
  readonly removeAccount: (who: Who, accountId: string, session?: string) => Promise<boolean>

  /** Undefined when it is not a notice of this person. Does not mark it read. */
  readonly notice: (who: Who, id: string) => Promise<NoticeSeen | undefined>
  /** They have it: from then on no further channel is tried. False when it is not a notice of this person. */
  readonly acknowledge: (who: Who, id: string, by: 'portal' | 'code' | 'passkey') => Promise<boolean>

  /** All that is open where no action is named. False when it is not a notice of this person that asks it. */
  readonly sayDone: (who: Who, which: { readonly noticeId: string; readonly action: string | undefined }) => Promise<boolean>
  /** False when they had not said that it was done. */
  readonly takeBack: (who: Who, which: { readonly noticeId: string; readonly action: string | undefined }) => Promise<boolean>

  /** The three words of somebody's own, which stand in no mail. */
  readonly ownPhrase: (who: Who) => Promise<string>
  readonly cardPdf: (card: CardLines) => Promise<Uint8Array<ArrayBuffer>>

  readonly privacy: (who: Who) => Promise<Privacy>
  readonly giveConsent: (
    who: Who,
    input: { readonly purpose: ConsentPurpose; readonly organisationId?: string; readonly version: string },
  ) => Promise<boolean>
  readonly withdrawConsent: (who: Who, consentId: string) => Promise<boolean>
  /** Who can see what of this person, as the database answers it. */
  readonly whoSees: (who: Who) => Promise<WhoSees>
  /** All that is kept of this person, as JSON. */
  readonly exportMine: (who: Who) => Promise<Readonly<Record<string, unknown>>>
  readonly setLanguage: (who: Who, language: Language) => Promise<void>
}
