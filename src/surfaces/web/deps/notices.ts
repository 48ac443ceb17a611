/** What became of notices, as the pages show it. */
import type { Staff, Who } from '#kernel'
import type { Funnel, Proof, Published } from '#notify'

export type { Funnel, Published } from '#notify'

export type NoticesSeen = {
  /** Undefined when it is no notice that `who` may see. */
  readonly proof: (who: Who, noticeId: string) => Promise<Proof | undefined>
  /** How far people got with the notices of the last ninety days. */
  readonly funnels: (who: Staff) => Promise<readonly Funnel[]>
  /** For everybody. */
  readonly published: () => Promise<Published>
}
