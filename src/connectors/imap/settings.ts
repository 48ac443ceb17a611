/**
 * How a mailbox is reached. What a person or a page says about it is read here
 * once; a password or token is never part of it.
 */
import { z } from 'zod'

export const imapSettingsSchema = z
  .object({
    host: z.string().trim().toLowerCase().min(1).max(253),
    port: z.int().min(1).max(65_535),
    /** `none` is for a server on this very machine only. */
    tls: z.enum(['implicit', 'starttls', 'none']),
    user: z.string().min(1).max(320),
    how: z.enum(['password', 'xoauth2']),
    /** Whose Authentication-Results headers may be believed in this mailbox. */
    trustedAuthserv: z.array(z.string().trim().toLowerCase().min(1).max(253)).max(20).readonly(),
  })
  .readonly()

export type ImapSettings = z.infer<typeof imapSettingsSchema>

/** Whether a host is this machine: the one place where a password may travel without TLS. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
