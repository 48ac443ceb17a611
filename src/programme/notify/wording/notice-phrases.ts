/** Sentences that only a notice of ours says, in every language: by them what poses as one is known. */
import { wordings } from './index.ts'

export const noticePhrases: readonly string[] = Object.values(wordings).flatMap(({ notice }) => [
  ...Object.values(notice.opening),
  notice.neverAsk,
])
