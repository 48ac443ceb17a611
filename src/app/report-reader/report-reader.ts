/** Opens a report away from the main thread. One that stalls or starves its thread is examined as it is, and nobody is answered. */
import { isTrouble, type Trouble } from '#kernel'
import { createThreads } from '#threads'

export type OpenedReport = {
  /** The enrolled address that may be answered; undefined for silence. */
  readonly answerTo: string | undefined
  readonly messages: readonly Uint8Array[]
}

export type ReportReader = {
  /** `enrolled`: addresses, lower case, that this person writes from. Rejects only when we fail ourselves. */
  readonly open: (bytes: Uint8Array, enrolled: readonly string[]) => Promise<OpenedReport>
  readonly close: () => Promise<void>
}

type Asked = { readonly bytes: Uint8Array; readonly enrolled: readonly string[] }

export function openReportReader(options: {
  readonly dns: 'off' | 'system'
  /** Told of a report that had to be stopped; gets none of its text. */
  readonly log?: (trouble: Trouble) => void
  readonly timeMs?: number
}): ReportReader {
  const threads = createThreads<Asked, OpenedReport>({
    file: new URL('./thread.ts', import.meta.url),
    size: 1,
    timeMs: options.timeMs ?? 15_000,
    memoryMb: 256,
    data: { dns: options.dns },
  })
  return {
    open: async (bytes, enrolled) => {
      try {
        return await threads.run({ bytes, enrolled })
      } catch (thrown) {
        if (!isTrouble(thrown, 'setback')) throw thrown
        options.log?.(thrown)
        return { answerTo: undefined, messages: [bytes] }
      }
    },
    close: threads.close,
  }
}
