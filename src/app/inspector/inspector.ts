/** Inspects mails in threads, so that a hostile one can stall or starve only its own thread. Too slow or too hungry is itself a finding. */
import { availableParallelism } from 'node:os'
import { isTrouble, type Trouble } from '#kernel'
import { type InspectContext, type Inspection, stoppedInspection } from '#mail'
import { createThreads } from '#threads'
import { type SharedOwn, shareOwn } from './own-in-threads.ts'

export type InspectorOptions = {
  readonly threads?: number
  /** `off`: no DNS at all. `system`: SPF, DKIM and DMARC are looked up with the machine's resolver. */
  readonly dns: 'off' | 'system'
  /** Forwarders whose ARC seal is believed, besides those that everybody believes. */
  readonly trustedSealers?: readonly string[]
  /** Told of a mail whose inspection had to be stopped; gets no mail text. */
  readonly log?: (trouble: Trouble) => void
  readonly timeMs?: number
  readonly memoryMb?: number
}

export type InspectOptions = {
  /** Told how long the judging was, without waiting for a thread. */
  readonly took?: (ms: number) => void
  /** The caller does not need the bytes any more: a large mail is then moved to its thread instead of copied. */
  readonly giveAway?: boolean
}

export type Inspector = {
  /** Never rejects for what is in a mail; rejects with a defect when the engine itself fails. */
  readonly inspect: (bytes: Uint8Array, context: Given, options?: InspectOptions) => Promise<Inspection>
  readonly close: () => Promise<void>
}

/** What a mail is judged with, apart from what only a thread can hold: the resolver and the readers of files. */
type Given = Omit<InspectContext, 'resolve' | 'files'>

type Asked = { readonly bytes: Uint8Array; readonly own?: SharedOwn; readonly context: Omit<Given, 'own'> }

export function createInspector(options: InspectorOptions): Inspector {
  const threads = createThreads<Asked, Inspection>({
    file: new URL('./thread.ts', import.meta.url),
    size: options.threads ?? availableParallelism(),
    // The mail itself takes milliseconds. Its files have limits of their own (file-readers.ts), and this one is above their sum: who
    // stalls a reader must not get the rest of the mail unread.
    timeMs: options.timeMs ?? (options.dns === 'off' ? 5000 : 12_000),
    memoryMb: options.memoryMb ?? 192,
    data: { dns: options.dns, trustedSealers: options.trustedSealers ?? [] },
  })
  return {
    inspect: async (bytes, { own, ...context }, { took, giveAway = false } = {}) => {
      try {
        return await threads.run(
          { bytes, context, ...(own && { own: shareOwn(own) }) },
          { ...(took === undefined ? {} : { took }), give: giveAway ? wholeBuffer(bytes) : [] },
        )
      } catch (thrown) {
        if (!isTrouble(thrown, 'setback')) throw thrown
        options.log?.(thrown)
        return stoppedInspection(thrown.code === 'out-of-memory' ? 'too-much-memory' : 'too-slow')
      }
    },
    close: threads.close,
  }
}

/** A large mail's buffer, when the mail is all that is in it. */
const wholeBuffer = ({ buffer, byteLength }: Uint8Array): readonly ArrayBuffer[] =>
  buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && byteLength > 1024 * 1024 ? [buffer] : []
