/** What the engine is told about the reader's world. Values only; the resolver and the matcher of names are its ports. */
import { z } from 'zod'
import type { SenderHistory } from './history/sender-history.ts'
import type { LikenessOf } from './names/likeness.ts'
import type { OwnSet } from './own/own-set.ts'

const limits = { names: 5000, each: 100, text: 300 } as const
const text = z.string().max(limits.text)
const texts = z.array(text).max(limits.each).default([]).readonly()

const namedSchema = z.object({ name: text, domains: texts })
const personSchema = z.object({ name: text, addresses: texts, role: text.optional() })
/** A name alone is enough for a brand that everybody knows. */
const brandSchema = z.union([text.transform((name) => ({ name, domains: [] as readonly string[] })), namedSchema])

const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).max(limits.names).readonly()

/** The people and names around a reader, as `org.json` and the programme's circle give them. */
export const circleSchema = z.object({
  organisation: namedSchema.optional(),
  people: listOf(personSchema).default([]),
  vendors: listOf(namedSchema).default([]),
  brands: listOf(brandSchema).default([]),
  /** People whose name carries weight though they may have no mailbox here: the candidate, the party's leader, the chair. */
  leaders: listOf(personSchema).optional(),
  /** Donation platforms and public offices the organisation deals with, besides those that everybody knows. */
  platforms: listOf(namedSchema).optional(),
  offices: listOf(namedSchema).optional(),
  /** ISO 3166, two letters: whose public offices are near. */
  country: z.string().max(60).optional(),
  /** Client ids of the apps that the organisation has let in itself: a consent page of theirs is no news. */
  apps: z.array(z.string()).readonly().optional(),
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

export type KnownCampaign = 'same-sender' | 'same-content'

export type InspectContext = {
  /**
   * authserv-ids (RFC 8601) of the reader's own mail service: only their Authentication-Results are believed, `*.service.example` standing
   * for all hosts under it. `topmost` for mails out of files, where nobody
   * can say whose service it was: the last service to handle a mail writes above all others.
   */
  readonly trustedAuthserv: readonly string[] | 'topmost'
  readonly circle: Circle
  /** The mailbox the mail was found in; without it the first To address is taken. */
  readonly recipient?: string
  /** What is remembered of the sender; absent, nothing is called new. */
  readonly history?: SenderHistory
  /** Absent: no DNS is asked, and authentication is "not stated" unless a trusted header states it. */
  readonly resolve?: Resolver
  /** Somebody at the desk found a mail of this campaign, or from this sender, to be hostile; what this mail has in common with it. */
  readonly knownCampaign?: KnownCampaign
  /** Forwarders whose ARC seal is believed (RFC 8617), besides those that everybody believes. */
  readonly trustedSealers?: readonly string[]
  /** How one domain imitates another. Absent: the engine's own matcher. */
  readonly likenessOf?: LikenessOf
  readonly files?: FileReaders
  /** The SMTP session, when we received the mail ourselves. */
  readonly receivedFrom?: { readonly ip?: string; readonly helo?: string; readonly mailFrom?: string }
  /** What the operator added. The same value for mail after mail: it is made ready once. */
  readonly own?: OwnSet
}
