/** Coming back in with the help of two people: what the asker, the two, and whoever wants to stop it can do. Members does the work. */
import type { Who } from '#kernel'
import type { MyRecovery, NewSession, RecoverySeen } from '#members'

export type { MyRecovery, RecoverySeen } from '#members'

export type Recovery = {
  /** Answers what to read out on the telephone; the same for an address that nobody has. Refusals `address-not-valid`, `too-many-tries`. */
  readonly ask: (input: { readonly address: string; readonly remote: string }) => Promise<{ readonly reference: string }>
  /** Refusals `recovery-not-open`, `too-many-tries`. */
  readonly finish: (input: {
    readonly one: string
    readonly other: string
    readonly remote: string
    readonly userAgent: string
  }) => Promise<NewSession>
  /** By the code of a letter. Refusals `stop-code-unknown`, `too-many-tries`. */
  readonly stopByCode: (input: { readonly code: string; readonly remote: string }) => Promise<void>

  /** What is under way about whoever asks. */
  readonly mine: (who: Who) => Promise<readonly MyRecovery[]>
  readonly stopMine: (who: Who) => Promise<void>

  /** What `who` may help with, never about themselves. */
  readonly list: (who: Who) => Promise<readonly RecoverySeen[]>
  /** Each false when there is no such request for `who`. Refusal `recovery-needs-another`. */
  readonly vouch: (who: Who, id: string, how: 'met' | 'called') => Promise<boolean>
  readonly confirm: (who: Who, id: string) => Promise<boolean>
  readonly refuse: (who: Who, id: string) => Promise<boolean>
  /** Hours between the second person's word and the new way in. */
  readonly waitHours: () => Promise<number>
}
