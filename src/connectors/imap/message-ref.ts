/** Where one message lies: what jobs carry instead of the message. */
import { z } from 'zod'

export const messageRefSchema = z
  .object({
    connectionId: z.uuid(),
    folder: z.string(),
    specialUse: z.enum(['inbox', 'junk', 'all', 'sent']),
    uidValidity: z.int(),
    uid: z.int(),
    /** It was there before the mailbox was connected: summed up in a digest, not told one by one. */
    firstLook: z.boolean(),
  })
  .readonly()

export type MessageRef = z.infer<typeof messageRefSchema>
