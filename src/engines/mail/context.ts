/** What the engine is told about the reader's world. Values only; the resolver is the one port, in mailauth's words. */
import { z } from 'zod'
import type { OwnSet } from './own/own-set.ts'

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
  /** The SMTP session, when we received the mail ourselves. */
  readonly receivedFrom?: { readonly ip?: string; readonly helo?: string; readonly mailFrom?: string }
  /** What the operator added. The same value for mail after mail: it is made ready once. */
  readonly own?: OwnSet
  /** Whose lists count besides the programme's. */
  readonly organisation?: string
}
