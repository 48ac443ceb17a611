/** Mails out of files: .eml, mbox, Maildir, directories of them, and standard input. */
export type { MailFile } from './mails-in.ts'
export { mailsIn } from './mails-in.ts'
