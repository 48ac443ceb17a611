/**
 * The letters this room asks for. It names the row a letter is about and
 * nothing secret: whoever writes the letter makes the code or the link again
 * from the vault. Delivering is the work of notify, which handles the task.
 */
import { enqueue, type Job } from '#jobs'
import type { Tx } from '#storage'
import type { MailedCodeLetter, MembershipNews, SignInNews } from './letter-kinds.ts'

export const letterTask = 'send-letter'

/** A person waits for it at a page. */
const beforeAllElse = -10

export type LetterAsked =
  | { readonly letter: MailedCodeLetter; readonly mailCodeId: string }
  | {
      readonly letter: 'sign-in-news'
      readonly news: SignInNews
      readonly accountId: string
      readonly newsId: string
      readonly requestId?: string
    }
  | { readonly letter: 'invitation'; readonly invitationId: string }
  /** Somebody's time with an organisation is nearly over, or over. */
  | {
      readonly letter: 'membership-news'
      readonly news: MembershipNews
      readonly accountId: string
      readonly organisationId: string
      /** `2026-11-03` */
      readonly day: string
    }
  /** Six digits to somebody who is no person here yet. */
  | { readonly letter: 'alone-code'; readonly startId: string }
  /** To an administrator: nothing is sent to an address of their organisation any more. */
  | { readonly letter: 'webhook-stopped'; readonly endpointId: string; readonly accountId: string }
  /** To the contact of an application: six digits, or what became of it. */
  | { readonly letter: 'application-code' | 'application-decision'; readonly applicationId: string }
  /** To the same: six digits that open it on another device. */
  | { readonly letter: 'come-back-code'; readonly comeBackCodeId: string }

/** For many letters at once: the job of each. */
export const letterJob = (asked: LetterAsked): Job => ({ task: letterTask, payload: { ...asked }, priority: beforeAllElse })

export const askForLetter = (tx: Tx, asked: LetterAsked): Promise<void> => enqueue(tx, letterJob(asked))
