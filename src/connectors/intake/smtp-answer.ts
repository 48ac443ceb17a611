/** What the server tells another server: a code of RFC 5321 and an enhanced code of RFC 3463, never an inner detail. */
import { isTrouble } from '#kernel'

export type SmtpAnswer = Error & { readonly responseCode: number }

export const answer = (responseCode: number, text: string): SmtpAnswer => Object.assign(new Error(text), { responseCode })

const isAnswer = (thrown: unknown): thrown is SmtpAnswer => thrown instanceof Error && 'responseCode' in thrown

/** The answer for anything thrown: what we do not understand is ours to mend, so the sender keeps the mail and tries again. */
export function answerFor(thrown: unknown): SmtpAnswer {
  if (isAnswer(thrown)) return thrown
  if (isTrouble(thrown, 'setback')) return answer(451, '4.3.0 not now, try again later')
  return answer(451, '4.3.5 this server has a problem, try again later')
}
