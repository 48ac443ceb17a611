/** An address of the programme that was started again, or is gone: what the operator was told about it is over. */
import { close } from '#alerts'
import type { Who } from '#kernel'
import type { startEndpoint } from '#webhooks'
import type { House } from './house.ts'

/** Does it, and closes the alert when it was done. */
export const settled =
  ({ members, storage, clock }: Pick<House, 'members' | 'storage' | 'clock'>, work: typeof startEndpoint) =>
  async (who: Who, id: string): Promise<boolean> => {
    const isDone = await work(members, who, id)
    if (isDone)
      await storage.asTenant({ kind: 'programme' }, (tx) => close(tx, clock, { kind: 'webhook-stopped', subject: `webhook/${id}` }))
    return isDone
  }
