/** Mails in files: single messages, mboxes, Maildirs, standard input; and packs of labelled mails. */
export { mailsIn } from './mails-in.ts'
export type { LabelledMail } from './read-pack.ts'
export { readPack } from './read-pack.ts'
