/** What the engine is told about the reader's world. Values only; the resolver is the one port, in mailauth's words. */
import { z } from 'zod'

const named = z.object({ name: z.string(), domains: z.array(z.string()).default([]).readonly() })

/** The people and names around a reader, as `org.json` and the programme's circle give them. */
export const circleSchema = z.object({
  organisation: named.optional(),
  people: z
    .array(z.object({ name: z.string(), addresses: z.array(z.string()).default([]).readonly(), role: z.string().optional() }))
    .default([])
    .readonly(),
  vendors: z.array(named).default([]).readonly(),
  brands: z.array(named).default([]).readonly(),
})
export type Circle = z.infer<typeof circleSchema>

/** Nobody known. */
export const nobody: Circle = { people: [], vendors: [], brands: [] }

/** A DNS question as mailauth asks it. Rejects with an error whose `code` is ENOTFOUND or ENODATA when there is no answer. */
export type Resolver = (domain: string, type: string) => Promise<string[][] | string[]>

/**
 * Readers of files that need more than thinking: a worker that can be stopped, a WASM module. Each answers in good time, never rejects, and may be
 * absent: then what it would have read stays unread.
 */
export type FileReaders = {
  /** The first pages of a PDF. `undefined` when it could not be read in time. */
  readonly readPdf?: (bytes: Uint8Array) => Promise<PdfReading | undefined>
  /** The QR codes in a PNG, JPEG, GIF, BMP or PGM file. Called only with pictures whose size was checked. */
  readonly readCodes?: (picture: Uint8Array) => Promise<readonly string[]>
}

export type PdfReading = {
  readonly text: string
  readonly links: readonly string[]
  readonly pages: number
  /** It asks for a password before it shows anything. */
  readonly locked: boolean
  /** What stands in it as a picture or is drawn like a code: picture files for `readCodes`. */
  readonly pictures: readonly Uint8Array[]
}

export type InspectContext = {
  /**
   * authserv-ids (RFC 8601) of the reader's own mail service: only their Authentication-Results are believed. `topmost` for mails out of files, where nobody
   * can say whose service it was: the last service to handle a mail writes above all others.
   */
  readonly trustedAuthserv: readonly string[] | 'topmost'
  readonly circle: Circle
  /** The mailbox the mail was found in; without it the first To address is taken. */
  readonly recipient?: string
  /** Absent: no DNS is asked, and authentication is "not stated" unless a trusted header states it. */
  readonly resolve?: Resolver
  readonly files?: FileReaders
  /** The SMTP session, when we received the mail ourselves. */
  readonly receivedFrom?: { readonly ip?: string; readonly helo?: string; readonly mailFrom?: string }
}
