/**
 * Reads pasted lists and files of indicators in a thread of their own: they hold megabytes, and the pages of everybody are served by the thread that would
 * read them. Started for each file, since there are few.
 */
import { isTrouble, secondsMs } from '#kernel'
import type { Near, ReadIndicators, ReadList } from '#mail'
import { fileTooMuch, type ReadFiles } from '#own-rules'
import { createThreads } from '#threads'

const memoryMb = 1024

type Task =
  | { readonly kind: 'list'; readonly text: string; readonly list: string; readonly near: Near }
  | { readonly kind: 'indicators'; readonly text: string; readonly ownDomains: readonly string[]; readonly now: Date }

async function inThread<Answer>(task: Task): Promise<Answer> {
  const file = new URL('./read-files-thread.ts', import.meta.url)
  const threads = createThreads<Task, Answer>({ file, size: 1, timeMs: secondsMs(60), memoryMb })
  try {
    return await threads.run(task)
  } catch (thrown) {
    throw isTrouble(thrown, 'setback') ? fileTooMuch() : thrown
  } finally {
    await threads.close()
  }
}

export const readFiles: ReadFiles = {
  list: (text, list, near) => inThread<ReadList>({ kind: 'list', text, list, near }),
  indicators: (text, ownDomains, now) =>
    inThread<ReadIndicators | { readonly says: string }>({ kind: 'indicators', text, ownDomains, now }),
}
