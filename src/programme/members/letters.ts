/**
 * The letters this room asks for. It names the row a letter is about and
 * nothing secret: whoever writes the letter makes the code or the link again
 * from the vault. Delivering is the work of notify, which handles the task.
 */
import { enqueue } from '#jobs'
import type { Tx } from '#storage'

export const letterTask = 'send-letter'

/** A person waits for it at a page. */
const beforeAllElse = -10

export type LetterAsked =
  | { readonly letter: 'sign-in-code' | 'prove-address'; readonly mailCodeId: string }
  | { readonly letter: 'invitation'; readonly invitationId: string }

export const askForLetter = (tx: Tx, asked: LetterAsked): Promise<void> =>
  enqueue(tx, { task: letterTask, payload: { ...asked }, priority: beforeAllElse })
