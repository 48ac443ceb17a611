/**
 * Checks an operator's rule in a thread of its own: a mail that is pasted to try it on may be hostile, and the pages of everybody are served by the thread
 * that would read it. Started for each check, since there are few.
 */
import { isTrouble } from '#kernel'
import type { CheckedRule } from '#mail'
import type { CheckRule } from '#own-rules'
import { createThreads } from '#threads'
import type { RuleToCheck } from './check-rule-thread.ts'

const timeMs = 5000
const memoryMb = 192

export const checkRule: CheckRule = async (source, mail) => {
  const threads = createThreads<RuleToCheck, CheckedRule>({
    file: new URL('./check-rule-thread.ts', import.meta.url),
    size: 1,
    timeMs,
    memoryMb,
  })
  try {
    return await threads.run({ source, ...(mail && { mail }) })
  } catch (thrown) {
    if (!isTrouble(thrown, 'setback')) throw thrown
    const says = 'It took too long to try. Take a shorter mail to try it on, or shorter examples.'
    return { problems: [{ line: 1, column: 1, says }], examples: [] }
  } finally {
    await threads.close()
  }
}
