/** What a person sends is never judged; to whom they write is remembered, which counts for more than who writes to them. */
import { z } from 'zod'
import { openTeaching } from '#correspondents'
import type { MessageRef, Reader } from '#imap'
import type { Handler, Job } from '#jobs'
import { senderQuestions } from '#mail'
import type { Tx } from '#storage'
import type { House } from '../house.ts'

export const learnFromSentTask = 'learn-from-sent'

const payloadSchema = z.object({ connectionId: z.uuid(), folder: z.string(), uidValidity: z.int(), uids: z.array(z.int()).min(1) })

/** A slice of headers is read at once. */
const mostAtOnce = 200

/** Jobs for messages that lie among what the person sent, in one connection and folder. */
export function learnFromSentJobs(refs: readonly MessageRef[]): readonly Job[] {
  const slices = Array.from({ length: Math.ceil(refs.length / mostAtOnce) }, (_, at) => refs.slice(at * mostAtOnce, (at + 1) * mostAtOnce))
  return slices.flatMap((some): Job[] => {
    const [first] = some
    if (first === undefined) return []
    const { connectionId, folder, uidValidity } = first
    return [{ task: learnFromSentTask, payload: { connectionId, folder, uidValidity, uids: some.map(({ uid }) => uid) }, priority: 15 }]
  })
}

type Deps = Pick<House, 'storage' | 'vault'> & { readonly reader: Pick<Reader, 'headers'> }

export function openLearningFromSent({ storage, vault, reader }: Deps): Handler {
  const programme = { kind: 'programme' } as const
  return async (payload) => {
    const { connectionId, folder, uidValidity, uids } = payloadSchema.parse(payload)
    const row = await storage.asTenant(programme, (tx) => liveConnection(tx, connectionId).executeTakeFirst())
    if (row === undefined) return
    const answer = await reader.headers(connectionId, { folder, uidValidity, which: { uids } })
    if (!('headers' in answer)) return
    const teach = await openTeaching({ vault }, { personId: row.person_id, organisationId: row.organisation_id })
    const lessons = await Promise.all(
      answer.headers.map(async ({ bytes, internalDate }) => ({
        questions: await senderQuestions(bytes),
        at: internalDate,
        direction: 'wrote' as const,
        conversation: 'whole' as const,
      })),
    )
    await storage.asTenant(programme, async (tx) => {
      // Whoever left meanwhile is not remembered again, and who leaves now waits until this can be forgotten with the rest.
      if ((await liveConnection(tx, connectionId).forShare().executeTakeFirst()) !== undefined) await teach(tx, { connectionId, lessons })
    })
  }
}

const liveConnection = (tx: Tx, connectionId: string) =>
  tx
    .selectFrom('connection')
    .select(['person_id', 'organisation_id'])
    .where('id', '=', connectionId)
    .where('reads', '=', 'all')
    .where('ended_at', 'is', null)
