/** Mails out of files: .eml, mbox, Maildir, directories of them, and standard input. */
export { mailsIn } from './mails-in.ts'
