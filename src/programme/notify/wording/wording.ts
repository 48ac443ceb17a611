/** The shape of a catalogue: every language has every sentence, or it does not compile. Each is an ICU MessageFormat message, filled by fill.ts. */
import type { AccountKind, NoticeLevel, Verdict } from '#kernel'
import type { MembershipNews, SignInNews } from '#members'
import type { ActionWords } from './action-words.ts'

type ByLevel<Value> = Readonly<Record<NoticeLevel, Value>>

export type Wording = {
  readonly level: ByLevel<string>
  readonly mailbox: Readonly<Record<AccountKind, string>>
  readonly notice: {
    readonly subject: string
    /** First line: the level and what it means. */
    readonly opening: ByLevel<string>
    /** Second line: what did not happen. */
    readonly didNot: ByLevel<string>
    readonly cameTo: string
    readonly from: string
    readonly about: string
    readonly seen: string
    readonly whatToDo: string
    /** When the trick has no advice of its own. */
    readonly usualStep: string
    readonly check: string
    /** In a text message, after the level and the first step. */
    readonly shortCheck: string
    /** Read aloud: who calls, the code letter by letter, and the key that says it was heard. */
    readonly spokenHello: string
    readonly spokenCode: string
    readonly spokenKey: string
    readonly whyHere: string
    readonly mayBeWrong: string
    readonly ask: string
    readonly askNobodyNamed: string
    readonly neverAsk: string
  }
  readonly told: {
    readonly subject: string
    readonly opening: string
    readonly didNot: string
    readonly says: string
  }
  readonly firstLook: {
    readonly subject: string
    readonly nothing: string
    readonly something: string
    readonly didNot: string
    readonly line: string
    /** What comes from now on. */
    readonly goesOn: string
  }
  /** What interrupted nobody, once a week. */
  readonly digest: {
    readonly subject: string
    readonly says: string
    readonly didNot: string
    readonly line: string
    /** Where each of them stands. */
    readonly shown: string
    /** Notices of the staff that wait on the page. */
    readonly written: string
  }
  /** What the staff wrote themselves. */
  readonly composed: {
    readonly opening: string
    /** To whoever reads another language than it was written in. */
    readonly onlyEnglish: string
  }
  /** The same notice again, while something of it is open. */
  readonly reminder: { readonly subject: string; readonly says: string; readonly stillToDo: string }
  readonly actions: ActionWords
  readonly code: {
    readonly signInSubject: string
    readonly signIn: string
    readonly proveSubject: string
    readonly prove: string
    readonly confirm: string
    readonly lives: string
    readonly notYou: string
  }
  /** Six digits to a telephone, which show whose it is: as a text message, and read aloud. */
  readonly phoneCode: { readonly says: string; readonly spoken: readonly string[] }
  /** About a person's ways in. */
  readonly news: {
    readonly subject: string
    /** When it is about how they are reached. */
    readonly waySubject: string
    readonly says: Readonly<Record<SignInNews, string>>
    /** Above the code that stops it, which only a letter holds. */
    readonly stop: string
    readonly notYou: string
  }
  readonly application: {
    readonly subject: string
    readonly accepted: string
    readonly acceptedNext: string
    readonly refused: string
    readonly refusedNext: string
  }
  /** A person's part in an organisation is nearly over, or over. */
  readonly membership: Readonly<Record<MembershipNews, { readonly subject: string; readonly says: string; readonly next: string }>>
  /** An address that is told of enrolment did not answer. */
  readonly webhook: { readonly subject: string; readonly says: string; readonly next: string }
  readonly invitation: {
    readonly subject: string
    readonly says: string
    /** The three words that were said beforehand. */
    readonly phrase: string
    readonly address: string
    readonly lives: string
    readonly doubt: string
  }
  /** A test mail to a personal mailbox, and the reminder when its rule did not send it on. */
  readonly heartbeat: { readonly subject: string; readonly says: string }
  readonly blind: { readonly subject: string; readonly says: string; readonly next: string }
  readonly report: {
    readonly subject: string
    readonly verdict: Readonly<Record<Verdict, string>>
    readonly steps: Readonly<Record<Verdict, readonly string[]>>
    /** Above the reasons. */
    readonly why: string
    /** Above what was found in order. */
    readonly looked: string
    readonly thanks: string
  }
  readonly greeting: string
}
