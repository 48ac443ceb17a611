/** What one mail teaches. Only mails that were judged fine, or that the person wrote, come here. */
import type { Named, SenderQuestions } from '#mail'

export type Lesson = {
  readonly questions: SenderQuestions
  /** `heard`: it came in. `wrote`: it lay among what the person sent. */
  readonly direction: 'heard' | 'wrote'
  /** When the server took it in; never what the mail says of itself. */
  readonly at: Date
  /** Which ids of its conversation it may speak for. Who joins a conversation uninvited must not become part of it by that. */
  readonly conversation: 'none' | 'own' | 'whole'
}

/** Who is learnt of from a lesson, the reader's own addresses left out. */
export function correspondentsIn({ questions, direction }: Lesson, own: ReadonlySet<string>): readonly Named[] {
  if (direction === 'wrote' && questions.automatic) return []
  const named = direction === 'wrote' ? questions.to : own.has(questions.from.address) ? [] : [questions.from]
  return named.filter(({ address }) => address !== '' && !own.has(address))
}
