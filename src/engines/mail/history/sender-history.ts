/**
 * What is remembered of a sender, as the rules read it: values that whoever keeps the memory has looked up for one mail, in answer to `senderQuestions`.
 * Without them (a scan at the command line) nothing is known and nothing may be called new.
 */
import { z } from 'zod'

const seen = z.object({
  /** Weeks in which mail came, older ones counting less: fifty mails on one day are one week. */
  heardWeeks: z.number(),
  /** Weeks in which the reader's side wrote there; worth more, since no stranger can bring it about alone. */
  wroteWeeks: z.number(),
  firstDaysAgo: z.number(),
  lastDaysAgo: z.number(),
})
export type Seen = z.infer<typeof seen>

/** What the reader knows, and what the reader's organisation does. Absent: never seen. */
const bySide = z.object({ reader: seen.exactOptional(), organisation: seen.exactOptional() })
export type SeenBySide = z.infer<typeof bySide>

export const senderHistorySchema = z.object({
  /** The address that was asked about: the answers hold for a mail from it and for no other. */
  about: z.string(),
  /** Whether the memory reaches far enough that what is not in it may be called new. */
  ripe: z.boolean(),
  address: bySide,
  domain: bySide,
  /** Other organisations of the programme that have known the domain for a month. */
  elsewhere: z.number(),
  /** The display name, when it is remembered. */
  name: z
    .object({
      known: seen,
      /** The same name together with this very address. */
      here: seen.exactOptional(),
      /** How the name is known, masked: `m…s@printhouse.example`. Of the reader's own side only. */
      as: z.array(z.string()).readonly(),
    })
    .exactOptional(),
  /** Where answers go, when that is not the sender: the two together, and that address and its domain by themselves. */
  reply: z.object({ together: seen.exactOptional(), address: seen.exactOptional(), domain: seen.exactOptional() }).exactOptional(),
  /** The conversation that the mail says it belongs to, when one of its ids is remembered. */
  thread: z
    .object({
      senderBelongs: z.boolean(),
      /** The reader's side has written in it. */
      answered: z.boolean(),
      /** Of the domains named in the mail, those that take part in it. */
      domains: z.array(z.string()).readonly(),
    })
    .exactOptional(),
})
export type SenderHistory = z.infer<typeof senderHistorySchema>
