/** The demo's mailboxes are Maildirs on this machine: a job names the file, the worker reads and judges it. */
import { z } from 'zod'
import { receive } from '#alerts'
import type { Reader } from '#imap'
import { enqueue, type Handler } from '#jobs'
import { circleOf } from '#members'
import type { Storage } from '#storage'
import type { JudgeDeps } from '../jobs/examine-message.ts'
import { inspectKnowing } from '../jobs/inspect-knowing.ts'
import { recall, whatItTeaches } from '../jobs/memory.ts'
import type { PostOffice } from './post-office.ts'
import type { OnStage } from './stage.ts'

export const examineMaildirTask = 'examine-maildir'

const payloadSchema = z.object({ address: z.string(), name: z.string() })

export const askToExamine = (storage: Storage, address: string, name: string): Promise<void> =>
  storage.asTenant({ kind: 'programme' }, (tx) => enqueue(tx, { task: examineMaildirTask, payload: { address, name } }))

/** The file's serial number stands for the UID that an IMAP server would give. */
const uidOf = (name: string): number => Number(name.split('.')[1]) + 1

export function openMaildirExamination(deps: JudgeDeps, post: () => PostOffice, people: () => readonly OnStage[]): Handler {
  return async (payload) => {
    const { address, name } = payloadSchema.parse(payload)
    const person = people().find(({ work }) => work === address)
    if (!person) return
    const { personId, accountId, connectionId } = person
    const reached = await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
      const account = await tx.selectFrom('account').select('organisation_id').where('id', '=', accountId).executeTakeFirstOrThrow()
      const whose = { accountId, personId, organisationId: account.organisation_id }
      return { whose, circle: await circleOf(tx, whose) }
    })
    const bytes = await post().read(address, name)
    const recalled = await recall(deps, reached.whose, bytes)
    const { history } = recalled
    const inspection = await inspectKnowing(deps, bytes, { circle: reached.circle, trustedAuthserv: [], recipient: address, history })
    const place = { connectionId, folder: 'INBOX', uidValidity: 1, uid: uidOf(name) }
    const arrivedAt = new Date(Number(name.split('.')[0]))
    const learn = await whatItTeaches(deps, recalled, { whose: reached.whose, connectionId, inJunk: false, arrivedAt, inspection })
    await receive(deps, {
      reached: reached.whose,
      place,
      inJunk: false,
      firstLook: false,
      arrivedAt,
      bytes,
      inspection,
      ...(learn && { learn }),
    })
  }
}

/** Reads the demo's Maildirs where the worker would ask an IMAP server, for mails that are read again. */
export const maildirReader = (post: () => PostOffice, people: () => readonly OnStage[]): Pick<Reader, 'read'> => ({
  read: async ({ connectionId, uid }) => {
    const work = people().find((one) => one.connectionId === connectionId)?.work
    const names = work === undefined ? [] : await post().list(work)
    const name = names.find((one) => uidOf(one) === uid)
    if (work === undefined || name === undefined) return { gone: true }
    return { bytes: await post().read(work, name), internalDate: new Date(Number(name.split('.')[0])), complete: true }
  },
})
