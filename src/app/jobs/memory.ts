/** The memory of senders around one mail: asked before it is judged, and taught by it afterwards when it was found to be fine. */
import { historyOf, type Memory, openTeaching, type Whose } from '#correspondents'
import type { Clock } from '#kernel'
import { type Inspection, type SenderHistory, type SenderQuestions, senderQuestions } from '#mail'
import type { Tx } from '#storage'

export type Recalled = { readonly questions: SenderQuestions; readonly history: SenderHistory }

/** What is remembered of a mail's sender by those it came to. */
export async function recall(memory: Memory & { readonly clock: Clock }, whose: Whose, bytes: Uint8Array): Promise<Recalled> {
  const questions = await senderQuestions(bytes)
  return { questions, history: await historyOf(memory, whose, questions) }
}

type Judged = {
  readonly whose: Whose
  readonly connectionId: string
  readonly inJunk: boolean
  readonly arrivedAt: Date
  readonly inspection: Inspection
}

const forged = new Set(['mail.forged-sender', 'mail.forged-house'])

/**
 * What to write down in the transaction of the verdict; undefined when the mail
 * teaches nothing: it was not fine, somebody put it into junk, or it is not
 * from whom it says.
 */
export async function whatItTeaches(
  memory: Pick<Memory, 'vault'>,
  { questions, history }: Recalled,
  { whose, connectionId, inJunk, arrivedAt, inspection }: Judged,
): Promise<((tx: Tx) => Promise<void>) | undefined> {
  if (inspection.verdict !== 'fine' || inJunk || inspection.findings.some(({ id }) => forged.has(id))) return undefined
  const teach = await openTeaching(memory, whose)
  const conversation = history.thread === undefined ? 'own' : history.thread.senderBelongs ? 'whole' : 'none'
  return (tx) => teach(tx, { connectionId, lessons: [{ questions, direction: 'heard', at: arrivedAt, conversation }] })
}
