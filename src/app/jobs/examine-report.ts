/** A report that a person forwarded: unpacked, each message judged, handed to alerts; its spool row goes with the verdict. */
import { z } from 'zod'
import { type Reached, type ReceiveDeps, receiveReport } from '#alerts'
import { openReport } from '#intake'
import { enqueue, type Handler } from '#jobs'
import { circleOf } from '#members'
import type { Tx } from '#storage'
import type { Inspector } from '../inspector/index.ts'
import type { ReportReader } from '../report-reader/index.ts'
import { inspectKnowing } from './inspect-knowing.ts'
import { recall } from './memory.ts'

export const examineReportTask = 'examine-report'

const payloadSchema = z.object({ spoolId: z.uuid() })

export const askForReport = (tx: Tx, spoolId: string): Promise<void> =>
  enqueue(tx, { task: examineReportTask, payload: { spoolId }, key: `${examineReportTask}/${spoolId}`, priority: -5 })

type Deps = ReceiveDeps & { readonly inspector: Inspector; readonly reports: ReportReader }

type Account = Reached & { readonly address: string; readonly proven: boolean }

/** The handler of `examine-report`. */
export function openReportExamination(deps: Deps): Handler {
  const { storage, vault, reports } = deps
  return async (payload) => {
    const { spoolId } = payloadSchema.parse(payload)
    const report = await openReport(storage, vault, spoolId)
    if (report === undefined) return
    const accounts = await storage.asTenant({ kind: 'programme' }, (tx) => accountsOf(tx, report.personId))
    const enrolled = accounts.filter(({ proven }) => proven).map(({ address }) => address)
    const { answerTo, messages } = await reports.open(report.bytes, enrolled)
    // A report that nobody signed for still counts; only its answer is left out. Whose matter it is follows the address it says
    // it is from; under an address we do not know it is the person's own, so that no colleague reads it by mistake.
    const from = answerTo?.toLowerCase() ?? fromLine(report.bytes)
    const reached =
      accounts.find(({ address }) => from.includes(address)) ??
      accounts.find(({ organisationId }) => organisationId === null) ??
      accounts[0]
    if (reached === undefined) {
      // The person let go of all addresses meanwhile: there is nobody left to judge it for, and nothing of it is kept.
      await storage.asTenant({ kind: 'programme' }, (tx) => tx.deleteFrom('report_spool').where('id', '=', spoolId).execute())
      return
    }
    const circle = await storage.asTenant({ kind: 'programme' }, (tx) => circleOf(tx, reached))
    const judged = await Promise.all(
      messages.map(async (bytes) => ({
        bytes,
        inspection: await inspectKnowing(deps, bytes, {
          ...{ circle, trustedAuthserv: [], recipient: reached.address },
          history: (await recall(deps, reached, bytes)).history,
        }),
      })),
    )
    await receiveReport(deps, { spoolId, reached, messages: judged, receivedAt: report.receivedAt, mayAnswer: answerTo !== undefined })
  }
}

const mostHeaderBytes = 65_536

/** The From line in lower case; empty when there is none. */
function fromLine(bytes: Buffer): string {
  const [head = ''] = bytes
    .subarray(0, mostHeaderBytes)
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1)
  return /^from:.*(?:\r?\n[ \t].*)*/im.exec(head)?.[0].toLowerCase() ?? ''
}

/** Where this person may write from, work addresses first. */
async function accountsOf(tx: Tx, personId: string): Promise<readonly Account[]> {
  const rows = await tx
    .selectFrom('account')
    .select(['id', 'organisation_id', 'address_folded', 'proven_at'])
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .orderBy('kind', 'desc')
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    accountId: row.id,
    personId,
    organisationId: row.organisation_id,
    address: row.address_folded,
    proven: row.proven_at !== null,
  }))
}
