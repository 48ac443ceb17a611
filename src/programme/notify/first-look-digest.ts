/** The one digest after a mailbox's first look. */
import { z } from 'zod'
import { type FirstLook, firstLookOf } from '#alerts'
import { masked } from '#members'
import type { NotifyDeps } from './deps.ts'
import { domainOf } from './signing/compose-letter.ts'
import { writeNotices } from './write-notice.ts'

const payloadSchema = z.object({ connectionId: z.uuid() })

/** The handler of alerts' `first-look-digest` task. */
export const firstLookDigest =
  ({ storage, vault, clock, sender }: NotifyDeps) =>
  async (payload: unknown): Promise<void> => {
    const { connectionId } = payloadSchema.parse(payload)
    const looked = await storage.asTenant({ kind: 'programme' }, (tx) => firstLookOf(tx, connectionId))
    if (looked === undefined) return
    const sealer = await vault.sealer({ kind: 'person', id: looked.personId })
    const messageDomain = domainOf((await sender()).fromAddress)
    await storage.asTenant({ kind: 'programme' }, async (tx) => {
      // Two runs of this job at once wait for each other here.
      const account = await tx
        .selectFrom('account')
        .select(['kind', 'address'])
        .where('id', '=', looked.accountId)
        .forUpdate()
        .executeTakeFirstOrThrow()
      const told = await tx
        .selectFrom('notice')
        .select('id')
        .where('kind', '=', 'first-look')
        .where('subject_account_id', '=', looked.accountId)
        .where('decided_at', '>=', looked.connectedAt)
        .executeTakeFirst()
      if (told !== undefined) return
      const decided = {
        ...{ personId: looked.personId, incidentId: null, organisationId: looked.organisationId },
        ...{ subjectAccountId: looked.accountId, level: 'targeted' as const, pageOnly: looked.found.length === 0 },
        content: { kind: 'first-look' as const, ...summed(looked), account: { kind: account.kind, masked: masked(account.address) } },
      }
      await writeNotices(tx, { vault, clock, messageDomain }, [{ sealer, decided }])
    })
  }

const summed = ({ examined, found }: FirstLook) => ({ examined, found: found.map((one) => ({ ...one })) })
