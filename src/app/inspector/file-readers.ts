/**
 * Plugs the readers of files into the mail engine: PDF.js in a thread of its own that can be stopped, and ZXing as WASM. Both are loaded with the first
 * mail that needs them. Each mail has a limited time for its files; then they stay unread and the mail is judged by everything else.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FileReaders, PdfReading } from '#mail'
import { createThreads } from '#threads'
import { createCodeReader } from './read-codes.ts'

export type FileReadersOptions = {
  /** One PDF, from the moment a ready thread takes it. */
  readonly pdfMs?: number
  /** All PDFs of a mail, starting of the thread included. */
  readonly pdfsMs?: number
  /** All pictures of a mail. One picture cannot be interrupted; its size is limited instead. */
  readonly codesMs?: number
}

export type FileReaderSource = {
  /** Readers whose time is counted for one mail. */
  readonly forOneMail: () => Required<FileReaders>
  readonly close: () => Promise<void>
}

const wasm = (): Uint8Array => readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))

export function createFileReaders({ pdfMs = 2000, pdfsMs = 2500, codesMs = 1000 }: FileReadersOptions = {}): FileReaderSource {
  const threads = createThreads<Uint8Array, PdfReading>({
    file: new URL('./pdf-thread.ts', import.meta.url),
    size: 1,
    timeMs: pdfMs,
    memoryMb: 160,
  })
  const readCodes = createCodeReader(wasm)
  return {
    forOneMail: () => {
      const pdfs = new Patience(pdfsMs)
      const codes = new Patience(codesMs)
      return {
        readPdf: (bytes) => pdfs.spend(() => threads.run(bytes), undefined),
        readCodes: (picture) => codes.spend(() => readCodes(picture), []),
      }
    },
    close: threads.close,
  }
}

/** Time that several pieces of work share. */
class Patience {
  #leftMs: number

  constructor(ms: number) {
    this.#leftMs = ms
  }

  /** What the work answers; `otherwise` when it fails or the time is up. */
  async spend<Answer>(work: () => Promise<Answer>, otherwise: Answer): Promise<Answer>
  async spend<Answer>(work: () => Promise<Answer>, otherwise: undefined): Promise<Answer | undefined>
  async spend<Answer>(work: () => Promise<Answer>, otherwise: Answer | undefined): Promise<Answer | undefined> {
    if (this.#leftMs <= 0) return otherwise
    const began = performance.now()
    const late = Promise.withResolvers<Answer | undefined>()
    const timer = setTimeout(() => late.resolve(otherwise), this.#leftMs)
    try {
      return await Promise.race([work(), late.promise])
    } catch {
      // A file made to break its reader: not read. What else is in the mail tells.
      return otherwise
    } finally {
      clearTimeout(timer)
      this.#leftMs -= performance.now() - began
    }
  }
}
